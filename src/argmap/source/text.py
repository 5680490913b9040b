"""A file's text and the way from an offset in it to a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from argmap.diagnostics import START, Problem, Span
from argmap.source.limits import describe_passed

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class Text:
    """The text of one file, without its byte order mark.

    Offsets are code points from 0. Lines end at LF, CRLF or CR and nowhere else, as editors
    count them; YAML 1.1 also breaks at NEL, LS and PS, which would shift every later line.
    """

    def __init__(self, path: str, content: str) -> None:
        """Keep the content; a leading byte order mark is not part of it."""
        self.path = path
        self.content = content.removeprefix("\ufeff")

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line."""
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.content))]

    def position(self, offset: int) -> tuple[int, int]:
        r"""Give line and column, both from 1, of an offset.

        >>> Text("x", "ab\ncd").position(4)
        (2, 2)
        """
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        r"""Give the offset of a line and a column, both from 1.

        >>> Text("x", "ab\ncd").offset(2, 2)
        4
        """
        return self.line_starts[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """Give the span between two offsets, the second exclusive."""
        return Span(*self.position(start), *self.position(max(start, end)))

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1, without its line break."""
        start = self.line_starts[number - 1]
        last = number >= len(self.line_starts)
        end = len(self.content) if last else self.line_starts[number]
        return self.content[start:end].rstrip("\r\n")


def decode(data: bytes, path: str, limit: int) -> Text | Problem:
    """Decode a file's bytes as UTF-8, with or without a byte order mark.

    Args:
        data: the bytes of the file.
        path: how the file is named in findings.
        limit: the most bytes that are read.

    Returns:
        The text, or the AM007 finding that says why there is none.
    """
    if len(data) > limit:
        code, message, mend = describe_passed("bytes", limit)
        return Problem(code, START, message, mend)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            message = f"file is {encoding}, expected UTF-8"
            return Problem("AM007", START, message, "save the file as UTF-8")
    try:
        return Text(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = Text(path, data[: error.start].decode("utf-8"))
        at = len(before.content)
        span = before.span(at, at)
        message = f"file is not UTF-8: byte 0x{data[error.start]:02x} cannot stand here"
        return Problem("AM007", span, message, "save the file as UTF-8")
