"""One statement as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Status
from argmap.model.nodes import Counterpoint, Kind, StatementNode
from argmap.render import icons
from argmap.render.axes import DOWN, LEFT, UP
from argmap.render.compose.links import jump, links_line
from argmap.render.compose.stack import LONGEST_LINE, PILL_HEIGHT, Stack, draw_pill, pill_width
from argmap.render.compose.wording import (
    describe_citations,
    describe_node,
    describe_reference,
    pills_of,
    status_words,
)
from argmap.render.measure.clean import shorten
from argmap.render.measure.styles import BODY, KIND, LABEL, ROW, SMALL, TITLE
from argmap.render.shapes import Drawing, End, Path, Rectangle, Shape, Start, Words, moved

if TYPE_CHECKING:
    from argmap.render.plan.types import Card, Plan

CARD_WIDTH = 292.0
_LEFT = 16.0
_RIGHT = 12.0
_TOP = 8.0
_BOTTOM = 9.0
_ROW_LEFT = 34.0
_ROW_LABEL = 27.0
_RADIUS = 7.0
_BAR = "M0 7a7 7 0 0 1 5-6.7V{inner:g}A7 7 0 0 1 0 {outer:g}z"
_CHECK_ROOM = 15.0
"""For the mark of what stands, before the label."""
_MOST_ROOM = 640.0
"""Of a card with its bar at the right, so that short lines do not begin far from it."""
_BAR_AT_RIGHT = "M0 7a7 7 0 0 0 -5-6.7V{inner:g}A7 7 0 0 0 0 {outer:g}z"
_SIGN_ROOM = 5.0
"""Kept free at the edge in whose middle the sign stands."""
_ROW_CHARACTERS = 96
_REFERENCE_CHARACTERS = 220


def draw_card(plan: Plan, card: Card, width: float = CARD_WIDTH, *, least: float = 0.0) -> Drawing:
    """Draw a card: kind, label, text, voice, sources, status, and its evidence inside.

    Args:
        plan: the picture.
        card: what is drawn.
        width: of the card, in pixels.
        least: height of the card at least, in pixels.
    """
    if card.node is None:
        return _draw_lost(plan, card, least)
    if card.is_reference:
        return _draw_reference(plan, card, least)
    model = plan.graph.nodes[card.node].model
    stack = Stack(_LEFT, _top(plan), _room(plan, width))
    _header(stack, plan, card.node, model)
    _statement(stack, plan, model)
    stack.space(3)
    stack.pills(pills_of(plan, card.node, card.place))
    if isinstance(model, Counterpoint) and model.conceded is not None:
        _conceded(stack, model.conceded)
    above = stack.y
    for row in card.rows:
        _row(stack, plan, row)
    support = (above + stack.y) / 2 if card.rows else None
    links_line(stack, plan, card)
    height = max(least, stack.y + _bottom(plan) - 3)
    frame = _frame(plan, card, (width, height), stack.shapes)
    return Drawing(width, height, frame, support)


def _room(plan: Plan, width: float) -> float:
    """Give the room for what a card holds, which in a card across the page is a part of it."""
    return min(width - _LEFT - _RIGHT, _MOST_ROOM if plan.axes is LEFT else LONGEST_LINE)


def _top(plan: Plan) -> float:
    return _TOP + (_SIGN_ROOM if plan.axes is DOWN else 0)


def _bottom(plan: Plan) -> float:
    return _BOTTOM + (_SIGN_ROOM if plan.axes is UP else 0)


def _frame(
    plan: Plan, card: Card, size: tuple[float, float], inside: list[Shape]
) -> tuple[Shape, ...]:
    """Put the card's body and bar under what it holds, and the node's group around it."""
    assert card.node is not None  # noqa: S101 - lost references are drawn elsewhere
    width, height = size
    kind = plan.graph.nodes[card.node].kind.value
    pill = status_words(plan, card.node)
    state = f"s-{pill[1] if pill else 'stands'}"
    if card.is_reference:
        title, identity = describe_reference(plan, card.node), _reference_identity(card)
    else:
        title, identity = describe_node(plan, card.node), node_identity(plan, card.node)
    shape, x = _BAR, 0.0
    if plan.axes is LEFT:
        shape, x = _BAR_AT_RIGHT, width
        inside = moved(tuple(inside), width - _room(plan, width) - 2 * _LEFT, 0)
    bar = shape.format(inner=height - 0.3, outer=height - _RADIUS)
    ghost = " ghost" if card.is_reference else ""
    return (
        Start(f"node k-{kind} {state}{ghost}", title, identity),
        Rectangle(0, 0, width, height, _RADIUS, "card"),
        Path(x, 0, bar, f"bar b-{kind}"),
        *inside,
        End(),
    )


def node_identity(plan: Plan, node: int) -> tuple[tuple[str, str], ...]:
    """Give the attributes that tell which node a group is: number, anchor, the author's id."""
    own = plan.graph.nodes[node].model.id
    attributes = (("id", f"n{node}"), ("data-node", str(node)))
    return (*attributes, ("data-id", own)) if own is not None else attributes


