"""A box of the layout: a single card, or linked premises in one frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Premises
from argmap.render import icons
from argmap.render.compose.card import CARD_WIDTH, draw_card
from argmap.render.compose.links import jump
from argmap.render.compose.stack import LONGEST_LINE, Stack
from argmap.render.compose.wording import mark_pills
from argmap.render.measure.clean import shorten
from argmap.render.measure.styles import JOIN, SMALL, SMALL_BOLD, TITLE
from argmap.render.plan.types import SIGN_WORDS
from argmap.render.shapes import Drawing, End, Path, Rectangle, Shape, Start, Words, moved

if TYPE_CHECKING:
    from argmap.render.plan.types import Box, Plan

GROUP_PADDING = 8.0
BOX_WIDTH = CARD_WIDTH + 2 * GROUP_PADDING
"""Every box is as wide as a group, so that columns align; a lone card stands inside its box."""
COLUMN_GAP = 48.0
PITCH = BOX_WIDTH + COLUMN_GAP
"""From one column to the next."""
_WIDEST_GROUP = 4
_JOIN_GAP = 24.0
_ORIGIN_CHARACTERS = 44


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box with its size and the heights at which lines may end."""

    drawing: Drawing
    ports: tuple[float, ...]
    """Middle of each card."""
    supports: tuple[float | None, ...]
    """Middle of the rows of each card, where it has any."""
    step_port: float
    """Where lines end that are aimed at the step, not at a card."""
    entry: float
    """Where the line to the parent begins."""
    inset: float
    """Room between the box's edge and the frame in it, left and right."""


def draw_box(plan: Plan, box: Box, width: float = BOX_WIDTH) -> DrawnBox:
    """Draw a box in its own coordinates.

    Args:
        plan: the picture.
        box: what is drawn.
        width: of the box with the room around its card, in pixels.
    """
    top = _origin(plan, box, width - 2 * GROUP_PADDING)
    if box.is_group and needs_frame(plan, box):
        return _draw_group(plan, box, top)
    shapes = list(top.shapes)
    ports, supports, y = [], [], top.y
    for card in box.cards:
        drawn = draw_card(plan, card, width - 2 * GROUP_PADDING)
        shapes.extend(moved(drawn.shapes, GROUP_PADDING, y))
        ports.append(y + drawn.height / 2)
        supports.append(_below(drawn, y))
        y += drawn.height
    middle = (top.y + y) / 2
    drawing = Drawing(width, y, tuple(shapes))
    return DrawnBox(drawing, tuple(ports), tuple(supports), middle, middle, GROUP_PADDING)


def _below(drawn: Drawing, y: float) -> float | None:
    return None if drawn.support is None else y + drawn.support


def needs_frame(plan: Plan, box: Box) -> bool:
    """Tell whether there is anything to show of a group besides one card."""
    model = plan.graph.map.places[box.place].model
    assert isinstance(model, Premises)  # noqa: S101 - groups are built from premises alone
    said = model.title or model.warrant or model.scheme or plan.marks.get(box.place)
    undercut = any(plan.boxes[child].port < 0 for child in box.children)
    return bool(len(box.cards) != 1 or said or undercut)


def _origin(plan: Plan, box: Box, width: float) -> Stack:
    """Say above a box that was moved what it goes on from."""
    stack = Stack(GROUP_PADDING + 2, 0, width - 2)
    if box.continues is None:
        return stack
    node = box.continues
    label = plan.labels.get(node, "?")
    words = f"{SIGN_WORDS[box.sign]} {label}: "
    words += shorten(plan.graph.nodes[node].text, _ORIGIN_CHARACTERS)
    start, end = jump(plan, node)
    stack.shapes.append(start)
    stack.marked(icons.JUMP, words, SMALL, "f-jump")
    stack.shapes.append(end)
    stack.space(4)
    return stack


