"""Jump marks: where a node is used besides here, and where what belongs here goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render import icons
from argmap.render.measure.styles import SMALL, SMALL_BOLD
from argmap.render.shapes import End, Path, Start, Words

if TYPE_CHECKING:
    from argmap.render.compose.stack import Stack
    from argmap.render.plan.types import Card, Plan


def jump(plan: Plan, node: int | None) -> tuple[Start, End]:
    """Give what opens and closes a jump mark: a link where the node is in the picture.

    Elsewhere it says where it would lead, for the pages of a PDF hold several pictures.
    """
    if node is None:
        return Start("jump"), End()
    if plan.is_drawn(node):
        return Start("jump", href=f"#n{node}"), End(is_link=True)
    return Start("jump", attributes=(("data-to", f"n{node}"),)), End()


def links_line(stack: Stack, plan: Plan, card: Card) -> None:
    """Add the jump marks of a card, each kind in a line of its own, and what is left out."""
    if card.node is not None and not card.is_reference:
        users = [(plan.labels.get(user, "?"), user) for user in plan.uses.get(card.node, ())]
        _line(stack, plan, "also used at", users)
    going_on = []
    for number in card.continued:
        first = next((item.node for item in plan.boxes[number].cards), None)
        if first is not None:
            going_on.append((plan.labels.get(first, "?"), first))
    _line(stack, plan, "goes on at", going_on)
    if card.hidden is not None:
        stack.space(4)
        stack.pills([(f"+ {card.hidden.words}", "hidden")])
        stack.space(2)


def _line(stack: Stack, plan: Plan, words: str, targets: list[tuple[str, int]]) -> None:
    if not targets:
        return
    stack.space(3)
    stack.shapes.append(Path(stack.x, stack.y + 0.5, icons.ALSO, "ic i-jump"))
    lead = SMALL.line(words)
    left = stack.x + 15
    stack.shapes.append(Words(left, stack.y + 10.5, lead, SMALL))
    x = left + lead.width + 5
    for label, node in targets:
        line = SMALL_BOLD.line(label)
        if x + line.width > stack.x + stack.width and x > left:
            x, stack.y = left, stack.y + SMALL.leading
        start, end = jump(plan, node)
        words_there = Words(x, stack.y + 10.5, line, SMALL_BOLD, "f-jump")
        stack.shapes.extend((start, words_there, end))
        x += line.width + 7
    stack.space(SMALL.leading + 1)
