"""Parts of a map: nothing is lost, nothing is shown twice, labels stay."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diagnostics import ArgmapError
from argmap.evaluate.explain import explain
from argmap.evaluate.types import Status
from argmap.render.draw import draw_outline, draw_svg
from argmap.render.options import DIRECTIONS, Direction, PictureOptions
from argmap.render.plan.build import build_plan, label_nodes
from argmap.render.plan.names import sections_of
from tests.render.drawing import MARKET, SVG, Case, broad, chain, market, nodes_of, parse, read_case
from tests.strategies import maps, walk, write

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NATO = MARKET.parents[2] / "maps" / "nato_asia.yaml"
_MORE = re.compile(r"(\d+) more(?: and \d+ references?)? below(?:, (\d+) without support)?")
NESTED = """\
argmap: 1
title: T
thesis:
  claim: The thesis.
  id: top
  because:
    - claim: In section A.
      id: a
      section: A
      because:
        - claim: In section B.
          id: b
          section: B
          because:
            - claim: In section A again.
              id: again
              section: A
              because: [{claim: The last of A., id: last}]
        - claim: More in A.
          id: more
    - premises:
        - claim: Premise in A.
          id: premise
          section: A
        - claim: Premise of no section.
          id: loose
  but:
    - counterpoint: In section C.
      id: c
      section: C
