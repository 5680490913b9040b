"""Overviews: marks apart, panels apart, and all of it on one page of a sane shape."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap.render.options import PictureOptions
from argmap.render.overview.legend import MOST_LINKS
from argmap.render.overview.page import FEW_LINKS, LEAST_ASPECT, MOST_ASPECT, Page
from argmap.render.overview.sizes import SIZES
from argmap.render.plan.build import build_plan
from tests.render.drawing import (
    SVG,
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


def arcs_of(svg: str) -> int:
    """Count the lines across a page, with the one in the legend."""
    classes = [element.get("class", "").split() for element in parse(svg).iter()]
    return sum("arc" in found for found in classes)


@pytest.mark.parametrize("besides", [0, 1_500], ids=["large", "small"])
def test_a_few_lines_across_the_page_are_drawn(besides: int) -> None:
    svg = overview(referring(FEW_LINKS, besides))
    assert arcs_of(svg) == FEW_LINKS + 1
    assert "leads to what is told elsewhere" in words_of(parse(svg))


def test_labels_stand_for_more_lines_where_there_are_labels() -> None:
    case = referring(40)
    page, svg = page_of(case), overview(case)
    assert_apart(page)
    assert not page.links
    assert arcs_of(svg) == 0
    label = build_plan(case.graph, case.evaluation).labels[case.graph.by_id["here"]]
    jumps = [words_of(link) for link in parse(svg).iter(f"{SVG}a")]
    assert jumps == [[label]] * 40
    assert "is told in full at the label named" in words_of(parse(svg))
    assert nodes_of(svg) == list(range(len(case.graph.nodes)))


def test_labels_are_among_premises_that_work_together() -> None:
    told: Data = {"claim": "Told here.", "id": "here"}
    group: Data = {"premises": [{"ref": "here"}, {"claim": "B."}]}
    users = [{"claim": f"Number {number}.", "because": [group]} for number in range(9)]
    svg = overview(case_of({"claim": "T.", "because": [told, *users]}))
    assert re.search(r'<path class="join" d="(M[^"M]*){9}"', svg)


def test_many_lines_are_counted_where_marks_are_small() -> None:
    case = referring(MOST_LINKS + 1, 1_500)
    svg = overview(case)
    assert arcs_of(svg) == 0
    left_out = f"{MOST_LINKS + 1} lines to what is told elsewhere are left out"
    assert left_out in words_of(parse(svg))
    assert left_out in words_of(parse(overview(case, PictureOptions(legend=False))))


def test_labels_are_muted_with_what_they_lead_to() -> None:
    case = referring(9)
    assert overview(case, PictureOptions(highlight="unsupported")).count('class="jump"') == 9
    told: Data = {"claim": "A.", "id": "here", "because": [{"evidence": "E.", "cite": "s"}]}
    users = [{"claim": f"Number {number}.", "because": [{"ref": "here"}]} for number in range(9)]
    case = case_of({"claim": "T.", "because": [told, *users, {"claim": "No support."}]})
    assert overview(case, PictureOptions(highlight="unsupported")).count('class="jump dim"') == 9


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
