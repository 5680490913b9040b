"""The bundled font, Inter (OFL-1.1, see `OFL.txt`), and its table of widths."""

from __future__ import annotations

import base64
import json
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2190, 0x2199), (0x2212, 0x2212))
"""Code points of the small subset, as `tools/bake_fonts.py` bakes it."""
_FILES = {400: "Inter-Regular", 600: "Inter-SemiBold"}


@cache
def read_metrics() -> dict[str, Any]:
    """Read the advance widths baked from the fonts."""
    text = (files(__name__) / "metrics.json").read_text(encoding="utf-8")
    metrics: dict[str, Any] = json.loads(text)
    return metrics


@cache
def font_data_uri(weight: int, *, latin: bool) -> str:
    """Give a font as a `data:` URI for `@font-face`.

    Args:
        weight: 400 or 600.
        latin: the smaller subset, for pictures whose every character is in it.
    """
    name = f"{_FILES[weight]}{'-Latin' if latin else ''}.woff2"
    data = (files(__name__) / name).read_bytes()
    return "data:font/woff2;base64," + base64.b64encode(data).decode("ascii")


def is_latin(character: str) -> bool:
    """Tell whether the small subset holds a character."""
    return any(first <= ord(character) <= last for first, last in _LATIN)


@contextmanager
def font_paths() -> Iterator[list[str]]:
    """Give paths of the TTF files for as long as they are needed, unpacked where they must be."""
    with ExitStack() as stack:
        yield [
            str(stack.enter_context(as_file(files(__name__) / f"{name}.ttf")))
            for name in _FILES.values()
        ]


@contextmanager
def font_folder() -> Iterator[str]:
    """Give the path of a folder with the TTF files for as long as it is needed."""
    with as_file(files(__name__)) as folder:
        yield str(folder)
