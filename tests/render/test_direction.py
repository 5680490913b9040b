"""Words that run from right to left begin at the right edge of their place."""

from __future__ import annotations

from argmap.render.compose.stack import draw_pill, pill_width
from argmap.render.draw import draw_svg
from argmap.render.measure.styles import SMALL
from argmap.render.shapes import Rectangle, Words
from tests.render.drawing import SVG, parse, read_case

HEBREW = "סקר קוראים"


def test_in_a_pill() -> None:
    body, words = draw_pill(10, 0, HEBREW, "quiet")
    assert isinstance(body, Rectangle)
    assert isinstance(words, Words)
    assert words.line.right_to_left
    assert words.x - words.line.width == body.x + 7
    assert words.x <= body.x + pill_width(HEBREW, "quiet") - 7


def test_in_the_list_of_sources() -> None:
    case = read_case(
        f"argmap: 1\ntitle: T\nsources: {{a: {{title: Plain}}, b: {{title: {HEBREW}}}}}\n"
        "thesis: {claim: A., because: [{evidence: E., cite: [a, b]}]}\n"
    )
    lines = {
        text.text: float(text.attrib["x"])
        for text in parse(draw_svg(case.graph, case.evaluation)).iter(f"{SVG}text")
        if text.attrib["class"] == SMALL.name and float(text.attrib["y"]) > 300
    }
    assert lines[HEBREW] - SMALL.width(HEBREW) >= lines["Plain"]
