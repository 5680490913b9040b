"""Edits made in a file: the new text, and where what stayed has gone."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.source.text import Text
from argmap.source.tree import Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Edit


class Stretch(NamedTuple):
    """An edit in offsets."""

    start: int
    end: int
    text: str


def stretches(text: Text, edits: Iterable[Edit]) -> tuple[Stretch, ...]:
    """Give edits in offsets, in order, each once."""
    found = {
        Stretch(
            text.offset(edit.span.line, edit.span.column),
            text.offset(edit.span.end_line, edit.span.end_column),
            edit.text,
        )
        for edit in edits
    }
    return tuple(sorted(found))


class Change:
    """Some edits of one file, made together."""

    def __init__(self, text: Text, edits: Iterable[Stretch]) -> None:
        """Keep the file and the edits, which do not overlap."""
        self._old = text
        self._edits = sorted(edits)
        self._starts = [edit.start for edit in self._edits]
        self._shifts = [0]
        for edit in self._edits:
            self._shifts.append(self._shifts[-1] + len(edit.text) - (edit.end - edit.start))

    @cached_property
    def text(self) -> Text:
        """The file with the edits made."""
        parts, at = [], 0
        for edit in self._edits:
            parts += [self._old.content[at : edit.start], edit.text]
            at = edit.end
        return Text(self._old.path, "".join((*parts, self._old.content[at:])))

    def moved(self, offset: int) -> int | None:
        """Give the new place of an offset; None where what stood there is gone.

        What is written anew stands where the old words stood.
        """
        number = bisect_right(self._starts, offset)
        if number and offset < self._edits[number - 1].end:
            edit = self._edits[number - 1]
            return edit.start + self._shifts[number - 1] if edit.text else None
        return offset + self._shifts[number]

    def keeps(self, old: Value | None, new: Value | None) -> bool:
        """Tell whether each text that no edit touches is still what it was and where it was.

        Args:
            old: the values of the file.
            new: those of the file with the edits made.
        """
        before = [
            (depth, self.moved(key), self.moved(scalar.start), self._untouched(scalar))
            for depth, key, scalar in _scalars(old)
            if not self._is_inside(scalar.start)
        ]
        after = [
            (depth, key, scalar.start, scalar.value)
            for depth, key, scalar in _scalars(new)
            if not self._is_written(scalar.start)
        ]
        return len(before) == len(after) and all(
            one[:3] == other[:3] and one[3] in {None, other[3]}
            for one, other in zip(before, after, strict=True)
        )

    def _is_inside(self, offset: int) -> bool:
        """Tell whether an offset of the old file is in a piece that goes."""
        number = bisect_right(self._starts, offset)
        return number > 0 and offset < self._edits[number - 1].end

    def _is_written(self, offset: int) -> bool:
        """Tell whether an offset of the new file is in a piece that comes."""
        number = bisect_right(self._new_starts, offset)
        if not number:
            return False
        return offset < self._new_starts[number - 1] + len(self._edits[number - 1].text)

    @cached_property
    def _new_starts(self) -> list[int]:
        return [start + shift for start, shift in zip(self._starts, self._shifts, strict=False)]

    def _untouched(self, scalar: Scalar) -> str | None:
        """Give a text as it must be afterwards; None where an edit is in it."""
        number = bisect_right(self._starts, scalar.start)
        is_touched = number < len(self._starts) and self._starts[number] < scalar.end
        return None if is_touched else scalar.value


def _scalars(root: Value | None) -> Iterator[tuple[int, int, Scalar]]:
    """Give each text with how deep it is and the start of the key it is under, -1 for none."""
    waiting: list[tuple[int, int, Value]] = [] if root is None else [(0, -1, root)]
    seen: set[int] = set()
    while waiting:
        depth, key, value = waiting.pop()
        if id(value) in seen:  # by an alias
            continue
        seen.add(id(value))
        if isinstance(value, Scalar):
            yield depth, key, value
            continue
        if isinstance(value, Sequence):
            below = [(depth + 1, key, item) for item in value.items]
        else:
            below = []
            for own, item in value.entries.values():
                below += [(depth + 1, key, own), (depth + 1, own.start, item)]
        waiting.extend(reversed(below))
