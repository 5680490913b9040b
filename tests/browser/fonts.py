"""Sets of fonts that a browser is given in place of the machine's own: Linux, by fontconfig."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

MACHINE = "machine"
"""The machine's own fonts."""
EMBEDDED = "embedded"
"""No font but those that a picture brings."""
_PATTERNS = {"dejavu": "DejaVu*", "liberation": "Liberation*", "noto": "Noto*"}
"""File names of the fonts in each other set."""
_PLACES = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_CONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def font_sets() -> list[str]:
    """Name the sets that tests are run with; elsewhere than on Linux all but one are left out."""
    sets = [EMBEDDED, *_PATTERNS]
    return sets if sys.platform == "linux" else [MACHINE, *sets]


def choose_fonts(name: str, folder: Path) -> dict[str, str]:
    """Give the environment of a browser that sees one set of fonts.

    Args:
        name: the set.
        folder: an empty folder for links to the fonts.
    """
    environment = dict(os.environ)
    if name == MACHINE:
        return environment
    if sys.platform != "linux":
        pytest.skip(
            "fonts are hidden from a browser on Linux only; here the machine's own are used"
        )
    fonts, config = folder / "fonts", folder / "fonts.conf"
    fonts.mkdir()
    if name == EMBEDDED:
        _write_empty_font(fonts / "empty.ttf")
    else:
        _link(_PATTERNS[name], fonts)
    config.write_text(_CONFIG.format(fonts=fonts, cache=folder / "cache"), encoding="utf-8")
    return {**environment, "FONTCONFIG_FILE": str(config)}


def _link(pattern: str, folder: Path) -> None:
    found = [
        path
        for place in _PLACES
        for path in place.rglob(pattern)
        if path.suffix in {".ttf", ".otf", ".ttc"}
    ]
    if not found:
        pytest.skip(f"this machine has no fonts named {pattern}")
    for number, path in enumerate(sorted(found)):
        (folder / f"{number}-{path.name}").symlink_to(path)


def _write_empty_font(path: Path) -> None:
    """Write a font without letters: Chromium refuses even embedded fonts where there is none."""
    builder: Any = FontBuilder(1000, isTTF=True)  # type: ignore[no-untyped-call]
    builder.setupGlyphOrder([".notdef", "space"])
    builder.setupCharacterMap({0x20: "space"})
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf({".notdef": empty, "space": empty})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "space": (300, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Empty", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
