"""Lanes: the trees of a block in runs, next to one another as far as the page has room."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from argmap.render.compose.drawn import COLUMN_GAP, PITCH
from argmap.render.layout.place import GAP

if TYPE_CHECKING:
    from argmap.render.axes import Axes
    from argmap.render.layout.blocks import Block, Tree

LANE_INDENT = 34.0
"""Room at a lane's near edge for the line its trees hang on."""
LEVEL_INDENT = 42.0
"""The same where reasons stand above or below."""
LANE_GAP = 20.0


@dataclass(frozen=True, slots=True)
class Lane:
    """Trees placed one after the other, across."""

    trees: tuple[Tree, ...]
    depth: float
    """Near edge, where its trunk runs, from the block's near edge."""
    indent: float
    """Room for the trunk."""

    @property
    def start(self) -> float:
        """Where its first tree begins across, as the block counts."""
        return min(tree.start for tree in self.trees)

    @property
    def breadth(self) -> float:
        """From the start of its first tree to the end of its last, across."""
        return max(tree.end for tree in self.trees) - self.start

    @property
    def far(self) -> float:
        """Far edge, from the block's near edge."""
        return self.depth + self.indent + max(tree.depth for tree in self.trees)


def arrange(block: Block, columns: int, axes: Axes) -> list[Lane]:
    """Cut a block's trees into lanes.

    Where reasons stand right or left, there are as many lanes, side by side, as the columns hold;
    where they stand above or below, each lane takes the trees that the columns hold.

    Args:
        block: the trees, in order; a lane takes the next few of them.
        columns: columns of boxes that the page's width holds.
        axes: where reasons stand.
    """
    if axes.is_vertical:
        return _lanes(_fill(block.trees, columns * PITCH - COLUMN_GAP), is_vertical=True)
    narrowest = min((tree.columns for tree in block.trees), default=1)
    for lanes in range(min(columns // narrowest, len(block.trees)), 1, -1):
        parts = _balance(block.trees, lanes)
        if sum(max(tree.columns for tree in part) for part in parts) <= columns:
            return _lanes(parts)
    return _lanes([block.trees]) if block.trees else []


def _lanes(parts: list[tuple[Tree, ...]], *, is_vertical: bool = False) -> list[Lane]:
    lanes, depth = [], 0.0
    for part in parts:
        indent = LANE_INDENT
        if is_vertical:
            indent = LEVEL_INDENT if any(map(_hangs, part)) else 0.0
        lanes.append(Lane(part, depth, indent))
        depth = lanes[-1].far + LANE_GAP
    return lanes


def _hangs(tree: Tree) -> bool:
    """Tell whether a line leads to a tree; what was moved only says what it belongs to."""
    return tree.boxes[0].box.continues is None


def _balance(trees: tuple[Tree, ...], lanes: int) -> list[tuple[Tree, ...]]:
    """Cut the trees into at most so many runs that the longest run is as short as can be."""
    low, high = 0.0, sum(tree.end - tree.start + GAP for tree in trees)
    best = [trees]
    for _ in range(24):
        middle = (low + high) / 2
        parts = _fill(trees, middle, lanes)
        if parts:
            best, high = parts, middle
        else:
            low = middle
    return best


def _fill(
    trees: tuple[Tree, ...], breadth: float, most: int | None = None
) -> list[tuple[Tree, ...]]:
    """Cut the trees into runs no longer than so much, or of one tree; into none if that is many.

    Args:
        trees: in order.
        breadth: of a run.
        most: runs there may be; None for any number.
    """
    parts: list[tuple[Tree, ...]] = []
    first, start, end = 0, inf, -inf
    for at, tree in enumerate(trees):
        upper = min(start, tree.start)
        lower = max(end, tree.end)
        if at > first and lower - upper > breadth:
            parts.append(trees[first:at])
            if len(parts) == most:
                return []
            first, upper, lower = at, tree.start, tree.end
        start, end = upper, lower
    return [*parts, trees[first:]] if trees else []
