"""What is at hand of a source: its text, its fingerprint, or why there is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.source.fingerprint import Fingerprint
    from argmap.source.paragraphs import SourceText
    from argmap.source.verdicts import QuoteVerdict


class Unreadable(NamedTuple):
    """Why a file that a source names cannot be used."""

    message: str
    """One clause about the file, without a full stop."""
    help: str
    """How to mend it."""
    is_missing: bool = False
    """Whether there is no such file."""


class Material(NamedTuple):
    """What is at hand of a source."""

    text: SourceText | None = None
    """Its text; None where none is named, and where it cannot be read."""
    fingerprint: Fingerprint | None = None
    """Its fingerprint; None where none is named, and where it cannot be read."""
    text_problem: Unreadable | None = None
    """Why the text that is named cannot be used."""
    fingerprint_problem: Unreadable | None = None
    """Why the fingerprint that is named cannot be used."""

    @property
    def paragraph_count(self) -> int | None:
        """Count the source's paragraphs; None where nothing is at hand."""
        known = self.text or self.fingerprint
        return None if known is None else len(known.paragraphs)

    def find_quote(
        self, quote: str, first: int | None = None, last: int | None = None
    ) -> QuoteVerdict | None:
        """Look a quotation up; see `argmap.source.quotes.find_quote`.

        Returns:
            What the text says or, where it is not at hand, the fingerprint; None where there is
            neither, and where the fingerprint holds too little to tell.
        """
        if self.text is not None:
            from argmap.source.quotes import find_quote

            return find_quote(self.text, quote, first, last)
        if self.fingerprint is None:
            return None
        from argmap.source.proof import can_prove, prove_quote

        verdict = prove_quote(self.fingerprint, quote, first, last)
        is_told = verdict.status.is_verified or can_prove(self.fingerprint, quote)
        return verdict if is_told else None


NOTHING = Material()
"""What is at hand of a source that names no file."""
