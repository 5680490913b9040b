"""The four directions: nothing lost, nothing over anything else, reasons on the side asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap.render.axes import DOWN, LEFT, RIGHT, UP, Axes, choose_axes
from argmap.render.compose.drawn import BOX_WIDTH
from argmap.render.draw import draw_svg
from argmap.render.icons import SIGN_SHAPES
from argmap.render.layout.page import MARGIN
from argmap.render.options import DIRECTIONS, Direction, PictureOptions
from tests.render.directions import (
    ALL,
    assert_placed,
    page_of,
    panels_of,
    plan_of,
    size_of,
    svg_of,
)
from tests.render.drawing import SVG, Case, broad, market, nodes_of, parse, read_case
from tests.strategies import maps, write

if TYPE_CHECKING:
    from argmap.render.layout.placed import PlacedBox


@ALL
@pytest.mark.parametrize("case", [market(), broad(300)], ids=["market", "broad"])
def test_boxes_stand_apart_and_on_their_side(case: Case, direction: Direction) -> None:
    assert_placed(case, direction)


@ALL
@given(data=maps())
@settings(max_examples=40, deadline=None)
def test_boxes_of_any_map_stand_apart_and_on_their_side(
    direction: Direction, data: dict[str, object]
) -> None:
    assert_placed(read_case(write(data)), direction)


@ALL
@given(data=maps())
@settings(max_examples=30, deadline=None)
def test_every_node_is_drawn_once(direction: Direction, data: dict[str, object]) -> None:
    case = read_case(write(data))
    assert nodes_of(svg_of(case, direction)) == list(range(len(case.graph.nodes)))


@ALL
def test_signs_stand_on_the_edge_of_their_card(direction: Direction) -> None:
    root = parse(svg_of(market(), direction))
    frames = [
        [float(rect.attrib.get(name, "0")) for name in ("x", "y", "width", "height")]
        for rect in root.iter(f"{SVG}rect")
        if rect.attrib["class"] in {"card", "grp"}
    ]
    signs = [
        tuple(map(float, re.findall(r"[\d.]+", path.attrib["transform"])))
        for path in root.iter(f"{SVG}path")
        if path.attrib["d"] in SIGN_SHAPES.values()
    ]
    on_edge = [sign for sign in signs if any(_touches(frame, *sign) for frame in frames)]
    in_legend = 4
    assert len(on_edge) == len(signs) - in_legend > 30


def _touches(frame: list[float], x: float, y: float) -> bool:
    left, top, width, height = frame
    beside = min(abs(x - left), abs(x - left - width)) < 0.02 and top <= y <= top + height
    above = min(abs(y - top), abs(y - top - height)) < 0.02 and left <= x <= left + width
    return beside or above


def fan(count: int) -> Case:
    """Make a map in which one claim, two levels down, rests on many."""
    reasons = ", ".join(f"{{claim: Reason {at}., because: [{{claim: R.}}]}}" for at in range(count))
    below = (
        f"{{premises: [{{claim: B., because: [{reasons}]}}, {{claim: C.}}], unless: [{reasons}]}}"
    )
    return read_case(f"argmap: 1\ntitle: T\nthesis: {{claim: T., because: [{below}]}}\n")


@pytest.mark.parametrize("direction", ["down", "up"])
def test_what_a_row_has_no_room_for_goes_on_elsewhere(direction: Direction) -> None:
    case = fan(25)
    assert_placed(case, direction)
    assert page_of(case, direction).width < 2600
    plan = plan_of(case, direction)
    going_on = [card.continued for box in plan.boxes for card in box.cards if card.continued]
    moved = [box for box in plan.boxes if box.continues is not None]
    assert sum(map(len, going_on)) == len(moved) > 40
    assert all(box.parent is None and box.column == 0 for box in moved)
    assert nodes_of(svg_of(case, direction)) == list(range(len(case.graph.nodes)))


def test_a_picture_has_the_width_that_is_asked_for() -> None:
    for direction in DIRECTIONS:
        options = PictureOptions(direction=direction, width=1600)
        svg = draw_svg(market().graph, market().evaluation, options=options)
        assert parse(svg).attrib["width"] == "1600", direction
        assert nodes_of(svg) == list(range(60))


@ALL
def test_the_legend_says_where_to_look(direction: Direction) -> None:
    side = {"right": "at its left", "left": "at its right", "down": "above it", "up": "below it"}
    shown = {element.text for element in parse(svg_of(market(), direction)).iter(f"{SVG}text")}
    assert {f"supports what is {side[direction]}"} == {
        words for words in shown if words and words.startswith("supports what")
    }


@ALL
def test_the_same_bytes_for_the_same_map(direction: Direction) -> None:
    assert svg_of(market(), direction) == svg_of(market(), direction)


def test_left_is_the_mirror_of_right() -> None:
    right, left = page_of(market(), "right"), page_of(market(), "left")
    assert left.width == right.width
    for one, other in zip(panels_of(right), panels_of(left), strict=True):
        for there, here in zip(one.boxes, other.boxes, strict=True):
            assert here.box.number == there.box.number
            assert here.y - other.y == pytest.approx(there.y - one.y)
            assert here.entry.x == pytest.approx(right.width - there.entry.x)


@pytest.mark.parametrize("direction", ["down", "up"])
def test_levels_share_the_edge_that_faces_the_thesis(direction: Direction) -> None:
    for panel in panels_of(page_of(market(), direction)):
        for block in panel.blocks:
            assert_level(block.boxes, DOWN if direction == "down" else UP)


def assert_level(boxes: list[PlacedBox], axes: Axes) -> None:
    """Demand that children of one box begin at the same depth."""
    by_parent: dict[int, set[float]] = {}
    for placed in boxes:
        if placed.box.parent is not None and placed.box.column > 1:
            by_parent.setdefault(placed.box.parent, set()).add(round(placed.near(axes), 3))
    assert all(len(depths) == 1 for depths in by_parent.values())


@pytest.mark.parametrize(
    ("direction", "language", "axes"),
    [
        (None, None, RIGHT),
        (None, "en", RIGHT),
        (None, "ar", LEFT),
        (None, "he-IL", LEFT),
        (None, "fa_AF", LEFT),
        (None, "az-Arab-IR", LEFT),
        (None, "ur-Latn", RIGHT),
        ("right", "ar", RIGHT),
        ("up", "ar", UP),
    ],
)
def test_the_direction_suits_the_language_where_none_is_asked_for(
    direction: Direction | None, language: str | None, axes: Axes
) -> None:
    assert choose_axes(direction, language) is axes


def test_a_map_read_from_the_right_is_drawn_to_the_left() -> None:
    content = "argmap: 1\ntitle: T\nlang: {}\nthesis: {{claim: A., because: [{{claim: B.}}]}}\n"
    case, plain = read_case(content.format("he")), read_case(content.format("en"))
    assert svg_of(case, None) == svg_of(case, "left")
    assert svg_of(plain, None) == svg_of(plain, "right")


def test_what_is_read_from_the_left_stands_beside_the_bar_at_the_right() -> None:
    options = PictureOptions(direction="left", focus="cold")
    root = parse(draw_svg(market().graph, market().evaluation, options=options))
    ends = {
        text.text: float(text.attrib["x"]) + float(text.attrib.get("textLength", 0))
        for text in root.iter(f"{SVG}text")
    }
    width = float(root.attrib["width"])
    assert ends["The figure for the move leaves out the cold store."] == width - MARGIN - 20
    way = next(end for words, end in ends.items() if words and words.startswith("Port Ilmar"))
    assert way == pytest.approx(width - MARGIN)


@ALL
def test_more_premises_than_a_row_holds_stand_below_one_another(direction: Direction) -> None:
    premises = ", ".join(
        f"{{claim: P{at}., because: [{{evidence: E.}}], unless: [{{counterpoint: U.}}]}}"
        for at in range(9)
    )
    case = read_case(
        f"argmap: 1\ntitle: T\nthesis: {{claim: T., because: [{{premises: [{premises}]}}]}}\n"
    )
    assert_placed(case, direction)
    assert page_of(case, direction).width < 2600
    (group,) = (
        placed
        for panel in panels_of(page_of(case, direction))
        for placed in panel.boxes
        if placed.box.is_group
    )
    assert size_of(group).x == BOX_WIDTH
    gates = {group.at(rows) for rows in group.drawn.supports if rows is not None}
    assert len(gates) == (9 if direction in {"right", "left"} else 1)