def _reference_identity(card: Card) -> tuple[tuple[str, str], ...]:
    return () if card.node is None else (("data-ref", str(card.node)),)


def _header(stack: Stack, plan: Plan, node: int, model: StatementNode) -> None:
    kind = model.kind.value
    words = KIND.line(kind.upper())
    baseline = stack.y + 9.6
    stack.shapes.append(Path(stack.x, stack.y, icons.KINDS[model.kind], f"ic i-{kind}"))
    stack.shapes.append(Words(stack.x + 17, baseline, words, KIND, f"f-{kind}"))
    x = stack.x + 17 + words.width + 7
    for said in (model.qualifier, None if model.weight is None else f"weight {model.weight:g}"):
        if said is None:
            continue
        text = shorten(said, 24)
        if x + pill_width(text, "quiet") < stack.x + stack.width - 48:
            stack.shapes.extend(draw_pill(x, stack.y - 3.5, text, "quiet"))
            x += pill_width(text, "quiet") + 4
    is_across = stack.width > CARD_WIDTH and plan.axes is not LEFT
    _label(stack, plan, node, x if is_across else None)
    stack.y += 15


def _label(stack: Stack, plan: Plan, node: int, left: float | None) -> None:
    """Add the label, and the mark of what stands, from so far left or at the right end."""
    label = LABEL.line(plan.labels.get(node, ""))
    model = plan.graph.nodes[node].model
    judged = model.kind in {Kind.CLAIM, Kind.COUNTERPOINT} and node not in plan.graph.unsound
    mark = _CHECK_ROOM if judged and plan.evaluation.status(node) is Status.STANDS else 0.0
    right = stack.x + stack.width if left is None else left + mark + label.width
    stack.shapes.append(Words(right, stack.y + 9.6, label, LABEL, anchor="end"))
    if mark:
        at = right - label.width - mark
        stack.shapes.append(Path(at, stack.y, icons.CHECK, "ic i-stands"))


def _statement(stack: Stack, plan: Plan, model: StatementNode) -> None:
    """Add title, text, voice and sources."""
    stack.space(1.5)
    if model.title is not None:
        stack.text(model.title, TITLE)
    stack.text(model.text, BODY)
    _origin(stack, plan, model)


def _origin(stack: Stack, plan: Plan, model: StatementNode) -> None:
    if model.by is not None:
        stack.space(1)
        stack.marked(icons.VOICE, f"says: {model.by}", SMALL, "f-voice")
    stack.text(describe_citations(plan.graph, model.cite), SMALL)


def _conceded(stack: Stack, words: str) -> None:
    """Add why the point is granted and changes nothing, set apart from the point itself."""
    stack.space(3)
    top = stack.y
    at = len(stack.shapes)
    stack.space(3)
    stack.marked(icons.CONCEDED, f"Conceded: {words}", SMALL, "f-conceded")
    stack.space(4)
    body = Rectangle(stack.x - 4, top, stack.width + 8, stack.y - top, 4, "conc")
    stack.shapes.insert(at, body)
    stack.space(2)


