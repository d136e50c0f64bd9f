"""Files of every kind, made here: read, refused, and read alike."""

from __future__ import annotations

import builtins
import struct
from pathlib import Path

import pytest
from made_files import HTML_PAGE, PARAGRAPHS, REPORT, docx_file, pdf_file, zip_file

import policytag
from policytag.errors import MissingExtraError, ReadError
from policytag.reading import SUFFIXES, read
from policytag.reading.source import DOCX, HTML, MARKDOWN, PDF, TEXT


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("gb18030", b"", "gb18030"),
        ("gbk", b"", "gb18030"),
    ],
)
def test_encodings_are_told_apart(encoding: str, mark: bytes, name: str) -> None:
    source = read(mark + REPORT.encode(encoding))
    assert (source.text, source.encoding) == (REPORT, name)


@pytest.mark.parametrize("text", ["一\r\n二\r\n", "一\r二\r", "一\n\n二", "", "\u3000\u3000各位代表：\u200b"])
def test_text_is_kept_as_it_is(text: str) -> None:
    assert read(text.encode()).text == text


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.txt", TEXT), ("a.md", MARKDOWN), ("a.html", HTML), ("a.docx", DOCX), ("a.pdf", PDF), ("a", TEXT)],
)
def test_files_of_every_kind_give_the_same_report(tmp_path: Path, name: str, media_type: str) -> None:
    pytest.importorskip("trafilatura")
    content = {
        HTML: HTML_PAGE.encode(),
        DOCX: docx_file(PARAGRAPHS) if media_type == DOCX else b"",
        PDF: pdf_file(PARAGRAPHS, copies=1) if media_type == PDF else b"",
    }.get(media_type, REPORT.encode())
    path = tmp_path / name
    path.write_bytes(content)
    source = read(path)
    assert source.media_type == media_type
    assert source.origin == str(path)
    assert [p for p in PARAGRAPHS if p not in source.text.splitlines()] == []
    assert "首页" not in source.text
    assert "版权所有" not in source.text


def test_gbk_page_by_its_declaration() -> None:
    pytest.importorskip("trafilatura")
    source = read(HTML_PAGE.replace("utf-8", "gb2312").encode("gbk"))
    assert source.encoding == "gb18030"
    assert PARAGRAPHS[2] in source.text


def test_tables_and_footnotes_of_a_docx() -> None:
    text = read(docx_file(PARAGRAPHS, note="“一刻钟”便民生活圈：步行十五分钟可达的商业圈。")).text
    assert f"{PARAGRAPHS[0]}[1]\n" in text
    assert "城镇新增就业\t2.8万人" in text
    assert text.endswith("注释\n[1] “一刻钟”便民生活圈：步行十五分钟可达的商业圈。\n")


def test_running_heads_and_page_numbers_of_a_pdf_are_dropped() -> None:
    text = read(pdf_file(PARAGRAPHS, copies=3)).text
    assert text.count(PARAGRAPHS[2]) == 3
    assert "公报" not in text
    assert "- 2 -" not in text


PROGRAM = (
    b"\x7fELF\x02\x01\x01"
    + bytes(9)
    + b"".join(
        struct.pack("<IQBH", n, n * 4096, n % 256, 0xC300 + n % 256) + b"\x00printf\x00\x48\x89\xe5"
        for n in range(2000)
    )
)
"""Like an executable: half of it zero bytes, some of it names, the rest anything."""

