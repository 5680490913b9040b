"""The bytes of a source's file to its numbered paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.source.facts import choose_facts
from argmap.source.material import Unreadable
from argmap.source.paragraphs import read_paragraphs

if TYPE_CHECKING:
    from argmap.source.paragraphs import SourceText

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
PDF_SUFFIXES = (".pdf",)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAVE = "save it as UTF-8"
_LINE_END = re.compile(r"\r\n|\r|\n")
_OTHERS = (
    (b"%PDF-", "a PDF", "name it `.pdf`"),
    (b"PK\x03\x04", "a packed file, as of a word processor", "save it as PDF or plain text"),
    (b"\xd0\xcf\x11\xe0", "a file of a word processor", "save it as PDF or plain text"),
    (b"{\\rtf", "a file of a word processor", "save it as PDF or plain text"),
)
"""How files begin that are no text whatever their name says, and how to mend it."""


def read_source(data: bytes, name: str) -> SourceText | Unreadable:
    """Read the text of a source.

    Args:
        data: the file's bytes.
        name: its name; the suffix says what it is: Markdown (`.md`, `.markdown`, `.mdown`,
            `.mkd`), HTML (`.html`, `.htm`, `.xhtml`), PDF (`.pdf`), else plain text.

    Returns:
        The text in numbered paragraphs, or why there is none.
    """
    suffix = name.lower()
    if not data.strip():
        return Unreadable("is empty", "check that it is the right file")
    if suffix.endswith(PDF_SUFFIXES):
        from argmap.source.pdf_text import read_pdf

        return read_pdf(data)
    for sign, what, mend in _OTHERS:
        if data.startswith(sign):
            return Unreadable(f"is {what}, not what its name says", mend)
    if suffix.endswith(HTML_SUFFIXES):
        return _read_html(data, is_xml=suffix.endswith(".xhtml"))
    content = decode_source(data)
    if isinstance(content, Unreadable):
        return content
    text = read_paragraphs(content, is_markdown=suffix.endswith(MARKDOWN_SUFFIXES))
    heading = [("title", first.text) for first in text.headings[:1]]
    return replace(text, metadata=choose_facts([*text.metadata, *heading]))


def _read_html(data: bytes, *, is_xml: bool) -> SourceText | Unreadable:
    from argmap.source.html_text import read_html

    if any(data.startswith(mark) for mark, _ in _MARKS):
        content = decode_source(data)
        if isinstance(content, Unreadable):
            return content
        data = content.encode()
    return read_html(data, is_xml=is_xml or data.startswith(b"<?xml"))


def decode_source(data: bytes) -> str | Unreadable:
    """Decode a text: UTF-8, or what its byte order mark says (UTF-16, UTF-32)."""
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        content = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        before = data[len(mark) : at].decode(encoding)
        line = len(_LINE_END.findall(before)) + 1
        return Unreadable(f"is not {encoding.upper()}: byte 0x{data[at]:02x} in line {line}", _SAVE)
    if "\0" in content:
        return Unreadable("is no text: it holds a NUL character", _SAVE)
    return content
