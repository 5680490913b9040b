"""The way from the thesis down to the node that a picture is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.axes import LEFT
from argmap.render.compose.links import jump
from argmap.render.compose.stack import Stack, draw_pill, pill_width, set_right
from argmap.render.measure.styles import ROW, SMALL
from argmap.render.plan.way import relation, statements_above
from argmap.render.shapes import Drawing, End, Shape, Start

if TYPE_CHECKING:
    from argmap.render.plan.types import Plan

_FIRST = 2
_LAST = 6
"""Steps of a long way that are told, from the top and from the bottom."""
_INDENT = 16.0
_GAP = 5.0


def draw_path(plan: Plan, place: int, width: float) -> Drawing:
    """Draw the statements that a place stands below, from the thesis down.

    Args:
        plan: the picture.
        place: that the picture is of.
        width: of the page, in pixels.
    """
    above = statements_above(plan.graph, place)
    if not above:
        return Drawing(width, 0.0, ())
    left_out = len(above) - _FIRST - _LAST
    stack = Stack(0, 0, width)
    for at, step in enumerate(above):
        if at < _FIRST or at >= _FIRST + left_out:
            _step(stack, plan, step, _INDENT * min(at, at - left_out + 1))
        elif at == _FIRST:
            words = f"… {left_out} more step{'' if left_out == 1 else 's'} …"
            stack.text(words, SMALL, "f-muted", _INDENT * at)
            stack.space(_GAP)
    steps = set_right(stack.shapes, width) if plan.axes is LEFT else stack.shapes
    shapes: list[Shape] = [Start("path", "The way from the thesis"), *steps, End()]
    return Drawing(width, stack.y + _GAP, tuple(shapes))


def _step(stack: Stack, plan: Plan, place: int, indent: float) -> None:
    node = plan.graph.node_at[place]
    label = plan.label(node)
    start, end = jump(plan, node)
    stack.shapes.extend((start, *draw_pill(indent, stack.y, label, "jump")))
    said = relation(plan.graph, place, plan.label)
    words = plan.graph.nodes[node].text + (f" ({said})" if said else "")
    stack.text(words, ROW, "", indent + pill_width(label, "jump") + 7)
    stack.space(_GAP)
    stack.shapes.append(end)
