"""DOT export: every node, and nothing in a text that Graphviz takes for its own."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from argmap.render.draw import draw_dot
from argmap.render.engine import run_graphviz
from tests.render.drawing import market, one_claim, parse, read_case
from tests.strategies import maps, write

HOSTILE = [
    "<b>x</b>",
    "a:b",
    "ends \\",
    'a "quote"',
    "one\ntwo",
    "nul\x00",
    "\\N \\G",
    "&lt; &",
    "{|}",
]


@given(maps())
@settings(max_examples=40, deadline=None)
def test_every_node_is_exported_once(data: dict[str, object]) -> None:
    case = read_case(write(data))
    layout = json.loads(run_graphviz(draw_dot(case.graph, case.evaluation)))
    names = [item["name"] for item in layout.get("objects", ())]
    found = sorted(int(name[1:]) for name in names if name.startswith("n"))
    assert found == list(range(len(case.graph.nodes)))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_survives(text: str) -> None:
    case = one_claim("x")
    for node in case.graph.nodes:
        object.__setattr__(node.model, "text", text)
    svg = run_graphviz(draw_dot(case.graph, case.evaluation), "svg").decode()
    shown = [element.text for element in parse(svg).iter() if element.tag.endswith("text")]
    kept = " ".join(text.replace("\x00", "").split())
    assert shown.count(kept) == 2


def test_steps_are_nodes_where_premises_are_linked_or_undercut() -> None:
    dot = draw_dot(market().graph, market().evaluation)
    assert "AND" in dot
    assert "analogy" in dot
    assert "style=dotted" in dot
