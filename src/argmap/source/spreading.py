"""Where the pieces of a quotation stand one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Stretch = tuple[int, int]
"""Begin and end, exclusive."""


class Piece(Protocol):
    """A piece of a quotation that can be looked for between two places of a text."""

    @property
    def size(self) -> int:
        """Give how long it is."""

    def find(self, start: int, end: int) -> int:
        """Give the first place between two where it stands; -1 for none."""

    def rfind(self, start: int, end: int) -> int:
        """Give the last place between two where it stands; -1 for none."""


def place(pieces: Sequence[Piece], start: int, end: int) -> list[Stretch]:
    """Give where each piece stands, as early as it can; nothing where one does not stand."""
    found: list[Stretch] = []
    for piece in pieces:
        at = piece.find(start, end)
        if at < 0:
            return []
        start = at + piece.size
        found.append((at, start))
    return found


def spread(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Stretch]:
    """Give where all pieces stand, each time as close together as they do.

    From the end of what is found first the pieces are looked for backwards, so that it begins as
    late as it can; the next begins behind that.
    """
    while found := place(pieces, start, end):
        begin, behind = found[-1]
        for piece, (earliest, _) in zip(pieces[-2::-1], found[-2::-1], strict=True):
            begin = piece.rfind(earliest, begin)
        yield begin, behind
        start = begin + 1
