"""The bytes of a source's file to its numbered paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.source.material import Unreadable
from argmap.source.paragraphs import read_paragraphs

if TYPE_CHECKING:
    from argmap.source.paragraphs import SourceText

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAVE = "save it as UTF-8"


def read_source(data: bytes, name: str) -> SourceText | Unreadable:
    """Read the text of a source.

    Args:
        data: the file's bytes.
        name: its name; the suffix says what it is: Markdown (`.md`, `.markdown`, `.mdown`,
            `.mkd`), else plain text.

    Returns:
        The text in numbered paragraphs, or why there is none.
    """
    content = decode_source(data)
    if isinstance(content, Unreadable):
        return content
    return read_paragraphs(content, is_markdown=name.lower().endswith(MARKDOWN_SUFFIXES))


def decode_source(data: bytes) -> str | Unreadable:
    """Decode a text: UTF-8, or what its byte order mark says (UTF-16, UTF-32)."""
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        content = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        line = data.count(b"\n", 0, at) + 1
        return Unreadable(f"is not {encoding.upper()}: byte 0x{data[at]:02x} in line {line}", _SAVE)
    if "\0" in content:
        return Unreadable("is no text: it holds a NUL character", _SAVE)
    return content
