"""Lines of an overview: along rows, down from a node to the rows below, and across the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.paint.svg import number
from argmap.render.shapes import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.overview.place import Placed, Stack
    from argmap.render.overview.rows import Spot
    from argmap.render.overview.tree import Shape

_TRUNK = 0.4
"""Where a trunk runs, as a part of the gap right of a mark."""
_BEND = 0.16
"""How far an arc bends, as a part of its length."""


class Ink:
    """Lines of one panel, collected by class, so that each class is one path."""

    def __init__(self) -> None:
        """Begin without lines."""
        self._data: dict[str, list[str]] = {}

    def add(self, ink: str, data: str) -> None:
        """Add a line."""
        self._data.setdefault(ink, []).append(data)

    def paths(self) -> Iterator[Path]:
        """Yield one path for each class, in a fixed order."""
        for ink, data in sorted(self._data.items()):
            yield Path(0, 0, "".join(data), ink)


class PanelLines:
    """Draws the lines inside a panel."""

    def __init__(self, shape: Shape, placed: Placed, ends: list[float], classes: list[str]) -> None:
        """Begin.

        Args:
            shape: the map.
            placed: the panel.
            ends: for each spot where what is shown of it ends.
            classes: for each spot what the class of the line to it ends in.
        """
        self.shape = shape
        self.placed = placed
        self.ends = ends
        self.classes = classes
        self.ink = Ink()
        self.size = placed.panel.piece.size

    def draw(self) -> list[Path]:
        """Draw all lines."""
        lower: dict[int, list[int]] = {}
        for at, spot in enumerate(self.placed.spots):
            if spot.above is None:
                self._begin(at, spot)
            elif spot.is_cut:
                self._go_on(at, spot.above)
            elif spot.is_first:
                self._along(at, spot.above)
            else:
                lower.setdefault(spot.above, []).append(at)
        for above, spots in lower.items():
            self._hang(above, spots)
        self._join_groups()
        return list(self.ink.paths())

    def _ink(self, at: int) -> str:
        sign = self.shape.signs[self.placed.spots[at].node]
        return f"e e-{sign.value}{self.classes[at]}"

    def _stack(self, at: int) -> Stack:
        return self.placed.stacks[self.placed.stack_of[at]]

    def _begin(self, at: int, spot: Spot) -> None:
        """Draw the line to a root: from the left edge, which stands for what it hangs on."""
        if self.shape.above[spot.node] is not None:
            y = number(self.placed.ys[at])
            self.ink.add(
                self._ink(at), f"M{number(self._stack(at).x)} {y}H{number(self.placed.xs[at])}"
            )

    def _along(self, at: int, above: int) -> None:
        y = number(self.placed.ys[at])
        self.ink.add(self._ink(at), f"M{number(self.ends[above])} {y}H{number(self.placed.xs[at])}")

    def _go_on(self, at: int, above: int) -> None:
        """Draw the line from the end of a row back to the left, where the next row goes on.

        What goes on further below begins at the edge, as what is told elsewhere.
        """
        x, y = self.placed.xs[at], self.placed.ys[at]
        stack, end, height = self._stack(at), self.ends[above], self.placed.ys[above]
        right = stack.right + self.size.gap / 2
        if self.placed.spots[at].row != self.placed.spots[above].row + 1:
            self.ink.add(self._ink(at), f"M{number(end)} {number(height)}h{number(self.size.gap)}")
            self.ink.add(self._ink(at), f"M{number(stack.x)} {number(y)}H{number(x)}")
        elif self.placed.stack_of[above] != self.placed.stack_of[at]:
            self.ink.add(self._ink(at), draw_arc((end, height), (x, y)))
        else:
            self.ink.add(
                self._ink(at),
                f"M{number(end)} {number(height)}H{number(right)}V{number(y - self.size.row / 2)}"
                f"H{number(stack.x)}V{number(y)}H{number(x)}",
            )

    def _hang(self, above: int, spots: list[int]) -> None:
        """Draw a trunk down from a node, and a branch to each of the rows that hang on it."""
        inks = {self._ink(at) for at in spots}
        ink = inks.pop() if len(inks) == 1 else "trunk"
        column = self.placed.spots[above].column
        here, top = self.placed.stack_of[above], self.placed.ys[above]
        last = top
        for at in spots:
            stack = self._stack(at)
            x = self._trunk(column, stack)
            if self.placed.stack_of[at] != here:
                self._drop(ink, column, here, last, self.placed.stacks[here].bottom)
                here, last = self.placed.stack_of[at], stack.top
            y = self.placed.ys[at]
            self._drop(ink, column, here, last, y)
            self.ink.add(self._ink(at), f"M{number(x)} {number(y)}H{number(self.placed.xs[at])}")
            last = y

    def _drop(self, ink: str, column: int, stack: int, top: float, bottom: float) -> None:
        x = self._trunk(column, self.placed.stacks[stack])
        self.ink.add(ink, f"M{number(x)} {number(top)}V{number(bottom)}")

    def _trunk(self, column: int, stack: Stack) -> float:
        pitch = self.placed.panel.piece.pitch
        return stack.x + (column + 1 - stack.left) * pitch + self.size.gap * _TRUNK

    def _join_groups(self) -> None:
        """Draw a bar along premises that only work together."""
        bars: dict[tuple[int, int], list[int]] = {}
        for at, spot in enumerate(self.placed.spots):
            group = self.shape.groups[spot.node]
            if group is not None:
                bars.setdefault((group, self.placed.stack_of[at]), []).append(at)
        reach = self.size.mark / 2
        for spots in bars.values():
            x = self.placed.xs[spots[0]] - self.size.gap * (1 - _TRUNK) / 2
            ys = [self.placed.ys[at] for at in spots]
            if len(spots) > 1:
                data = f"M{number(x)} {number(min(ys) - reach)}V{number(max(ys) + reach)}"
                self.ink.add("join", data)


def draw_arc(above: tuple[float, float], below: tuple[float, float]) -> str:
    """Draw a line across the page, from the node where it is used to where it is told."""
    (x, y), (to_x, to_y) = above, below
    across, down = to_x - x, to_y - y
    if not across and not down:
        return f"M{number(x)} {number(y)}c-18 -18 18 -18 0 0"
    middle_x, middle_y = (x + to_x) / 2 + down * _BEND, (y + to_y) / 2 - across * _BEND
    return (
        f"M{number(x)} {number(y)}Q{number(middle_x)} {number(middle_y)} "
        f"{number(to_x)} {number(to_y)}"
    )
