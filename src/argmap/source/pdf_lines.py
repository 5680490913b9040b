"""The words of a PDF's page put into lines, and these into the order of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, groupby
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.source.pdf_words import Word

_GAP = 0.8
"""Space between two words, in sizes of the font, from which on they may be in two columns."""
_SAME_LINE = 0.5
"""How far base lines may be apart, in sizes of the font, for one line."""
_SAME_SIZE = 2.2
"""How many times larger one font may be than another in one line."""
_COLUMN_LINES = 3
_COLUMN_SHARE = 0.2
"""Lines that a column has at least, and the part of the width that they take."""
_MOST_CROSSED = 0.5
"""Part of the lines that may run across what parts two columns: titles, abstracts."""
_MOST_COLUMNS = 4
_STRIP = 0.5
"""Width of what parts columns, in sizes of the font, at least."""
_MOST_STRIPS = 5
"""So many of them are looked at."""
_WIDEST = 14_400
"""Points: no page of a PDF is wider."""


@dataclass(slots=True)
class Line:
    """A line of a column."""

    words: list[Word]
    text: str
    """The words, a space between them."""
    page: int
    """From 1."""
    left: float
    right: float
    base: float
    size: float
    """Of the font of most letters, in points."""
    is_bold: bool
    """Whether every word is."""
    column: int = 0
    """Counted through the page."""

    @property
    def place(self) -> tuple[int, int]:
        """Give its page and its column."""
        return self.page, self.column

    @property
    def top(self) -> float:
        """Give about where its letters end."""
        return self.base + self.size


def join_words(words: Iterable[str]) -> str:
    """Join words, or lines, by spaces; Chinese and Japanese ones without."""
    joined = ""
    for word in words:
        is_wide = joined and _WIDE.match(joined[-1]) and _WIDE.match(word)
        joined += word if is_wide or not joined else f" {word}"
    return joined


_WIDE = re.compile("[\u2e80-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff00-\uff60]")
"""Scripts that are written without spaces."""


def read_lines(words: Iterable[Word], page: int) -> list[Line]:
    """Put the words of a page into lines, column by column in the order of reading."""
    pieces = [_line(piece, page) for piece in _pieces(words)]
    pieces.sort(key=lambda piece: (-piece.top, piece.left))
    lines: list[Line] = []
    for number, column in enumerate(_columns(pieces, _MOST_COLUMNS)):
        for row in _rows(column):
            row.column = number
            lines.append(row)
    return lines


def _pieces(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Give the words that follow each other closely on one base line."""
    piece: list[Word] = []
    for word in words:
        if piece and not _follows(piece[-1], word):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _follows(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    is_near = -_GAP * size < word.left - before.right < _GAP * size
    return is_near and _on_one_line(before, word)


def _on_one_line(one: Word | Line, other: Word | Line) -> bool:
    small, large = sorted((one.size, other.size))
    return abs(one.base - other.base) < _SAME_LINE * large and large <= _SAME_SIZE * small


def _line(words: list[Word], page: int) -> Line:
    sizes: dict[float, int] = {}
    bases: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        bases[word.base] = bases.get(word.base, 0) + len(word.text)
    return Line(
        words,
        join_words(word.text for word in words),
        page,
        min(word.left for word in words),
        max(word.right for word in words),
        max(bases, key=lambda base: bases[base]),
        max(sizes, key=lambda size: sizes[size]),
        all(word.is_bold for word in words),
    )


def _rows(pieces: Sequence[Line]) -> Iterator[Line]:
    """Give the lines of a column, from pieces in order of height."""
    row = [pieces[0]]
    for piece in pieces[1:]:
        if not _on_one_line(row[-1], piece):
            yield _joined(row)
            row = []
        row.append(piece)
    yield _joined(row)


def _joined(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    row.sort(key=lambda piece: piece.left)
    return _line([word for piece in row for word in piece.words], row[0].page)


def _columns(pieces: list[Line], most: int) -> Iterator[list[Line]]:
    """Give the pieces of each column, in order of height; what runs across parts them."""
    gutter = _find_gutter(pieces) if most > 1 else None
    if gutter is None:
        if pieces:
            yield pieces
        return
    sides: dict[str, list[Line]] = {"across": [], "left": [], "right": []}
    for piece in pieces:
        is_left = piece.right <= gutter
        side = "left" if is_left else "right" if piece.left >= gutter else "across"
        if side == "across" and (sides["left"] or sides["right"]):
            yield from _band(sides, most)
        sides[side].append(piece)
    yield from _band(sides, most)


def _band(sides: dict[str, list[Line]], most: int) -> Iterator[list[Line]]:
    if sides["across"]:
        yield list(sides["across"])
    yield from _columns(list(sides["left"]), most - 1)
    yield from _columns(list(sides["right"]), most - 1)
    for side in sides.values():
        side.clear()


def _find_gutter(pieces: Sequence[Line]) -> float | None:
    """Find where columns part: the strip that fewest lines run across, the widest of these."""
    if len(pieces) < 2 * _COLUMN_LINES:
        return None
    start = min(piece.left for piece in pieces)
    crossed = _count_crossings(pieces, start)
    least = sorted({count for count in crossed if count <= len(pieces) * _MOST_CROSSED})
    size = median(piece.size for piece in pieces)
    for count in least[:_MOST_STRIPS]:
        strips = sorted(_strips(crossed, count, size * _STRIP), key=lambda strip: strip[::-1])
        for middle, _ in strips[-1 : -_MOST_STRIPS - 1 : -1]:
            if _parts_columns(pieces, start + middle):
                return start + middle
    return None


def _count_crossings(pieces: Sequence[Line], start: float) -> list[int]:
    """Count, for each point of the width, the pieces that lie on it."""
    width = min(int(max(piece.right for piece in pieces) - start) + 1, _WIDEST)
    changes = [0] * (width + 1)
    for piece in pieces:
        changes[min(int(piece.left - start), width)] += 1
        changes[min(int(piece.right - start) + 1, width)] -= 1
    return list(accumulate(changes[:width]))


def _strips(crossed: Sequence[int], most: int, narrowest: float) -> Iterator[tuple[float, int]]:
    """Give middle and width of each strip that no more than so many pieces lie on."""
    start = 0
    for is_free, points in groupby(crossed, key=lambda count: count <= most):
        width = len(list(points))
        if is_free and width >= narrowest:
            yield start + width / 2, width
        start += width


def _parts_columns(pieces: Sequence[Line], gutter: float) -> bool:
    """Tell whether lines of running text stand side by side on the two sides."""
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    if not left or not right:
        return False
    least = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    top = min(left[0].base, right[0].base)
    bottom = max(left[-1].base, right[-1].base)
    for side in (left, right):
        widths = [p.right - p.left for p in side if bottom - p.size <= p.base <= top + p.size]
        if len(widths) < _COLUMN_LINES or median(widths) < least * _COLUMN_SHARE:
            return False
    return True
