"""SVG to PNG, with the bundled font and no other, so that every machine makes the same bytes."""

from __future__ import annotations

from math import sqrt

from argmap.diagnostics import ArgmapError
from argmap.render.fonts import font_paths
from argmap.render.static import size_of, still

MAX_PIXELS = 200_000_000
MAX_SIDE = 32_000
LEAST_SCALE = 0.1
_FULL_SCALE = 2.0
_HANDY_PIXELS = 24_000_000
"""A picture that would have more at full scale is drawn smaller, yet with all its pixels."""


def scale_for(svg: str, wanted: float | None) -> float:
    """Choose how many pixels a PNG has per pixel of its SVG.

    Args:
        svg: the picture.
        wanted: 0.1 or more; None for 2, or less where the file would be unwieldy.

    Returns:
        What is wanted, or what is possible where that is less.

    Raises:
        ArgmapError: the picture is too large for any PNG, or too little is wanted.
    """
    width, height = size_of(svg)
    if wanted is None:
        wanted = min(_FULL_SCALE, max(1.0, sqrt(_HANDY_PIXELS / (width * height))))
    if not wanted >= LEAST_SCALE:
        raise ArgmapError(f"the scale {wanted:g} is too small", f"give {LEAST_SCALE} or more")
    scale = min(wanted, sqrt(MAX_PIXELS / (width * height)), MAX_SIDE / max(width, height))
    if scale < LEAST_SCALE:
        message = f"the picture of {width:.0f} × {height:.0f} is too large for a PNG"
        raise ArgmapError(message, "write SVG or PDF, or draw the map in parts")
    return scale


def write_png(svg: str, scale: float | None = None, *, system_fonts: bool = False) -> bytes:
    """Paint an SVG of ours as PNG.

    Args:
        svg: the picture.
        scale: what is wanted, see `scale_for`.
        system_fonts: take what the bundled font lacks from the machine's fonts; then the bytes
            depend on the machine.

    Raises:
        ArgmapError: no PNG can be had of that size, or the painter is missing.
    """
    try:
        from resvg_py import svg_to_bytes
    except (ImportError, OSError) as error:
        message = f"the PNG painter does not load: {error}"
        raise ArgmapError(
            message, "install argmap anew: `pip install --force-reinstall argmap`"
        ) from error
    zoom = scale_for(svg, scale)
    with font_paths() as fonts:
        return bytes(
            svg_to_bytes(
                svg_string=still(svg),
                zoom=zoom,
                font_files=fonts,
                skip_system_fonts=not system_fonts,
                font_family="Inter",
                sans_serif_family="Inter",
            )
        )
