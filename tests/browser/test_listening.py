"""A picture by ear: what a browser tells assistive technology of an SVG, and in what order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from argmap.render.draw import draw_svg
from argmap.render.measure.clean import clean
from argmap.render.options import PictureOptions
from argmap.render.plan.build import build_plan
from tests.browser.watching import axe
from tests.render.drawing import market
from tests.render.generated import generated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from argmap.render.options import ThemeChoice
    from tests.browser.watching import OpenPage
    from tests.render.drawing import Case

_NODE = re.compile(r"(Claim|Evidence|Counterpoint|Assumption) (\w+), ")
CASES: dict[str, Callable[[], Case]] = {
    "market": market,
    "generated": lambda: generated(60)[53],
}


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that is told."""

    role: str
    name: str
    within: tuple[str, ...]
    """Names of the groups it is in, from the outermost."""


def listen(page: Page) -> list[Heard]:
    """List what a page tells, in the order in which it is read."""
    session = page.context.new_cdp_session(page)
    told: dict[str, Any] = {
        node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]
    }
    root = next(node for node in told.values() if "parentId" not in node)
    return list(_walk(told, root, ()))


def _walk(told: dict[str, Any], node: Any, within: tuple[str, ...]) -> Iterator[Heard]:
    name = node.get("name", {}).get("value", "")
    if not node["ignored"]:
        role = node["role"]["value"]
        yield Heard(role, name, within)
        within = (*within, name) if role == "group" else within
    for child in node.get("childIds", ()):
        if child in told:
            yield from _walk(told, told[child], within)


def draw(case: Case, theme: ThemeChoice = "light") -> str:
    return draw_svg(case.graph, case.evaluation, options=PictureOptions(theme=theme))


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]()


def test_nodes_are_told_by_kind_status_and_text_in_the_order_of_the_argument(
    browser_page: OpenPage, case: Case
) -> None:
    watched = browser_page(draw(case))
    heard = [item for item in listen(watched.page) if _NODE.match(item.name)]
    labels = build_plan(case.graph, case.evaluation).labels
    assert [_NODE.match(item.name)[2] for item in heard] == list(labels.values())  # type: ignore[index]
    for node, item in zip(labels, heard, strict=True):
        model = case.graph.nodes[node].model
        is_judged = node not in case.graph.unsound
        status = case.evaluation.status(node).value if is_judged else "not judged"
        start = f"{model.kind.value.capitalize()} {labels[node]}, {status}: {model.text}"
        start += "" if node in case.graph.thesis else " — It "
        assert item.name.startswith(clean(start))
        assert item.role == "group"
    watched.assert_quiet()


def test_a_picture_is_told_with_its_name_first(browser_page: OpenPage) -> None:
    heard = listen(browser_page(draw(market())).page)
    (document,) = [item for item in heard if item.role == "graphics-document"]
    assert document.name.startswith("Should Port Ilmar move its fish market to the new quay? 60 ")


def test_nodes_are_told_within_their_section(browser_page: OpenPage) -> None:
    heard = listen(browser_page(draw(market())).page)
    found = {item.name.partition(",")[0]: item.within for item in heard if _NODE.match(item.name)}
    assert found["Claim T"] == ()
    assert found["Claim A1"] == ("Safety",)
    assert found["Evidence A4"][0] == "Safety"
    assert found["Evidence A4"][1].startswith("Linked premises, ")
    assert found["Evidence A4"][2].startswith("Claim A3, ")
    names = [item.name for item in heard if item.role == "group"]
    assert names.index("Trade") > names.index(found["Evidence A4"][2])


def test_references_are_told_as_such(browser_page: OpenPage) -> None:
    names = [item.name for item in listen(browser_page(draw(market())).page)]
    assert sum(name.startswith("Reference to ") for name in names) == 5


@pytest.mark.parametrize("theme", ["light", "dark", "print", "auto"])
def test_axe_finds_nothing(browser_page: OpenPage, theme: ThemeChoice) -> None:
    head = '<!doctype html><html lang="en"><title>A map</title><main><h1>A map</h1>'
    scheme: Any = theme if theme in {"light", "dark"} else "dark"
    watched = browser_page(f"{head}{draw(market(), theme)}</main>", scheme=scheme)
    assert axe(watched.page) == []
    watched.assert_quiet()