"""


def nato() -> Case:
    """Read the map that the project is shown with."""
    return read_case(NATO.read_text(encoding="utf-8"))


def svg_of(case: Case, **asked: Any) -> str:
    """Draw a part of a map."""
    return draw_svg(case.graph, case.evaluation, options=PictureOptions(**asked))


def outline_of(case: Case, **asked: Any) -> str:
    """Write a part of a map."""
    options = PictureOptions(**asked)
    lines = draw_outline(case.graph, case.evaluation, width=400, options=options)
    return "\n".join("".join(segment.text for segment in line) for line in lines)


def words_of(svg: str) -> list[str]:
    """List the lines of text in a picture."""
    return ["".join(element.itertext()) for element in parse(svg).iter(f"{SVG}text")]


def hidden_in(texts: list[str]) -> tuple[int, int]:
    """Add up what some texts say to be hidden: statements, and those without support."""
    found = [match for text in texts for match in _MORE.finditer(text)]
    return sum(int(match[1]) for match in found), sum(int(match[2] or 0) for match in found)


def titles_of(svg: str) -> dict[str, str]:
    """Give the title of each node of a picture, which begins with kind and label."""
    return {
        element.attrib["data-node"]: _title(element)
        for element in parse(svg).iter()
        if "data-node" in element.attrib
    }


def _title(element: Element) -> str:
    found = element.find(f"{SVG}title")
    assert found is not None
    return found.text or ""


def sectioned(data: dict[str, Any]) -> Case:
    """Give every third node of some data a section."""
    for number, node in enumerate(walk(data["thesis"])):
        if number % 3 == 1 and "ref" not in node and "premises" not in node:
            node["section"] = f"Part {number % 2}"
    return read_case(write(data))


def check_jumps(svg: str) -> None:
    """See that every link leads to a node of the picture, and none to one that is not."""
    root = parse(svg)
    anchors = {element.attrib.get("id") for element in root.iter()}
    assert all(link.attrib["href"].removeprefix("#") in anchors for link in root.iter(f"{SVG}a"))


@given(maps(), st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_what_is_shown_and_what_is_said_to_be_hidden_is_all(
    data: dict[str, Any], depth: int
) -> None:
    case = sectioned(data)
    svg = svg_of(case, depth=depth)
    drawn = nodes_of(svg)
    hidden, lacking = hidden_in(words_of(svg))
    assert len(drawn) == len(set(drawn))
    assert len(drawn) + hidden == len(case.graph.nodes)
    assert lacking == sum(
        case.evaluation.status(node.index) is Status.UNSUPPORTED
        for node in case.graph.nodes
        if node.index not in drawn and node.index not in case.graph.unsound
    )
    assert hidden_in([outline_of(case, depth=depth)]) == (hidden, lacking)
    check_jumps(svg)


@given(maps())
@settings(max_examples=60, deadline=None)
def test_sections_together_are_the_whole(data: dict[str, Any]) -> None:
    case = sectioned(data)
    seen: list[int] = []
    sections = [heading or "" for heading in sections_of(case.graph)[1:]]
    for section in dict.fromkeys(sections):
        svg = svg_of(case, section=section)
        drawn = nodes_of(svg)
        assert drawn[0] == 0
        seen.extend(drawn[1:])
        check_jumps(svg)
        for node in drawn[1:]:
            assert (case.graph.nodes[node].section or "") == section
            assert case.graph.nodes[node].text in outline_of(case, section=section)
    assert sorted(seen) == list(range(1, len(case.graph.nodes)))


@given(maps(), st.integers(0, 30))
@settings(max_examples=60, deadline=None)
def test_a_focus_shows_all_that_is_below_it(data: dict[str, Any], number: int) -> None:
    case = sectioned(data)
    node = case.graph.nodes[number % len(case.graph.nodes)]
    below = {node.place}
    for place in case.graph.map.places:
        if place.parent in below:
            below.add(place.index)
    label = label_nodes(case.graph, case.evaluation)[node.index]
    name = case.graph.map.address(node.place)
    svg = svg_of(case, focus=name)
    expected = [other.index for other in case.graph.nodes if other.place in below]
    assert nodes_of(svg) == expected
    assert nodes_of(svg_of(case, focus=label)) == expected or label in case.graph.by_id
    check_jumps(svg)


@pytest.mark.parametrize(
    "asked",
    [
        {"depth": 1},
        {"section": "What it costs"},
        {"focus": "drift"},
        {"focus": "drift", "depth": 1},
        {"width": 800},
        {"highlight": "unsupported"},
    ],
    ids=str,
)
def test_labels_are_those_of_the_whole_picture(asked: dict[str, Any]) -> None:
    case = nato()
    whole, part = titles_of(svg_of(case)), titles_of(svg_of(case, **asked))
    assert part
    assert part.items() <= whole.items()


def test_a_picture_of_a_part_says_how_much_it_is() -> None:
    case = nato()
    total = len(case.graph.nodes)
    svg = svg_of(case, section="what it costs")
    shown = len(nodes_of(svg))
    said = [words for words in words_of(svg) if words.startswith("Section “What it costs”")]
    assert said[0].split(" · ")[1] == f"{shown} of {total} statements"
    assert '<title id="argmap-title">What it costs – Does NATO' in svg
    assert "9 of 131 statements" in outline_of(case, depth=1)
    assert f"section “What it costs”, {shown} of {total}" in outline_of(
        case, section="What it costs"
    )


def test_a_section_goes_on_where_another_one_parted_it() -> None:
    case = read_case(NESTED)
    ids = [case.graph.nodes[node].model.id for node in nodes_of(svg_of(case, section="A"))]
    assert ids == ["top", "a", "again", "last", "more", "premise"]
    shown = words_of(svg_of(case, section="A"))
    assert "In section B." in shown
    assert "Premise of no section." not in shown
    assert "In section C." not in shown
    outline = outline_of(case, section="A")
    assert "→ supports b\n  + In section A again. [again]" in outline
    assert "+ → [b] In section B." in outline
    assert "[loose]" not in outline


def test_levels_of_a_section_count_from_where_it_begins() -> None:
    case = read_case(NESTED)
    svg = svg_of(case, section="A", depth=1)
    ids = [case.graph.nodes[node].model.id for node in nodes_of(svg)]
    assert ids == ["top", "a", "premise"]
    assert hidden_in(words_of(svg)) == (4, 4)
    assert nodes_of(svg_of(case, section="A", depth=0)) == [0]
    assert "4 more below" in outline_of(case, section="A", depth=1)


def test_what_has_no_section_can_be_asked_for() -> None:
    case = read_case(NESTED)
    svg = svg_of(case, section="")
    ids = [case.graph.nodes[node].model.id for node in nodes_of(svg)]
    assert ids == ["top", "loose"]
    assert any(words.startswith("No section · 2 of") for words in words_of(svg))
    assert "no section, 2 of" in outline_of(case, section="")


def test_a_focus_is_shown_with_the_way_to_it() -> None:
    case = nato()
    svg = svg_of(case, focus="duration-open")
    shown = words_of(svg)
    assert "COUNTERPOINT F7 · speaks against F1" in shown
    way = [words for words in shown if words.endswith("(supports E1)")]
    assert way == [f"{case.graph.nodes[case.graph.by_id['realignment']].text} (supports E1)"]
    assert "1 of 131 statements · 1 without support" in shown
    outline = outline_of(case, focus="F7")
    assert outline.index("→ [realignment]") < outline.index("− Nobody can easily tell")


def test_a_focus_tells_where_else_it_is_used() -> None:
    case = nato()
    assert "also used at" in words_of(svg_of(case, focus="balancing"))
    assert "also used at [driving-force]" in outline_of(case, focus="balancing")


def test_a_long_way_is_told_in_part() -> None:
    case = chain(3_000)
    shown = words_of(svg_of(case, focus=".".join(["thesis", *["because[0]"] * 2_999])))
    assert "… 2991 more steps …" in shown
    assert len(shown) < 40
    near = words_of(svg_of(case, focus=".".join(["thesis", *["because[0]"] * 9])))
    assert "… 1 more step …" in near


def test_a_node_is_found_by_any_of_its_names() -> None:
    case = nato()
    node = case.graph.by_id["drift"]
    labels = label_nodes(case.graph, case.evaluation)
    drawn = nodes_of(svg_of(case, focus="drift"))
    assert (
        nodes_of(svg_of(case, focus=case.graph.map.address(case.graph.nodes[node].place))) == drawn
    )
    assert nodes_of(svg_of(case, focus=labels[node].lower())) == drawn


def test_the_address_of_a_reference_is_that_of_what_it_names() -> None:
    case = read_case(
        "argmap: 1\ntitle: T\nthesis:\n  claim: A.\n  because:\n"
        "    - {claim: B., id: b, because: [{claim: C.}]}\n    - {claim: D., because: [{ref: b}]}\n"
    )
    assert nodes_of(svg_of(case, focus="thesis.because[1].because[0]")) == [1, 2]


def test_one_of_two_theses_is_a_part() -> None:
    case = read_case(
        "argmap: 1\ntitle: T\nthesis:\n"
        "  - {claim: A., id: a, because: [{claim: B.}]}\n  - {claim: C., because: [{claim: D.}]}\n"
    )
    svg = svg_of(case, focus="T2")
    assert nodes_of(svg) == [2, 3]
    assert "THESIS T2" in words_of(svg)
    assert any(words.startswith("2 of 4 statements") for words in words_of(svg))


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ({"focus": "drfit"}, "there is no node `drfit`", "did you mean `drift`?"),
        ({"focus": "zzzzzzzz"}, "there is no node", "or a label such as `B5`"),
        ({"focus": "thesis.because[9]"}, "there is no node", "give an id"),
        (
            {"focus": "thesis.because[0]"},
            "is a group of premises",
            "`thesis.because[0].premises[0]`",
        ),
        (
            {"section": "pyongyang"},
            "there is no section",
            "did you mean `Pyongyang changes course`?",
        ),
        (
            {"section": "What it cost"},
            "there is no section",
            "did you mean `What it costs`? sections",
        ),
        ({"section": "zzz"}, "there is no section `zzz`", "sections: `NATO turns toward Asia`, "),
        (
            {"focus": "drift", "section": "What it costs"},
            "nothing of section `What it costs`",
            "leave",
        ),
        (
            {"highlight": "unsuported"},
            "cannot highlight `unsuported`",
            "did you mean `unsupported`?",
        ),
        ({"highlight": "why"}, "cannot highlight `why`", "`why:NODE`"),
        ({"highlight": "why:drfit"}, "there is no node `drfit`", "did you mean `drift`?"),
        ({"highlight": "status:x"}, "cannot highlight", "choose `unsupported`"),
        ({"width": 473}, "a page of 473 pixels has no room", "give 474 pixels or more"),
    ],
    ids=str,
)
def test_what_is_not_there_is_told_with_what_is(
    asked: dict[str, Any], message: str, hint: str
) -> None:
    with pytest.raises(ArgmapError) as caught:
        svg_of(nato(), **asked)
    assert message in str(caught.value)
    assert hint in (caught.value.hint or "")


def test_there_may_be_nothing_without_a_section() -> None:
    thesis = "{claim: A., section: R, because: [{claim: B., section: S}]}"
    case = read_case(f"argmap: 1\ntitle: T\nthesis: {thesis}\n")
    with pytest.raises(ArgmapError, match="there is nothing without a section in the map"):
        svg_of(case, section="")
    assert nodes_of(svg_of(case, section="R")) == [0]
    assert nodes_of(svg_of(case, section="S")) == [0, 1]


def test_a_map_without_sections_says_so() -> None:
    with pytest.raises(ArgmapError) as caught:
        svg_of(chain(2), section="A")
    assert caught.value.hint == "the map has no sections; give nodes a `section`"
    many = "".join(f"    - {{claim: C., section: Part {number}}}\n" for number in range(30))
    with pytest.raises(ArgmapError, match="no section `zzz`") as caught:
        svg_of(
            read_case(f"argmap: 1\ntitle: T\nthesis:\n  claim: A.\n  because:\n{many}"),
            section="zzz",
        )
    assert (caught.value.hint or "").endswith("`Part 19` and 10 more")


@given(maps(), st.integers(474, 3_000), st.sampled_from(DIRECTIONS))
@settings(max_examples=80, deadline=None)
def test_a_page_has_the_width_that_is_asked_for(
    data: dict[str, Any], width: int, direction: Direction
) -> None:
    case = sectioned(data)
    svg = svg_of(case, width=width, direction=direction)
    assert parse(svg).attrib["width"] == str(width)
    assert nodes_of(svg) == list(range(len(case.graph.nodes)))


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("width", [474, 700, 1_200, 3_000])
def test_nothing_stands_outside_a_page_of_any_width(width: int, direction: Direction) -> None:
    for case in (market(), nato()):
        svg = svg_of(case, width=width, direction=direction)
        assert parse(svg).attrib["width"] == str(width)
        assert nodes_of(svg) == list(range(len(case.graph.nodes)))
        for element in parse(svg).iter(f"{SVG}rect"):
            if element.attrib["class"] in {"card", "sec", "tb", "grp"}:
                right = float(element.attrib.get("x", 0)) + float(element.attrib["width"])
                assert right <= width
        for element in parse(svg).iter(f"{SVG}text"):
            if "textLength" in element.attrib and "text-anchor" not in element.attrib:
                right = float(element.attrib["x"]) + float(element.attrib["textLength"])
                assert right <= width, "".join(element.itertext())


@pytest.mark.parametrize("width", [474, 600, 900, None])
def test_a_heading_is_never_cut(width: int | None) -> None:
    heading = "A heading of so many words that no panel of one column holds it in a line"
    case = read_case(
        "argmap: 1\ntitle: T\nthesis:\n  claim: A.\n  because:\n"
        f"    - {{claim: B., section: {heading}}}\n"
    )
    svg = svg_of(case, width=width)
    shown = [words for words in words_of(svg) if words and words in heading]
    assert " ".join(shown) == heading
    assert "1 for" in words_of(svg)
    panel, card = (
        next(
            element for element in parse(svg).iter(f"{SVG}rect") if element.attrib["class"] == name
        )
        for name in ("sec", "card")
    )
    lines = [text for text in parse(svg).iter(f"{SVG}text") if text.attrib["class"] == "st"]
    top, above = (float(element.attrib["y"]) for element in (panel, card))
    assert all(top < float(line.attrib["y"]) < above for line in lines)


def test_title_and_legend_are_the_readers() -> None:
    case = nato()
    svg = svg_of(case, title="<Mine>", legend=False)
    shown = words_of(svg)
    assert shown[0] == "<Mine>"
    assert "is told in full at A1" not in shown
    assert "is told in full at A1" in words_of(svg_of(case))
    assert outline_of(case, title="Mine").startswith("Mine\n")


def lit_nodes(svg: str) -> set[int]:
    """List the nodes of a picture that are not muted."""
    return {
        int(element.attrib["data-node"])
        for element in parse(svg).iter()
        if "data-node" in element.attrib and not _is_dim(element)
    }


def _is_dim(element: Element) -> bool:
    ground = element.find(f"{SVG}rect")
    assert ground is not None
    return "dim" in ground.attrib["class"].split()


def test_what_stands_out_are_the_unsupported() -> None:
    case = nato()
    svg = svg_of(case, highlight="unsupported")
    expected = {
        node.index
        for node in case.graph.nodes
        if case.evaluation.status(node.index) is Status.UNSUPPORTED
    }
    assert lit_nodes(svg) - {0} == expected
    assert f"stands out: what no evidence reaches ({len(expected)})" in words_of(svg)
    assert "without support · stands out: what no evidence reaches</desc>" in svg
    part = svg_of(case, highlight="unsupported", section="What it costs")
    count = len(lit_nodes(part) - {0})
    assert f"stands out: what no evidence reaches ({count} of {len(expected)})" in words_of(part)


def test_what_stands_out_are_attacks_and_what_they_hit() -> None:
    case = market()
    lit = lit_nodes(svg_of(case, highlight="against"))
    for attack in case.graph.attacks:
        assert attack.source in lit
    svg = svg_of(case, highlight="against", legend=False)
    bright = set(re.findall(r'class="e e-(\w+)(?: idle)?"', svg))
    assert bright == {"against", "undercut"}
    assert 'class="e e-for dim"' in svg


@pytest.mark.parametrize("name", ["bloc-clash", "realignment", "driving-force"])
def test_what_stands_out_is_why_a_node_stands_or_not(name: str) -> None:
    case = nato()
    node = case.graph.by_id[name]
    svg = svg_of(case, highlight=f"why:{name}")
    expected = {step.node for step in explain(case.graph, case.evaluation, node)}
    assert lit_nodes(svg) - {0} == expected - {0}
    label = label_nodes(case.graph, case.evaluation)[node]
    assert any(words.startswith(f"stands out: why {label} ") for words in words_of(svg))


def test_nothing_is_muted_where_nothing_stands_out() -> None:
    case = read_case("argmap: 1\ntitle: T\nthesis: {claim: A., because: [{assumption: B.}]}\n")
    svg = svg_of(case, highlight="unsupported")
    assert svg == svg_of(case)


def test_large_maps_are_shown_in_part() -> None:
    case = broad(5_000)
    svg = svg_of(case, depth=1)
    hidden, _ = hidden_in(words_of(svg))
    assert len(nodes_of(svg)) + hidden == len(case.graph.nodes)
    section = svg_of(case, section="Part 3")
    sections = sections_of(case.graph)
    assert len(nodes_of(section)) == 1 + sections.count("Part 3")


def test_a_plan_of_a_part_is_cut_anew() -> None:
    case = market()
    plan = build_plan(case.graph, case.evaluation, options=PictureOptions(depth=1))
    again = build_plan(case.graph, case.evaluation, options=replace(PictureOptions(), depth=1))
    assert plan.boxes == again.boxes
    assert len(plan.nodes) < len(case.graph.nodes)


def test_an_outline_tells_each_section_under_its_thesis() -> None:
    case = read_case(
        "argmap: 1\ntitle: T\nthesis:\n"
        "  - claim: First.\n    because:\n"
        "      - premises: [{claim: One., section: S}, {claim: Two.}]\n"
        "  - claim: Second.\n    because:\n"
        "      - premises: [{claim: Three., section: S}, {claim: Four.}]\n"
    )
    outline = outline_of(case, section="S")
    places = [outline.index(words) for words in ("First.", "One.", "Second.", "Three.")]
    assert places == sorted(places)
    assert "Two." not in outline
