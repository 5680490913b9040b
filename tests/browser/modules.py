"""The functions of the page's scripts, called one by one in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.render.page.assets import SCRIPTS, bundle

if TYPE_CHECKING:
    from playwright.sync_api import Page

MODEL = "modelModule.readModel(JSON.parse(document.getElementById('data').textContent))"
"""Reads the map of the page that is open, once more."""


def call(page: Page, function: str, *arguments: Any) -> Any:
    """Call a function that knows all modules: `search.js` is `searchModule`.

    Args:
        page: where it runs; its own scripts are left alone.
        function: an expression, as `searchModule.foldText` or `(text) => text.length`.
        arguments: values of JSON.
    """
    scripts = bundle(tuple(name for name in SCRIPTS if name != "main.js"))
    script = f"(given) => {{ {scripts} return ({function})(...given); }}"
    return page.evaluate(script, list(arguments))
