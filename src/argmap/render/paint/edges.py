"""Lines between boxes, and the signs on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.compose.box import BOX_WIDTH, COLUMN_GAP
from argmap.render.icons import SIGN_MARKS, SIGN_SHAPES
from argmap.render.paint.svg import number
from argmap.render.plan.types import Sign
from argmap.render.shapes import Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.layout.page import PlacedBlock, PlacedBox, PlacedPanel, PlacedPart

_APART = 15.0
"""Room between lines of different kinds where they leave one card."""
_GATE = 13.0
"""From a card's edge to the mark that an undercut sets on its lines."""
_TRUNK = 14.0
"""From the banner's left edge to the trunk."""
_LEVEL = 12.0
"""Difference in height below which a line to a gate is straight."""
_BUS = 8.0
"""From a bus, which leads the trunk to further lanes, down to the lanes."""
_SMALL_GATE = "M0 -7.5L7.5 0 0 7.5 -7.5 0z"
_SMALL_CROSS = "M-2.2 -2.2l4.4 4.4M2.2 -2.2l-4.4 4.4"


@dataclass(frozen=True, slots=True)
class _Port:
    """The right side of a card, or of a group's step, where lines end."""

    x: float
    y: float
    signs: tuple[Sign, ...]
    """Kinds of lines that end here, from the top."""

    def height(self, sign: Sign) -> float:
        return self.y + (self.signs.index(sign) - (len(self.signs) - 1) / 2) * _APART


def _idle(*placed: PlacedBox) -> str:
    """Give the classes of a line or sign that counts for nothing, or is muted."""
    idle = " idle" if all(one.box.is_idle for one in placed) else ""
    return idle + _dim(*placed)


def _dim(*placed: PlacedBox) -> str:
    return " dim" if all(one.box.is_dim for one in placed) else ""


def draw_lines(panel: PlacedPanel) -> tuple[list[Path], list[Path]]:
    """Draw the lines inside a panel.

    Returns:
        The lines, to be painted under the boxes, and the signs, to be painted over them.
    """
    lines: list[Path] = []
    signs: list[Path] = []
    boxes = panel.boxes
    by_number = {placed.box.number: placed for placed in boxes}
    heads = {block.head.box.number for block in panel.blocks if block.head is not None}
    for parent in boxes:
        if parent.box.number in heads:
            continue
        children = [by_number[child] for child in parent.box.children]
        for port in sorted({child.box.port for child in children}):
            here = [child for child in children if child.box.port == port]
            _draw_port(parent, port, here, lines, signs)
    for block in panel.blocks:
        if block.head is not None:
            _draw_head_lines(block, block.head, lines, signs)
    for placed in boxes:
        signs.extend(draw_sign(placed))
    return lines, signs


def _draw_head_lines(
    block: PlacedBlock, head: PlacedBox, lines: list[Path], signs: list[Path]
) -> None:
    """Hang a block's trees on trunks that come down from its head."""
    top = head.y + head.drawn.drawing.height
    lanes = [
        (lane.trunk, [placed for placed in lane.boxes if placed.box.parent == head.box.number])
        for lane in block.lanes
    ]
    undercuts = [
        placed for _, roots in lanes for placed in roots if placed.box.sign is Sign.UNDERCUT
    ]
    supported = [trunk for trunk, roots in lanes if _has(roots, Sign.FOR)]
    attacked = supported or [trunk for trunk, roots in lanes if _has(roots, Sign.UNDERCUT)]
    for trunk, roots in lanes:
        _hang(trunk, top, roots, lines)
        if undercuts and trunk in attacked:
            signs.extend(_draw_gate(trunk, top + 3, undercuts))


def _has(roots: list[PlacedBox], sign: Sign) -> bool:
    return any(placed.box.sign is sign for placed in roots)


def _hang(x: float, top: float, roots: list[PlacedBox], lines: list[Path]) -> None:
    """Draw a trunk and its branches."""
    if not roots:
        return
    lowest = max(placed.entry for placed in roots) - 9
    if lowest > top:
        signs = {placed.box.sign for placed in roots}
        ink = f"e e-{roots[0].box.sign.value}" if len(signs) == 1 else "trunk"
        ink += _dim(*roots)
        lines.append(Path(0, 0, f"M{number(x)} {number(top)}V{number(lowest)}", ink))
    for placed in roots:
        data = f"M{number(x)} {number(placed.entry - 9)}q0 9 9 9H{number(placed.left)}"
        lines.append(Path(0, 0, data, f"e e-{placed.box.sign.value}{_idle(placed)}"))


def _trunk_gate(x: float, top: float, roots: list[PlacedBox], signs: list[Path]) -> None:
    """Mark a trunk that an undercut is aimed at."""
    undercuts = [placed for placed in roots if placed.box.sign is Sign.UNDERCUT]
    if undercuts:
        signs.extend(_draw_gate(x, top + 3, undercuts))


def _draw_gate(x: float, y: float, undercuts: list[PlacedBox]) -> Iterator[Path]:
    idle = _idle(*undercuts)
    yield Path(x, y, _SMALL_GATE, f"sign sign-undercut{idle}")
    yield Path(x, y, _SMALL_CROSS, f"mark mark-undercut{idle}")


