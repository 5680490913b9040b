"""AM307 locator-out-of-range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM307", "locator-out-of-range", severity=Severity.ERROR, since="0.1.0", occasion="out-of-range"
)
def check(context: Context) -> Iterator[Finding]:
    """A citation of a paragraph that the source has not.

    Why:
        Nobody can look it up. Mostly it is a slip, a page number in place of a paragraph, or the
        source is shorter than it was.

    Mend:
        Count paragraphs, from 1, headings left out: `argmap source show` prints them with their
        numbers. A page goes under `page`.

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
              cite: essay:14

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
              cite: essay:1-2

    Source:
        argmap file format, version 1, «Citations».
    """
    for one in context.compared:
        if one.is_out_of_range:
            count = one.material.paragraph_count
            noun = "paragraph" if count == 1 else "paragraphs"
            yield Finding(
                one.locator_span(context.graph),
                f"`{one.citation.source}` has {count} {noun}, the citation names {one.paragraphs}",
                "`argmap source show` numbers the paragraphs; a page number goes under `page`",
                context.name(one.node.index),
            )
