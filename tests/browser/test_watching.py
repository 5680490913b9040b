"""The harness itself: what a page does is noted, and what it is opened with reaches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.watching import axe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.watching import OpenPage

QUIET = (
    '<!doctype html><html lang="en"><title>Quiet</title><main><h1>Quiet</h1><p>Nothing.</p></main>'
)
BUSY = (
    '<!doctype html><title>Busy</title><img src="https://example.org/a.png">'
    "<script>console.warn('careful'); setTimeout(() => { throw new Error('lost') })</script>"
)


def test_a_quiet_page_is_quiet(browser_page: OpenPage) -> None:
    watched = browser_page(QUIET)
    watched.assert_quiet()
    assert axe(watched.page) == []


def test_what_a_page_does_is_noted(browser_page: OpenPage) -> None:
    watched = browser_page(BUSY)
    watched.page.wait_for_function("document.images[0].complete")
    assert watched.requests == ["https://example.org/a.png"]
    assert "warning: careful" in watched.console
    assert watched.errors == ["lost"]
    assert [found.partition(":")[0] for found in axe(watched.page)].count("image-alt") == 1


def test_a_page_is_opened_as_asked(browser_page: OpenPage, tmp_path: Path) -> None:
    path = tmp_path / "given.html"
    path.write_text(QUIET, encoding="utf-8")
    watched = browser_page(
        path, width=320, height=640, scheme="dark", reduced_motion=True, fragment="#there"
    )
    seen = watched.page.evaluate(
        "[innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches,"
        " matchMedia('(prefers-reduced-motion: reduce)').matches, navigator.onLine, location.hash]"
    )
    assert seen == [320, 640, True, True, False, "#there"]