def _draw_port(
    parent: PlacedBox, at: int, children: list[PlacedBox], lines: list[Path], signs: list[Path]
) -> None:
    kinds = tuple(dict.fromkeys(child.box.sign for child in children))
    right = parent.x + BOX_WIDTH - parent.drawn.inset
    if at >= 0 and parent.drawn.inset == 0:
        right -= (BOX_WIDTH - parent.drawn.drawing.width) / 2
    inner = parent.drawn.step_port if at < 0 else parent.drawn.ports[at]
    supported = at >= 0 and Sign.FOR in kinds
    if Sign.UNDERCUT in kinds and supported:
        kinds = tuple(kind for kind in kinds if kind is not Sign.UNDERCUT)
    port = _Port(right, parent.y + inner, kinds)
    gate = _gate(parent, at, port, supported=supported)
    for child in children:
        if child.box.sign is Sign.UNDERCUT:
            lines.append(_to_gate(child, gate, parent, on_line=supported))
        else:
            lines.append(_curve(child, port.x, port.height(child.box.sign), parent))
    undercuts = [child for child in children if child.box.sign is Sign.UNDERCUT]
    if undercuts:
        signs.extend(_draw_gate(*gate, undercuts))


def _gate(parent: PlacedBox, at: int, port: _Port, *, supported: bool) -> tuple[float, float]:
    """Give where an undercut meets what it is aimed at: the lines, the rows, or the frame."""
    if supported:
        return port.x + _GATE, port.height(Sign.FOR)
    rows = parent.drawn.supports[at] if at >= 0 else None
    if rows is not None:
        return port.x, parent.y + rows
    return port.x, port.height(Sign.UNDERCUT) if Sign.UNDERCUT in port.signs else port.y


def _curve(child: PlacedBox, x: float, y: float, parent: PlacedBox) -> Path:
    """Draw a line that bends between the columns only, so that it runs through no card."""
    edge = parent.x + BOX_WIDTH
    left = edge + COLUMN_GAP
    middle = (edge + left) / 2
    end = child.x + child.drawn.inset
    target = child.y + child.drawn.entry
    data = (
        f"M{number(x)} {number(y)}H{number(edge)}"
        f"C{number(middle)} {number(y)} {number(middle)} {number(target)} "
        f"{number(left)} {number(target)}H{number(end)}"
    )
    return Path(0, 0, data, f"e e-{child.box.sign.value}{_idle(child)}")


def _to_gate(
    child: PlacedBox, gate: tuple[float, float], parent: PlacedBox, *, on_line: bool
) -> Path:
    if not on_line:
        return _curve(child, *gate, parent)
    x, y = gate
    end, target = child.x + child.drawn.inset, child.y + child.drawn.entry
    if abs(target - y) < _LEVEL:
        data = f"M{number(x)} {number(y)}L{number(end)} {number(target)}"
        return Path(0, 0, data, f"e e-undercut{_idle(child)}")
    bend = min(22.0, abs(target - y)) * (1 if target > y else -1)
    data = (
        f"M{number(x)} {number(y)}V{number(target - bend)}"
        f"Q{number(x)} {number(target)} {number(x + abs(bend))} {number(target)}H{number(end)}"
    )
    return Path(0, 0, data, f"e e-undercut{_idle(child)}")


def draw_sign(placed: PlacedBox) -> Iterator[Path]:
    """Draw the sign of what a box does, on its left edge."""
    sign = placed.box.sign
    x, y = placed.x + placed.drawn.inset, placed.y + placed.drawn.entry
    yield Path(x, y, SIGN_SHAPES[sign], f"sign sign-{sign.value}{_idle(placed)}")
    yield Path(x, y, SIGN_MARKS[sign], f"mark mark-{sign.value}{_idle(placed)}")


def draw_trunk(part: PlacedPart) -> tuple[list[Path], list[Path]]:
    """Draw the line from the thesis down to the roots of its panels, and its branches."""
    if part.banner is None:
        return [], []
    x, top = part.x + _TRUNK, part.y + part.banner.height
    lines: list[Path] = []
    first: list[PlacedBox] = []
    roots: list[PlacedBox] = []
    reach = top
    for block in (block for panel in part.panels for block in panel.blocks):
        for at, (trunk, boxes) in enumerate(_hanging(block, x)):
            roots.extend(boxes)
            if at == 0:
                first.extend(boxes)
            elif boxes:
                y = block.y - _BUS
                bus = f"M{number(x)} {number(y - 9)}q0 9 9 9H{number(trunk - 9)}q9 0 9 9"
                lines.append(Path(0, 0, bus, f"trunk{_dim(*boxes)}"))
                _hang(trunk, y + 9, boxes, lines)
                reach = max(reach, y - 9)
    _hang(x, top, first, lines)
    if reach > max([top, *(placed.entry - 9 for placed in first)]):
        lines.append(
            Path(0, 0, f"M{number(x)} {number(top)}V{number(reach)}", f"trunk{_dim(*roots)}")
        )
    gates: list[Path] = []
    _trunk_gate(x, top, roots, gates)
    return lines, gates


def _hanging(block: PlacedBlock, x: float) -> Iterator[tuple[float, list[PlacedBox]]]:
    """Yield the boxes of a block that hang on the thesis, lane by lane, with the lane's trunk."""
    if block.head is not None:
        yield x, [block.head] if _hangs(block.head) else []
        return
    for lane in block.lanes:
        yield lane.trunk, [placed for placed in lane.boxes if _hangs(placed)]


def _hangs(placed: PlacedBox) -> bool:
    return placed.box.parent is None and placed.box.continues is None
