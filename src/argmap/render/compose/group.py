"""Linked premises in one frame, with the rule that takes them to what they support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Premises
from argmap.model.schemes.library import scheme_title
from argmap.render import icons
from argmap.render.axes import DOWN, LEFT, UP
from argmap.render.compose.card import CARD_WIDTH, draw_card
from argmap.render.compose.drawn import (
    BOX_WIDTH,
    GROUP_PADDING,
    PITCH,
    DrawnBox,
    far_point,
    near_point,
)
from argmap.render.compose.stack import Stack
from argmap.render.compose.wording import describe_step, mark_pills
from argmap.render.measure.styles import JOIN, SMALL, SMALL_BOLD, TITLE
from argmap.render.shapes import Drawing, End, Path, Rectangle, Shape, Start, Words, moved

if TYPE_CHECKING:
    from argmap.render.plan.types import Box, Plan

_WIDEST_GROUP = 4
_JOIN_GAP = 24.0


def draw_group(plan: Plan, box: Box) -> DrawnBox:
    """Draw a frame with its cards, in its own coordinates.

    What is said of the step stands at the edge that faces what the premises support, so that
    lines to a card do not run past it, where reasons stand above or below.

    Args:
        plan: the picture.
        box: what is drawn.
    """
    model = plan.graph.map.places[box.place].model
    assert isinstance(model, Premises)  # noqa: S101 - groups are built from premises alone
    is_row = has_row(plan, box)
    width = BOX_WIDTH + (len(box.cards) - 1) * PITCH if is_row else BOX_WIDTH
    stack = Stack(GROUP_PADDING + 4, GROUP_PADDING, width - 2 * GROUP_PADDING - 8)
    if plan.axes is not UP:
        _title(stack, model)
    if plan.axes is DOWN:
        _rule(stack, plan, box, model)
        stack.space(GROUP_PADDING if stack.shapes else 0)
    middles, rows = (_set_in_a_row if is_row else _set_in_a_column)(stack, plan, box)
    foot = stack.y
    if plan.axes is UP:
        stack.space(GROUP_PADDING)
        _title(stack, model)
    if plan.axes is not DOWN:
        _rule(stack, plan, box, model)
    stack.space(GROUP_PADDING)
    step = (foot + stack.y) / 2 if stack.y - foot > GROUP_PADDING else stack.y - 14
    if plan.axes.is_vertical:
        step = width - 14
    frame = Rectangle(0, 0, width, stack.y, 10, "grp")
    opening = Start("group", describe_step(plan, box.place), (("data-group", str(box.place)),))
    shapes = (opening, frame, *stack.shapes, End())
    axes = plan.axes
    return DrawnBox(
        Drawing(width, stack.y, shapes),
        tuple(far_point(axes, frame, middle) for middle in middles),
        tuple(None if row is None else far_point(axes, frame, row) for row in rows),
        far_point(axes, frame, step),
        near_point(axes, frame),
    )


def has_row(plan: Plan, box: Box) -> bool:
    """Tell whether a group's cards stand side by side.

    Where reasons stand above or below, they do; else where nothing hangs on it, right or left.
    """
    if plan.axes.is_vertical:
        return box.is_group and 1 < len(box.cards) <= box.room
    return (
        box.is_group
        and box.parent is None
        and not box.children
        and 1 < len(box.cards) <= min(_WIDEST_GROUP, box.room)
    )


_Places = tuple[list[float], list[float | None]]
"""How far across the middle of each card lies, and that of its rows."""


def _set_in_a_column(stack: Stack, plan: Plan, box: Box) -> _Places:
    middles: list[float] = []
    rows: list[float | None] = []
    for at, card in enumerate(box.cards):
        if at:
            words = "GIVEN THAT" if card.is_warrant else "AND"
            stack.shapes.extend(_join(BOX_WIDTH / 2, stack.y + 12, words))
            stack.y += _JOIN_GAP
        drawn = draw_card(plan, card)
        stack.shapes.extend(moved(drawn.shapes, GROUP_PADDING, stack.y))
        middles.append(stack.y + drawn.height / 2)
        rows.append(None if drawn.support is None else stack.y + drawn.support)
        stack.y += drawn.height
    if plan.axes.is_vertical:
        across = BOX_WIDTH / 2
        return [across] * len(middles), [None if row is None else across for row in rows]
    return middles, rows


def _set_in_a_row(stack: Stack, plan: Plan, box: Box) -> _Places:
    height = max(draw_card(plan, card).height for card in box.cards)
    drawn = [draw_card(plan, card, least=height) for card in box.cards]
    places = [GROUP_PADDING + at * PITCH for at in range(len(drawn))]
    if plan.axes is LEFT:
        places.reverse()
    for at, (card, item) in enumerate(zip(box.cards, drawn, strict=True)):
        x = places[at]
        if at:
            words = "GIVEN" if card.is_warrant else "AND"
            between = (places[at - 1] + x + CARD_WIDTH) / 2
            stack.shapes.extend(_join(between, stack.y + height / 2, words))
        stack.shapes.extend(moved(item.shapes, x, stack.y))
    if plan.axes.is_vertical:
        stack.y += height
        middles = [x + CARD_WIDTH / 2 for x in places]
        pairs = zip(middles, drawn, strict=True)
        return middles, [None if item.support is None else middle for middle, item in pairs]
    middles = [stack.y + height / 2] * len(drawn)
    stack.y += height
    return middles, [None] * len(drawn)


def _join(x: float, y: float, words: str) -> list[Shape]:
    """Draw the pill between two premises, around a middle."""
    line = JOIN.line(words)
    width = line.width + 18
    pill = Rectangle(x - width / 2, y - 8, width, 16, 8, "and")
    return [pill, Words(x, y + 3.2, line, JOIN, anchor="middle")]


def _title(stack: Stack, model: Premises) -> None:
    if model.title is not None:
        stack.text(model.title, TITLE)
        stack.space(4)


def _rule(stack: Stack, plan: Plan, box: Box, model: Premises) -> None:
    """Say by what rule the premises carry, and what became of the step."""
    lines: list[tuple[str, str]] = []
    if model.warrant is not None:
        lines.append(("Warrant", model.warrant))
    if model.scheme is not None:
        lines.append(("Scheme", scheme_title(model.scheme)))
    for name, words in lines:
        stack.space(5)
        _named(stack, name, words)
    pills = _step_pills(plan, box) + mark_pills(plan.marks.get(box.place, ()))
    if pills:
        stack.space(6)
        stack.pills(pills)


def _named(stack: Stack, name: str, words: str) -> None:
    lead: list[Shape] = []
    line = SMALL_BOLD.line(f"{name}:")
    lead.append(Path(stack.x, stack.y + 0.5, icons.JUMP, "ic i-step"))
    lead.append(Words(stack.x + 15, stack.y + 10.5, line, SMALL_BOLD, "f-step"))
    indent = 15 + line.width + 5
    stack.shapes.extend(lead)
    stack.text(words, SMALL, "f-step", indent)


def _step_pills(plan: Plan, box: Box) -> list[tuple[str, str]]:
    reason = plan.reasons.get(box.place)
    if reason is None:
        return []
    verdict = plan.evaluation.reasons[reason]
    if verdict.status is Status.DEFEATED and verdict.ground is Ground.UNDERCUT:
        return [("Step defeated", "defeated")]
    return []
