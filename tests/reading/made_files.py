"""Reports as files of every kind, made on the fly."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

PARAGRAPHS = [
    "2031年青山市政府工作报告",
    "一、2030年工作回顾",
    "过去一年，全市地区生产总值达到512.6亿元，增长6.1%；新增规上工业企业28家，改造老旧小区43个，城镇新增就业2.8万人。",
    "二、2031年工作安排",
    "今年的主要预期目标是：新建农村公路125公里，地区生产总值增长6%以上，建成“一刻钟”便民生活圈15个。",
]
REPORT = "\n".join(PARAGRAPHS) + "\n"


def docx_file(paragraphs: list[str], note: str | None = None) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "城镇新增就业", "2.8万人"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue() if note is None else _with_footnote(stream.getvalue(), note)


def _with_footnote(data: bytes, note: str) -> bytes:
    """The same file with one footnote, whose reference stands at the end of the first paragraph."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {space}><w:footnote w:id="1"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "word/document.xml":
                content = content.replace(b"</w:p>", b'<w:r><w:footnoteReference w:id="1"/></w:r></w:p>', 1)
            new.writestr(part, content)
        new.writestr("word/footnotes.xml", notes)
    return stream.getvalue()


def pdf_file(paragraphs: list[str], *, password: str | None = None, empty: bool = False, copies: int = 1) -> bytes:
    pytest.importorskip("reportlab")
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=password)
    for page in range(1, copies + 1):
        canvas.setFont("STSong-Light", 12)
        if empty:
            canvas.rect(100, 100, 200, 200)
        else:
            canvas.drawString(72, 800, "青山市人民政府公报")
            y = 760
            for paragraph in paragraphs:
                for start in range(0, len(paragraph), 34):
                    canvas.drawString(72, y, paragraph[start : start + 34])
                    y -= 20
                    if y < 60:
                        canvas.showPage()
                        canvas.setFont("STSong-Light", 12)
                        canvas.drawString(72, 800, "青山市人民政府公报")
                        y = 760
            canvas.drawString(280, 40, f"- {page} -")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


HTML_PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{PARAGRAPHS[0]}</title></head><body>
<nav><a href="/">首页</a> <a href="/zw">政务公开</a></nav>
<article><h1>{PARAGRAPHS[0]}</h1>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])}</article>
<footer>版权所有 青山市人民政府办公室</footer></body></html>"""


def zip_file(**parts: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()
