"""Where in a source a node is found."""

from __future__ import annotations

import re
from typing import Final

from argmap.model.record import Record

LOCATOR = re.compile(r"(?P<first>[0-9]{1,9})(?:-(?P<last>[0-9]{1,9}))?")
"""Paragraphs as they are written: `4`, `4-6`."""


class Locator(Record):
    """Paragraphs of a source, counted from 1, both ends included."""

    __slots__ = ("first", "last")

    def __init__(self, first: int, last: int) -> None:
        """Keep both ends."""
        self.first: Final = first
        self.last: Final = last

    def __str__(self) -> str:
        """Write the locator as the format does: `4` or `4-6`."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Citation(Record):
    """Where in a source a node is found: `essay:4`, or a mapping with a quotation."""

    __slots__ = ("at", "note", "page", "quote", "source")

    def __init__(
        self,
        source: str,
        at: Locator | None = None,
        quote: str | None = None,
        page: str | None = None,
        note: str | None = None,
    ) -> None:
        """Keep what is written.

        Args:
            source: key of the source in the map's `sources`.
            at: the paragraphs; None for the source as a whole.
            quote: words of the source.
            page: as the source numbers its pages.
            note: what else is to say.
        """
        self.source: Final = source
        self.at: Final = at
        self.quote: Final = quote
        self.page: Final = page
        self.note: Final = note
