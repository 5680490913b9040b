"""Web pages that cannot be parsed in bounded time and space.

A parser takes time that grows with the square of the depth. And it opens `b`, `font` and their
like again in each block that follows, as long as no end tag closes them: a page of a few
kilobytes can stand for millions of elements.
"""

from __future__ import annotations

import re

from argmap.source.html_names import DRAWINGS, FORMATS, RAW, SCOPES, SPECIAL, UNNESTED

_DEEPEST = 512
"""Elements that stand in each other at most: as many as Chromium keeps apart."""
_MOST_REOPENED = 1_000_000
"""Elements that a parser may have to open again."""
_ALIKE = 3
"""So many elements that are written alike are opened again at most (HTML standard)."""
_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"""(?:[^>=]|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)|=)*+"""
    r"|<[!?/][^>]*+",
    re.DOTALL,
)
_WITHIN = frozenset(("svg", "math", "select", "frameset"))
"""Elements in which tags in a script or a title are tags."""


def is_too_deep(text: str) -> bool:
    """Tell whether a page is too deep, by one pass over its tags.

    It is a guard, not a parser: of elements that are left open it counts rather too many.
    """
    scan = _Scan(text)
    at = 0
    while (tag := _TAG.search(text, at)) is not None:
        at = scan.take(tag) if tag["name"] else tag.end()
        if len(scan.open) + len(scan.formats) > _DEEPEST or scan.reopened > _MOST_REOPENED:
            return True
    return False


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[str] = []
        self.formats: list[tuple[str, str]] = []
        """Name, and the tag as it is written, of elements that are opened again."""
        self.reopened = 0

    def take(self, tag: re.Match[str]) -> int:
        """Take a tag and give where to read on."""
        name = tag["name"].lower()
        if tag["end"]:
            self._close(name)
        elif name in RAW and _WITHIN.isdisjoint(self.open):
            found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.text, tag.end())
            return found.start() if found else len(self.text)
        else:
            self.reopened += len(self.formats)
            self._leave_drawing(name)
            if name not in UNNESTED and not (self._is_drawing() and tag[0].endswith("/")):
                self._open(name, tag[0])
        return tag.end()

    def _is_drawing(self) -> bool:
        """Tell whether a tag may close itself, as it may in drawings and formulas only."""
        return bool(self.open) and self.open[-1] in DRAWINGS

    def _leave_drawing(self, name: str) -> None:
        """End the drawing before an element that can be in none."""
        if name != "a" and (name in UNNESTED or name in SPECIAL or name in FORMATS):
            while self._is_drawing():
                self.open.pop()

    def _open(self, name: str, written: str) -> None:
        if name == "a":
            self._close(name)
        self.open.append(name)
        if name in FORMATS and self.formats.count((name, written)) < _ALIKE:
            self.formats.append((name, written))

    def _close(self, name: str) -> None:
        """Close an element as far as an end tag reaches."""
        if name in FORMATS:
            last = max((at for at, one in enumerate(self.formats) if one[0] == name), default=None)
            if last is not None:
                del self.formats[last]
        stops = SCOPES if name in SPECIAL or name in FORMATS else SPECIAL
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at] == name:
                del self.open[at : at + 1 if name in FORMATS else None]
                return
            if self.open[at] in stops:
                return
