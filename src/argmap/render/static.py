"""What PNG and PDF have in common: an SVG of ours, set with the bundled font and no other."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from argmap.render.measure.styles import REGULAR
from argmap.render.measure.widths import load_face

_TEXT = re.compile(r"<text [^>]*>([^<]*)</text>")
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def size_of(svg: str) -> tuple[float, float]:
    """Give width and height of an SVG of ours, in its pixels."""
    match = _SIZE.search(svg)
    return (float(match[1]), float(match[2])) if match else (1.0, 1.0)


def plain_text(written: str) -> str:
    """Give the text that stands in an SVG of ours as it was before `escape`."""
    return unescape(written, {"&quot;": '"'})


def still(svg: str) -> str:
    """Write an SVG of ours as the library wants it that both painters read SVG with.

    It sets lines by their anchor alone and does not know `direction`. Without kerning it cannot
    shape Arabic in some fonts of the machine; the bundled font has none to be turned off.
    """
    head, tag, rest = svg.partition("<style>")
    rest = rest.replace("font-kerning:none;", "", 1)
    return head + tag + rest.replace(' direction="rtl"', ' text-anchor="end"')


def missing_characters(svg: str) -> str:
    """List the characters of an SVG of ours that the bundled font cannot show.

    It has Latin, Greek, Cyrillic and Vietnamese; browsers find the rest elsewhere.
    """
    shown = set(plain_text("".join(_TEXT.findall(svg))))
    known = load_face(REGULAR).advances
    return "".join(sorted(character for character in shown - set(known) if character != "\n"))
