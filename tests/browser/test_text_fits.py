"""No text leaves its box, whatever fonts the machine has."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.render.draw import draw_svg
from argmap.render.options import DEFAULT, DIRECTIONS, PictureOptions
from tests.browser.fonts import choose_fonts, font_sets
from tests.browser.watching import launch
from tests.conftest import ROOT
from tests.render.drawing import MARKET, Case, market, read_case
from tests.render.generated import generated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Playwright

    from tests.browser.watching import OpenPage

MAPS = {
    "nato": ROOT / "maps" / "nato_asia.yaml",
    "scripts": MARKET.with_name("scripts.yaml"),
    "market": MARKET,
}
PICTURES: dict[str, tuple[str, PictureOptions]] = {name: (name, DEFAULT) for name in MAPS}
PICTURES |= {side: ("scripts", PictureOptions(direction=side)) for side in DIRECTIONS[1:]}
PICTURES["overview"] = ("scripts", PictureOptions(overview=True))
"""Each picture that is measured: its map, and how it is drawn."""
MEASURE = Path(__file__).with_name("measuring.js").read_text(encoding="utf-8")
_STYLE = re.compile("<style>.*</style>")


@pytest.fixture(scope="module", params=font_sets())
def fonts(request: pytest.FixtureRequest) -> str:
    """Name a set of fonts."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def page(
    fonts: str,
    playwright: Playwright,
    browser_program: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """Open a page in a browser that has one set of fonts."""
    environment = choose_fonts(fonts, tmp_path_factory.mktemp("fonts"))
    browser = launch(playwright, browser_program, environment)
    yield browser.new_page()
    browser.close()


def draw(case: Case, options: PictureOptions = DEFAULT) -> str:
    return draw_svg(case.graph, case.evaluation, options=options)


def measure(page: Page, content: str, *, has_marks: bool = True) -> list[str]:
    """Show pictures, wait until their fonts are read, and list what leaves its box.

    Args:
        page: where they are shown.
        content: SVG.
        has_marks: whether the machine has fonts for the scripts in them, or their marks stand by
            the letters at least.
    """
    page.set_content(content)
    ready = "document.fonts.ready.then(fonts => [...fonts].map(font => font.status))"
    assert page.evaluate(ready) == ["loaded", "loaded"]
    pictures = "[...document.querySelectorAll('body > svg')]"
    told: list[str] = page.evaluate(
        f"{pictures}.flatMap(svg => ({MEASURE})(svg, {str(has_marks).lower()}))"
    )
    return told


@pytest.mark.parametrize("picture", PICTURES)
def test_text_stays_in_its_box(page: Page, picture: str) -> None:
    name, options = PICTURES[picture]
    case = read_case(MAPS[name].read_text(encoding="utf-8"))
    assert measure(page, draw(case, options)) == []


def test_the_map_of_many_scripts_has_63_nodes() -> None:
    case = read_case(MAPS["scripts"].read_text(encoding="utf-8"))
    assert len(case.graph.nodes) == 63


@cache
def generated_page() -> str:
    """Put 200 generated maps on one page, with one style sheet: fonts are read once."""
    pictures = [draw(case) for case in generated(200)]
    styles: list[str] = [_STYLE.findall(picture)[0] for picture in pictures]
    return max(styles, key=len) + "".join(_STYLE.sub("", picture) for picture in pictures)


def test_text_of_generated_maps_stays_in_its_box(page: Page, fonts: str) -> None:
    found = measure(page, generated_page(), has_marks=fonts == "noto")
    assert page.locator("body > svg").count() == 200
    assert found == []


def test_the_measure_finds_text_that_leaves_its_box(browser_page: OpenPage) -> None:
    larger = "text{font-size:30px!important}</style>"
    page = browser_page("<!doctype html>").page
    found = measure(page, draw(market()).replace("</style>", larger))
    for words in ("leaves its box sideways", "leaves its pill upright", "is run into"):
        assert any(told.startswith(words) for told in found), words
