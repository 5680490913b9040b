"""Overviews: every node once, weak points told by form, and nothing left out unsaid."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagnostics import ArgmapError
from argmap.render.options import THEMES, PictureOptions, ThemeChoice
from argmap.render.overview.marks import STATES, draw_mark
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
    market,
    nodes_of,
    parse,
    read_case,
)
from tests.render.overviews import case_of, overview, page_of, theses, words_of
from tests.render.test_picture import HOSTILE, contrast
from tests.strategies import maps, write

if TYPE_CHECKING:
    Data = dict[str, object]


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
