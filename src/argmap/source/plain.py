"""Plain YAML to values with spans, line by line: what most maps are written in.

A few forms of YAML make up nearly all maps: `key: text` on a line, lists of such lines, texts that
run on in the lines below, quotes without escapes, one-line brackets, comments. They are read here
in a fraction of a parser's time. Whatever else a file holds, a mistake above all, gives None: then
the parser reads it, and tells what is wrong. What is read here is what the parser would read
(`tests/test_plain.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.source.plain_values import (
    KEY,
    QUOTED,
    NotPlainError,
    read_block,
    read_brackets,
    read_quoted,
)
from argmap.source.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from argmap.source.limits import Limits
    from argmap.source.tree import Value

_NOT_PLAIN = re.compile(
    "[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)
"""What stands in no plain file: what YAML forbids, tabs, and what only some take for the end of a
line."""
_USUAL = bytes((*b"\r\n", *range(0x20, 0x7F)))

_REST = r"[^:#\r\n]*+(?:(?::(?=\S)|(?<=\S)\#)[^:#\r\n]*+)*+"
_TEXT = rf"[^\s\-?:,\[\]{{}}\#&*!|>'\"%@`]{_REST}"
_BEHIND = r"[ ]*+(?:(?:(?<=[ \n])|(?<![\s\S]))\#[^\r\n]*+)?+(?:\r?\n|\Z)"
_LINE_END = re.compile(_BEHIND)
_LINE = re.compile(
    rf"""
    [ ]*+
    (?: (-[ ]++)?+ ({KEY}) : (?: [ ]++ (?: ({_TEXT}) | ({QUOTED}) | ([\[{{]) | ([|>]-?+) ) )?+
      | (-[ ]++) (?: ({_TEXT}) | ({QUOTED}) | ([\[{{]) )
      | ([^\s\#:]{_REST})
    )?+
    (?(5)|(?(10)|{_BEHIND}))
    """,
    re.VERBOSE,
)
_DASH, _NAME, _TEXT_BEHIND, _QUOTED_BEHIND, _BRACKET_BEHIND, _BLOCK_BEHIND = range(1, 7)
_ITEM_DASH, _ITEM, _QUOTED_ITEM, _BRACKET_ITEM, _MORE = range(7, 12)
"""The groups of a line; the last one that matched says what the line is."""


def read_plain(content: str, limits: Limits) -> Mapping | None:
    """Read a document that is written plainly.

    Args:
        content: the file.
        limits: bounds on depth and size.

    Returns:
        What a parser's events come to; None where the parser has to be asked.
    """
    if _is_odd(content):
        return None
    try:
        return _Reader(content, limits).read()
    except NotPlainError:
        return None


def _is_odd(content: str) -> bool:
    if not content.isascii():
        return _NOT_PLAIN.search(content) is not None
    # the same, ten times as fast
    others = content.encode("ascii").translate(None, _USUAL)
    return bool(others) or ("\r" in content and _NOT_PLAIN.search(content) is not None)


class _Reader:
    def __init__(self, content: str, limits: Limits) -> None:
        self.content = content
        self.limits = limits
        self.root = Mapping(0)
        self._open: list[tuple[int, Mapping | Sequence]] = []
        self._collection: Mapping | Sequence = self.root
        """The innermost open one."""
        self._column = -1
        """Where its keys stand, or its dashes."""
        self._waiting: Scalar | None = None
        """The key that nothing stands behind."""
        self._text: Scalar | None = None
        """The text in the line before, which may run on."""
        self._end = 0
        """Where the last key or text ends."""
        self._count = 1

    def read(self) -> Mapping:
        """Read all lines."""
        content, match = self.content, _LINE.match
        key, item = self._key_line, self._item_line
        readers = (self._blank, *[key] * _BLOCK_BEHIND, *[item] * (_MORE - _ITEM_DASH), self._more)
        at, end = 0, len(content)
        while at < end:
            found = match(content, at)
            if found is None:
                raise NotPlainError
            at = readers[found.lastindex or 0](found, at)
        self._leave_empty()
        self._close(-1)
        if not self.root.entries:
            raise NotPlainError
        return self.root

    def _blank(self, found: re.Match[str], _: int) -> int:
        self._text = None
        return found.end()

    def _key_line(self, found: re.Match[str], line: int) -> int:
        start, end = found.span(_NAME)
        column = start - line
        dash = found.start(_DASH)
        if dash >= 0:
            self._start_item(dash - line, dash)
            self._push(column, Mapping(start))
        elif (
            column != self._column
            or self._waiting is not None
            or type(self._collection) is Sequence
        ):
            self._find_mapping(column, start)
        key = Scalar(found[_NAME], start, end, True)
        self._count += 2
        kind = found.lastindex or 0
        if kind == _TEXT_BEHIND:
            self._text = text = _plain_text(found, _TEXT_BEHIND)
            self._attach(key, text)
            return found.end()
        self._text = None
        if kind == _NAME:
            self._waiting = key
            return found.end()
        value, behind = self._value(found, kind)
        self._attach(key, value)
        return behind

    def _value(self, found: re.Match[str], group: int) -> tuple[Value, int]:
        """Read a value in quotes, in brackets or in lines of its own, and give where it ends."""
        if group == _BLOCK_BEHIND:
            return read_block(self.content, found, group, self._column)
        start = found.start(group)
        if group in {_QUOTED_BEHIND, _QUOTED_ITEM}:
            return read_quoted(found[group], start), found.end()
        limits = self.limits
        depth, most = limits.depth - len(self._open), limits.values - self._count
        value, count = read_brackets(self.content, start, depth, most)
        self._count += count
        rest = _LINE_END.match(self.content, value.end)
        if rest is None:
            raise NotPlainError
        return value, rest.end()

    def _attach(self, key: Scalar, value: Value) -> None:
        collection = self._collection
        if type(collection) is not Mapping or key.value in collection.entries:
            raise NotPlainError
        collection.entries[key.value] = (key, value)
        self._end = value.end
        self._measure(value)

    def _measure(self, value: Value) -> None:
        """Leave to the parser what is past a limit."""
        limits = self.limits
        if value.end - value.start > limits.text_length or self._count > limits.values:
            raise NotPlainError

    def _item_line(self, found: re.Match[str], line: int) -> int:
        dash = found.start(_ITEM_DASH)
        self._start_item(dash - line, dash)
        kind = found.lastindex or 0
        value: Value
        if kind == _ITEM:
            self._text = value = _plain_text(found, _ITEM)
            behind = found.end()
        else:
            self._text = None
            value, behind = self._value(found, kind)
        self._collection.items.append(value)  # type: ignore[union-attr]
        self._count += 1
        self._end = value.end
        self._measure(value)
        return behind

    def _more(self, found: re.Match[str] | None, line: int) -> int:
        """Read the lines that a text runs on in."""
        text = self._text
        if text is None:
            raise NotPlainError
        parts = [text.value]
        while found is not None and found.lastindex == _MORE:
            start = found.start(_MORE)
            is_behind_comment = self.content[text.end : line].strip(" \r\n")
            if is_behind_comment or start - line <= self._column:
                raise NotPlainError
            part = found[_MORE].rstrip(" ")
            parts.append(part)
            text.end = start + len(part)
            line = found.end()
            found = _LINE.match(self.content, line)
        text.value = " ".join(parts)
        self._end = text.end
        self._text = None
        self._measure(text)
        return line

    def _find_mapping(self, column: int, start: int) -> None:
        """Find the open mapping whose keys stand in a column, or begin one below a key."""
        if self._waiting is not None:
            if column > self._column:
                self._push(column, Mapping(start))
                return
            self._leave_empty()
        if not self._open:
            self.root.start = start
            self._open.append((column, self.root))
            self._column = column
            return
        self._close(column)
        if column == self._column and type(self._collection) is Sequence:
            self._pop()
        if column != self._column or type(self._collection) is not Mapping:
            raise NotPlainError

    def _start_item(self, column: int, start: int) -> None:
        """Find the open list whose dashes stand in a column, or begin one below a key."""
        if self._waiting is not None:
            if column >= self._column:
                self._push(column, Sequence(start))
                return
            self._leave_empty()
        self._close(column)
        if column != self._column or type(self._collection) is not Sequence:
            raise NotPlainError

    def _push(self, column: int, collection: Mapping | Sequence) -> None:
        """Begin a collection: behind the key that waits for it, or as the next of a list."""
        if self._waiting is not None:
            self._attach(self._waiting, collection)
            self._waiting = None
        else:
            self._collection.items.append(collection)  # type: ignore[union-attr]
        self._open.append((column, collection))
        self._column, self._collection = column, collection
        self._count += 1
        if len(self._open) > self.limits.depth:
            raise NotPlainError
        self._measure(collection)

    def _close(self, column: int) -> None:
        """Close the collections that stand behind a column."""
        while self._column > column:
            self._pop()

    def _pop(self) -> None:
        self._open.pop()[1].end = self._end
        self._column, self._collection = self._open[-1] if self._open else (-1, self.root)

    def _leave_empty(self) -> None:
        """Let nothing stand behind a key."""
        key = self._waiting
        if key is not None:
            self._waiting = None
            behind = key.end + 1
            self._attach(key, Scalar("", behind, behind, True))


def _plain_text(found: re.Match[str], group: int) -> Scalar:
    value = found[group]
    start, end = found.span(group)
    if value[-1] == " ":
        value = value.rstrip(" ")
        end = start + len(value)
    return Scalar(value, start, end, True)
