"""Lines between the boxes of a tree, and the signs on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.compose.drawn import COLUMN_GAP
from argmap.render.icons import SIGN_MARKS, SIGN_SHAPES
from argmap.render.layout.blocks import LEVEL_GAP
from argmap.render.paint.pen import Pen
from argmap.render.plan.types import Sign
from argmap.render.shapes import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.axes import Axes, Point
    from argmap.render.layout.placed import PlacedBox, PlacedPanel

_APART = 15.0
"""Room between lines of different kinds where they leave one card."""
_GATE = 13.0
"""From a card's edge to the mark that an undercut sets on its lines."""
_LEVEL = 12.0
"""Difference across below which a line to a gate is straight."""
_SMALL_GATE = "M0 -7.5L7.5 0 0 7.5 -7.5 0z"
_SMALL_CROSS = "M-2.2 -2.2l4.4 4.4M2.2 -2.2l-4.4 4.4"


@dataclass(frozen=True, slots=True)
class _Port:
    """The far side of a card, or of a group's step, where lines end."""

    depth: float
    breadth: float
    signs: tuple[Sign, ...]
    """Kinds of lines that end here, in order across."""

    def across(self, sign: Sign) -> float:
        return self.breadth + (self.signs.index(sign) - (len(self.signs) - 1) / 2) * _APART


def line_ink(placed: PlacedBox) -> str:
    """Give the class of the line from a box to what it hangs on."""
    return f"e e-{placed.box.sign.value}{_idle(placed)}"


def _idle(*placed: PlacedBox) -> str:
    """Give the classes of a line or sign that counts for nothing, or is muted."""
    idle = " idle" if all(one.box.is_idle for one in placed) else ""
    return idle + dim_ink(*placed)


def dim_ink(*placed: PlacedBox) -> str:
    """Give the class of what is muted, where all of some boxes are."""
    return " dim" if all(one.box.is_dim for one in placed) else ""


def draw_gate(place: Point, undercuts: list[PlacedBox]) -> Iterator[Path]:
    """Mark the line of a step that undercuts are aimed at."""
    idle = _idle(*undercuts)
    yield Path(*place, _SMALL_GATE, f"sign sign-undercut{idle}")
    yield Path(*place, _SMALL_CROSS, f"mark mark-undercut{idle}")


def draw_sign(placed: PlacedBox) -> Iterator[Path]:
    """Say at a card's edge what it does to what it hangs on."""
    sign = placed.box.sign
    yield Path(*placed.entry, SIGN_SHAPES[sign], f"sign sign-{sign.value}{_idle(placed)}")
    yield Path(*placed.entry, SIGN_MARKS[sign], f"mark mark-{sign.value}{_idle(placed)}")


class TreeLines:
    """Draws the lines inside a panel from box to box, and the gates on them."""

    def __init__(self, axes: Axes) -> None:
        """Begin with no lines."""
        self.axes = axes
        self.gap = LEVEL_GAP if axes.is_vertical else COLUMN_GAP
        self.lines: list[Path] = []
        self.gates: list[Path] = []

    def draw(self, panel: PlacedPanel) -> None:
        """Draw all lines but those that hang on a head."""
        boxes = panel.boxes
        by_number = {placed.box.number: placed for placed in boxes}
        heads = {block.head.box.number for block in panel.blocks if block.head is not None}
        for parent in boxes:
            if parent.box.number in heads:
                continue
            children = [by_number[child] for child in parent.box.children]
            for port in sorted({child.box.port for child in children}):
                here = [child for child in children if child.box.port == port]
                self._draw_port(parent, port, here)

    def _draw_port(self, parent: PlacedBox, at: int, children: list[PlacedBox]) -> None:
        kinds = tuple(dict.fromkeys(child.box.sign for child in children))
        drawn = parent.drawn
        place = parent.at(drawn.step_port if at < 0 else drawn.ports[at])
        supported = at >= 0 and Sign.FOR in kinds
        if Sign.UNDERCUT in kinds and supported:
            kinds = tuple(kind for kind in kinds if kind is not Sign.UNDERCUT)
        port = _Port(self.axes.depth(place), self.axes.breadth(place), kinds)
        gate = self._gate(parent, at, port, supported=supported)
        for child in children:
            if child.box.sign is not Sign.UNDERCUT:
                self._curve(child, port.depth, port.across(child.box.sign))
            elif supported:
                self._to_gate(child, *gate)
            else:
                self._curve(child, *gate)
        undercuts = [child for child in children if child.box.sign is Sign.UNDERCUT]
        if undercuts:
            self.gates.extend(draw_gate(self.axes.point(*gate), undercuts))

    def _gate(
        self, parent: PlacedBox, at: int, port: _Port, *, supported: bool
    ) -> tuple[float, float]:
        """Give where an undercut meets what it is aimed at: the lines, the rows, or the frame."""
        if supported:
            return port.depth + _GATE, port.across(Sign.FOR)
        rows = parent.drawn.supports[at] if at >= 0 else None
        if rows is not None:
            return port.depth, self.axes.breadth(parent.at(rows))
        is_shared = Sign.UNDERCUT in port.signs
        return port.depth, port.across(Sign.UNDERCUT) if is_shared else port.breadth

    def _curve(self, child: PlacedBox, depth: float, breadth: float) -> None:
        """Draw a line that bends between the levels only, so that it runs through no card."""
        near = child.near(self.axes)
        edge = near - self.gap
        middle = (edge + near) / 2
        end, target = self._end(child)
        pen = Pen(self.axes, depth, breadth).along(edge)
        pen.curve((middle, breadth), (middle, target), (near, target)).along(end)
        self.lines.append(pen.path(line_ink(child)))

    def _to_gate(self, child: PlacedBox, depth: float, breadth: float) -> None:
        end, target = self._end(child)
        pen = Pen(self.axes, depth, breadth)
        if abs(target - breadth) < _LEVEL:
            pen.line(end, target)
        else:
            bend = min(22.0, abs(target - breadth)) * (1 if target > breadth else -1)
            pen.across(target - bend).bend((depth, target), (depth + abs(bend), target)).along(end)
        self.lines.append(pen.path(line_ink(child)))

    def _end(self, child: PlacedBox) -> tuple[float, float]:
        return self.axes.depth(child.entry), self.axes.breadth(child.entry)
