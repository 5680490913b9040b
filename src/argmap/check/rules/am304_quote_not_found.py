"""AM304 quote-not-found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations import has_words
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.source.verdicts import QuoteStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM304", "quote-not-found", severity=Severity.ERROR, since="0.1.0", occasion="missing-quotation"
)
def check(context: Context) -> Iterator[Finding]:
    """A quotation that does not stand in its source, nor anything near it.

    Why:
        Words in quotation marks are a promise that somebody wrote them. A reader who looks them up
        and does not find them believes nothing else in the map. Signs without a letter or a digit
        stand everywhere and prove nothing.

    Mend:
        Find the words with `argmap cite`, and paste what it prints. What the source does not say
        is no quotation: say it in your own words, without `quote`.

    Fires:
        # essay.txt:
        #   The inspectors did not find the vault unsafe. They looked at fire alone.
        #
        #   Transport could crack it, the conservators say.
        argmap: 1
        title: A tablet
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The inspectors found no danger.
              cite: {source: essay, at: 1, quote: "a fortress of glass"}

    Clean:
        # essay.txt:
        #   The inspectors did not find the vault unsafe. They looked at fire alone.
        #
        #   Transport could crack it, the conservators say.
        argmap: 1
        title: A tablet
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The inspectors found no danger.
              cite: {source: essay, at: 1, quote: "did not find the vault unsafe"}

    Source:
        argmap file format, version 1, «Citations».
    """
    for one in context.compared:
        if not one.stands(QuoteStatus.MISSING):
            continue
        message = f"quotation does not stand in `{one.citation.source}`"
        mend = "find its words with `argmap cite`, or say it without `quote`"
        if not has_words(one.citation.quote or ""):
            message, mend = "quotation holds no words", "quote the words that are meant"
        yield Finding(one.quote_span(context.graph), message, mend, context.name(one.node.index))
