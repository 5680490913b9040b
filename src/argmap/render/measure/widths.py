"""Widths of texts from the baked table of the bundled font."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from argmap.render.fonts import read_metrics
from argmap.render.measure.scripts import empty_box_em, fallback_em

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = {400: "regular", 600: "semibold"}


@dataclass(frozen=True, eq=False)
class Face:
    """One weight of the font; there is one object of each, so that texts measured are kept."""

    weight: int
    units_per_em: int
    advances: Mapping[str, int]
    """Advance width of each character the font has, in font units."""
    spacing: int = 0
    """Letter spacing in font units."""

    def bounds(self, text: str) -> tuple[int, int]:
        """Give two widths of a text in font units, which differ where the font lacks characters.

        The first is estimated for machines that have a font for each of them, the second is that
        of machines that have none and show empty boxes.
        """
        advances = self.advances
        try:
            known = len(text) * self.spacing + sum(map(advances.__getitem__, text))
        except KeyError:
            return self._bounds_with_gaps(text)
        return known, known

    def _bounds_with_gaps(self, text: str) -> tuple[int, int]:
        """Give both widths of a text of which the font lacks characters."""
        advances = self.advances
        known, estimated, boxes = len(text) * self.spacing, 0, 0
        for character in text:
            width = advances.get(character)
            if width is not None:
                known += width
            else:
                estimated += round(fallback_em(character) * self.units_per_em)
                boxes += round(empty_box_em(character) * self.units_per_em)
        return known + estimated, known + boxes

    def units(self, text: str) -> int:
        """Give the width in font units that a text does not exceed on any machine."""
        return max(self.bounds(text))

    def width(self, text: str, size: float) -> float:
        """Give a text's width in pixels.

        Args:
            text: one line.
            size: font size in pixels.
        """
        return self.units(text) * size / self.units_per_em

    def knows(self, text: str) -> bool:
        """Tell whether the font has every character, so that the width is exact."""
        return self.advances.keys() >= set(text)


@cache
def load_face(weight: int, spacing: float = 0.0) -> Face:
    """Load the widths of a weight, 400 or 600.

    Args:
        weight: of the font.
        spacing: letter spacing in em.
    """
    if spacing:
        face = load_face(weight)
        return replace(face, spacing=round(spacing * face.units_per_em))
    metrics = read_metrics()
    advances = {
        chr(int(first, 16) + place): width
        for first, run in metrics[_NAMES[weight]].items()
        for place, width in enumerate(run)
    }
    return Face(weight, metrics["units_per_em"], advances)
