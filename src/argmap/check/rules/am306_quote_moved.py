"""AM306 quote-moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.quotations import name_paragraphs
from argmap.check.rule import Finding, Fixable, rule
from argmap.diagnostics import Edit, Fix, Severity
from argmap.source.verdicts import QuoteStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.check.quotations import Compared


@rule(
    "AM306",
    "quote-moved",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Fixable.SAFE,
    occasion="moved-quotation",
)
def check(context: Context) -> Iterator[Finding]:
    """A quotation that stands in another paragraph than the one cited.

    Why:
        The reader who goes to the paragraph does not find the words. Mostly the number is a slip,
        or the source was edited since; now and then the words are quoted out of another context.

    Mend:
        Correct `at`. Where the words stand in one paragraph only, `--fix` does so.

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
            - evidence: The inspectors looked at fire.
              cite: {source: essay, at: 2, quote: "looked at fire alone"}

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
            - evidence: The inspectors looked at fire alone.
              cite: {source: essay, at: 1, quote: "looked at fire alone"}

    Source:
        argmap file format, version 1, «Citations».
    """
    for one in context.compared:
        if one.verdict is None or not one.stands(QuoteStatus.MOVED):
            continue
        where = name_paragraphs(one.verdict)
        yield Finding(
            one.locator_span(context.graph),
            f"quotation stands in {where} of `{one.citation.source}`, not in {one.paragraphs}",
            f"cite {where}",
            context.name(one.node.index),
            fix=_fix(context, one),
        )


def _fix(context: Context, one: Compared) -> Fix | None:
    """Correct the number, where there is one place only and the number is written plainly."""
    value = one.at_value
    numbers = {match.paragraph for match in one.verdict.matches} if one.verdict else set()
    if value is None or len(numbers) != 1 or not value.plain:
        return None
    (number,) = numbers
    edit = Edit(context.map.span_of(value), str(number))
    return Fix(f"change `at` to {number}", (edit,), is_safe=True)
