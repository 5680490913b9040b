"""AM316 ambiguous-quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations import name_paragraphs
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.source.verdicts import QuoteStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM316",
    "ambiguous-quote",
    severity=Severity.NOTE,
    since="0.1.0",
    occasion="ambiguous-quotation",
)
def check(context: Context) -> Iterator[Finding]:
    """A quotation that stands in its source more than once.

    Why:
        Words that stand twice do not say which place is meant, and what is around them may be said
        for two different reasons.

    Mend:
        Name the paragraph under `at`, or quote a word more.

    Fires:
        # essay.txt:
        #   The vault is safe from fire. It was inspected in 2023.
        #
        #   The vault is safe from thieves. Nobody has inspected that.
        argmap: 1
        title: A tablet
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The vault is safe.
              cite: {source: essay, quote: "The vault is safe"}

    Clean:
        # essay.txt:
        #   The vault is safe from fire. It was inspected in 2023.
        #
        #   The vault is safe from thieves. Nobody has inspected that.
        argmap: 1
        title: A tablet
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The vault is safe.
              cite: {source: essay, at: 1, quote: "The vault is safe"}

    Source:
        argmap file format, version 1, «Citations».
    """
    for one in context.compared:
        if one.verdict is not None and one.stands(QuoteStatus.AMBIGUOUS):
            where = name_paragraphs(one.verdict)
            times = len(one.verdict.matches)
            yield Finding(
                one.quote_span(context.graph),
                f"quotation stands in `{one.citation.source}` {times} times: in {where}",
                "name one paragraph under `at`, or quote a word more",
                context.name(one.node.index),
            )
