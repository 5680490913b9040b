"""The page as one file of HTML."""

from __future__ import annotations

import base64
import hashlib
import json
from string import Template
from typing import TYPE_CHECKING, Any

from argmap.render.fonts import is_latin
from argmap.render.page.assets import bundle, read_asset
from argmap.render.page.data import page_data
from argmap.render.page.sources import NO_SOURCES
from argmap.render.paint.document import describe, describe_source
from argmap.render.paint.style import write_page_style
from argmap.render.paint.svg import escape
from argmap.source.display import carried

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.render.options import PictureOptions
    from argmap.render.page.sources import PageSources
    from argmap.render.plan.types import Plan

_OWN_LANGUAGE = "en"
"""Of the page's own words; a page is taken to be in it where a map does not say its language."""


def write_page(
    plan: Plan,
    options: PictureOptions,
    diagnostics: tuple[Diagnostic, ...] = (),
    sources: PageSources = NO_SOURCES,
) -> str:
    """Write a map as a page that needs nothing beside it and asks nothing of any network.

    Args:
        plan: what is drawn, in as many columns as it takes.
        options: how it is shown.
        diagnostics: findings to tell of.
        sources: what is at hand of the map's sources.
    """
    header = plan.graph.map.header
    title = options.title if options.title is not None else header.title
    data = {
        "title": title,
        "about": describe(plan),
        "sources": _sources(plan),
        **page_data(plan, diagnostics, sources),
    }
    content = _to_json(data)
    style = write_page_style(latin=all(map(is_latin, set(content)))) + read_asset("page.css")
    script = bundle()
    chosen = None if options.theme in {None, "auto"} else options.theme
    article = plan.graph.sources.get(header.article) if header.article else None
    return Template(read_asset("page.html")).substitute(
        language=escape(header.lang or _OWN_LANGUAGE),
        theme=f' data-theme="{chosen}"' if chosen else "",
        policy=_policy(style, script),
        title=escape(title),
        reading=escape(f"A reading of: {describe_source(article)}") if article else "",
        about=escape(describe(plan)),
        style=style,
        data=content,
        script=script,
    )


def _policy(style: str, script: str) -> str:
    """Allow this style and this script, fonts inside the file, and nothing else."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; font-src data:; "
        f"style-src {_hash(style)}; script-src {_hash(script)}"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _sources(plan: Plan) -> dict[str, Any]:
    """Give each source in words, through which it is known, and its address where it is safe."""
    listed: dict[str, Any] = {}
    for key, source in plan.graph.sources.items():
        listed[key] = {"text": describe_source(source) or key}
        if source.via is not None:
            listed[key]["via"] = source.via
        if source.url and source.url.lower().startswith(("https://", "http://")):
            listed[key]["url"] = source.url
    return listed


def _to_json(data: Any) -> str:
    """Write JSON that ends no script element, whatever the author's words are."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return carried(text.replace("<", "\\u003c"))
