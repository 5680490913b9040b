"""How large marks are: four sizes, of which a map takes the largest that its page has room for."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.render.measure.styles import LABEL

_HEAD = 50.0
ICON = 12.0
"""Side of the icon of a kind."""


@dataclass(frozen=True, slots=True)
class Size:
    """Lengths in pixels."""

    mark: float
    """Height and width of a mark."""
    gap: float
    """From one mark, with its icon and label, to the next one at its right."""
    row: float
    """From one row to the next."""
    line: float
    """Width of a line."""
    shows_kind: bool = False
    shows_label: bool = False
    words: float = 1.0
    """How much larger words are than in the picture, so that a huge page seen whole is read."""

    @property
    def head(self) -> float:
        """Height of the heading of a panel, with its counts."""
        return _HEAD * self.words

    def cell(self, label: float) -> float:
        """Give the width of a mark with what is shown beside it.

        Args:
            label: width of the widest label.
        """
        icon = ICON + 3 if self.shows_kind else 0.0
        return self.mark + icon + (label + 3 if self.shows_label else 0.0)


SIZES = (
    Size(13, 17, 21, 1.5, shows_kind=True, shows_label=True),
    Size(11, 14, 15, 1.4, shows_kind=True),
    Size(8, 9, 10, 1.1),
    Size(5, 6, 6.5, 0.8),
)
"""From the largest to the smallest."""


def label_width(labels: list[str]) -> float:
    """Give the width of the widest label; all that are as long as the longest may be it."""
    longest = max(map(len, labels), default=0)
    return max((LABEL.width(label) for label in labels if len(label) == longest), default=0.0)
