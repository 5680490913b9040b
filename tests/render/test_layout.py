"""Boxes: none lost, none over another, in the author's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.engine import Limits
from argmap.render.layout.page import lay_out
from argmap.render.layout.place import GAP, place
from argmap.render.layout.tidy import place_tidily
from argmap.render.layout.tree import Forest, overlaps
from argmap.render.plan.build import build_plan, letters
from tests.render.drawing import Case, broad, chain, market, read_case
from tests.strategies import maps, write

if TYPE_CHECKING:
    from argmap.render.layout.placed import Page, PlacedBox


@st.composite
def forests(draw: st.DrawFn) -> Forest:
    """Draw a forest in the order it is drawn: parents first, subtrees whole."""
    count = draw(st.integers(1, 40))
    heights = draw(st.lists(st.floats(20, 400), min_size=count, max_size=count))
    parents: list[int | None] = [None]
    path = [0]
    for number in range(1, count):
        depth = draw(st.integers(0, len(path)))
        path = path[:depth]
        parents.append(path[-1] if path else None)
        path.append(number)
    return Forest(tuple(heights), tuple(parents))


@settings(deadline=None)
@given(forests())
def test_the_tidy_tree_keeps_boxes_apart_and_in_order(forest: Forest) -> None:
    tops = place_tidily(forest, GAP)
    assert len(tops) == len(forest.heights)
    assert min(tops) == pytest.approx(0)
    assert not overlaps(forest, tops, GAP)


@given(forests())
@settings(max_examples=40, deadline=None)
def test_graphviz_keeps_boxes_apart_and_in_order(forest: Forest) -> None:
    tops = place(forest, 300.0, 40.0)
    assert not overlaps(forest, tops, GAP)


def test_a_parent_stands_in_the_middle_of_its_children() -> None:
    forest = Forest((50.0, 100.0, 20.0, 60.0), (None, 0, 0, 0))
    tops = place_tidily(forest, 10.0)
    assert tops[1:] == [0.0, 110.0, 140.0]
    assert tops[0] == pytest.approx((50 + 170) / 2 - 25)


def test_a_layout_that_takes_too_long_falls_back() -> None:
    forest = Forest((50.0,) * 900, (None, *((number - 1) // 3 for number in range(1, 900))))
    ordered = _in_drawing_order(forest)
    tops = place(ordered, 300.0, 40.0, limits=Limits(seconds=0.0))
    assert tops == place_tidily(ordered, GAP)


def _in_drawing_order(forest: Forest) -> Forest:
    roots, below = forest.children()
    number: dict[int, int] = {}
    parents: list[int | None] = []
    stack: list[tuple[int, int | None]] = [(root, None) for root in reversed(roots)]
    while stack:
        at, parent = stack.pop()
        number[at] = len(parents)
        parents.append(None if parent is None else number[parent])
        stack.extend((child, at) for child in reversed(below[at]))
    return Forest(forest.heights, tuple(parents))


def test_a_very_deep_tree_is_laid_out_without_recursion() -> None:
    forest = Forest((50.0,) * 50_000, (None, *range(49_999)))
    assert place_tidily(forest, GAP) == [0.0] * 50_000


def page_of(case: Case) -> Page:
    """Lay a map out."""
    return lay_out(build_plan(case.graph, case.evaluation), 100.0)


def boxes_of(page: Page) -> list[PlacedBox]:
    """List all boxes of a page."""
    return [placed for part in page.parts for panel in part.panels for placed in panel.boxes]


def assert_apart(page: Page) -> None:
    """Demand that no box lies over another one or leaves its panel."""
    for part in page.parts:
        for panel in part.panels:
            for placed in panel.boxes:
                assert panel.x <= placed.entry.x
                assert placed.x + placed.drawn.drawing.width <= panel.x + panel.width + 0.01
                assert panel.y <= placed.y
                assert placed.y + placed.drawn.drawing.height <= panel.y + panel.height + 0.01
    rows = sorted(boxes_of(page), key=lambda placed: placed.y)
    for at, upper in enumerate(rows):
        for lower in rows[at + 1 :]:
            if lower.y >= upper.y + upper.drawn.drawing.height:
                break
            left, right = sorted((upper, lower), key=lambda placed: placed.x)
            assert left.x + left.drawn.drawing.width <= right.x + 16.01


@pytest.mark.parametrize("case", [market(), broad(300)], ids=["market", "broad"])
def test_no_card_lies_over_another(case: Case) -> None:
    page = page_of(case)
    assert boxes_of(page)
    assert_apart(page)


@given(maps())
@settings(max_examples=40, deadline=None)
def test_no_card_of_any_map_lies_over_another(data: dict[str, object]) -> None:
    assert_apart(page_of(read_case(write(data))))


def test_a_wide_group_leaves_room_for_its_neighbours() -> None:
    group = "{premises: [{claim: A.}, {claim: B.}, {claim: C.}]}"
    deep = "{claim: D., because: [{claim: E., because: [{claim: F.}]}]}"
    case = read_case(
        f"argmap: 1\ntitle: T\nthesis: {{claim: T., because: [{group}, {deep}, {group}, {deep}]}}\n"
    )
    assert_apart(page_of(case))


def test_a_deep_map_goes_on_below_instead_of_growing_wide() -> None:
    page = page_of(chain(60))
    assert page.width < 2600
    assert len(boxes_of(page)) == 59


def test_siblings_stand_in_the_authors_order() -> None:
    for part in page_of(market()).parts:
        for panel in part.panels:
            by_parent: dict[tuple[int | None, float], list[PlacedBox]] = {}
            for placed in panel.boxes:
                by_parent.setdefault((placed.box.parent, placed.x), []).append(placed)
            for siblings in by_parent.values():
                assert siblings == sorted(siblings, key=lambda placed: placed.y)


def test_panels_are_lettered_without_the_thesis_letter() -> None:
    names = [letters(number) for number in range(700)]
    assert len(set(names)) == 700
    assert "T" not in "".join(names)
