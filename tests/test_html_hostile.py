"""Web pages in many encodings, and those that cannot be read."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.source.html_depth import is_too_deep
from argmap.source.reading import read_source
from tests.html_files import paragraphs, refused

SAVE = "save it as UTF-8"


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    assert refused("<p>The ferry") == (
        "is HTML, which is read with selectolax",
        "pip install 'argmap[html]'",
    )


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        pytest.param("Fähre “jetzt”", "utf-8", "", id="UTF-8 by its bytes"),
        pytest.param("Fähre “jetzt”", "utf-8", "iso-8859-1", id="UTF-8 whatever it says"),
        pytest.param("Fähre “jetzt” €", "windows-1252", "", id="Windows-1252 without a word"),
        pytest.param("Fähre “jetzt” €", "windows-1252", "iso-8859-1", id="taken for Latin-1"),
        pytest.param("Паром ждёт", "windows-1251", "windows-1251", id="Cyrillic"),
        pytest.param("Паром ждёт", "koi8-r", "KOI8-R", id="KOI8"),
        pytest.param("Prom czeka, żółw", "iso-8859-2", "ISO-8859-2", id="Polish"),
        pytest.param("フェリーは待つ①", "cp932", "Shift_JIS", id="Japanese"),
        pytest.param("渡轮在等候镕", "gb18030", "gb2312", id="Chinese"),
        pytest.param("나룻배가 기다린다", "cp949", "euc-kr", id="Korean"),
    ],
)
def test_encodings(text: str, encoding: str, declared: str) -> None:
    meta = f"<meta charset='{declared}'>" if declared else ""
    assert paragraphs(f"<html><head>{meta}</head><p>{text}</p>".encode(encoding)) == [text]


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<?xml version='1.0' encoding='windows-1251'?>",
    ],
)
def test_where_an_encoding_is_declared(head: str) -> None:
    assert paragraphs(f"{head}<p>Паром</p>".encode("windows-1251")) == ["Паром"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    page = "<html><meta charset='koi8-r'><p>Паром ждёт</p>"
    assert paragraphs(page.encode(encoding)) == ["Паром ждёт"]


@pytest.mark.parametrize(
    ("data", "message", "mend"),
    [
        pytest.param(b"", "is empty", "check that it is the right file", id="empty"),
        pytest.param(b" \n", "is empty", "check that it is the right file", id="blank"),
        pytest.param(
            b"<html><h1>Mud</h1><img src=a.png></html>",
            "holds no text",
            "save the page as it shows in a browser",
            id="no text",
        ),
        pytest.param(
            b"<frameset><frame src=a></frameset>",
            "holds no text",
            "save the page as it shows in a browser",
            id="frames",
        ),
        pytest.param(b"<p>a\0b", "is no text: it holds a NUL character", SAVE, id="NUL"),
        pytest.param(
            "<p>Fähre".encode("utf-16-le"),
            "is no text: it holds a NUL character",
            SAVE,
            id="UTF-16 without a mark",
        ),
        pytest.param(
            b"\xff\xfe<\0p\0>\0\0\xd8",
            "is not UTF-16-LE: byte 0x00 in line 1",
            SAVE,
            id="broken UTF-16",
        ),
        pytest.param(
            b"<meta charset=utf-8>\n<p>F\xe4hre",
            "is not UTF-8: byte 0xe4 in line 2",
            SAVE,
            id="not what it says",
        ),
        pytest.param(
            b"<meta charset=euc-jp>\n\n<p>\xa4\xff",
            "is not EUC-JP: byte 0xa4 in line 3",
            SAVE,
            id="not Japanese",
        ),
        pytest.param(b"<p>\x81", "is not WINDOWS-1252: byte 0x81 in line 1", SAVE, id="a picture"),
        pytest.param(
            b"<meta charset=utf-7><p>\xe4", "says it is UTF-7, which is not read", SAVE, id="UTF-7"
        ),
        pytest.param(
            b"<meta charset=rot13><p>\xe4",
            "says it is ROT13, which is not read",
            SAVE,
            id="a codec",
        ),
        pytest.param(
            b"%PDF-1.7 \xe4", "is a PDF, not what its name says", "name it `.pdf`", id="a PDF"
        ),
        pytest.param(
            b"PK\x03\x04",
            "is a packed file, as of a word processor, not what its name says",
            "save it as PDF or plain text",
            id="a packed file",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str, mend: str) -> None:
    assert refused(data) == (message, mend)


TEXT = "<p>The ferry waits for high water, as it always did.</p>"
FORMATS = "".join(f"<b id={at}>" for at in range(300))


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 100_000, id="nested"),
        pytest.param("<DIV\n>" * 100_000 + "</p>" * 100_000, id="with other end tags"),
        pytest.param("<a href=x><i>" * 100_000, id="in links"),
        pytest.param("<span><div></span>" * 5_000, id="ends that do not reach out of a block"),
        pytest.param("<div><table><td></div></table>" * 5_000, id="nor out of a table"),
        pytest.param("<div><select></div></select>" * 5_000, id="nor out of a list"),
        pytest.param("<!-->" + "<div>" * 5_000 + "-->", id="behind a comment that has ended"),
        pytest.param("<svg><title>" + "<div>" * 5_000 + "</title></svg>", id="in a drawing"),
        pytest.param("<svg><p>" + "<x/>" * 5_000, id="behind a drawing"),
        pytest.param("<svg><b><x/></b>" + "<x/>" * 5_000, id="out of a drawing"),
        pytest.param(f"<p>{FORMATS}</p>" + "<p>x</p>" * 50_000, id="opened again and again"),
        pytest.param(f"<div>{FORMATS}</div>" + "<p>x</p>" * 50_000, id="out of a block"),
        pytest.param("".join(f"<p><font size={at}>x</p>" for at in range(5_000)), id="left open"),
    ],
)
def test_what_takes_too_long_to_parse_is_refused(page: str) -> None:
    start = time.perf_counter()
    assert refused(TEXT + page) == (
        "nests its elements too deep, or leaves too many of them open",
        "save its text as plain text or Markdown",
    )
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 400 + "</div>" * 400, id="400 levels"),
        pytest.param("<div><p>x<li>y</div>" * 5_000, id="end tags left out"),
        pytest.param("<p><b>x</b> <i>y</i> <a href=z>z</a>" * 5_000, id="formats that are closed"),
        pytest.param("<div><b>x</div></b>" * 5_000, id="closed the wrong way round"),
        pytest.param("<a href=x>x " * 5_000, id="links that are not closed"),
        pytest.param("<div><span>x</div>" * 5_000, id="closed by the block around"),
        pytest.param("<svg><g><path d='x'/></g><use/></svg>" * 5_000, id="drawings"),
        pytest.param("<svg>" + "<path d='x' />" * 5_000 + "</svg>", id="a large drawing"),
        pytest.param("<script>a('<div>')</script>" * 5_000, id="tags in scripts"),
        pytest.param("<script>" + "a('<div>')" * 5_000, id="a script that does not end"),
        pytest.param("<!-- <div> -->" * 5_000, id="tags in comments"),
        pytest.param("<!DOCTYPE html><?php <x> ?></ >" * 5_000, id="what is no tag"),
        pytest.param("<img alt='<div>' title=\"<div>\">" * 5_000, id="tags in attributes"),
        pytest.param("<br><hr><input>" * 5_000, id="elements without an end"),
    ],
)
def test_long_pages_are_not_too_deep(page: str) -> None:
    assert not is_too_deep(TEXT + page)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<table><tr>" + "<td>a" * 50_000, id="cells"),
        pytest.param("<table><tr>" + "<td> " * 50_000, id="empty cells"),
        pytest.param("<p>" + "a<br>" * 50_000, id="lines"),
        pytest.param("<p" + " a='" * 50_000, id="quotes that do not end"),
        pytest.param("<" + "a" * 100_000 + " " * 100_000, id="a tag that does not end"),
        pytest.param("<!--" * 50_000, id="comments that do not end"),
        pytest.param("<p>" + "&amp" * 50_000 + "</" * 50_000, id="entities"),
    ],
)
@pytest.mark.parametrize("name", ["page.html", "page.xhtml"])
def test_large_pages_take_linear_time(page: str, name: str) -> None:
    start = time.perf_counter()
    assert paragraphs(TEXT + page, name)[0].startswith("The ferry waits")
    assert time.perf_counter() - start < 5


TAGS = st.sampled_from(
    [
        *(
            "<body>",
            "<article>",
            "<header>",
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<li>",
            "<h1>",
            "</h1>",
        ),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<b>",
            "</b>",
            "<a>",
            "<q>",
            "<pre>",
            "</pre>",
            "<br>",
        ),
        *("<svg>", "</svg>", "<select>", "<sup><a href='#x'>1</a></sup>", "mud"),
    ]
)


@settings(max_examples=300)
@given(st.lists(TAGS | st.text(max_size=5), max_size=40))
def test_any_page_can_be_read_or_is_refused(pieces: list[str]) -> None:
    text = read_source("".join(pieces).encode("utf-8", "surrogatepass"), "page.html")
    for paragraph in getattr(text, "paragraphs", ()):
        block = text.content[paragraph.start : paragraph.end]  # type: ignore[union-attr]
        assert block.strip()
        assert "\n\n" not in block
