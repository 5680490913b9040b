"""What looking a quotation up comes to; apart from how it is done, which costs start-up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.source.nearness import Near


class QuoteStatus(StrEnum):
    """What looking a quotation up came to."""

    EXACT = "exact"
    """It stands where it is cited, letter by letter."""
    FOLDED = "folded"
    """It stands there, but for white space, quotation marks, dashes, a gap or an insertion."""
    AMBIGUOUS = "ambiguous"
    """It stands there more than once."""
    MOVED = "moved"
    """It stands in another paragraph than the one cited."""
    CHANGED = "changed"
    """It does not stand in the source; something near does."""
    MISSING = "missing"
    """It does not stand in the source, nor does anything near."""

    @property
    def is_verified(self) -> bool:
        """Tell whether the source holds the quotation where it is cited."""
        return self in {QuoteStatus.EXACT, QuoteStatus.FOLDED, QuoteStatus.AMBIGUOUS}


class Match(NamedTuple):
    """One place where a quotation stands."""

    paragraph: int
    """From 1."""
    start: int
    """Offset into the source's text."""
    end: int


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    """What looking a quotation up came to, and where it stands."""

    status: QuoteStatus
    matches: tuple[Match, ...] = ()
    """Where it stands: in the paragraphs cited or, where it was moved, elsewhere."""
    near: Near | None = None
    """What stands there in its place, where it was changed."""
