"""The page's own sources: markup, style and scripts, put together without any tool."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

SCRIPTS = (
    "model.js",
    "search.js",
    "finder.js",
    "store.js",
    "words.js",
    "tidy.js",
    "edges.js",
    "zoom.js",
    "place.js",
    "drawing.js",
    "picture.js",
    "dom.js",
    "links.js",
    "splitter.js",
    "entries.js",
    "relations.js",
    "facts.js",
    "details.js",
    "reading.js",
    "passages.js",
    "article.js",
    "rows.js",
    "sheets.js",
    "printed.js",
    "print.js",
    "treekeys.js",
    "outline.js",
    "help.js",
    "tour.js",
    "controls.js",
    "keys.js",
    "main.js",
)
"""In an order in which each comes after those it takes from."""

_IMPORT = re.compile(r"^import (\{[^;]*?\}) from '\./([a-z_]+)\.js';$", re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function|const|class) ([A-Za-z_$][\w$]*))", re.MULTILINE
)


@cache
def read_asset(name: str) -> str:
    """Read a file of the page's sources."""
    return (files(__name__.rpartition(".")[0]) / "assets" / name).read_text(encoding="utf-8")


@cache
def bundle(scripts: tuple[str, ...] = SCRIPTS) -> str:
    """Make one script of modules.

    Each file is a module of its own for linters, editors and tests. In the page each becomes a
    function that gives what it exports, and what it imports is taken from those before it.
    """
    return "".join(map(_wrap, scripts))


def _wrap(name: str) -> str:
    text = read_asset(name)
    exported = ", ".join(match[1] for match in _EXPORT.finditer(text))
    body = _IMPORT.sub(r"const \1 = \2Module;", _EXPORT.sub("", text))
    module = f"{name.removesuffix('.js')}Module"
    return f"const {module} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"
