"""What is no report is refused in one sentence that says what it is and what to do; what is mistaken for a path too."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from made_files import HTML_PAGE, REPORT, zip_file

from policytag.errors import ReadError
from policytag.reading import left_out, read, report_files
from policytag.reading.source import HTML, TEXT

PAGE = HTML_PAGE.encode()
# (name, bytes, words of the sentence)
REFUSED: list[tuple[str, bytes, str]] = [
    ("a.rtf", rb"{\rtf1\ansi\ansicpg936 \u26032?\u22686?28}", "an RTF file.*save it as .docx"),
    ("a.doc", rb"{\rtf1\ansi}", "an RTF file"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), r"old Office file \(.doc, .xls, .wps\)"),
    ("a.doc", b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', "Word file in XML"),
    ("a.odt", zip_file(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument text"),
    ("a.epub", zip_file(mimetype=b"application/epub+zip"), "e-book"),
    ("a.xlsx", zip_file(xl__workbook_xml=b"<x/>"), r"Excel file.*annotate_many"),
    ("a.pptx", zip_file(ppt__presentation_xml=b"<x/>"), "PowerPoint"),
    ("a.ofd", zip_file(OFD_xml=b"<x/>"), "OFD file.*PDF"),
    ("a.zip", zip_file(a=b"1"), "ZIP archive.*unpack"),
    ("a.txt.gz", gzip.compress(REPORT.encode()), "compressed.*unpack"),
    ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(500), "a picture.*text recognition"),
    ("a.mht", b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", r"saved page.*\.html"),
    ("a.caj", b"CAJ\x00" + bytes(100), "a CAJ file"),
    ("a.json", b'{"text": "x"}', "a table or a list of data.*annotate_many"),
    ("a.jsonl", b'{"text": "x"}', "a table or a list of data"),
    ("a.csv", b"id,text\r\n", "a table or a list of data"),
    ("a.xml", b"<?xml version='1.0'?><report/>", "XML"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "words"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_is_known_and_not_read(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=f"^{path}: this is (?:an? )?{words}") as error:
        read(path)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", PAGE, HTML),
        ("a.doc", PAGE, HTML),
        ("a", b'<?xml version="1.0" encoding="utf-8"?>\n' + PAGE, HTML),
        ("a.txt", b"\xef\xbb\xbf\r\n<!-- saved -->\r\n" + PAGE, HTML),
        ("a.log", REPORT.encode(), TEXT),
        ("a.txt", "From:区政府 Content-Type 无".encode(), TEXT),
        ("a.txt", b"CAJ, II, BM", TEXT),
    ],
)
def test_the_first_bytes_go_before_the_name(name: str, data: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    source = read(path)
    assert source.media_type == kind
    assert "<" not in source.text


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "latin-1", "utf-16-le"])
def test_an_encoding_that_would_give_nonsense(encoding: str) -> None:
    with pytest.raises(ReadError, match=f"this is UTF-8, not {encoding}; leave the encoding out"):
        read(REPORT.encode(), encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf8", "UTF-8", "utf-8-sig"])
def test_the_names_of_utf_8(encoding: str) -> None:
    assert read(REPORT.encode(), encoding=encoding).text == REPORT


def test_a_page_that_was_saved_anew() -> None:
    page = HTML_PAGE.replace("utf-8", "gbk")
    assert read(page.encode()).encoding == "utf-8"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("https://example.org/report.html", "nothing is fetched from the net"),
        ("reports/*.txt", "No such file or directory; wildcards are not filled in"),
        (
            "2031年工作报告\n新增企业28家",
            "'2031年工作报告.*'… is no path of a file; a text itself is given to annotate",
        ),
        ("长" * 300, "is no path of a file"),
        ("a\x00b", "null"),
    ],
)
def test_what_is_mistaken_for_a_path(source: str, words: str) -> None:
    with pytest.raises(ReadError, match=words) as error:
        read(source)
    assert len(str(error.value)) < 200


@pytest.mark.parametrize("source", [None, 5, ["a.txt"]])
def test_neither_a_path_nor_bytes(source: Any) -> None:
    with pytest.raises(TypeError, match="read takes the path of a file or its bytes, not"):
        read(source)


def test_bytes_of_every_sort() -> None:
    assert read(bytearray(REPORT.encode())).text == read(memoryview(REPORT.encode())).text == REPORT  # type: ignore[arg-type]


def test_an_unknown_media_type() -> None:
    with pytest.raises(ReadError, match="no media type 'txt' here; known are text/plain, text/markdown, text/html"):
        read(b"a", media_type="txt")


def test_what_a_folder_holds_beside_reports(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "b.doc",
        "below/c.DOC",
        "below/d.xlsx",
        ".git/e.txt",
        "._a.txt",
        "~$a.docx",
        "__MACOSX/a.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert report_files([tmp_path]) == [str(tmp_path / "a.txt")]
    assert left_out([tmp_path, tmp_path / "a.txt"]) == {".doc": 2, ".xlsx": 1}
