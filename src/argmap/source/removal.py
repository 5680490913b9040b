"""What must go from a YAML file to take one thing out of it, and nothing else.

Comments on lines of their own stay, a comment behind the thing goes with it. Where the file does
not read as it should between two values (an alias, an explicit key, a key given twice), nothing
is certain, and there is no removal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Edit
from argmap.source.tree import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from argmap.source.text import Text

Edits = tuple[Edit, ...]
Collection = Mapping | Sequence

_COMMENT = re.compile(r"#[^\r\n]*")
_REST_OF_LINE = re.compile(r"(?:[ \t]+#[^\r\n]*|[ \t]*)(?=[\r\n]|\Z)")
_COMMA_AND_REST = re.compile(r"[ \t]*(?:,[ \t]*)?(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_DASHES = re.compile(r" *(?:- +)+")
_BREAK = re.compile(r"\r\n|\r|\n")


class Piece(NamedTuple):
    """A thing in a collection: an item, or a key with its value. All are offsets."""

    start: int
    end: int
    key_end: int
    """Behind the key; the start of an item."""
    value_start: int

    @classmethod
    def of_entry(cls, key: Scalar, value: Value) -> Piece:
        """Take a key and its value for one thing."""
        return cls(key.start, max(key.end, value.end), key.end, value.start)

    @classmethod
    def of_item(cls, item: Value) -> Piece:
        """Take an item."""
        return cls(item.start, item.end, item.start, item.start)


class Removals:
    """Finds what to take out of one file."""

    def __init__(self, text: Text) -> None:
        """Keep the file."""
        self._text = text
        self._content = text.content
        self._known: dict[int, tuple[Collection, list[Piece], dict[str, int]]] = {}

    def find(self, holder: Mapping, *path: str | int) -> Edits | None:
        """Give the edits that take a key or an item out; None where they are not certain.

        The last thing in a collection goes with the key that the collection stands under.

        Args:
            holder: where the path begins.
            path: keys and numbers of items; the last step is what goes.
        """
        steps: list[tuple[list[Piece], int, Collection]] = []
        here: Value | None = holder
        for step in path:
            if not isinstance(here, Mapping | Sequence):
                return None
            pieces, numbers = self._pieces(here)
            number = numbers.get(step) if isinstance(step, str) else step
            if number is None or number >= len(pieces):
                return None
            steps.append((pieces, number, here))
            here = here.get(str(step)) if isinstance(here, Mapping) else here.items[number]
        while steps and len(steps[-1][0]) == 1:
            steps.pop()
        return self.take_out(*steps[-1]) if steps else None

    def _pieces(self, collection: Collection) -> tuple[list[Piece], dict[str, int]]:
        """Give the things in a collection and, by key, their numbers; found once for each."""
        if id(collection) not in self._known:
            pieces, numbers = [], {}
            if isinstance(collection, Mapping):
                pieces = [Piece.of_entry(*entry) for entry in collection.entries.values()]
                numbers = {key: number for number, key in enumerate(collection.entries)}
            else:
                pieces = [Piece.of_item(item) for item in collection.items]
            # the collection is kept as well, so that no other one gets its id
            self._known[id(collection)] = (collection, pieces, numbers)
        _, pieces, numbers = self._known[id(collection)]
        return pieces, numbers

    def take_out(self, pieces: list[Piece], number: int, collection: Collection) -> Edits | None:
        """Take one of two or more things out of a collection.

        Args:
            pieces: all that is in it, in the order written.
            number: of the thing that goes.
            collection: what holds it.
        """
        piece = pieces[number]
        between = self._content[piece.key_end : piece.value_start].lstrip(" \t")
        if isinstance(collection, Mapping) and (
            piece.value_start < piece.key_end or between[:1] != ":" or _uncommented(between[1:])
        ):
            return None
        if self._content[collection.start] in "[{":
            return self._from_flow(pieces, number, collection)
        return self._from_block(pieces, number, collection)

    def _from_block(self, pieces: list[Piece], number: int, collection: Collection) -> Edits | None:
        piece = pieces[number]
        start: int | None = piece.start
        if isinstance(collection, Sequence):
            start = self._dash(pieces[number - 1].end if number else collection.start, piece)
        rest = _REST_OF_LINE.match(self._content, piece.end)
        if start is None or rest is None:
            return None
        line_start = self._line_start(start)
        before = self._content[line_start:start]
        if not before.strip(" "):
            return self._cuts((line_start, self._next_line(rest.end())))
        if number or isinstance(collection, Sequence) or not _DASHES.fullmatch(before):
            return None
        spaces = len(before) - len(before.rstrip(" "))
        return self._behind_dash(piece, pieces[1], spaces, rest.end())

    def _dash(self, floor: int, piece: Piece) -> int | None:
        """Find the dash of an item, the one sign between it and what stands before it."""
        gap = _blanked(self._content[floor : piece.start])
        return floor + gap.index("-") if gap.strip() == "-" else None

    def _behind_dash(
        self, piece: Piece, following: Piece, spaces: int, line_end: int
    ) -> Edits | None:
        """Take out the first key of an item: the dash stays, the next key moves up to it."""
        if _uncommented(self._content[piece.end : following.start]):
            return None
        if not self._content[line_end : following.start].strip():
            return self._cuts((piece.start, following.start))
        return self._cuts((piece.start - spaces, line_end))

    def _from_flow(self, pieces: list[Piece], number: int, collection: Collection) -> Edits | None:
        piece, content = pieces[number], self._content
        is_first, is_last = number == 0, number == len(pieces) - 1
        before = collection.start + 1 if is_first else pieces[number - 1].end
        after = collection.end - 1 if is_last else pieces[number + 1].start
        lead, trail = _blanked(content[before : piece.start]), _blanked(content[piece.end : after])
        if not before <= piece.start < piece.end <= after or not (
            _is_gap(lead, commas=(not is_first,)) and _is_gap(trail, commas=(True, not is_last))
        ):
            return None
        comma = piece.end + trail.find(",") + 1 if "," in trail else None
        lines = self._own_lines(piece, comma)
        comma_before = before + lead.find(",")
        freed = (comma_before, comma_before + 1)
        if lines is not None:
            return self._cuts(lines) if comma or is_first else self._cuts(freed, lines)
        if not is_last and not _BREAK.search(trail):
            return self._cuts((piece.start, after))
        if not is_first and not _BREAK.search(lead):
            return self._cuts((before, piece.end))
        if comma is None:
            return self._cuts(freed, (piece.start, piece.end))
        return None if "#" in content[piece.end : comma] else self._cuts((piece.start, comma))

    def _own_lines(self, piece: Piece, comma: int | None) -> tuple[int, int] | None:
        """Give the lines of a thing in brackets that shares them with nothing but its comma."""
        line_start = self._line_start(piece.start)
        rest = _COMMA_AND_REST.match(self._content, piece.end)
        if self._content[line_start : piece.start].strip(" \t") or rest is None:
            return None
        is_comma_below = comma is not None and comma > rest.end()
        return None if is_comma_below else (line_start, self._next_line(rest.end()))

    def _line_start(self, offset: int) -> int:
        line, _ = self._text.position(offset)
        return self._text.line_starts[line - 1]

    def _next_line(self, line_end: int) -> int:
        found = _BREAK.match(self._content, line_end)
        return line_end if found is None else found.end()

    def _cuts(self, *cuts: tuple[int, int]) -> Edits:
        return tuple(Edit(self._text.span(start, end), "") for start, end in cuts)


def _blanked(gap: str) -> str:
    """Put spaces in the place of comments."""
    return _COMMENT.sub(lambda comment: " " * len(comment[0]), gap)


def _uncommented(gap: str) -> str:
    """Give what is neither comment nor white space."""
    return _blanked(gap).strip()


def _is_gap(gap: str, *, commas: tuple[bool, ...]) -> bool:
    """Tell whether nothing but a comma stands between two things.

    Args:
        gap: the text between them, without comments.
        commas: whether there is a comma; each answer that is right.
    """
    return gap.strip() in {"," if is_there else "" for is_there in commas}
