"""Lines that many boxes hang on: from a thesis along its panels, and from a head to its trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.axes import LEFT, Axes, Point
from argmap.render.paint.edges import dim_ink, draw_gate, line_ink
from argmap.render.paint.pen import Pen
from argmap.render.plan.types import Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.render.layout.placed import PlacedBlock, PlacedBox, PlacedPart
    from argmap.render.shapes import Path

_TRUNK = 14.0
"""From the banner's edge to the trunk."""
_BUS = 8.0
"""From a bus, which leads the trunk to further lanes, down to the lanes."""
_TURN = 9.0
"""Radius of a corner."""
_ASIDE = ((0.0, _TURN), (_TURN, _TURN))
"""The turn from across to along."""
_INTO = ((_TURN, 0.0), (_TURN, _TURN))
"""The turn from along to across."""
_GATE = 3.0
"""From the edge of a banner or head to the mark of an undercut on its trunk."""

_Hanging = tuple[Point, list["PlacedBox"]]
"""Where a lane's trunk begins, and the boxes on it."""


class Trunks:
    """Draws trunks with their branches, and the gates on them."""

    def __init__(self, axes: Axes) -> None:
        """Begin with no lines."""
        self.axes = axes
        self.lines: list[Path] = []
        self.gates: list[Path] = []

    def draw_head(self, block: PlacedBlock, head: PlacedBox) -> None:
        """Hang a block's trees on their head."""
        lanes = [
            (lane.start, [placed for placed in lane.boxes if placed.box.parent == head.box.number])
            for lane in block.lanes
        ]
        if self.axes.is_vertical:
            self._stem(head.far(self.axes), lanes[0][0].x, [], lanes)
            return
        top = head.y + head.drawn.drawing.height
        undercuts = _undercuts(placed for _, roots in lanes for placed in roots)
        supported = [start for start, roots in lanes if _has(roots, Sign.FOR)]
        attacked = supported or [start for start, roots in lanes if _has(roots, Sign.UNDERCUT)]
        for start, roots in lanes:
            self._hang(start.x, top, roots)
            if undercuts and start in attacked:
                self.gates.extend(draw_gate(Point(start.x, top + _GATE), undercuts))

    def draw_part(self, part: PlacedPart) -> None:
        """Hang the roots of a thesis' panels on it."""
        if part.banner is None:
            return
        blocks = [block for panel in part.panels for block in panel.blocks]
        if self.axes.is_vertical:
            banner = (part.y, part.y + part.banner.height)
            far = max(self.axes.depth(Point(part.x, y)) for y in banner)
            heads = [block.head for block in blocks if block.head is not None]
            heads = [head for head in heads if _hangs(head)]
            lanes = [found for block in blocks for found in _lanes(block)]
            self._stem(far, part.x + _TRUNK, heads, lanes)
            return
        x = part.x + (part.banner.width - _TRUNK if self.axes is LEFT else _TRUNK)
        self._hang_panels(x, part.y + part.banner.height, blocks)

    def _hang_panels(self, x: float, top: float, blocks: list[PlacedBlock]) -> None:
        """Hang first lanes on the trunk down the page's edge, and others on a bus from it."""
        first: list[PlacedBox] = []
        roots: list[PlacedBox] = []
        reach = top
        for block in blocks:
            if block.head is not None and _hangs(block.head):
                first.append(block.head)
                roots.append(block.head)
            for at, (start, boxes) in enumerate(_lanes(block)):
                roots.extend(boxes)
                if at == 0:
                    first.extend(boxes)
                elif boxes:
                    self._bus(x, start.x, start.y - _BUS, f"trunk{dim_ink(*boxes)}")
                    self._hang(start.x, start.y - _BUS + _TURN, boxes)
                    reach = max(reach, start.y - _BUS - _TURN)
        self._hang(x, top, first)
        if reach > max([top, *(placed.entry.y - _TURN for placed in first)]):
            depth = self.axes.depth(Point(x, 0))
            self.lines.append(
                Pen(self.axes, depth, top).across(reach).path(f"trunk{dim_ink(*roots)}")
            )
        self._gate(Point(x, top + _GATE), roots)

    def _bus(self, x: float, trunk: float, y: float, ink: str) -> None:
        depth, end = (self.axes.depth(Point(place, y)) for place in (x, trunk))
        pen = Pen(self.axes, depth, y - _TURN).turn(*_ASIDE)
        self.lines.append(pen.along(end - _TURN).turn(*_INTO).path(ink))

    def _hang(self, x: float, top: float, roots: list[PlacedBox]) -> None:
        """Draw a trunk down the page and its branches, where reasons stand right or left."""
        self._branch(self.axes.depth(Point(x, top)), top, roots)

    def _branch(self, depth: float, start: float, roots: list[PlacedBox]) -> None:
        """Draw a trunk across, as far as its last root, and its branches."""
        if not roots:
            return
        last = max(self.axes.breadth(placed.entry) for placed in roots) - _TURN
        if last > start:
            self.lines.append(Pen(self.axes, depth, start).across(last).path(_ink(roots)))
        for placed in roots:
            pen = Pen(self.axes, depth, self.axes.breadth(placed.entry) - _TURN).turn(*_ASIDE)
            self.lines.append(pen.along(self.axes.depth(placed.entry)).path(line_ink(placed)))

    def _stem(self, far: float, x: float, heads: list[PlacedBox], lanes: list[_Hanging]) -> None:
        """Draw a trunk along the page's height, to heads at its side and to each lane's own.

        Args:
            far: how deep it begins.
            x: where it runs.
            heads: boxes at its side.
            lanes: trunks that leave it, and what is on them.
        """
        reach = far
        for placed in heads:
            depth = self.axes.depth(placed.entry)
            pen = Pen(self.axes, depth - _TURN, x).turn(*_INTO).across(placed.entry.x)
            self.lines.append(pen.path(line_ink(placed)))
            reach = max(reach, depth - _TURN)
        for start, roots in lanes:
            if not roots:
                continue
            depth = self.axes.depth(start)
            pen = Pen(self.axes, depth - _TURN, x).turn(*_INTO)
            self.lines.append(pen.path(_ink(roots)))
            self._branch(depth, x + _TURN, roots)
            reach = max(reach, depth - _TURN)
        hanging = [*heads, *(placed for _, roots in lanes for placed in roots)]
        if reach > far:
            self.lines.append(Pen(self.axes, far, x).along(reach).path(_ink(hanging)))
        self._gate(self.axes.point(far + _GATE, x), hanging)

    def _gate(self, place: Point, roots: list[PlacedBox]) -> None:
        """Mark a trunk that an undercut is aimed at."""
        undercuts = _undercuts(roots)
        if undercuts:
            self.gates.extend(draw_gate(place, undercuts))


def _ink(roots: list[PlacedBox]) -> str:
    signs = {placed.box.sign for placed in roots}
    ink = f"e e-{roots[0].box.sign.value}" if len(signs) == 1 else "trunk"
    return ink + dim_ink(*roots)


def _lanes(block: PlacedBlock) -> Iterator[_Hanging]:
    """Yield the boxes of a block that hang on the thesis, lane by lane."""
    if block.head is None:
        for lane in block.lanes:
            yield lane.start, [placed for placed in lane.boxes if _hangs(placed)]


def _undercuts(roots: Iterable[PlacedBox]) -> list[PlacedBox]:
    return [placed for placed in roots if placed.box.sign is Sign.UNDERCUT]


def _has(roots: list[PlacedBox], sign: Sign) -> bool:
    return any(placed.box.sign is sign for placed in roots)


def _hangs(placed: PlacedBox) -> bool:
    return placed.box.parent is None and placed.box.continues is None
