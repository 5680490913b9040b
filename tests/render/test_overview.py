"""Overviews: every node once, on one page of a sane shape, and weak points told by form."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagnostics import ArgmapError
from argmap.render.draw import draw_svg
from argmap.render.options import DEFAULT, THEMES, PictureOptions, ThemeChoice
from argmap.render.overview.legend import MOST_LINKS
from argmap.render.overview.marks import STATES, draw_mark
from argmap.render.overview.page import LEAST_ASPECT, MOST_ASPECT, Page, lay_out
from argmap.render.overview.sizes import SIZES
from argmap.render.overview.style import RULES
from argmap.render.overview.tree import MOST_THESES, build_shape
from argmap.render.overview.words import Counts, draw_heading
from argmap.render.paint.svg import write_shapes
from argmap.render.plan.build import build_plan
from argmap.render.shapes import Words
from argmap.render.themes import ThemeName, load_theme
from tests.render.drawing import (
    MARKET,
    SVG,
    Case,
    broad,
    chain,
    market,
    nodes_of,
    parse,
    read_case,
)
from tests.render.test_picture import HOSTILE, contrast
from tests.strategies import maps, write

if TYPE_CHECKING:
    from xml.etree import ElementTree

    Data = dict[str, object]

_AROUND = 0.62
"""From the middle of the largest mark to its edge, as a part of its size."""


def overview(case: Case, options: PictureOptions = DEFAULT) -> str:
    """Draw an overview of a map."""
    return draw_svg(case.graph, case.evaluation, options=replace(options, overview=True))


def page_of(case: Case, title: str = "Title") -> Page:
    """Lay an overview out."""
    plan = build_plan(case.graph, case.evaluation)
    return lay_out(plan, build_shape(plan), title)


def words_of(element: ElementTree.Element) -> list[str]:
    """List the lines of text in a picture or a part of it."""
    return ["".join(text.itertext()) for text in element.iter(f"{SVG}text")]


def case_of(thesis: object) -> Case:
    """Make a map of a thesis, or of several."""
    sources = {"s": {"title": "Source"}}
    return read_case(
        json.dumps({"argmap": "1", "title": "Title", "sources": sources, "thesis": thesis})
    )


def theses(count: int, sections: int = 0) -> Case:
    """Make a map of so many theses."""
    found = []
    for number in range(count):
        thesis: Data = {"claim": f"Thesis {number}.", "because": [{"evidence": "E.", "cite": "s"}]}
        if sections:
            thesis["section"] = f"Part {number % sections}"
        found.append(thesis)
    return case_of(found)


def referring(count: int) -> Case:
    """Make a map with so many references."""
    told: Data = {"claim": "Told here.", "id": "here"}
    users = [
        {"claim": f"Number {number}.", "because": [{"ref": "here"}]} for number in range(count)
    ]
    return case_of({"claim": "T.", "because": [told, *users]})


@cache
def comb(length: int) -> Case:
    """Make a map of one long line of argument, of which every step has a reason besides."""
    node: Data = {"evidence": "The end.", "cite": "s"}
    for number in range(length):
        node = {"claim": f"Step {number}.", "because": [node, {"claim": "Besides."}]}
    return case_of({"claim": "T.", "because": [node]})


@given(maps())
@settings(max_examples=100, deadline=None)
def test_every_node_is_one_mark(data: Data) -> None:
    case = read_case(write(data))
    assert nodes_of(overview(case)) == list(range(len(case.graph.nodes)))


@pytest.mark.parametrize("theme", THEMES)
def test_the_sample_is_shown_whole(theme: ThemeChoice) -> None:
    svg = overview(market(), PictureOptions(theme=theme))
    assert nodes_of(svg) == list(range(len(market().graph.nodes)))
    assert ("prefers-color-scheme" in svg) == (theme == "auto")


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
    assert page.size is SIZES[-1]


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
    assert f"{MOST_LINKS + 1} lines to what is told elsewhere are left out" in words_of(many)


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


def test_status_is_told_by_form() -> None:
    for size in SIZES:
        forms = {
            state: tuple(path.data for path in draw_mark(state, 0, 0, size.mark))
            for state in STATES
        }
        assert len(set(forms.values())) == len(STATES)


def test_marks_have_the_form_of_their_status() -> None:
    case = market()
    root = parse(overview(case))
    for element in root.iter(f"{SVG}g"):
        if "data-node" in element.attrib:
            status = case.evaluation.status(int(element.attrib["data-node"])).value
            marks = [path.get("class") for path in element.iter(f"{SVG}path")]
            assert f"m m-{status}" in marks


@pytest.mark.parametrize("name", ThemeName)
def test_marks_stand_out_from_their_ground(name: ThemeName) -> None:
    theme = load_theme(name)
    inks = ["stands", "unsupported_line", "defeated", "undecided_ink", "muted", "group_line"]
    assert {role for _, _, role in RULES} >= set(inks)
    assert not [ink for ink in inks if contrast(theme, "panel", ink) < 3]
    assert contrast(theme, "card", "stands") >= 3


def test_a_node_that_cannot_be_judged_has_a_mark_of_its_own() -> None:
    case = read_case(
        "argmap: 1\ntitle: T\nthesis: {claim: A., because: [{claim: B., wieght: 1}]}\n"
    )
    assert case.graph.unsound
    svg = overview(case)
    assert "m-unjudged" in svg
    assert "not judged: its own writing has an error" in words_of(parse(svg))


def test_labels_are_those_of_the_picture() -> None:
    case = market()
    labels = build_plan(case.graph, case.evaluation).labels
    for element in parse(overview(case)).iter(f"{SVG}g"):
        if "data-node" in element.attrib and "thesis" not in element.attrib["class"]:
            assert words_of(element) == [labels[int(element.attrib["data-node"])]]
            title = element.find(f"{SVG}title")
            assert title is not None
            assert title.text


def test_weak_points_have_labels_where_marks_are_small() -> None:
    lone: list[Data] = [{"claim": "Alone."}]
    deep: Data = {"claim": "A.", "because": [{"claim": "B.", "because": [{"claim": "C."}]}]}
    found: Data = {"claim": "D.", "because": [{"evidence": "E.", "cite": "s"}]}
    case = case_of({"claim": "T.", "because": [*lone * 400, deep, *[found] * 400]})
    root = parse(overview(case))
    assert not page_of(case).size.shows_label
    labelled = [
        int(element.attrib["data-node"])
        for element in root.iter(f"{SVG}g")
        if "data-node" in element.attrib and words_of(element)
    ]
    statuses = {case.evaluation.status(node).value for node in labelled[1:]}
    assert len(labelled) > 30
    assert statuses == {"unsupported"}


def test_sections_say_what_is_in_them() -> None:
    shown = words_of(parse(overview(market())))
    assert "Heritage" in shown
    assert "13 statements · 6 stand · 4 without support · 1 defeated · 2 undecided" in shown
    assert "A reading of: L. Brandt: A market on the move, The Ilmar Gazette, 2025-03-14" in shown
    assert shown.count("60 statements · 42 stand · 10 without support · 6 defeated · 2 undecided")


@given(st.text(max_size=60) | st.sampled_from(HOSTILE), st.floats(150, 900))
@settings(max_examples=60, deadline=None)
def test_no_heading_leaves_its_panel(heading: str, width: float) -> None:
    case = market()
    plan = build_plan(case.graph, case.evaluation)
    section = build_shape(plan).sections[0]
    section.heading = heading
    counts = Counts("99 statements", "99 statements · " * 9, (("defeated", "3"),))
    for shape in draw_heading(plan, section, counts, width):
        if isinstance(shape, Words):
            left = shape.x - shape.line.width if shape.line.right_to_left else shape.x
            assert left >= -0.01
            assert left + shape.line.width <= width + 0.01


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    case = case_of({"claim": "T.", "because": [{"claim": "A."}, {"claim": "B."}]})
    for node in case.graph.nodes:
        object.__setattr__(node.model, "text", text)
        object.__setattr__(node.model, "section", text)
    svg = overview(case, PictureOptions(title=text))
    assert not list(parse(svg).iter(f"{SVG}script"))
    assert nodes_of(svg) == [0, 1, 2]


@pytest.mark.parametrize("seed", ["0", "42"])
def test_same_bytes_whatever_the_hash_seed(seed: str) -> None:
    code = (
        "import hashlib\n"
        "from tests.render.test_overview import market, overview\n"
        "print(hashlib.sha256(overview(market()).encode()).hexdigest())"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=MARKET.parents[2],
    )
    expected = hashlib.sha256(overview(market()).encode()).hexdigest()
    assert done.stdout.strip() == expected


def test_a_few_theses_have_banners_and_many_are_marks() -> None:
    few, many = overview(theses(3)), overview(theses(MOST_THESES + 1, 2))
    shown = words_of(parse(few))
    assert {"THESIS T1 · STANDS", "Thesis 2.", "T3"} <= set(shown)
    assert "m-halo" not in few.partition("</style>")[2]
    assert "a thesis" in words_of(parse(many))
    assert {"Part 0", "Part 1"} <= set(words_of(parse(many)))
    assert nodes_of(many) == list(range(2 * (MOST_THESES + 1)))


def test_a_long_thesis_is_cut() -> None:
    root = parse(overview(case_of({"claim": "A very long thesis. " * 200})))
    lines = words_of(next(element for element in root.iter() if "data-node" in element.attrib))
    assert len(lines) == 1 + 3
    assert [line.endswith("…") for line in lines] == [False, False, False, True]


def test_premises_that_work_together_are_joined() -> None:
    group = {"premises": [{"claim": "A."}, {"claim": "B."}]}
    svg = overview(case_of({"claim": "T.", "because": [group, {"claim": "C."}]}))
    assert svg.count('<path class="join"') == 2
    assert "premises that only work together" in words_of(parse(svg))
    alone = overview(case_of({"claim": "T.", "because": [{"premises": [{"claim": "A."}]}]}))
    assert '<path class="join"' not in alone


def test_a_part_of_a_map_is_shown_alone() -> None:
    case = market()
    svg = overview(case, PictureOptions(section="Heritage"))
    assert 0 < len(nodes_of(svg)) < len(case.graph.nodes)
    assert "Safety" not in words_of(parse(svg))
    focused = overview(case, PictureOptions(focus="pays"))
    assert "CLAIM D1 · DEFEATED" in words_of(parse(focused))


def test_what_does_not_stand_out_is_muted() -> None:
    case = market()
    root = parse(overview(case, PictureOptions(highlight="unsupported")))
    muted = {
        int(element.attrib["data-node"])
        for element in root.iter(f"{SVG}g")
        if "dim" in element.get("class", "").split()
    }
    assert muted
    assert not [node for node in muted if case.evaluation.status(node) == "unsupported"]


def test_a_picture_without_a_legend() -> None:
    shown = words_of(parse(overview(market(), PictureOptions(legend=False))))
    assert "Counterpoint" not in shown
    assert "Heritage" in shown


@pytest.mark.parametrize("asked", [PictureOptions(width=900), PictureOptions(direction="down")])
def test_a_width_or_a_direction_is_refused(asked: PictureOptions) -> None:
    with pytest.raises(ArgmapError, match="of its own"):
        overview(market(), asked)


def test_a_mark_is_written_as_paths() -> None:
    written = "".join(write_shapes(draw_mark("defeated", 10, 20, 10)))
    assert written.count("<path") == 2
    assert "translate(10 20)" in written
