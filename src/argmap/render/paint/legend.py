"""The legend: only of what occurs in the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Status
from argmap.model.nodes import Kind
from argmap.render import icons
from argmap.render.axes import DOWN, LEFT, RIGHT, UP
from argmap.render.compose.stack import draw_pill, pill_width
from argmap.render.compose.wording import status_words
from argmap.render.measure.styles import JOIN, LEGEND
from argmap.render.plan.build import iter_cards
from argmap.render.plan.types import Box, Plan, Sign
from argmap.render.shapes import Drawing, Path, Rectangle, Shape, Words, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.render.plan.highlight import Highlight

_ROW = 26.0
_BETWEEN = 24.0
_SIGN_WORDS = {
    Sign.FOR: "supports what is {side}",
    Sign.AGAINST: "speaks against what is {side}",
    Sign.UNDERCUT: "speaks against the step marked ×, not against what is claimed",
}
_SIDES = {RIGHT: "at its left", LEFT: "at its right", DOWN: "above it", UP: "below it"}
STATUS_MEANINGS = {
    "unsupported": ("No support", "no evidence reaches it"),
    "defeated": (
        "Defeated",
        "something that stands speaks against it, or against all its support",
    ),
    "undecided": ("Undecided", "caught in a circle of attacks"),
}

Item = tuple[float, list[Shape], str]
"""Width of the symbol, the symbol around a baseline of 0, and what it means."""


def draw_legend(plan: Plan, width: float) -> Drawing:
    """Draw the legend in lines of at most `width` pixels."""
    return set_items(_items(plan), width)


def set_items(items: Iterable[Item], width: float) -> Drawing:
    """Set symbols with what they mean in lines of at most `width` pixels."""
    shapes: list[Shape] = []
    x, y, height = 0.0, 0.0, _ROW
    for symbol_width, symbol, words in items:
        lines = LEGEND.lines(words, width - symbol_width - 7)
        needed = symbol_width + 7 + max(line.width for line in lines)
        if x and x + needed > width:
            x, y, height = 0.0, y + height, _ROW
        shapes.extend(moved(tuple(symbol), x, y + 13))
        for at, line in enumerate(lines):
            baseline = y + 17 + at * LEGEND.leading
            shapes.append(Words(x + symbol_width + 7, baseline, line, LEGEND))
        height = max(height, _ROW + (len(lines) - 1) * LEGEND.leading)
        x += needed + _BETWEEN
    return Drawing(width, y + height, tuple(shapes))


def _items(plan: Plan) -> Iterator[Item]:
    if plan.highlight is not None:
        yield from draw_highlighted(plan, plan.highlight)
    yield from draw_kinds(plan)
    yield from _signs(plan)
    yield from _groups(plan)
    yield from _statuses(plan)
    yield from _strength(plan)
    codes = [
        mark.code
        for place, marks in plan.marks.items()
        for mark in marks
        if plan.view.is_drawn(place)
    ]
    if codes:
        first = min(codes)
        symbol = draw_pill(0, -8.5, first, "note")
        yield pill_width(first, "note"), symbol, f"a finding: `argmap rule {first}` explains it"
    if any(node.index in plan.uses for node in plan.nodes) or any(map(_jumps, plan.boxes)):
        symbol = draw_pill(0, -8.5, "A1", "jump")
        yield pill_width("A1", "jump"), symbol, "is told in full at A1"


def _strength(plan: Plan) -> Iterator[Item]:
    if plan.strengths is not None:
        words = "strength 0.75"
        meaning = "how well it is supported, from 0 to 1"
        yield pill_width(words, "quiet"), draw_pill(0, -8.5, words, "quiet"), meaning


def draw_highlighted(plan: Plan, highlight: Highlight) -> Iterator[Item]:
    """Say what stands out, and how much of it is in the picture."""
    total, shown = len(highlight.nodes), sum(map(plan.is_drawn, highlight.nodes))
    count = f"{total}" if shown == total else f"{shown} of {total}"
    symbol: list[Shape] = [Rectangle(0, -8, 22, 16, 4, "card")]
    yield 22.0, symbol, f"stands out: {highlight.words} ({count})"
    yield 22.0, [Rectangle(0, -8, 22, 16, 4, "card dim")], "all else, muted"


def _jumps(box: Box) -> bool:
    """Tell whether something in a box is told elsewhere."""
    return any(card.continued or card.is_reference for card in iter_cards(box))


def draw_kinds(plan: Plan) -> Iterator[Item]:
    """Yield the kinds of nodes that occur."""
    occurring = {node.kind for node in plan.nodes}
    for kind in Kind:
        if kind in occurring and kind in icons.KINDS:
            symbol: list[Shape] = [Path(0, -6, icons.KINDS[kind], f"ic i-{kind.value}")]
            yield 12.0, symbol, kind.value.capitalize()


def _signs(plan: Plan) -> Iterator[Item]:
    occurring = {box.sign for box in plan.boxes}
    for sign in Sign:
        if sign in occurring:
            yield 38.0, _sign(sign, ""), _SIGN_WORDS[sign].format(side=_SIDES[plan.axes])
    if any(box.is_idle for box in plan.boxes):
        yield 38.0, _sign(Sign.FOR, " idle"), "hollow sign: it does not stand, or is conceded"


def _sign(sign: Sign, idle: str) -> list[Shape]:
    return [
        Path(0, 0, "M0 0H28", f"e e-{sign.value}{idle}"),
        Path(29, 0, icons.SIGN_SHAPES[sign], f"sign sign-{sign.value}{idle}"),
        Path(29, 0, icons.SIGN_MARKS[sign], f"mark mark-{sign.value}{idle}"),
    ]


def _groups(plan: Plan) -> Iterator[Item]:
    if any(len(box.cards) > 1 for box in plan.boxes):
        line = JOIN.line("AND")
        width = line.width + 18
        symbol: list[Shape] = [
            Rectangle(0, -8, width, 16, 8, "and"),
            Words(width / 2, 3.2, line, JOIN, anchor="middle"),
        ]
        yield width, symbol, "premises that only work together"


def _statuses(plan: Plan) -> Iterator[Item]:
    judged = [node.index for node in plan.nodes if node.index not in plan.graph.unsound]
    if any(plan.evaluation.status(node) is Status.STANDS for node in judged):
        symbol: list[Shape] = [Path(0, -6, icons.CHECK, "ic i-stands")]
        yield 12.0, symbol, "stands: evidence reaches it, nothing that stands speaks against it"
    pills = (status_words(plan, node) for node in judged)
    occurring = {pill[1] for pill in pills if pill is not None}
    for name, (words, meaning) in STATUS_MEANINGS.items():
        if name in occurring:
            yield pill_width(words, name), draw_pill(0, -8.5, words, name), meaning
