"""AM305 quote-changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.differences import tell_changes
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.check.quotations import Compared
    from argmap.source.nearness import Near


_LONGEST = 160
"""So many characters of the source are shown; a longer passage is cut."""


@rule(
    "AM305", "quote-changed", severity=Severity.ERROR, since="0.1.0", occasion="changed-quotation"
)
def check(context: Context) -> Iterator[Finding]:
    """A quotation that differs from what its source says.

    Why:
        One word left out can turn a sentence into its opposite: «did not find» and «did find». What
        may differ is white space, quotation marks, dashes and how letters are encoded, besides
        open gaps (`…`) and insertions (`[word]`); anything else is another text than the source's.

    Mend:
        Take over the source's words as they are; leave words out openly, with `…`, and put words
        in openly, in `[…]`. The finding shows the words that differ and what the source says.

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
              cite: {source: essay, at: 1, quote: "inspectors did find the vault unsafe"}

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
              cite: {source: essay, at: 1, quote: "did not find the vault … looked at fire"}

    Source:
        Turabian, K. L. (2018), A Manual for Writers, 9th ed., ch. 25: what may be changed in a
        quotation, and how it is shown.
    """
    for one in context.compared:
        near = one.verdict.near if one.verdict is not None else None
        if near is None:
            continue
        told = tell_changes(near.changes) or "it begins or ends inside a word or a number"
        yield Finding(
            one.quote_span(context.graph),
            printable(
                f"quotation differs from paragraph {near.paragraph} of "
                f"`{one.citation.source}`: {told}"
            ),
            _help(one, near),
            context.name(one.node.index),
        )


def _help(one: Compared, near: Near) -> str:
    text = one.material.text
    if text is None:
        return "take over the words of the source; its text is not at hand here"
    words = " ".join(text.read(near.start, near.end).split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
    return printable(f"the source says: «{shown}»")
