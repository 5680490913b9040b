"""The browser of the page tests: found, started once, and missed loudly."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.watching import OpenPage, Scheme, Watched, launch
from tools.install_browser import HOW, find_browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Playwright

DEMAND = "ARGMAP_DEMAND_BROWSER"
"""Set to 1, tests that find no browser fail."""
_HERE = Path(__file__).parent
_LEFT_OUT = pytest.StashKey[str]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say loudly, and once, that the page tests were left out."""
    reason = config.stash.get(_LEFT_OUT, None)
    if reason is not None:
        terminalreporter.section("PAGE TESTS LEFT OUT", red=True, bold=True)
        terminalreporter.line(reason)
        terminalreporter.line(f"{DEMAND}=1 makes this an error")


def _leave_out(config: pytest.Config, reason: str) -> None:
    if os.environ.get(DEMAND) == "1":
        pytest.fail(reason, pytrace=False)
    config.stash[_LEFT_OUT] = reason
    pytest.skip(reason)


@pytest.fixture(scope="package")
def browser_program(pytestconfig: pytest.Config) -> Path:
    """Give the browser that the tests use."""
    found = find_browser()
    if found is None:
        _leave_out(pytestconfig, f"the page tests found no browser: {HOW}")
    assert found is not None
    return found


@pytest.fixture(scope="package")
def playwright(pytestconfig: pytest.Config) -> Iterator[Playwright]:
    """Start Playwright, which drives the browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        _leave_out(pytestconfig, f"Playwright does not load ({error}): `pip install --group dev`")
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright, browser_program: Path) -> Iterator[Browser]:
    """Start the browser once for all tests of this folder."""
    started = launch(playwright, browser_program, dict(os.environ))
    yield started
    started.close()


@pytest.fixture
def browser_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Give a function that opens pages, each in a context of its own."""
    contexts: list[BrowserContext] = []

    def open_page(
        html: str | Path,
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Scheme = "light",
        reduced_motion: bool = False,
        offline: bool = True,
        fragment: str = "",
    ) -> Watched:
        path = html if isinstance(html, Path) else _write(html, tmp_path, len(contexts))
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce" if reduced_motion else "no-preference",
            offline=offline,
        )
        contexts.append(context)
        return Watched.open(context.new_page(), path, fragment)

    yield open_page
    for context in contexts:
        context.close()


def _write(html: str, folder: Path, number: int) -> Path:
    suffix = "svg" if html.startswith("<svg") else "html"
    path = folder / f"page-{number}.{suffix}"
    path.write_text(html, encoding="utf-8")
    return path
