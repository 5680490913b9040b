"""Pages that several tests open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import load
from argmap.app.draw import draw
from argmap.render.options import PictureOptions

if TYPE_CHECKING:
    from pathlib import Path


def write_page(path: Path, *, article: bool = True) -> Path:
    """Write the page of a map beside it, and give where."""
    page = path.with_suffix(".html")
    page.write_bytes(draw(load(path), "html", PictureOptions(article=article)).data)
    return page
