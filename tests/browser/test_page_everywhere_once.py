"""Every node of a map occurs once in the picture and in the outline of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.nodes import Premises, Reference
from argmap.render.draw import draw_page
from tests.render.generated import generated

if TYPE_CHECKING:
    from tests.browser.watching import OpenPage
    from tests.render.drawing import Case

SHOWN = """() => [
  [...document.querySelectorAll('svg [data-node]')].map((made) => Number(made.dataset.node)),
  [...document.querySelectorAll('[role=treeitem]')].map((row) => Number(row.dataset.item)),
]"""


def rows_of(case: Case) -> list[int]:
    """List the places that have a row in the outline: statements, references, linked premises."""
    return [
        place.index
        for place in case.graph.map.places
        if place.index in case.graph.node_at or isinstance(place.model, Premises | Reference)
    ]


def test_the_page_shows_each_node_once(browser_page: OpenPage) -> None:
    """In a window as large as the map, for cards out of sight are made when they come into it."""
    small = [case for case in generated(500) if 5 < len(case.graph.nodes) < 20]
    for case in small[:12]:
        watched = browser_page(draw_page(case.graph, case.evaluation), width=2800, height=3600)
        nodes, rows = watched.page.evaluate(SHOWN)
        assert sorted(nodes) == list(range(len(case.graph.nodes)))
        assert sorted(rows) == rows_of(case)
        watched.assert_quiet()
        watched.page.close()
