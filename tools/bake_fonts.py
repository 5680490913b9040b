"""Bake Inter for argmap: TTF subsets for PNG, WOFF2 subsets for SVG, and a table of widths.

A development tool: it needs fontTools and brotli, which argmap itself never imports. Run it
when Inter is updated, and commit what it writes:

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    python tools/bake_fonts.py package src/argmap/render/fonts

The subsets carry no layout features. Pictures switch kerning and ligatures off, so the width of
a text is the sum of its advances, and a browser, resvg and `metrics.json` agree on it.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

subset_module: Any = subset

FACES = {"regular": "Inter-Regular", "semibold": "Inter-SemiBold"}
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0259, 0x0259),
    (0x02BB, 0x02DD),  # modifier letters
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x04FF),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional, Vietnamese
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x202F, 0x205E),
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2116, 0x2122),
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22A5),  # mathematics
    (0x2713, 0x2717),
)
"""Latin, Greek, Cyrillic and Vietnamese with their punctuation, ends included."""

LATIN = ((0x0020, 0x007E), (0x00A0, 0x017F), (0x2010, 0x2027), (0x2190, 0x2199), (0x2212, 0x2212))
"""What most maps need, for SVG files of a third of the size."""

NAME_IDS = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
"""Names kept. Without ID 6 resvg ignores a font and says nothing; 16 and 17 make one family."""


def subset_font(source: Path, ranges: tuple[tuple[int, int], ...]) -> Any:
    """Cut a font down to some code points, without layout features or hinting.

    Args:
        source: a WOFF2 file of Inter.
        ranges: first and last code point of each range to keep.

    Returns:
        The font, ready to be saved in any flavour.
    """
    options = subset_module.Options(
        layout_features=[],
        name_IDs=NAME_IDS,
        name_languages=[0x409],
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        recalc_timestamp=False,
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "meta"]
    font: Any = TTFont(source, recalcTimestamp=False)
    subsetter = subset_module.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    return font


def read_advances(font: Any) -> dict[str, list[int]]:
    """List advance widths in runs: first code point, in hexadecimal, to the widths from there."""
    widths = font["hmtx"].metrics
    runs: dict[str, list[int]] = {}
    run: list[int] = []
    previous = -2
    for code, glyph in sorted(font.getBestCmap().items()):
        if code != previous + 1:
            run = runs[f"{code:04X}"] = []
        run.append(widths[glyph][0])
        previous = code
    return runs


def bake(package: Path, target: Path) -> None:
    """Write the fonts, their widths and their licence.

    Args:
        package: the unpacked npm package `inter-ui`.
        target: folder to write into.
    """
    metrics: dict[str, Any] = {}
    for face, name in FACES.items():
        source = package / "web" / f"{name}.woff2"
        font = subset_font(source, RANGES)
        metrics["units_per_em"] = font["head"].unitsPerEm
        metrics[face] = read_advances(font)
        font.flavor = None
        font.save(target / f"{name}.ttf")
        font.flavor = "woff2"
        font.save(target / f"{name}.woff2")
        small = subset_font(source, LATIN)
        small.flavor = "woff2"
        small.save(target / f"{name}-Latin.woff2")
    text = json.dumps(metrics, separators=(",", ":"))
    (target / "metrics.json").write_text(text + "\n", encoding="utf-8")
    shutil.copy(package / "LICENSE.txt", target / "OFL.txt")


if __name__ == "__main__":
    bake(Path(sys.argv[1]), Path(sys.argv[2]))
