"""The page of an overview: what stands where, and how large the marks are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING

from argmap.render.layout.page import MARGIN
from argmap.render.overview.legend import draw_legend, draw_omission
from argmap.render.overview.pack import PANEL_GAP, Packing, build_pieces, pack
from argmap.render.overview.place import Placed, place_panel
from argmap.render.overview.sizes import SIZES, Size, label_width
from argmap.render.overview.tree import Link, with_jumps
from argmap.render.overview.words import (
    LEAST_HEADING,
    Counts,
    Theses,
    count,
    draw_theses,
    enlarged,
)
from argmap.render.paint.document import draw_head
from argmap.render.shapes import Drawing, moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.render.overview.tree import Shape as Map
    from argmap.render.plan.types import Plan
    from argmap.render.shapes import Shape

LEAST_ASPECT = 4 / 3
MOST_ASPECT = 16 / 10
"""Width to height of a page."""
LEAST_WIDTH = 760.0
FEW_LINKS = 4
"""Lines across the page that are drawn where labels could stand for them."""
ROOM = 1_700_000.0
"""Area of the panels, in square pixels, that is read at a glance; larger ones get smaller marks."""
_BESIDES = 220.0
"""Height that title, thesis and legend take, about."""
_ENLARGED = 0.7
"""How much of what a page is too large by its words are larger."""
_FOR_HEADINGS = 0.15
"""Part of the area that headings may take for that."""


@dataclass(frozen=True)
class Page:
    """Everything of an overview with its place."""

    shape: Map
    size: Size
    width: float
    height: float
    panels: tuple[Placed, ...]
    counts: tuple[Counts, ...]
    """One for each panel."""
    links: tuple[Link, ...]
    """Lines across the page, drawn or left out."""
    theses: Mapping[int, tuple[float, float]]
    """Middle of the mark of each thesis that is shown with its words."""
    besides: tuple[Shape, ...]
    """Title, theses and legend."""


@dataclass(frozen=True)
class _Around:
    """What stands above and below the panels, in pixels of words."""

    head: list[Shape]
    theses: Theses
    theses_top: float
    signs: Drawing
    words: float
    """Pixels of the page per pixel of words."""

    @property
    def top(self) -> float:
        """Where the panels begin on the page."""
        height = self.theses.drawing.height
        return (self.theses_top + (height + PANEL_GAP if height else 0.0)) * self.words

    @property
    def rest(self) -> float:
        """Height of the page below the panels."""
        return (PANEL_GAP + self.signs.height + MARGIN - 10) * self.words

    def shapes(self, height: float) -> tuple[Shape, ...]:
        """Give everything on a page of a height."""
        below = (height - self.rest) / self.words + PANEL_GAP
        return enlarged(
            (
                *self.head,
                *moved(self.theses.drawing.shapes, MARGIN, self.theses_top),
                *moved(self.signs.shapes, MARGIN, below),
            ),
            (MARGIN * (1 - self.words), 0.0),
            self.words,
        )

    def middles(self) -> dict[int, tuple[float, float]]:
        """Give the middle of the mark of each thesis."""
        return {
            node: (MARGIN + x * self.words, (y + self.theses_top) * self.words)
            for node, (x, y) in self.theses.middles.items()
        }


def lay_out(plan: Plan, shape: Map, title: str, *, legend: bool = True) -> Page:
    """Place everything.

    Args:
        plan: the plan of the whole picture.
        shape: what of it is shown.
        title: heading of the page.
        legend: whether marks and lines are explained.
    """
    counts = tuple(count(plan, section) for section in shape.sections)
    shape, size, packing = _choose(plan, shape, counts)
    links = _links(shape, packing)

    def surround(width: float) -> _Around:
        inner = (width - 2 * MARGIN) / size.words
        head, top = draw_head(plan, title, inner + 2 * MARGIN)
        theses = draw_theses(plan, shape.theses, inner)
        draw = partial(draw_legend, plan, shape, size) if legend else draw_omission
        return _Around(head, theses, top, draw(len(links), inner), size.words)

    width = packing.width + 2 * MARGIN
    around = surround(width)
    height = around.top + packing.height + around.rest
    if width < LEAST_ASPECT * height:
        width = LEAST_ASPECT * height
        around = surround(width)
    height = max(height, width / MOST_ASPECT)
    room = height - around.top - around.rest
    panels = packing.place(MARGIN, around.top, width - 2 * MARGIN, room)
    return Page(
        shape=shape,
        size=size,
        width=width,
        height=height,
        panels=tuple(map(place_panel, panels)),
        counts=counts,
        links=links,
        theses=around.middles(),
        besides=around.shapes(height),
    )


def _links(shape: Map, packing: Packing) -> tuple[Link, ...]:
    """List the lines across the page: those of no tree, and to what a tree is too wide for."""
    links = list(shape.links)
    for spot in packing.far():
        above = shape.above[spot.node]
        if above is not None:
            links.append(Link(above, spot.node, shape.signs[spot.node]))
    return tuple(links)


def _choose(plan: Plan, shape: Map, counts: tuple[Counts, ...]) -> tuple[Map, Size, Packing]:
    """Take the largest marks with which the panels are read at a glance, or the smallest.

    Where labels are shown, they stand for lines across the page, if those are more than a few.
    """
    least = [max(LEAST_HEADING, counted.width) for counted in counts]
    label = label_width(list(plan.labels.values()))
    rows = sum(not shape.below[node] for section in shape.sections for node in section.nodes)
    headings = sum(needed + PANEL_GAP for needed in least) * (SIZES[0].head + PANEL_GAP)
    for size in SIZES[:-1]:
        if max(headings, rows * size.row * (size.cell(label) + size.gap)) <= ROOM:
            labelled = size.shows_label and len(shape.links) > FEW_LINKS
            shown = with_jumps(shape) if labelled else shape
            packing = _pack(shown, size, label, least)
            if packing.width * packing.height <= ROOM:
                return shown, size, packing
    size = SIZES[-1]
    packing = _pack(shape, size, label, least)
    area = packing.width * packing.height
    words = round(min(sqrt(area / ROOM) * _ENLARGED, sqrt(area * _FOR_HEADINGS / headings)), 2)
    if words <= 1:
        return shape, size, packing
    size = replace(size, words=words)
    return shape, size, _pack(shape, size, label, [needed * words for needed in least])


def _pack(shape: Map, size: Size, label: float, least: list[float]) -> Packing:
    pieces = build_pieces(shape, size, size.cell(label), least)
    return pack(pieces, LEAST_WIDTH - 2 * MARGIN, _cost)


def _cost(width: float, height: float) -> float:
    """Give the area of the page that panels of a size lead to."""
    height += _BESIDES
    width = max(width + 2 * MARGIN, height * LEAST_ASPECT)
    return width * max(height, width / MOST_ASPECT)