REFUSED = {
    "binary": (bytes(range(256)) * 20, "binary data, not text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(500), "a picture"),
    "program": (PROGRAM, "binary data, not text"),
    "program of odd length": (PROGRAM[:-1], "binary data, not text"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Office"),
    "other archive": (zip_file(a=b"1"), "ZIP"),
    "broken archive": (b"PK\x03\x04broken", "damaged"),
    "xml entities": (zip_file(word__document_xml=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "entities"),
    "damaged pdf": (b"%PDF-1.4 nothing", "damaged"),
    "page without text": (b"<!DOCTYPE html><html><body><nav>a</nav></body></html>", "main text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    data, words = REFUSED[case]
    with pytest.raises(ReadError, match=words):
        read(data, origin="report")


def test_zip_bomb_is_refused() -> None:
    with pytest.raises(ReadError, match="unpacks"):
        read(zip_file(word__document_xml=b" " * (4 << 20)), max_bytes=1 << 20)


def test_encrypted_and_scanned_pdf_are_refused() -> None:
    with pytest.raises(ReadError, match="encrypted"):
        read(pdf_file(PARAGRAPHS, password="secret"))
    with pytest.raises(ReadError, match="text layer"):
        read(pdf_file([], empty=True))


def test_size_limit_and_missing_files(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode())
    with pytest.raises(ReadError, match="max_bytes"):
        read(path, max_bytes=10)
    with pytest.raises(ReadError, match=r"missing\.txt") as caught:
        read(tmp_path / "missing.txt")
    assert caught.value.source == str(tmp_path / "missing.txt")
    with pytest.raises(ReadError, match="folder"):
        read(tmp_path)
    with pytest.raises(ReadError, match="encoding"):
        read(REPORT.encode(), encoding="no-such-encoding")


@pytest.mark.parametrize(("library", "extra"), [("docx", "docx"), ("pypdfium2", "pdf"), ("trafilatura", "html")])
def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, library: str, extra: str) -> None:
    data = {"docx": docx_file(PARAGRAPHS), "pdf": pdf_file(PARAGRAPHS), "html": HTML_PAGE.encode()}[extra]
    real = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> object:
        if name == library:
            raise ModuleNotFoundError(name, name=name)
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=rf"policytag\[{extra}\]"):
        read(data)


@pytest.mark.parametrize(("library", "extra"), [("docx", "docx"), ("pypdfium2", "pdf"), ("trafilatura", "html")])
@pytest.mark.parametrize(
    "reason",
    [
        ImportError("cannot import name 'clean' from 'lxml.html'"),
        ModuleNotFoundError("No module named 'lxml'", name="lxml"),
        OSError("libpdfium.so: wrong ELF class"),
    ],
)
def test_a_library_that_cannot_be_imported_is_not_called_missing(
    monkeypatch: pytest.MonkeyPatch, library: str, extra: str, reason: Exception
) -> None:
    data = {"docx": docx_file(PARAGRAPHS), "pdf": pdf_file(PARAGRAPHS), "html": HTML_PAGE.encode()}[extra]
    real = builtins.__import__

    def broken(name: str, *args: object, **kwargs: object) -> object:
        if name == library:
            raise reason
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", broken)
    with pytest.raises(MissingExtraError, match="cannot be imported: ") as error:
        read(data)
    assert str(reason) in str(error.value)
    assert "needs" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"", "this is not a PDF file: it is empty"),
        ("a.pdf", REPORT.encode(), "this is not a PDF file, though"),
        ("a.pdf", PROGRAM, "this is not a PDF file, though"),
        ("a.docx", b"", "this is not a Word file: it is empty"),
        ("a.docx", REPORT.encode(), "this is not a Word file, though"),
        ("a.txt", PROGRAM, "this is binary data, not text"),
        ("a", PROGRAM, "this is binary data, not text"),
    ],
)
def test_what_a_file_is_not(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as error:
        read(path)
    assert str(error.value).startswith(f"{path}: {message}")
    assert str(error.value).count(str(path)) == 1


def test_a_pdf_may_begin_with_a_few_other_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"\r\n" + pdf_file(PARAGRAPHS))
    assert PARAGRAPHS[0] in read(path).text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark_line_ends_and_digits(encoding: str) -> None:
    text = "村里的稻田连着果园，溪水绕过老桥。合作社的账本一年比一年厚、一年比一年清楚。" * 3
    assert read(text.encode(encoding)).encoding == encoding


def test_suffixes_are_those_of_the_guide() -> None:
    assert {".txt", ".md", ".html", ".docx", ".pdf"} <= set(SUFFIXES)


@pytest.mark.parametrize("kind", ["txt", "html", "docx", "pdf"])
def test_annotations_are_the_same_whatever_the_file(kind: str, sample: str) -> None:
    lines = [line for line in sample.splitlines() if line.strip()]
    page = f"<html><head><title>a</title></head><body><article>{''.join(f'<p>{x}</p>' for x in lines)}</article></body></html>"
    data = {
        "txt": lambda: sample.encode("gb18030"),
        "html": page.encode,
        "docx": lambda: docx_file(lines),
        "pdf": lambda: pdf_file(lines),
    }[kind]()
    report = policytag.annotate(read(data))
    expected = policytag.annotate("\n".join(lines))
    found = [(a.type, a.text) for a in report.annotations]
    wanted = [(a.type, a.text) for a in expected.annotations]
    assert found[: len(wanted)] == wanted  # the .docx has a table more
    assert report.meta.year == expected.meta.year
    assert [s.heading for s in report.sections] == [s.heading for s in expected.sections]
