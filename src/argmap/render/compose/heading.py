"""The heading of a panel, and what hangs on the thesis below it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.render.axes import LEFT
from argmap.render.measure.styles import COUNT, HEADING
from argmap.render.plan.types import Sign
from argmap.render.shapes import Drawing, Shape, Words

if TYPE_CHECKING:
    from argmap.render.plan.types import Panel, Plan

_HEIGHT = 45.0
_LEFT = 20.0
_BASELINE = 26.0
_GAP = 14.0
_WORDS = {Sign.FOR: "for", Sign.AGAINST: "against", Sign.UNDERCUT: "against the step"}


def draw_heading(plan: Plan, panel: Panel, width: float) -> Drawing:
    """Draw the heading of a section, in as many lines as it takes.

    Args:
        plan: the picture.
        panel: the section; nothing is drawn for one without a heading.
        width: of the panel, in pixels.
    """
    if panel.heading is None:
        return Drawing(width, 0.0, ())
    room = width - 2 * _LEFT
    shapes: list[Shape] = []
    y, end = _BASELINE - HEADING.leading, 0.0
    for line in HEADING.lines(panel.heading, room):
        y, end = y + HEADING.leading, line.width
        left = width - _LEFT - end if plan.axes is LEFT else _LEFT
        shapes.append(Words(left + (end if line.right_to_left else 0), y, line, HEADING))
    count = COUNT.line(_count(plan, panel))
    if count.text:
        if end + _GAP + count.width > room:
            y, end = y + HEADING.leading, -_GAP
        left = _LEFT + end + _GAP
        if plan.axes is LEFT:
            left = width - left - count.width
        shapes.append(Words(left, y, count, COUNT))
    return Drawing(width, _HEIGHT + y - _BASELINE, tuple(shapes))


def _count(plan: Plan, panel: Panel) -> str:
    """Say how much hangs on the thesis: `2 for · 1 against`."""
    counts = Counter(plan.boxes[number].sign for number in panel.roots)
    return " · ".join(f"{counts[sign]} {word}" for sign, word in _WORDS.items() if counts[sign])
