"""Values of plain YAML that stand behind a key: in quotes, in brackets, in the lines below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.source.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from argmap.source.tree import Value

KEY = r"\w[\w.\-]{0,99}+"
"""A key, as nearly every one is written."""

QUOTED = r"""'[^'\r\n]*+(?:''[^'\r\n]*+)*+'|"[^"\\\r\n]*+(?:\\["\\][^"\\\r\n]*+)*+\""""
"""A text in quotes on one line, with no escapes but those of the quotes themselves."""

_INSIDE = r"[^:#,?\[\]{}\r\n]*+"
_VALUE = re.compile(
    rf"([^\s\-?:,\[\]{{}}#&*!|>'\"%@`]{_INSIDE}(?:(?::(?=[^\s,\[\]{{}}])|(?<=\S)#){_INSIDE})*+)"
    rf"|({QUOTED})"
)
_KEY_INSIDE = re.compile(rf"({KEY}): ++")
_SPACES = re.compile(" *+")
_CLOSING = {"[": "]", "{": "}"}
_MOST_NESTED = 20
_ESCAPED = re.compile(r'\\(["\\])')


class NotPlainError(Exception):
    """What is written is left to the parser."""


def read_quoted(written: str, start: int) -> Scalar:
    """Read a text in quotes."""
    value = written[1:-1]
    if written[0] == "'":
        value = value.replace("''", "'")
    elif "\\" in value:
        value = _ESCAPED.sub(r"\1", value)
    return Scalar(value, start, start + len(written), False)


def read_brackets(content: str, start: int, depth: int, most: int) -> tuple[Value, int]:
    """Read lists and mappings in brackets on one line.

    Args:
        content: the file.
        start: where the first bracket stands.
        depth: how many brackets may stand in one another.
        most: how many keys, values and collections there may be.

    Returns:
        The outermost list or mapping, and how many keys, values and collections it comes to.

    Raises:
        NotPlainError: where there is anything else in them.
    """
    brackets = _Brackets(content, min(depth, _MOST_NESTED), most)
    return brackets.read(start), brackets.count


class _Brackets:
    def __init__(self, content: str, depth: int, most: int) -> None:
        self.content = content
        self.depth = depth
        self.most = most
        self.open: list[tuple[Sequence | Mapping, str]] = []
        self.keys: list[Scalar] = []
        self.outermost: Value = Sequence(0)
        self.count = 0

    def read(self, at: int) -> Value:
        at = self._behind(self._value(at))
        while self.open:
            at = self._behind(self._value(at))
        return self.outermost

    def _value(self, at: int) -> int:
        """Read a value, down to the first thing in brackets in brackets."""
        content = self.content
        while content[at : at + 1] in _CLOSING:
            is_list = content[at] == "["
            value: Sequence | Mapping = Sequence(at) if is_list else Mapping(at)
            self._attach(value)
            self.open.append((value, _CLOSING[content[at]]))
            if len(self.open) > self.depth:
                raise NotPlainError
            at = self._next(at + 1)
            if content[at] == self.open[-1][1]:
                return at
            at = self._key(at)
        found = _VALUE.match(content, at)
        if found is None:
            raise NotPlainError
        if found.lastindex == 1:
            text = found[0].rstrip(" ")
            self._attach(Scalar(text, at, at + len(text), True))
        else:
            self._attach(read_quoted(found[0], at))
        return found.end()

    def _behind(self, at: int) -> int:
        """Close what is closed behind a value, up to the beginning of the next value."""
        content = self.content
        while self.open:
            at = self._next(at)
            if content[at] == ",":
                return self._key(self._next(at + 1))
            value, closing = self.open[-1]
            if content[at] != closing:
                raise NotPlainError
            self.open.pop()
            at += 1
            value.end = at
        return at

    def _key(self, at: int) -> int:
        """Read the key where the innermost bracket is that of a mapping."""
        if isinstance(self.open[-1][0], Sequence):
            return at
        found = _KEY_INSIDE.match(self.content, at)
        if found is None:
            raise NotPlainError
        self.keys.append(Scalar(found[1], at, found.end(1), True))
        return found.end()

    def _next(self, at: int) -> int:
        found = _SPACES.match(self.content, at)
        at = found.end() if found else at
        if at >= len(self.content):
            raise NotPlainError
        return at

    def _attach(self, value: Value) -> None:
        self.count += 1
        if self.count > self.most:
            raise NotPlainError
        if not self.open:
            self.outermost = value
            return
        holder = self.open[-1][0]
        if isinstance(holder, Sequence):
            holder.items.append(value)
            return
        key = self.keys.pop()
        if key.value in holder.entries:
            raise NotPlainError
        self.count += 1
        holder.entries[key.value] = (key, value)


def read_block(content: str, found: re.Match[str], group: int, column: int) -> tuple[Scalar, int]:
    """Read a text in lines of its own below `>-`, `>`, `|-` or `|`.

    Args:
        content: the file.
        found: the line of the key.
        group: which group of it holds the sign.
        column: where the key stands; the lines stand deeper, all of them in one column.

    Returns:
        The text, and the offset behind its last line.

    Raises:
        NotPlainError: where a line is blank, or stands deeper than the others.
    """
    at = found.end()
    first = _INDENT.match(content, at)
    if first is None or len(first[0]) <= column:
        raise NotPlainError
    indent = first[0]
    lines: list[str] = []
    end = at
    while content.startswith(indent, at):
        behind = content.find("\n", at)
        behind = len(content) if behind < 0 else behind + 1
        line = content[at + len(indent) : behind].rstrip("\r\n")
        if not line or line[0] == " " or line[-1] == " ":
            raise NotPlainError
        lines.append(line)
        end = at + len(indent) + len(line)
        at = behind
    below = _BELOW.match(content, at)
    if below is not None and len(below[1]) > column:
        raise NotPlainError
    sign = found[group]
    value = (" " if sign[0] == ">" else "\n").join(lines)
    is_ended = content[end : end + 1] in {"\r", "\n"}
    if not sign.endswith("-") and is_ended:
        value += "\n"
    return Scalar(value, found.start(group), end, False), at


_INDENT = re.compile(" ++(?=[^ \r\n])")
_BELOW = re.compile(r"(?: *+\r?\n)*+( *+)[^ \r\n]")
"""The next line that says something."""
