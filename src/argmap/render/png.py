"""SVG to PNG, with the bundled font and no other, so that every machine makes the same bytes."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from argmap.diagnostics import ArgmapError
from argmap.render.fonts import font_paths
from argmap.render.measure.styles import REGULAR
from argmap.render.measure.widths import load_face

_TEXT = re.compile(r"<text [^>]*>([^<]*)</text>")
MAX_PIXELS = 200_000_000
_LEAST_SCALE = 0.1
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def missing_characters(svg: str) -> str:
    """List the characters of an SVG of ours that a PNG shows as empty boxes.

    The bundled font has Latin, Greek, Cyrillic and Vietnamese; browsers find the rest elsewhere.
    """
    shown = set(unescape("".join(_TEXT.findall(svg)), {"&quot;": '"'}))
    known = load_face(REGULAR).advances
    return "".join(sorted(character for character in shown - set(known) if character != "\n"))


def write_png(svg: str, scale: float = 2.0, *, system_fonts: bool = False) -> bytes:
    """Paint an SVG of ours as PNG.

    Args:
        svg: the picture.
        scale: pixels of the PNG per pixel of the SVG; less where the picture would be too large.
        system_fonts: take what the bundled font lacks from the machine's fonts; then the bytes
            depend on the machine.

    Raises:
        ArgmapError: the picture is too large for any PNG, or the painter is missing.
    """
    try:
        from resvg_py import svg_to_bytes
    except (ImportError, OSError) as error:
        message = f"the PNG painter does not load: {error}"
        raise ArgmapError(
            message, "install argmap anew: `pip install --force-reinstall argmap`"
        ) from error
    match = _SIZE.search(svg)
    width, height = (float(match[1]), float(match[2])) if match else (1.0, 1.0)
    scale = min(scale, (MAX_PIXELS / (width * height)) ** 0.5, 32000 / max(width, height))
    if scale < _LEAST_SCALE:
        message = f"the picture of {width:.0f} × {height:.0f} is too large for a PNG"
        raise ArgmapError(message, "write SVG, or draw the map in parts")
    with font_paths() as fonts:
        return bytes(
            svg_to_bytes(
                # resvg sets lines by their anchor alone: it does not know `direction`
                svg_string=svg.replace(' direction="rtl"', ' text-anchor="end"'),
                zoom=scale,
                font_files=fonts,
                skip_system_fonts=not system_fonts,
                font_family="Inter",
                sans_serif_family="Inter",
            )
        )
