"""What a box says that is drawn away from what it hangs on."""

from __future__ import annotations

import re

import pytest

from argmap.render.compose.box import draw_box, draw_head
from argmap.render.draw import draw_svg
from argmap.render.options import DIRECTIONS, Direction, PictureOptions
from argmap.render.plan.build import build_plan
from argmap.render.plan.types import Sign
from argmap.render.plan.way import partners
from argmap.render.shapes import Path, Rectangle, Words
from tests.render.drawing import SVG, Case, parse, read_case

ALL = pytest.mark.parametrize("direction", DIRECTIONS)


def group(slot: str, count: int, warrant: str = "") -> Case:
    """Make a map of linked premises, each in a section of its own."""
    premises = ", ".join(f"{{claim: P{at}., section: S{at}}}" for at in range(count))
    below = f"{{premises: [{premises}]{warrant}}}"
    return read_case(f"argmap: 1\ntitle: T\nthesis: {{claim: T., {slot}: [{below}]}}\n")


def origins_of(case: Case, direction: Direction = "right") -> list[str]:
    """List what moved boxes say."""
    options = PictureOptions(direction=direction)
    root = parse(draw_svg(case.graph, case.evaluation, options=options))
    shown = [element.text or "" for element in root.iter(f"{SVG}text")]
    return [words for words in shown if words.startswith(("supports", "speaks against"))]


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (group("because", 1), "supports the thesis"),
        (group("because", 2), "supports the thesis, with B1"),
        (group("because", 3), "supports the thesis, with B1 and C1"),
        (group("because", 7), "supports the thesis, with B1, C1, D1 and 3 more"),
        (group("because", 2, ", warrant: {claim: W.}"), "supports the thesis, with C1 and A1"),
        (group("because", 1, ", warrant: In words."), "supports the thesis"),
        (group("but", 2), "speaks against the thesis, with B1"),
    ],
    ids=["alone", "pair", "three", "many", "warrant", "words", "against"],
)
def test_a_premise_says_with_what_it_works(case: Case, words: str) -> None:
    assert words in origins_of(case)


def test_other_nodes_are_named_with_how_they_begin() -> None:
    case = read_case(
        "argmap: 1\ntitle: T\nthesis: {claim: T., because: [{claim: First of all., because: "
        "[{premises: [{claim: A., section: S}, {ref: b}, {ref: nowhere}]}, {claim: B., id: b}]}]}\n"
    )
    assert "supports A1, with A2: First of all." in origins_of(case)
    moved = next(box for box in build_plan(case.graph, case.evaluation).boxes if box.continues)
    assert partners(case.graph, moved.place) == [case.graph.by_id["b"]]


def test_a_moved_premise_does_what_its_group_does() -> None:
    case = group("unless", 2)
    plan = build_plan(case.graph, case.evaluation)
    moved = [box for box in plan.boxes if box.continues is not None]
    assert [box.sign for box in moved] == [Sign.UNDERCUT, Sign.UNDERCUT]


@ALL
def test_the_words_stand_clear_of_the_sign(direction: Direction) -> None:
    case = group("because", 2)
    plan = build_plan(case.graph, case.evaluation, options=PictureOptions(direction=direction))
    moved = [box for box in plan.boxes if box.continues is not None]
    for drawn in (draw_box(plan, moved[0]), draw_head(plan, moved[0], 1600)):
        lines = [shape for shape in drawn.drawing.shapes if isinstance(shape, Words)]
        words = next(line for line in lines if line.line.text.startswith("supports"))
        assert words.y + 3 < drawn.entry.y - 9 or words.y - 8 > drawn.entry.y + 9
        assert 0 < words.x < words.x + words.line.width < drawn.drawing.width


@ALL
def test_the_words_of_a_head_stand_on_the_side_of_the_thesis(direction: Direction) -> None:
    case = group("because", 2)
    plan = build_plan(case.graph, case.evaluation, options=PictureOptions(direction=direction))
    moved = next(box for box in plan.boxes if box.continues is not None)
    shapes = draw_head(plan, moved, 1600).drawing.shapes
    line = next(shape for shape in shapes if isinstance(shape, Path) and "e-for" in shape.ink)
    words = next(shape for shape in shapes if isinstance(shape, Words))
    card = next(shape for shape in shapes if isinstance(shape, Rectangle) and shape.ink == "card")
    assert (words.y > card.y + card.height) is (direction == "up")
    turns = re.findall(r"q\S+ \S+ \S+ (-?)\d", line.data)
    assert turns == (["-", "-"] if direction == "up" else ["", ""])
