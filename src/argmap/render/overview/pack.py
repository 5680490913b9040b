"""Sections to panels, side by side in strips across a page of a sane shape."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from argmap.render.overview.rows import Rows, arrange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argmap.render.overview.rows import Spot
    from argmap.render.overview.sizes import Size
    from argmap.render.overview.tree import Section, Shape

PADDING = 14.0
PANEL_GAP = 14.0
STACK_GAP = 16.0
"""Between two stacks of rows."""
ASPECT = 1.45
"""Width to height that pages are made for."""
_PANEL_ASPECT = 1.5
"""Width to height that a section is arranged for."""
_TRIES = 5
_MANY = 300
"""Panels of which so many are packed that only the likeliest numbers of strips are tried."""
_LEAST_ROWS = 8
"""Rows that a stack may have, for what is short reads best unbroken."""
_STRIP_SHARES = (0.6, 1.0, 1.4, 2.0)
"""Numbers of strips that are tried, as parts of that at which panels are about square."""


@dataclass(frozen=True)
class Piece:
    """A section ready for packing."""

    section: Section
    rows: Rows
    least: float
    """Width that its heading and counts need."""
    pitch: float
    """From one column to the next."""
    size: Size

    def widths(self, capacity: int) -> list[float]:
        """Give the width of each stack where stacks hold so many rows."""
        found = []
        for first, end in pairwise(self.rows.breaks(capacity)):
            left = min(self.rows.starts[first:end], default=0)
            columns = max(self.rows.ends[first:end], default=0) - left
            found.append(columns * self.pitch)
        return found

    def width(self, capacity: int) -> float:
        """Give the width of its panel where stacks hold so many rows."""
        widths = self.widths(capacity)
        inner = sum(widths) + STACK_GAP * (len(widths) - 1)
        return max(inner, self.least) + 2 * PADDING

    def height(self, capacity: int) -> float:
        """Give the height of its panel where stacks hold so many rows."""
        breaks = self.rows.breaks(capacity)
        rows = max(end - first for first, end in pairwise(breaks))
        return self.size.head + rows * self.size.row + PADDING

    @cached_property
    def room(self) -> float:
        """Estimate the area of its panel."""
        inner = len(self.rows.ends) * max(self.rows.ends, default=1) * self.pitch * self.size.row
        side = sqrt(inner)
        return max(side + 2 * PADDING, self.least) * (side + self.size.head + PADDING)


@dataclass(frozen=True, slots=True)
class Panel:
    """A section on the page."""

    piece: Piece
    x: float
    y: float
    width: float
    height: float
    capacity: int
    """Rows of a stack."""


@dataclass(slots=True)
class _Cell:
    """Panels one below the other."""

    pieces: list[Piece]
    heights: list[float]
    width: float

    @property
    def height(self) -> float:
        return sum(self.heights) + PANEL_GAP * (len(self.heights) - 1)


@dataclass(frozen=True, slots=True)
class _Strip:
    """Cells side by side."""

    cells: tuple[_Cell, ...]
    capacity: int

    @property
    def width(self) -> float:
        return sum(cell.width for cell in self.cells) + PANEL_GAP * (len(self.cells) - 1)

    @property
    def height(self) -> float:
        return max(cell.height for cell in self.cells)

    @property
    def breaks(self) -> int:
        return sum(
            len(piece.rows.breaks(self.capacity)) - 2
            for cell in self.cells
            for piece in cell.pieces
        )


@dataclass(frozen=True, slots=True)
class Packing:
    """All panels in strips, and the room that they need."""

    strips: tuple[_Strip, ...]
    width: float
    height: float

    @property
    def breaks(self) -> int:
        """How often rows that belong together are torn apart."""
        return sum(strip.breaks for strip in self.strips)

    def far(self) -> list[Spot]:
        """List the spots that stand away from the one they hang on."""
        cells = (cell for strip in self.strips for cell in strip.cells)
        return [spot for cell in cells for piece in cell.pieces for spot in piece.rows.far()]

    def place(self, x: float, y: float, width: float, height: float) -> list[Panel]:
        """Place the panels so that all together they are as wide and as high as said."""
        taller = max(0.0, height - self.height) / max(1, len(self.strips))
        panels: list[Panel] = []
        for strip in self.strips:
            panels.extend(_place_strip(strip, x, y, width, strip.height + taller))
            y += strip.height + taller + PANEL_GAP
        return panels


def build_pieces(
    shape: Shape, size: Size, cell: float, least: Sequence[float]
) -> tuple[Piece, ...]:
    """Arrange every section in rows.

    Args:
        shape: the map.
        size: of the marks.
        cell: width of a mark with what is shown beside it.
        least: for each section the width that its heading and counts need.
    """
    pitch = cell + size.gap
    pieces = []
    for section, needed in zip(shape.sections, least, strict=True):
        widest = int(sqrt(_PANEL_ASPECT * len(section.nodes) * size.row / pitch))
        pieces.append(Piece(section, arrange(shape, section, widest), needed, pitch, size))
    return tuple(pieces)


def pack(pieces: tuple[Piece, ...], least: float, cost: Callable[[float, float], float]) -> Packing:
    """Pack panels on a page that is neither high nor wide.

    Args:
        pieces: the sections.
        least: width that the panels have at least, all together.
        cost: tells of a width and a height how little they suit the page.
    """
    if not pieces:
        return Packing((), least, 0.0)
    shares = _STRIP_SHARES if len(pieces) <= _MANY else (1.0,)
    counts = {max(1, round(sqrt(len(pieces) / ASPECT) * share)) for share in shares}
    found = (packing for count in sorted(counts) for packing in _packings(pieces, count, least))
    rows = sum(len(piece.rows.ends) for piece in pieces)
    return min(found, key=lambda found: cost(found.width, found.height) * (1 + found.breaks / rows))


def _packings(pieces: tuple[Piece, ...], count: int, least: float) -> Iterator[Packing]:
    """Pack panels in about so many strips of several widths."""
    width = max(least, sqrt(ASPECT * sum(piece.room for piece in pieces)))
    for _ in range(_TRIES):
        strips = _strips(pieces, count, width)
        across = max(least, *(strip.width for strip in strips))
        height = sum(strip.height for strip in strips) + PANEL_GAP * (len(strips) - 1)
        yield Packing(tuple(strips), across, height)
        width = max(least, sqrt(max(across, width) * ASPECT * height))


def _strips(pieces: tuple[Piece, ...], count: int, width: float) -> list[_Strip]:
    """Share pieces out to strips of about the same area, in order."""
    share = sum(piece.room for piece in pieces) / count
    strips: list[_Strip] = []
    waiting: list[Piece] = []
    taken, needed, number = 0.0, 0.0, 0
    for piece in pieces:
        here = int((taken + piece.room / 2) / share)
        taken += piece.room
        least = piece.least + 2 * PADDING + PANEL_GAP
        if waiting and (here != number or needed + least > width):
            strips.append(_fit(waiting, width))
            waiting, needed = [], 0.0
        number = here
        waiting.append(piece)
        needed += least
    strips.append(_fit(waiting, width))
    return strips


def _fit(pieces: list[Piece], width: float) -> _Strip:
    """Find the least height at which panels are no wider than the page."""
    high = max(len(piece.rows.ends) for piece in pieces)
    low = min(high, _LEAST_ROWS)
    while low < high:
        middle = (low + high) // 2
        if _fill(pieces, middle).width <= width:
            high = middle
        else:
            low = middle + 1
    return _fill(pieces, low)


def _fill(pieces: list[Piece], capacity: int) -> _Strip:
    """Put panels side by side, and below each other where both are low enough."""
    highest = max(piece.height(capacity) for piece in pieces)
    cells: list[_Cell] = []
    for piece in pieces:
        across, height = piece.width(capacity), piece.height(capacity)
        if cells and cells[-1].height + PANEL_GAP + height <= highest:
            cells[-1].pieces.append(piece)
            cells[-1].heights.append(height)
            cells[-1].width = max(cells[-1].width, across)
        else:
            cells.append(_Cell([piece], [height], across))
    return _Strip(tuple(cells), capacity)


def _place_strip(strip: _Strip, x: float, y: float, across: float, down: float) -> Iterator[Panel]:
    wider = max(0.0, across - strip.width) / len(strip.cells)
    for cell in strip.cells:
        taller = (down - cell.height) / len(cell.heights)
        top = y
        for piece, own in zip(cell.pieces, cell.heights, strict=True):
            width, height = cell.width + wider, own + taller
            capacity = int((height - piece.size.head - PADDING) / piece.size.row)
            if capacity < strip.capacity or piece.width(capacity) > width:
                capacity = strip.capacity
            yield Panel(piece, x, top, width, height, capacity)
            top += height + PANEL_GAP
        x += width + PANEL_GAP
