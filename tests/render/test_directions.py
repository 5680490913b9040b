"""The four directions: nothing lost, nothing over anything else, reasons on the side asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap.render.axes import DOWN, LEFT, RIGHT, UP, Axes, Point, choose_axes
from argmap.render.draw import draw_svg
from argmap.render.icons import SIGN_SHAPES
from argmap.render.layout.page import MARGIN, lay_out
from argmap.render.options import DIRECTIONS, Direction, PictureOptions
from argmap.render.paint.svg import number
from argmap.render.paint.trunks import Trunks
from argmap.render.plan.build import build_plan
from tests.render.drawing import SVG, Case, broad, market, nodes_of, parse, read_case
from tests.strategies import maps, write

if TYPE_CHECKING:
    from argmap.render.layout.placed import Page, PlacedBox, PlacedPanel
    from argmap.render.plan.types import Plan

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


@ALL
def test_an_undercut_of_the_thesis_marks_its_trunk(direction: Direction) -> None:
    below = ", ".join("{claim: R., because: [{claim: S.}]}" for _ in range(3))
    case = read_case(
        "argmap: 1\ntitle: T\nthesis: {claim: T., because: [{claim: A.}], "
        f"unless: [{{counterpoint: U., because: [{below}]}}]}}\n"
    )
    assert heads_of(page_of(case, direction))
    assert "M-2.2 -2.2l4.4 4.4M2.2 -2.2l-4.4 4.4" in svg_of(case, direction)


@ALL
def test_lanes_of_roots_hang_on_the_thesis(direction: Direction) -> None:
    """Every line from the thesis is there, also to lanes beyond the first."""
    many = ", ".join(f"{{claim: R{at}., because: [{{claim: S.}}]}}" for at in range(40))
    case = read_case(f"argmap: 1\ntitle: T\nthesis: {{claim: T., because: [{many}]}}\n")
    page = page_of(case, direction)
    (block,) = panels_of(page)[0].blocks
    assert len(block.lanes) > 1
    axes = plan_of(case, direction).axes
    trunks = Trunks(axes)
    trunks.draw_part(page.parts[0])
    for placed in block.boxes:
        if placed.box.parent is None:
            x, y = placed.entry
            end = f"V{number(y)}" if axes.is_vertical else f"H{number(x)}"
            start = number(axes.breadth(placed.entry) - 9)
            lines = [path.data for path in trunks.lines if path.data.endswith(end)]
            assert any(re.match(rf"M(\S+ )?{start}[ q]", data) for data in lines)


@ALL
@pytest.mark.parametrize("focus", [None, "pays", "cold"])
def test_the_trunk_begins_at_the_banner(direction: Direction, focus: str | None) -> None:
    options = PictureOptions(direction=direction, focus=focus)
    svg = draw_svg(market().graph, market().evaluation, options=options)
    (banner,) = (rect for rect in parse(svg).iter(f"{SVG}rect") if rect.attrib["class"] == "tb")
    top = float(banner.attrib["y"])
    edge = top if direction == "up" else top + float(banner.attrib["height"])
    start = 42 if direction != "left" else float(parse(svg).attrib["width"]) - 42
    assert f'd="M{number(start)} {number(edge)}V' in svg


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
