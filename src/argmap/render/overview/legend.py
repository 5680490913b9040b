"""The legend of an overview: only of what occurs in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import Status
from argmap.render import icons
from argmap.render.overview.marks import UNJUDGED, draw_halo, draw_mark, state_of
from argmap.render.paint.legend import STATUS_MEANINGS, draw_highlighted, draw_kinds, set_items
from argmap.render.plan.types import Plan, Sign
from argmap.render.shapes import Drawing, Path, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.overview.sizes import Size
    from argmap.render.overview.tree import Shape as Map
    from argmap.render.paint.legend import Item

MOST_LINKS = 12
"""Lines across the page that a reader can still follow."""
_MARK = 12.0
_LINE = 28.0
_SIGN_WORDS = {
    Sign.FOR: "supports what is at its left",
    Sign.AGAINST: "speaks against what is at its left",
    Sign.UNDERCUT: "speaks against the step from its reasons",
}


def draw_legend(plan: Plan, shape: Map, size: Size, links: int, width: float) -> Drawing:
    """Draw the legend.

    Args:
        plan: the plan of the whole picture.
        shape: what of it is shown.
        size: of the marks.
        links: how many lines lead across the page, or would.
        width: of the longest line, in pixels.
    """
    return set_items(_items(plan, shape, size, links), width)


def draw_omission(links: int, width: float) -> Drawing:
    """Say what is left out of an overview that has no legend."""
    return set_items(_links(links), width) if links > MOST_LINKS else Drawing(width, 0.0, ())


def _items(plan: Plan, shape: Map, size: Size, links: int) -> Iterator[Item]:
    if plan.highlight is not None:
        yield from draw_highlighted(plan, plan.highlight)
    yield from _states(plan, shape)
    if size.shows_kind:
        yield from draw_kinds(plan)
    yield from _lines(shape)
    yield from _jumps(shape)
    yield from _links(links)


def _states(plan: Plan, shape: Map) -> Iterator[Item]:
    occurring = {state_of(plan, node.index) for node in plan.nodes}
    meanings = {
        Status.STANDS.value: "stands: evidence reaches it, nothing that stands speaks against it",
        **{
            state: f"{words.lower()}: {meaning}"
            for state, (words, meaning) in STATUS_MEANINGS.items()
        },
        UNJUDGED: "not judged: its own writing has an error",
    }
    for state, meaning in meanings.items():
        if state in occurring:
            yield _MARK, list(draw_mark(state, _MARK / 2, 0, _MARK)), meaning
    if not shape.theses and plan.graph.thesis:
        halo = draw_halo(_MARK / 2, 0, _MARK)
        yield _MARK, [halo, *draw_mark("stands", _MARK / 2, 0, _MARK)], "a thesis"


def _lines(shape: Map) -> Iterator[Item]:
    drawn = [node for section in shape.sections for node in section.nodes]
    hanging = [node for node in drawn if shape.above[node] is not None]
    occurring = {shape.signs[node] for node in (*hanging, *shape.numbers)}
    for sign in Sign:
        if sign in occurring:
            yield _LINE, _line(f"e e-{sign.value}"), _SIGN_WORDS[sign]
    if drawn and shape.theses:
        edge: list[Shape] = [Path(0, 0, "M1 -7V7", "trunk"), *_line("e e-for")]
        yield _LINE, edge, "from the left edge: about the thesis, or what is told elsewhere"
    members = (*drawn, *shape.numbers)
    groups = [shape.groups[node] for node in members if shape.groups[node] is not None]
    if len(set(groups)) < len(groups):
        yield 6.0, [Path(0, 0, "M3 -7V7", "join")], "premises that only work together"


def _line(ink: str) -> list[Shape]:
    return [Path(0, 0, f"M0 0H{_LINE:g}", ink)]


def _jumps(shape: Map) -> Iterator[Item]:
    if shape.jumps:
        arrow: list[Shape] = [Path(0, -6, icons.JUMP, "ic i-jump")]
        yield 12.0, arrow, "is told in full at the label named"


def _links(count: int) -> Iterator[Item]:
    if count > MOST_LINKS:
        yield 0.0, [], f"{count} lines to what is told elsewhere are left out"
    elif count:
        curve: list[Shape] = [Path(0, 0, "M0 5Q14 -9 28 5", "e e-for arc")]
        yield _LINE, curve, "leads to what is told elsewhere"
