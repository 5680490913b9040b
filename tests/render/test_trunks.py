"""The lines from a thesis to what hangs on it, in every direction."""

from __future__ import annotations

import re

import pytest

from argmap.render.draw import draw_svg
from argmap.render.options import Direction, PictureOptions
from argmap.render.paint.svg import number
from argmap.render.paint.trunks import Trunks
from tests.render.directions import ALL, heads_of, page_of, panels_of, plan_of, svg_of
from tests.render.drawing import SVG, market, parse, read_case


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
