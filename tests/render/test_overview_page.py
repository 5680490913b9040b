"""Overviews: marks apart, panels apart, and all of it on one page of a sane shape."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap.render.options import PictureOptions
from argmap.render.overview.legend import MOST_LINKS
from argmap.render.overview.page import LEAST_ASPECT, MOST_ASPECT, Page
from argmap.render.overview.sizes import SIZES
from tests.render.drawing import (
    Case,
    broad,
    chain,
    market,
    nodes_of,
    parse,
    read_case,
)
from tests.render.overviews import case_of, comb, overview, page_of, referring, theses, words_of
from tests.strategies import maps, write

if TYPE_CHECKING:
    Data = dict[str, object]

_AROUND = 0.62
"""From the middle of the largest mark to its edge, as a part of its size."""


def assert_apart(page: Page) -> None:
    """Demand that marks lie apart, in their panels, and panels apart, on the page."""
    around = page.size.mark * _AROUND
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for placed in page.panels:
        panel = placed.panel
        assert panel.x >= 0
        assert panel.x + panel.width <= page.width
        assert panel.y + panel.height <= page.height
        for x, y in zip(placed.xs, placed.ys, strict=True):
            middle = x + page.size.mark / 2
            assert panel.x <= middle - around
            assert middle + around <= panel.x + panel.width
            assert panel.y <= y - around
            assert y + around <= panel.y + panel.height
            cells.setdefault((int(middle // 16), int(y // 16)), []).append((middle, y))
    assert_far(cells, page.size.mark)
    panels = sorted((placed.panel for placed in page.panels), key=lambda panel: panel.y)
    for at, upper in enumerate(panels):
        for lower in panels[at + 1 :]:
            if lower.y >= upper.y + upper.height:
                break
            left, right = sorted((upper, lower), key=lambda panel: panel.x)
            assert left.x + left.width < right.x


def assert_far(cells: dict[tuple[int, int], list[tuple[float, float]]], mark: float) -> None:
    """Demand that no two points, sorted into squares of 16 pixels, lie within a mark."""
    for (column, row), points in cells.items():
        near = [
            point
            for right in range(-1, 2)
            for down in range(-1, 2)
            for point in cells.get((column + right, row + down), [])
        ]
        for x, y in points:
            too_near = [
                (at, height)
                for at, height in near
                if abs(at - x) < mark * 1.15 and abs(height - y) < mark * 1.24
            ]
            assert too_near == [(x, y)]


@pytest.mark.parametrize(
    "case",
    [market(), broad(300), broad(2000), chain(60), comb(60), theses(9), theses(40, 4)],
    ids=["market", "broad", "broader", "chain", "comb", "theses", "many theses"],
)
def test_no_mark_lies_over_another_or_leaves_its_panel(case: Case) -> None:
    assert_apart(page_of(case))


@given(maps(depth=4))
@settings(max_examples=60, deadline=None)
def test_no_mark_of_any_map_lies_over_another(data: Data) -> None:
    page = page_of(read_case(write(data)))
    assert_apart(page)
    assert LEAST_ASPECT - 0.01 <= page.width / page.height <= MOST_ASPECT + 0.01


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case_of({"claim": "Alone."}), id="1"),
        pytest.param(broad(5), id="5"),
        pytest.param(broad(50), id="50"),
        pytest.param(broad(500), id="500"),
        pytest.param(broad(5_000), id="5,000"),
        pytest.param(chain(200), id="chain"),
        pytest.param(chain(5_000), id="long chain"),
        pytest.param(theses(500), id="theses"),
        pytest.param(
            case_of(
                {
                    "claim": "T.",
                    "because": [{"claim": "A.", "section": f"S{at}"} for at in range(400)],
                }
            ),
            id="sections",
        ),
    ],
)
def test_a_page_is_neither_high_nor_wide(case: Case) -> None:
    page = page_of(case)
    assert LEAST_ASPECT - 0.01 <= page.width / page.height <= MOST_ASPECT + 0.01
    assert page.width < 6000


def test_fifty_thousand_nodes_fit_on_a_page() -> None:
    case = broad(50_000)
    page = page_of(case)
    assert LEAST_ASPECT - 0.01 <= page.width / page.height <= MOST_ASPECT + 0.01
    assert page.width < 5000
    assert sum(len(placed.spots) for placed in page.panels) == len(case.graph.nodes) - 1
    assert page.size.mark == SIZES[-1].mark
    assert page.size.words > 1


def test_marks_are_as_large_as_the_page_allows() -> None:
    marks = [page_of(broad(count)).size.mark for count in (50, 1_000, 2_500, 10_000)]
    assert marks == sorted(marks, reverse=True)
    assert len(set(marks)) > 2


def test_a_long_line_of_argument_goes_on_from_row_to_row() -> None:
    page = page_of(chain(5_000))
    assert not page.links
    (placed,) = page.panels
    rows = [spot.row for spot in placed.spots]
    assert rows == sorted(rows)
    assert all(after.column in {before.column + 1, 0} for before, after in pairwise(placed.spots))


def test_what_goes_on_far_below_is_counted() -> None:
    page = page_of(comb(400))
    assert len(page.links) > MOST_LINKS
    shown = words_of(parse(overview(comb(400))))
    assert f"{len(page.links)} lines to what is told elsewhere are left out" in shown


def test_a_few_lines_across_the_page_are_drawn_and_many_are_counted() -> None:
    few, many = parse(overview(referring(3))), parse(overview(referring(MOST_LINKS + 1)))
    arcs = [element for element in few.iter() if "arc" in element.get("class", "").split()]
    assert len(arcs) == 3 + 1  # and one in the legend
    assert "leads to what is told elsewhere" in words_of(few)
    assert not [element for element in many.iter() if "arc" in element.get("class", "").split()]
    left_out = f"{MOST_LINKS + 1} lines to what is told elsewhere are left out"
    assert left_out in words_of(many)
    without = PictureOptions(legend=False)
    assert left_out in words_of(parse(overview(referring(MOST_LINKS + 1), without)))


def test_a_line_leads_to_the_thesis_where_it_is_referred_to() -> None:
    doubt = {"counterpoint": "No.", "because": [{"ref": "t"}]}
    case = case_of({"claim": "T.", "id": "t", "but": [doubt]})
    (link,) = page_of(case).links
    arcs = re.findall(r'<path class="e e-for arc" d="(M[^"]+)"', overview(case))
    assert len(arcs) == 1
    assert link.below in page_of(case).theses


def test_a_node_that_refers_to_itself_has_a_loop() -> None:
    case = case_of({"claim": "T.", "because": [{"claim": "A.", "id": "a", "but": [{"ref": "a"}]}]})
    assert re.search(
        r'class="e e-against idle arc|class="e e-against arc" d="M\S+ \S+c', overview(case)
    )


def nested(sections: int) -> Case:
    """Make a map in which every section is told below the one before."""
    node: Data = {"evidence": "E.", "cite": "s"}
    for number in range(sections):
        node = {"claim": f"Claim {number}.", "section": f"Part {number}", "because": [node]}
    return case_of({"claim": "T.", "because": [node]})


def test_a_line_leads_from_section_to_section() -> None:
    assert len(page_of(nested(4)).links) == 3


def test_low_panels_stand_below_each_other_beside_a_high_one() -> None:
    high_one: Data = {"claim": "A.", "section": "High", "because": [{"claim": "C."}] * 2}
    reasons = [high_one] * 200
    reasons += [{"claim": "B.", "section": f"Low {number}"} for number in range(4)]
    page = page_of(case_of({"claim": "T.", "because": reasons}))
    assert_apart(page)
    high, *low = [placed.panel for placed in page.panels]
    assert len({panel.x for panel in low}) < len(low)
    assert all(panel.y + panel.height <= high.y + high.height + 0.01 for panel in low)


def test_a_line_of_argument_goes_on_in_the_next_stack() -> None:
    node: Data = {"claim": "End."}
    for number in range(25):
        node = {"claim": f"Step {number}.", "because": [node]}
    case = case_of({"claim": "T.", "because": [node] * 41})
    page = page_of(case)
    (placed,) = page.panels
    torn = [
        (before, after)
        for at, (before, after) in enumerate(pairwise(placed.spots))
        if after.is_cut and placed.stack_of[at] != placed.stack_of[at + 1]
    ]
    assert torn
    assert not page.links
    assert nodes_of(overview(case)) == list(range(len(case.graph.nodes)))
