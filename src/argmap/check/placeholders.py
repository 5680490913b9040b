"""Marks of texts that are still to be written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.diagnostics import Span
    from argmap.model.map import ArgumentMap
    from argmap.source.tree import Scalar

_SIGNS = ("TODO", "todo", "TBD", "tbd", "FIXME", "XXX", "xxx", "?", "？", "…", "..", "orem", "<")
"""Without one of these no placeholder is in a text; looking for them costs next to nothing."""
_ANYWHERE = ("TODO", "TBD", "FIXME", "XXX", "?", "？", "…", "orem", "<")
_AT_HEAD = frozenset({"to", "tb", "xx", ".."})
"""How a text begins that is a placeholder by being nothing else, and holds none of the above."""
_APART = "\0"


@cache
def _marker() -> re.Pattern[str]:
    """Find a mark anywhere; a text that only speaks of marks holds none."""
    return re.compile(
        r"(?<![\w`'\"‘’“”«])(?:TODO|TBD|FIXME)(?![\w`'\"’”»])"
        r"(?! (?:comment|entry|entries|item|list|mark|marker|note|tag)s?\b)"
        r"|(?<!\w)XXX(?=:)|\[XXX\]|\(XXX\)"
        r"|(?<![?？`'\"‘“«])[?？]{3,}(?![?？`'\"’”»])"
        r"|\b[Ll]orem ipsum\b"
        r"|<(?:(?:the|your|insert|fill|add|some)\b[^<>]*|claim|evidence|counterpoint|assumption"
        r"|premise|reason|text|author|year|name|date|TODO|…|\.\.\.)>"
    )


@cache
def _alone() -> re.Pattern[str]:
    """Match what is a placeholder only where nothing else is said."""
    return re.compile(r"\s*((?:…|\.{2,})+|[?？]+|XXX|xxx|todo|tbd|<\w[^<>:/]*>)\s*")


def find_placeholder(text: str) -> str | None:
    """Find the mark of a text that is still to be written.

    >>> find_placeholder("TODO: look up the figure")
    'TODO'
    >>> find_placeholder("There is much to do.")
    """
    if not any(sign in text for sign in _SIGNS):
        return None
    alone = _alone().fullmatch(text)
    if alone is not None:
        return alone[1]
    found = _marker().search(text)
    return None if found is None else found[0]


def find_placeholders(texts: Sequence[str]) -> dict[int, str]:
    """Give the number of each text with such a mark, and the mark.

    >>> find_placeholders(["There is much to do.", "???"])
    {1: '???'}
    """
    joined = _APART.join(texts)
    signs = [sign for sign in _ANYWHERE if sign in joined]
    maybe = {number for sign in signs for number, text in enumerate(texts) if sign in text}
    maybe.update(n for n, text in enumerate(texts) if text.lstrip()[:2] in _AT_HEAD)
    found = {number: find_placeholder(texts[number]) for number in sorted(maybe)}
    return {number: mark for number, mark in found.items() if mark is not None}


def placeholder_span(source: ArgumentMap, value: Scalar, mark: str) -> Span | None:
    """Give the span of a mark inside a text; None where the file does not show it."""
    words = re.compile(r"\s+".join(map(re.escape, mark.split())))
    found = words.search(source.text.content, value.start, value.end)
    return None if found is None else source.text.span(*found.span())
