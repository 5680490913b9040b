"""The page of an overview: what stands where, and how large the marks are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.layout.page import MARGIN
from argmap.render.overview.legend import draw_legend, draw_omission
from argmap.render.overview.pack import HEAD, PANEL_GAP, Packing, build_pieces, pack
from argmap.render.overview.place import Placed, place_panel
from argmap.render.overview.sizes import SIZES, Size, label_width
from argmap.render.overview.tree import Link
from argmap.render.overview.words import LEAST_HEADING, Counts, count, draw_theses
from argmap.render.paint.document import draw_head
from argmap.render.shapes import moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.render.overview.tree import Shape as Map
    from argmap.render.plan.types import Plan
    from argmap.render.shapes import Shape

LEAST_ASPECT = 4 / 3
MOST_ASPECT = 16 / 10
"""Width to height of a page."""
LEAST_WIDTH = 760.0
ROOM = 1_700_000.0
"""Area of the panels, in square pixels, that is read at a glance; larger ones get smaller marks."""
_BESIDES = 220.0
"""Height that title, thesis and legend take, about."""
_ROUNDS = 4


@dataclass(frozen=True)
class Page:
    """Everything of an overview with its place."""

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


def lay_out(plan: Plan, shape: Map, title: str, *, legend: bool = True) -> Page:
    """Place everything.

    Args:
        plan: the plan of the whole picture.
        shape: what of it is shown.
        title: heading of the page.
        legend: whether marks and lines are explained.
    """
    counts = tuple(count(plan, section) for section in shape.sections)
    size, packing = _choose(plan, shape, counts)
    links = _links(shape, packing)
    width = packing.width + 2 * MARGIN
    for _ in range(_ROUNDS):
        inner = width - 2 * MARGIN
        head, top = draw_head(plan, title, width)
        theses = draw_theses(plan, shape.theses, inner)
        signs = (
            draw_legend(plan, shape, size, len(links), inner)
            if legend
            else draw_omission(len(links), inner)
        )
        start = top + (theses.drawing.height + PANEL_GAP if shape.theses else 0.0)
        rest = PANEL_GAP + signs.height + MARGIN - 10
        height = start + packing.height + rest
        if width >= LEAST_ASPECT * height - 1:
            break
        width = LEAST_ASPECT * height
    height = max(height, width / MOST_ASPECT)
    panels = packing.place(MARGIN, start, inner, height - start - rest)
    besides = (
        *head,
        *moved(theses.drawing.shapes, MARGIN, top),
        *moved(signs.shapes, MARGIN, height - rest + PANEL_GAP),
    )
    middles = {node: (x + MARGIN, y + top) for node, (x, y) in theses.middles.items()}
    placed = tuple(map(place_panel, panels))
    return Page(size, width, height, placed, counts, links, middles, besides)


def _links(shape: Map, packing: Packing) -> tuple[Link, ...]:
    """List the lines across the page: those of no tree, and to what a tree is too wide for."""
    links = list(shape.links)
    for spot in packing.far():
        above = shape.above[spot.node]
        if above is not None:
            links.append(Link(above, spot.node, shape.signs[spot.node]))
    return tuple(links)


def _choose(plan: Plan, shape: Map, counts: tuple[Counts, ...]) -> tuple[Size, Packing]:
    """Take the largest marks with which the panels are read at a glance, or the smallest."""
    least = [max(LEAST_HEADING, counted.width) for counted in counts]
    label = label_width(list(plan.labels.values()))
    rows = sum(not shape.below[node] for section in shape.sections for node in section.nodes)
    panels = sum(needed + PANEL_GAP for needed in least) * (HEAD + PANEL_GAP)
    for size in SIZES:
        cell = size.cell(label)
        is_last = size is SIZES[-1]
        if max(panels, rows * size.row * (cell + size.gap)) > ROOM and not is_last:
            continue
        packing = pack(build_pieces(shape, size, cell, least), LEAST_WIDTH - 2 * MARGIN, _cost)
        if is_last or packing.width * packing.height <= ROOM:
            break
    return size, packing


def _cost(width: float, height: float) -> float:
    """Give the area of the page that panels of a size lead to."""
    height += _BESIDES
    width = max(width + 2 * MARGIN, height * LEAST_ASPECT)
    return width * max(height, width / MOST_ASPECT)
