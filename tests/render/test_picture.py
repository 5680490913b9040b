"""Pictures: every node once, nothing of the author's text in the markup, the same bytes always."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import START, ArgmapError, Diagnostic, Problem, Severity
from argmap.render.draw import draw_svg
from argmap.render.measure.clean import clean
from argmap.render.options import THEMES, PictureOptions, ThemeChoice
from argmap.render.themes import Theme, ThemeName, load_theme
from tests.render.drawing import (
    SVG,
    Case,
    broad,
    chain,
    market,
    nodes_of,
    one_claim,
    parse,
    read_case,
)
from tests.strategies import maps, write

HOSTILE = [
    "<b>x</b>",
    "a:b",
    "ends with \\",
    "\"quoted\" & 'so'",
    "line\nbreak\ttab",
    "nul\x00bell\x07escape\x1b[31m",
    "]]></text><script>alert(1)</script>",
    "lone \ud800 surrogate \ufffe",
    "\u202eevil\u202c \u200b\u200d",
    "x" * 10_000,
    "👨‍👩‍👧‍👦" * 50,
    " ",
]


def svg_of(case: Case, theme: ThemeChoice = "light") -> str:
    """Draw a map as SVG."""
    return draw_svg(case.graph, case.evaluation, options=PictureOptions(theme=theme))


@given(maps())
@settings(max_examples=60, deadline=None)
def test_every_node_is_drawn_once(data: dict[str, object]) -> None:
    case = read_case(write(data))
    assert nodes_of(svg_of(case)) == list(range(len(case.graph.nodes)))


@pytest.mark.parametrize("theme", THEMES)
def test_the_sample_is_drawn_whole(theme: ThemeChoice) -> None:
    assert nodes_of(svg_of(market(), theme)) == list(range(len(market().graph.nodes)))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    case = one_claim("x")
    for node in case.graph.nodes:
        object.__setattr__(node.model, "text", text)
        object.__setattr__(node.model, "title", text)
        object.__setattr__(node.model, "by", text)
    svg = draw_svg(case.graph, case.evaluation, options=PictureOptions(title=text))
    root = parse(svg)
    assert not list(root.iter(f"{SVG}script"))
    shown = "".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    assert clean(text).replace(" ", "") in shown.replace(" ", "")
    assert nodes_of(svg) == [0, 1]


@given(st.text(min_size=1))
@example("\x85\u2028\u2029\ufeff")
@settings(max_examples=60, deadline=None)
def test_any_text_is_drawn(text: str) -> None:
    case = one_claim("x")
    for node in case.graph.nodes:
        object.__setattr__(node.model, "text", text)
    assert nodes_of(svg_of(case)) == [0, 1]


def test_what_a_map_says_is_shown() -> None:
    svg = svg_of(market())
    shown = " ".join("".join(element.itertext()) for element in parse(svg).iter(f"{SVG}text"))
    for words in (
        "Should Port Ilmar move its fish market",
        "THESIS",
        "probably",
        "says: Councillor Mbeki",
        "Conceded: So be it.",
        "No support",
        "No source",
        "Defeated",
        "Undecided",
        "also used at",
        "Warrant:",
        "GIVEN",
        "AND",
        "Load test of the old pier,\u00a0¶\u00a04,\u00a0p.\u00a012",
        "A market on the move",
    ):
        assert words in shown, words


def test_legend_names_only_what_occurs() -> None:
    case = read_case("argmap: 1\ntitle: T\nthesis: {claim: A., because: [{assumption: B.}]}\n")
    shown = [element.text for element in parse(svg_of(case)).iter(f"{SVG}text")]
    assert "Assumption" in shown
    assert "Counterpoint" not in shown
    assert not [words for words in shown if words and "speaks against the step" in words]


def test_a_picture_has_a_name_and_a_description() -> None:
    root = parse(svg_of(market()))
    assert root.attrib["role"] == "graphics-document"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Should Port Ilmar move its fish market to the new quay?"
    assert description is not None
    assert (description.text or "").startswith("60 statements · ")
    titled = [
        element.find(f"{SVG}title") for element in root.iter() if "data-node" in element.attrib
    ]
    assert len(titled) == 60
    assert all(found is not None and found.text for found in titled)


def test_every_jump_leads_somewhere() -> None:
    root = parse(svg_of(market()))
    anchors = {element.attrib.get("id") for element in root.iter()}
    jumps = [element.attrib["href"] for element in root.iter(f"{SVG}a")]
    assert jumps
    assert all(jump.removeprefix("#") in anchors for jump in jumps)


def test_findings_are_marked_at_their_nodes() -> None:
    found = [
        ("AM201", "unsafe", Severity.ERROR, None),
        ("AM202", "thesis.because[1].because[0]", Severity.WARNING, None),
        ("AM203", "thesis.because[0].because[0]", Severity.NOTE, "so be it"),
        ("AM204", "reason:thesis.because[2]", Severity.NOTE, None),
        ("AM205", "no-such-node", Severity.NOTE, None),
    ]
    diagnostics = tuple(
        Diagnostic("m", Problem(code, START, "message", node=node), "name", severity, accepted)
        for code, node, severity, accepted in found
    )
    case = market()
    svg = draw_svg(case.graph, case.evaluation, diagnostics=diagnostics)
    shown = {element.text for element in parse(svg).iter(f"{SVG}text")}
    assert {"AM201", "AM202", "AM203 accepted", "AM204"} <= shown
    assert "AM205" not in shown


def test_no_text_leaves_its_card() -> None:
    for element in parse(svg_of(market())).iter():
        card = element.find(f"{SVG}rect")
        if not element.attrib.get("class", "").startswith("node") or card is None:
            continue
        right = float(card.attrib.get("x", "0")) + float(card.attrib["width"])
        for text in element.iter(f"{SVG}text"):
            if text.attrib.get("text-anchor") is None and "textLength" in text.attrib:
                end = float(text.attrib["x"]) + float(text.attrib["textLength"])
                assert end <= right, "".join(text.itertext())


def test_lines_run_through_no_card() -> None:
    root = parse(svg_of(market()))
    cards = [
        tuple(float(rect.attrib.get(name, "0")) for name in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if rect.attrib["class"] == "card"
    ]
    lines = [
        path.attrib["d"]
        for path in root.iter(f"{SVG}path")
        if re.match(r"e e-\w+( idle)?$", path.attrib["class"]) and "C" in path.attrib["d"]
    ]
    assert len(cards) > 20
    assert len(lines) > 8
    for data in lines:
        for x, y in _points(data):
            inside = [
                card
                for card in cards
                if card[0] + 1 < x < card[0] + card[2] - 1
                and card[1] + 1 < y < card[1] + card[3] - 1
            ]
            assert not inside, data


def _points(data: str) -> list[tuple[float, float]]:
    """Give points on a line of the form M H C H."""
    numbers = [float(found) for found in re.findall(r"-?\d+\.?\d*", data)]
    start = (numbers[0], numbers[1])
    curve = [(numbers[2], numbers[1]), *zip(numbers[3:9:2], numbers[4:9:2], strict=True)]
    points = [start]
    for step in range(21):
        t = step / 20
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        points.append(
            (
                sum(weight * point[0] for weight, point in zip(weights, curve, strict=True)),
                sum(weight * point[1] for weight, point in zip(weights, curve, strict=True)),
            )
        )
    return points


@pytest.mark.parametrize("theme", list(ThemeName))
def test_contrast(theme: ThemeName) -> None:
    colours = load_theme(theme)
    grounds = {
        "card": ["text", "muted", "claim", "evidence", "counterpoint", "assumption", "jump",
                 "stands", "defeated_text"],
        "row": ["text", "muted", "evidence", "jump"],
        "background": ["text", "muted"],
        "panel": ["text", "muted", "jump"],
        "group": ["text", "quiet_ink"],
        "quiet": ["quiet_ink"],
        "banner": ["banner_ink", "banner_muted"],
        "unsupported": ["unsupported_ink"],
        "defeated": ["defeated_ink"],
        "undecided": ["undecided_ink"],
        "error": ["error_ink"],
        "support": ["sign_ink"],
        "rebut": ["sign_ink"],
        "undercut": ["sign_ink"],
    }  # fmt: skip
    poor = {
        (ground, ink): contrast(colours, ground, ink)
        for ground, inks in grounds.items()
        for ink in inks
        if contrast(colours, ground, ink) < (3 if ink == "sign_ink" else 4.5)
    }
    assert not poor
    lines = ["support", "rebut", "undercut", "trunk", "unsupported_line"]
    assert not [ink for ink in lines if contrast(colours, "panel", ink) < 3]
    assert contrast(colours, "panel", "dim") >= 3


def contrast(theme: Theme, one: str, other: str) -> float:
    """Compute the contrast of two roles (WCAG 2.2, section «Relative luminance»)."""
    lights = sorted((_luminance(getattr(theme, one)), _luminance(getattr(theme, other))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_auto_follows_the_viewer() -> None:
    assert "prefers-color-scheme:dark" in svg_of(market(), "auto")
    assert "prefers-color-scheme" not in svg_of(market(), "dark")


def test_the_font_is_as_small_as_the_text_allows() -> None:
    case = read_case("argmap: 1\ntitle: T\nthesis: {claim: A.}\n")
    greek = read_case("argmap: 1\ntitle: T\nthesis: {claim: Ω.}\n")
    assert len(svg_of(case)) + 40_000 < len(svg_of(greek))


def test_without_the_layout_engine_a_map_is_drawn_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from argmap.render import engine

    engine._load.cache_clear()
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    try:
        with pytest.raises(ArgmapError, match="does not load") as caught:
            engine.place_nodes("digraph {a}")
        assert caught.value.hint
        assert nodes_of(svg_of(market())) == list(range(60))
    finally:
        engine._load.cache_clear()


def test_remarks_are_in_the_tooltip_and_weights_on_the_card() -> None:
    case = read_case(
        "argmap: 1\ntitle: T\nthesis:\n  claim: A.\n  conceded: No.\n  because:\n"
        "    - {claim: B., note: Look here., tags: [x, y], weight: 0.7, because: [{claim: C.}]}\n"
    )
    svg = svg_of(case)
    titles = [element.text or "" for element in parse(svg).iter(f"{SVG}title")]
    assert any("Note: Look here. — Tags: x, y" in title for title in titles)
    assert "weight 0.7" in svg


def test_more_jumps_than_a_line_holds_go_on_in_the_next() -> None:
    users = ", ".join(f"{{claim: User {at}., because: [{{ref: used}}]}}" for at in range(30))
    case = read_case(
        f"argmap: 1\ntitle: T\nthesis: {{claim: A., because: [{{claim: U., id: used}}, {users}]}}\n"
    )
    svg = svg_of(case)
    jumps = [link for link in parse(svg).iter(f"{SVG}a") if link.attrib["href"] != "#n1"]
    heights = {words.attrib["y"] for link in jumps for words in link.iter(f"{SVG}text")}
    assert len(jumps) == 30
    assert len(heights) > 1


def test_a_chain_of_ten_thousand_is_drawn_whole() -> None:
    case = chain(10_000)
    assert nodes_of(svg_of(case)) == list(range(10_001))


def test_five_thousand_nodes_are_drawn_whole() -> None:
    case = broad(5_000)
    assert len(case.graph.nodes) >= 5_000
    assert nodes_of(svg_of(case)) == list(range(len(case.graph.nodes)))


@pytest.mark.parametrize(
    "content",
    [
        "thesis: []",
        "thesis: {ref: nowhere}",
        "thesis: {premises: []}",
        "thesis: [{claim: A.}, {claim: B., but: [{claim: C.}]}]",
        "thesis: {claim: A., unless: [{claim: B.}]}",
        "thesis: {claim: A., id: a, because: [{claim: B., because: [{ref: a}]}]}",
        "thesis: {claim: A., but: [{premises: [{claim: B.}, {premises: [{claim: C.}]}]}]}",
        "thesis: {claim: A., because: [{ref: nowhere, because: [{evidence: E.}]}]}",
        "thesis: {claim: A., section: S, because: [{claim: B., section: R}]}",
    ],
    ids=["none", "lost", "empty-group", "two", "no-reason", "circle", "nested", "under-ref", "own"],
)
def test_broken_and_odd_maps_are_drawn(content: str) -> None:
    case = read_case(f"argmap: 1\ntitle: T\n{content}\n")
    assert nodes_of(svg_of(case)) == list(range(len(case.graph.nodes)))


def test_a_scheme_is_called_by_its_title() -> None:
    svg = svg_of(market(), "light")
    assert ">Argument from cause to effect<" in svg
    assert ">Argument from analogy<" in svg
