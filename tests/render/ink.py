"""Whether text is seen: a picture with its text is compared with the same picture without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import unescape

from PIL import ImageChops

if TYPE_CHECKING:
    from PIL.Image import Image

_TEXT = re.compile(r'<text class="(\w+)[^"]*" ([^>]*)>([^<]*)</text>')
_SIZE = re.compile(r"\.(\w+)\{font-size:([\d.]+)px")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


class Line(NamedTuple):
    """A line of text in a picture; pixels."""

    text: str
    left: float
    right: float
    """Where it ends; for a line of which only the beginning is known, a little further on."""
    top: float
    bottom: float
    exact: bool
    """Whether both ends are known."""


def lines_of(svg: str) -> list[Line]:
    """List the lines of a picture, with the place each takes."""
    sizes = {name: float(size) for name, size in _SIZE.findall(svg)}
    lines = []
    for kind, written, text in _TEXT.findall(svg):
        attributes = dict(_ATTRIBUTE.findall(written))
        x, y = float(attributes["x"]), float(attributes["y"])
        width = float(attributes.get("textLength", sizes[kind]))
        if attributes.get("text-anchor") == "middle":
            x -= width / 2
        elif attributes.get("text-anchor") == "end" or "direction" in attributes:
            x -= width
        words = unescape(text, {"&quot;": '"'})
        exact = "textLength" in attributes
        lines.append(Line(words, x, x + width, y - sizes[kind], y + sizes[kind] / 3, exact))
    return lines


def without_text(svg: str) -> str:
    """Take all text out of a picture."""
    return _TEXT.sub("", svg)


def lines_without_ink(svg: str, whole: Image, bare: Image) -> list[Line]:
    """List the lines of a picture that are not painted from their first letter to their last.

    Args:
        svg: the picture.
        whole: it, painted at any scale.
        bare: it, painted at the same scale without its text.
    """
    ink = ImageChops.difference(whole.convert("RGB"), bare.convert("RGB")).convert("L")
    scale = whole.width / float(_ATTRIBUTE.findall(svg[: svg.index(">")])[1][1])
    missing = []
    for line in lines_of(svg):
        edges = [edge * scale for edge in (line.left, line.top, line.right, line.bottom)]
        left, top, right, bottom = map(round, edges)
        found = ink.crop((left - 1, top, right + 1, bottom)).getbbox()
        bearing = (line.bottom - line.top) * scale / 3
        if found is None or (line.exact and found[2] - found[0] < right - left - bearing):
            missing.append(line)
    return missing