def _row(stack: Stack, plan: Plan, row: Card) -> None:
    """Add evidence, or a reference, as a row of the card it supports."""
    stack.space(3)
    top = stack.y
    right = stack.x + stack.width
    inner = Stack(_ROW_LEFT, top + 4, right - _ROW_LEFT - _ROW_LABEL)
    if row.is_reference or row.node is None:
        inner.room = inner.width + _ROW_LABEL
        _reference_words(inner, plan, row, _ROW_CHARACTERS)
        identity = _reference_identity(row)
        title, kind = describe_reference(plan, row.node), "jump"
    else:
        model = plan.graph.nodes[row.node].model
        label = LABEL.line(plan.labels.get(row.node, ""))
        inner.shapes.append(Words(right, inner.y + 10.5, label, LABEL, anchor="end"))
        inner.shapes.append(Path(_LEFT, inner.y + 1.5, icons.KINDS[model.kind], "ic i-evidence"))
        _row_words(inner, plan, row, model)
        identity = node_identity(plan, row.node)
        title, kind = describe_node(plan, row.node), "evidence"
    inner.space(5)
    height = inner.y - top
    body = Rectangle(12, top, right - 8, height, 4, "evb")
    stack.shapes.extend((Start(f"row r-{kind}", title, identity), body, *inner.shapes, End()))
    stack.y = top + height


def _row_words(inner: Stack, plan: Plan, row: Card, model: StatementNode) -> None:
    assert row.node is not None  # noqa: S101 - `_row` saw to it
    if model.title is not None:
        inner.text(model.title, ROW, "f-strong")
    inner.text(model.text, ROW)
    inner.room = min(inner.room + _ROW_LABEL, inner.width + _ROW_LABEL)
    if model.qualifier is not None:
        inner.text(f"({model.qualifier})", SMALL)
    _origin(inner, plan, model)
    pills = pills_of(plan, row.node, row.place)
    if pills:
        inner.space(3)
        inner.pills(pills)
    links_line(inner, plan, row)


def _reference_words(inner: Stack, plan: Plan, card: Card, limit: int) -> None:
    """Add the label and the beginning of a statement that is defined elsewhere."""
    label = plan.labels.get(card.node, "?") if card.node is not None else "?"
    start, end = jump(plan, card.node)
    width = pill_width(label, "jump")
    inner.shapes.append(start)
    inner.shapes.append(Path(inner.x - 18, inner.y + 1.5, icons.JUMP, "ic i-jump"))
    inner.shapes.extend(draw_pill(inner.x - 1, inner.y - 1, label, "jump"))
    text = (
        shorten(plan.graph.nodes[card.node].text, limit)
        if card.node is not None
        else "no such node"
    )
    room = Stack(inner.x + width + 4, inner.y, inner.room - width - 4)
    room.text(text, ROW, "f-muted")
    pill = status_words(plan, card.node) if card.node is not None else None
    if pill:
        room.space(2)
        room.pills([pill])
    inner.shapes.extend((*room.shapes, end))
    inner.y = max(room.y, inner.y + PILL_HEIGHT)


def _draw_reference(plan: Plan, card: Card, least: float) -> Drawing:
    """Draw the place of a node that is defined elsewhere: its label, and how it begins."""
    stack = Stack(_LEFT + 18, _top(plan), CARD_WIDTH - _LEFT - 18 - _RIGHT)
    _reference_words(stack, plan, card, _REFERENCE_CHARACTERS)
    links_line(stack, plan, card)
    height = max(least, stack.y + _bottom(plan) - 2)
    frame = _frame(plan, card, (CARD_WIDTH, height), stack.shapes)
    return Drawing(CARD_WIDTH, height, frame)


def _draw_lost(plan: Plan, card: Card, least: float) -> Drawing:
    """Draw a reference that leads nowhere."""
    stack = Stack(_LEFT + 18, _top(plan), CARD_WIDTH - _LEFT - 18 - _RIGHT)
    _reference_words(stack, plan, card, _REFERENCE_CHARACTERS)
    links_line(stack, plan, card)
    height = max(least, stack.y + _bottom(plan) - 2)
    body = Rectangle(0, 0, CARD_WIDTH, height, _RADIUS, "card")
    start = Start("node ghost s-unsupported", describe_reference(plan, None))
    return Drawing(CARD_WIDTH, height, (start, body, *stack.shapes, End()))
