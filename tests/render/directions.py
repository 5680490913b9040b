"""What the tests of directions share: pages laid out, and what is demanded of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.render.axes import UP, Axes, Point
from argmap.render.draw import draw_svg
from argmap.render.layout.page import MARGIN, lay_out
from argmap.render.options import DIRECTIONS, Direction, PictureOptions
from argmap.render.plan.build import build_plan

if TYPE_CHECKING:
    from argmap.render.layout.placed import Page, PlacedBox, PlacedPanel
    from argmap.render.plan.types import Plan
    from tests.render.drawing import Case

ALL = pytest.mark.parametrize("direction", DIRECTIONS)


def svg_of(case: Case, direction: Direction | None) -> str:
    """Draw a map in a direction."""
    return draw_svg(case.graph, case.evaluation, options=PictureOptions(direction=direction))


def plan_of(case: Case, direction: Direction) -> Plan:
    """Plan a picture."""
    options = PictureOptions(direction=direction)
    return build_plan(case.graph, case.evaluation, options=options)


def page_of(case: Case, direction: Direction) -> Page:
    """Lay a map out."""
    return lay_out(plan_of(case, direction), 100.0)


def panels_of(page: Page) -> list[PlacedPanel]:
    """List the panels of a page."""
    return [panel for part in page.parts for panel in part.panels]


def size_of(placed: PlacedBox) -> Point:
    """Give width and height of a box."""
    return Point(placed.drawn.drawing.width, placed.drawn.drawing.height)


def assert_placed(case: Case, direction: Direction) -> None:
    """Demand of a page that it holds all boxes, apart, and each on the right side of its parent."""
    plan = plan_of(case, direction)
    page, axes = lay_out(plan, 100.0), plan.axes
    placed = [placed for panel in panels_of(page) for placed in panel.boxes]
    assert sorted(item.box.number for item in placed) == list(range(len(plan.boxes)))
    assert_inside(page)
    assert_apart(placed)
    by_number = {item.box.number: item for item in placed}
    heads = heads_of(page)
    for item in placed:
        parent = by_number.get(item.box.parent) if item.box.parent is not None else None
        if parent is not None and parent.box.number in heads:
            assert is_below_head(item, parent, axes)
        elif parent is not None:
            assert item.near(axes) > parent.far(axes) + 20


def assert_inside(page: Page) -> None:
    """Demand that panels lie on the page and boxes in their panels."""
    for part in page.parts:
        assert part.upper >= MARGIN
        assert part.lower <= page.height
        for panel in part.panels:
            assert panel.x >= MARGIN
            assert panel.x + panel.width <= page.width - MARGIN
            for placed in panel.boxes:
                width, height = size_of(placed)
                assert panel.x <= placed.entry.x <= panel.x + panel.width
                assert panel.x <= placed.x + 8
                assert placed.x + width - 8 <= panel.x + panel.width
                assert panel.y < placed.y
                assert placed.y + height < panel.y + panel.height


def assert_apart(boxes: list[PlacedBox]) -> None:
    """Demand that no box lies over another."""
    rows = sorted(boxes, key=lambda placed: placed.y)
    for at, upper in enumerate(rows):
        for lower in rows[at + 1 :]:
            if lower.y >= upper.y + size_of(upper).y:
                break
            left, right = sorted((upper, lower), key=lambda placed: placed.x)
            assert left.x + size_of(left).x <= right.x + 16.01


def heads_of(page: Page) -> set[int]:
    """Give the boxes that stand across a panel."""
    blocks = [block for panel in panels_of(page) for block in panel.blocks]
    return {block.head.box.number for block in blocks if block.head is not None}


def is_below_head(item: PlacedBox, head: PlacedBox, axes: Axes) -> bool:
    """Tell whether a box stands below its head; where all stand upside down, above it."""
    if axes is UP:
        return item.y + size_of(item).y < head.y
    return item.y > head.y + size_of(head).y
