"""From packed panels to places: the middle of every mark, and the stacks of every panel."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.render.overview.pack import PADDING, STACK_GAP, Panel

if TYPE_CHECKING:
    from argmap.render.overview.rows import Spot


@dataclass(frozen=True, slots=True)
class Stack:
    """Rows of a panel that stand below each other."""

    x: float
    """Left edge; the lines to what hangs on nothing here begin at it."""
    right: float
    top: float
    bottom: float
    first: int
    """First row."""
    left: int
    """Column at its left edge."""


@dataclass(frozen=True)
class Placed:
    """A panel with the places of all that is in it."""

    panel: Panel
    stacks: tuple[Stack, ...]
    stack_of: tuple[int, ...]
    """For each spot the number of its stack."""
    xs: tuple[float, ...]
    """For each spot the left edge of its mark."""
    ys: tuple[float, ...]
    """For each spot the middle of its mark."""

    @property
    def spots(self) -> list[Spot]:
        """All spots, each after the one it hangs on."""
        return self.panel.piece.rows.spots


def place_panel(panel: Panel) -> Placed:
    """Place the nodes of a panel."""
    piece = panel.piece
    size = piece.size
    stacks = _stacks(panel)
    firsts = [stack.first for stack in stacks]
    numbers, xs, ys = [], [], []
    for spot in piece.rows.spots:
        at = bisect_right(firsts, spot.row) - 1
        stack = stacks[at]
        numbers.append(at)
        xs.append(stack.x + size.gap + (spot.column - stack.left) * piece.pitch)
        ys.append(stack.top + (spot.row - stack.first + 0.5) * size.row)
    return Placed(panel, stacks, tuple(numbers), tuple(xs), tuple(ys))


def _stacks(panel: Panel) -> tuple[Stack, ...]:
    piece, rows = panel.piece, panel.piece.rows
    x, top = panel.x + PADDING, panel.y + piece.size.head
    stacks = []
    widths = piece.widths(panel.capacity)
    for (first, end), width in zip(pairwise(rows.breaks(panel.capacity)), widths, strict=True):
        bottom = top + (end - first) * piece.size.row
        left = min(rows.starts[first:end], default=0)
        stacks.append(Stack(x, x + width, top, bottom, first, left))
        x += width + STACK_GAP
    return tuple(stacks)
