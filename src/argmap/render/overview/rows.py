"""A section's trees as rows: each node on the row of the first one that hangs on it.

Read from left to right, a row is a line of argument down to its last word; what hangs on a node
besides stands on the rows below. Nothing is walked twice, and nothing by recursion.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.render.overview.tree import Section, Shape

LEAST_LIMIT = 12
"""Columns that every tree may have."""
_WORTH_CUTTING = 0.7
"""Part of the room that a lower limit must save, or the trees are left whole."""
_BREAKABLE = 0.25
"""Part of a stack of rows, at its end, in which the best row to break at is looked for."""


@dataclass(slots=True)
class Spot:
    """Where a node stands among the rows of its section."""

    node: int
    row: int
    column: int
    above: int | None
    """Spot of the node it hangs on; None for a root."""
    is_first: bool
    """Whether it stands right of the node it hangs on."""
    is_cut: bool = False
    """Whether it stands at the left again, for its tree would grow too wide."""


@dataclass(slots=True)
class Rows:
    """The spots of a section, and from which column to which each row reaches."""

    spots: list[Spot] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def far(self) -> list[Spot]:
        """List the spots that stand at the left and not on the row below the one they hang on."""
        return [
            spot
            for spot in self.spots
            if spot.is_cut and spot.above is not None and spot.row != self.spots[spot.above].row + 1
        ]

    def area(self) -> int:
        """Give the room that the rows take in one stack."""
        return len(self.ends) * max(self.ends, default=0)

    def breaks(self, capacity: int) -> list[int]:
        """Cut the rows into stacks of at most so many; give the first row of each, and the end.

        Near the end of a stack the next one begins at the row that hangs on the least.
        """
        count, found = len(self.starts), [0]
        while found[-1] + capacity < count:
            last = found[-1] + capacity
            first = last - int(capacity * _BREAKABLE)
            least = min(self.starts[first : last + 1])
            found.append(next(at for at in range(last, -1, -1) if self.starts[at] == least))
        found.append(count)
        return found


def arrange(shape: Shape, section: Section, widest: int) -> Rows:
    """Put a section's nodes on rows.

    Args:
        shape: the map.
        section: the nodes.
        widest: columns that fit on a page; deeper trees go on at the left.
    """
    limit = max(widest, LEAST_LIMIT)
    best = _arrange(shape, section, limit)
    limit = min(limit, max(best.ends, default=0)) // 2
    while limit >= LEAST_LIMIT:
        narrower = _arrange(shape, section, limit)
        if narrower.area() > best.area() * _WORTH_CUTTING:
            break
        best, limit = narrower, limit // 2
    return best


def _arrange(shape: Shape, section: Section, limit: int) -> Rows:
    rows = Rows()
    for root in section.roots:
        waiting: deque[tuple[int, int | None]] = deque([(root, None)])
        while waiting:
            node, above = waiting.popleft()
            waiting.extend(_add_tree(rows, shape, node, above, limit))
    return rows


def _add_tree(
    rows: Rows, shape: Shape, root: int, above: int | None, limit: int
) -> list[tuple[int, int | None]]:
    """Add a tree below all rows; give what is too deep for it, to be added next."""
    too_deep: list[tuple[int, int | None]] = []
    stack = [(root, above, 0, False)]
    while stack:
        node, parent, column, is_first = stack.pop()
        if column == limit:
            too_deep.append((node, parent))
            continue
        if not is_first:
            rows.starts.append(column)
            rows.ends.append(column)
        rows.ends[-1] = column + 1
        is_cut = column == 0 and parent is not None
        here = len(rows.spots)
        rows.spots.append(Spot(node, len(rows.ends) - 1, column, parent, is_first, is_cut))
        below = shape.below[node]
        stack.extend((child, here, column + 1, False) for child in reversed(below[1:]))
        stack.extend((child, here, column + 1, True) for child in below[:1])
    return too_deep