def _draw_group(plan: Plan, box: Box, top: Stack) -> DrawnBox:
    model = plan.graph.map.places[box.place].model
    assert isinstance(model, Premises)  # noqa: S101 - groups are built from premises alone
    start = top.y
    stack = Stack(GROUP_PADDING + 4, start + GROUP_PADDING, CARD_WIDTH - 8)
    if model.title is not None:
        stack.text(model.title, TITLE)
        stack.space(4)
    wide = is_wide(box)
    ports, supports = (_set_in_a_row if wide else _set_in_a_column)(stack, plan, box)
    foot = stack.y
    _footer(stack, plan, box, model)
    stack.space(GROUP_PADDING)
    step = (foot + stack.y) / 2 if stack.y - foot > GROUP_PADDING else stack.y - 14
    width = BOX_WIDTH + (len(box.cards) - 1) * PITCH if wide else BOX_WIDTH
    frame = Rectangle(0, start, width, stack.y - start, 10, "grp")
    opening = Start("group", attributes=(("data-group", str(box.place)),))
    shapes = (*top.shapes, opening, frame, *stack.shapes, End())
    drawing = Drawing(width, stack.y, shapes)
    middle = (start + stack.y) / 2
    return DrawnBox(drawing, tuple(ports), tuple(supports), step, middle, 0.0)


def is_wide(box: Box) -> bool:
    """Tell whether a group's cards stand side by side: nothing hangs on it, right or left."""
    return (
        box.is_group
        and box.parent is None
        and not box.children
        and 1 < len(box.cards) <= min(_WIDEST_GROUP, box.room)
    )


_Heights = tuple[list[float], list[float | None]]


def _set_in_a_column(stack: Stack, plan: Plan, box: Box) -> _Heights:
    ports: list[float] = []
    supports: list[float | None] = []
    for at, card in enumerate(box.cards):
        if at:
            words = "GIVEN THAT" if card.is_warrant else "AND"
            stack.shapes.extend(_join(BOX_WIDTH / 2, stack.y + 12, words))
            stack.y += _JOIN_GAP
        drawn = draw_card(plan, card)
        stack.shapes.extend(moved(drawn.shapes, GROUP_PADDING, stack.y))
        ports.append(stack.y + drawn.height / 2)
        supports.append(_below(drawn, stack.y))
        stack.y += drawn.height
    return ports, supports


def _set_in_a_row(stack: Stack, plan: Plan, box: Box) -> _Heights:
    drawn = [draw_card(plan, card) for card in box.cards]
    height = max(item.height for item in drawn)
    x = GROUP_PADDING
    for at, (card, item) in enumerate(zip(box.cards, drawn, strict=True)):
        if at:
            words = "GIVEN" if card.is_warrant else "AND"
            stack.shapes.extend(_join(x - (PITCH - CARD_WIDTH) / 2, stack.y + height / 2, words))
        stack.shapes.extend(moved(item.shapes, x, stack.y + (height - item.height) / 2))
        x += PITCH
    ports = [stack.y + height / 2] * len(drawn)
    stack.width = stack.room = min(LONGEST_LINE, x - PITCH + CARD_WIDTH - stack.x - 4)
    stack.y += height
    return ports, [None] * len(drawn)


def _join(x: float, y: float, words: str) -> list[Shape]:
    """Draw the pill between two premises, around a middle."""
    line = JOIN.line(words)
    width = line.width + 18
    pill = Rectangle(x - width / 2, y - 8, width, 16, 8, "and")
    return [pill, Words(x, y + 3.2, line, JOIN, anchor="middle")]


def _footer(stack: Stack, plan: Plan, box: Box, model: Premises) -> None:
    """Say by what rule the premises carry, and what became of the step."""
    lines: list[tuple[str, str]] = []
    if model.warrant is not None:
        lines.append(("Warrant", model.warrant))
    if model.scheme is not None:
        lines.append(("Scheme", model.scheme.replace("-", " ").replace("_", " ")))
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
