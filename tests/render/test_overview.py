"""Overviews: every node once, on one page of a sane shape, and weak points told by form."""

from __future__ import annotations

from hypothesis import given, settings

from argmap.render.draw import draw_svg
from argmap.render.options import PictureOptions, ThemeChoice
from tests.render.drawing import Case, market, nodes_of, read_case
from tests.strategies import maps, write


def overview(case: Case, theme: ThemeChoice = "light") -> str:
    """Draw an overview of a map."""
    options = PictureOptions(overview=True, theme=theme)
    return draw_svg(case.graph, case.evaluation, options=options)


@given(maps())
@settings(max_examples=100, deadline=None)
def test_every_node_is_one_mark(data: dict[str, object]) -> None:
    case = read_case(write(data))
    assert nodes_of(overview(case)) == list(range(len(case.graph.nodes)))


def test_the_sample_is_shown_whole() -> None:
    assert nodes_of(overview(market())) == list(range(len(market().graph.nodes)))
