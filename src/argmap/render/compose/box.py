"""A box of the layout: a single card, or linked premises in one frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Premises
from argmap.render import icons
from argmap.render.compose.card import CARD_WIDTH, draw_card
from argmap.render.compose.stack import Stack
from argmap.render.compose.wording import SIGN_WORDS, mark_pills
from argmap.render.measure.clean import shorten
from argmap.render.measure.styles import JOIN, SMALL, SMALL_BOLD, TITLE
from argmap.render.shapes import Drawing, End, Path, Rectangle, Shape, Start, Words, moved

if TYPE_CHECKING:
    from argmap.render.plan.types import Box, Plan

GROUP_PADDING = 8.0
BOX_WIDTH = CARD_WIDTH + 2 * GROUP_PADDING
"""Every box is as wide as a group, so that columns align; a lone card stands inside its box."""
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
    stack.shapes.append(Start("jump", href=f"#n{node}"))
    stack.marked(icons.JUMP, words, SMALL, "f-jump")
    stack.shapes.append(End(is_link=True))
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
    ports, supports = [], []
    for at, card in enumerate(box.cards):
        if at:
            _join(stack, "GIVEN THAT" if card.is_warrant else "AND")
        drawn = draw_card(plan, card)
        stack.shapes.extend(moved(drawn.shapes, GROUP_PADDING, stack.y))
        ports.append(stack.y + drawn.height / 2)
        supports.append(_below(drawn, stack.y))
        stack.y += drawn.height
    foot = stack.y
    _footer(stack, plan, box, model)
    stack.space(GROUP_PADDING)
    step = (foot + stack.y) / 2 if stack.y - foot > GROUP_PADDING else stack.y - 14
    frame = Rectangle(0, start, BOX_WIDTH, stack.y - start, 10, "grp")
    opening = Start("group", attributes=(("data-group", str(box.place)),))
    shapes = (*top.shapes, opening, frame, *stack.shapes, End())
    drawing = Drawing(BOX_WIDTH, stack.y, shapes)
    middle = (start + stack.y) / 2
    return DrawnBox(drawing, tuple(ports), tuple(supports), step, middle, 0.0)


def _join(stack: Stack, words: str) -> None:
    line = JOIN.line(words)
    width = line.width + 18
    middle = BOX_WIDTH / 2
    pill = Rectangle(middle - width / 2, stack.y + 4, width, 16, 8, "and")
    stack.shapes.extend((pill, Words(middle, stack.y + 15.2, line, JOIN, anchor="middle")))
    stack.y += _JOIN_GAP


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
