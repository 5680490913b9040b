"""A box of the layout: a single card, or linked premises in one frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.nodes import Premises
from argmap.render import icons
from argmap.render.axes import DOWN, LEFT, RIGHT, UP
from argmap.render.compose.card import draw_card
from argmap.render.compose.drawn import (
    BOX_WIDTH,
    GROUP_PADDING,
    DrawnBox,
    far_point,
    middle_of,
    near_point,
)
from argmap.render.compose.group import draw_group
from argmap.render.compose.links import jump
from argmap.render.compose.stack import Stack
from argmap.render.measure.clean import shorten
from argmap.render.measure.styles import SMALL
from argmap.render.plan.types import SIGN_WORDS
from argmap.render.plan.way import partners
from argmap.render.shapes import Drawing, Path, Rectangle, moved

if TYPE_CHECKING:
    from argmap.render.axes import Axes, Point
    from argmap.render.plan.types import Box, Plan

_ORIGIN_CHARACTERS = 44
_MOST_PARTNERS = 4
_ORIGIN_LEFT = 10.0
_ORIGIN_ICON = 15.0
_TURN = 8.0
"""Radius of a corner."""
_GAP = 4.0
"""Between the words and the card."""
_SIGN_ROOM = 7.0
"""Kept free beside an edge in whose middle the sign stands."""


def draw_box(plan: Plan, box: Box) -> DrawnBox:
    """Draw a box of a tree in its own coordinates.

    Args:
        plan: the picture.
        box: what is drawn.
    """
    if box.is_group and needs_frame(plan, box):
        drawn = draw_group(plan, box)
    else:
        drawn = _draw_lone(plan, box, BOX_WIDTH, plan.axes)
    return _with_origin(plan, box, drawn, plan.axes)


def draw_head(plan: Plan, box: Box, width: float) -> DrawnBox:
    """Draw a box that stands across a panel; the line to its parent begins at its side.

    Args:
        plan: the picture.
        box: what is drawn, a card.
        width: of the box with the room around its card, in pixels.
    """
    axes = LEFT if plan.axes is LEFT else RIGHT
    return _with_origin(plan, box, _draw_lone(plan, box, width, axes), axes)


def _draw_lone(plan: Plan, box: Box, width: float, axes: Axes) -> DrawnBox:
    drawn = draw_card(plan, box.cards[0], width - 2 * GROUP_PADDING)
    body = Rectangle(GROUP_PADDING, 0, drawn.width, drawn.height, 0, "")
    middle = middle_of(axes, body)
    port = far_point(axes, body, middle)
    rows = None
    if drawn.support is not None:
        rows = far_point(axes, body, middle if axes.is_vertical else drawn.support)
    drawing = Drawing(width, drawn.height, tuple(moved(drawn.shapes, body.x, 0)))
    return DrawnBox(drawing, (port,), (rows,), port, near_point(axes, body))


def needs_frame(plan: Plan, box: Box) -> bool:
    """Tell whether there is anything to show of a group besides one card."""
    model = plan.graph.map.places[box.place].model
    assert isinstance(model, Premises)  # noqa: S101 - groups are built from premises alone
    said = model.title or model.warrant or model.scheme or plan.marks.get(box.place)
    undercut = any(plan.boxes[child].port < 0 for child in box.children)
    return bool(len(box.cards) != 1 or said or undercut)


def _with_origin(plan: Plan, box: Box, drawn: DrawnBox, axes: Axes) -> DrawnBox:
    """Say by a box that was moved what it goes on from, and lead a line there."""
    if box.continues is None:
        return drawn
    drawing = drawn.drawing
    origin = _draw_origin(plan, box, drawing.width - 2 * GROUP_PADDING)
    room = _SIGN_ROOM if axes.is_vertical else 0.0
    at, down = 0.0, origin.height + (room if axes is DOWN else 0.0)
    if plan.axes is UP:
        at, down = drawing.height + (room or _GAP), 0.0
    entry = drawn.entry.moved(down)
    line = () if axes.is_vertical else (_origin_line(box, entry, drawing.width, axes, at),)
    shapes = (*line, *moved(origin.shapes, 0, at), *moved(drawing.shapes, 0, down))
    height = max(at + origin.height, down + drawing.height)
    return DrawnBox(
        Drawing(drawing.width, height, shapes),
        tuple(port.moved(down) for port in drawn.ports),
        tuple(rows and rows.moved(down) for rows in drawn.supports),
        drawn.step_port.moved(down),
        entry,
    )


def _draw_origin(plan: Plan, box: Box, width: float) -> Drawing:
    assert box.continues is not None  # noqa: S101 - the caller saw to it
    words = _origin_words(plan, box, box.continues)
    left = _ORIGIN_LEFT
    if plan.axes is LEFT:
        left += max(0.0, width - SMALL.width(words) - _ORIGIN_LEFT - _ORIGIN_ICON)
    stack = Stack(left, 0, width - 2 - (left - _ORIGIN_LEFT))
    start, end = jump(plan, box.continues)
    stack.shapes.append(start)
    stack.marked(icons.JUMP, words, SMALL, "f-jump")
    stack.shapes.append(end)
    return Drawing(width, stack.y + _GAP, tuple(stack.shapes))


def _origin_words(plan: Plan, box: Box, above: int) -> str:
    """Say what a box does to a node, and with what: `supports A1, with B2: Nobody came`."""
    label = plan.label(above)
    words = f"{SIGN_WORDS[box.sign]} {'the thesis' if label == 'T' else label}"
    others = [plan.label(node) for node in partners(plan.graph, box.place)]
    if len(others) > _MOST_PARTNERS:
        others = [*others[: _MOST_PARTNERS - 1], f"{len(others) - _MOST_PARTNERS + 1} more"]
    if others:
        *first, last = others
        words += f", with {', '.join(first)} and {last}" if first else f", with {last}"
    if label != "T":
        words += f": {shorten(plan.graph.nodes[above].text, _ORIGIN_CHARACTERS)}"
    return words


def _origin_line(box: Box, entry: Point, width: float, axes: Axes, top: float) -> Path:
    """Draw the line from a box to the words, above or below it, that say what it hangs on."""
    start, out = _ORIGIN_LEFT, -_TURN
    if axes is LEFT:
        start, out = width - _ORIGIN_LEFT, _TURN
    turn = _TURN if top < entry.y else -_TURN
    data = (
        f"M{start:g} {top + 7.5:g}H{entry.x + out / 2:g}q{out:g} 0 {out:g} {turn:g}"
        f"V{entry.y - turn:g}q0 {turn:g} {-out:g} {turn:g}H{entry.x:g}"
    )
    idle = " idle" if box.is_idle else ""
    return Path(0, 0, data, f"e e-{box.sign.value}{idle}")
