"""Widths of texts from the baked table of the bundled font."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from argmap.render.fonts import read_metrics
from argmap.render.measure.scripts import fallback_em

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = {400: "regular", 600: "semibold"}


@dataclass(frozen=True)
class Face:
    """One weight of the font."""

    weight: int
    units_per_em: int
    advances: Mapping[str, int]
    """Advance width of each character the font has, in font units."""

    def units(self, text: str) -> int:
        """Give a text's width in font units; characters the font lacks are estimated."""
        advances = self.advances
        total = 0
        for character in text:
            width = advances.get(character)
            if width is None:
                width = round(fallback_em(character) * self.units_per_em)
            total += width
        return total

    def width(self, text: str, size: float, spacing: float = 0.0) -> float:
        """Give a text's width in pixels.

        Args:
            text: one line.
            size: font size in pixels.
            spacing: letter spacing in pixels.
        """
        return self.units(text) * size / self.units_per_em + len(text) * spacing

    def knows(self, text: str) -> bool:
        """Tell whether the font has every character, so that the width is exact."""
        return all(character in self.advances for character in text)


@cache
def load_face(weight: int) -> Face:
    """Load the widths of a weight, 400 or 600."""
    metrics = read_metrics()
    advances = {
        chr(int(first, 16) + place): width
        for first, run in metrics[_NAMES[weight]].items()
        for place, width in enumerate(run)
    }
    return Face(weight, metrics["units_per_em"], advances)
