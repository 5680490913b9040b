"""AM604 hedge-in-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.wording.hedge import find_hedge, may_hedge
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule("AM604", "hedge-in-text", severity=Severity.NOTE, since="0.1.0", occasion="language")
def check(context: Context) -> Iterator[Finding]:
    """A hedge in the text that should be the node's `qualifier`.

    Why:
        How sure a claim is put is not part of what it says. Under `qualifier` it is drawn, can be
        compared with the support below, and leaves a plain text that can be supported or answered.
        Told are hedges at the head of the text and adverbs of its main clause, where the node has
        no `qualifier`; not those of others (in quotation marks, in a «that» clause, after
        «according to»), not `may`, `might` and `could`, which mostly are the claim itself. Applies
        to claims, counterpoints and evidence. Known languages: English, and with adverbs beside
        common verbs only German, French, Spanish, Italian, Portuguese, Dutch, where the map says
        its `lang`.

    Mend:
        Write the hedge as `qualifier`, and the text without it.

    Fires:
        argmap: 1
        title: A bridge
        lang: en
        sources:
          survey: {title: Survey of the bridge, author: The city, date: 2023}

        thesis:
          claim: The bridge will probably close within the year.
          because:
            - evidence: The survey found rust in nine of ten girders.
              cite: survey

    Clean:
        argmap: 1
        title: A bridge
        lang: en
        sources:
          survey: {title: Survey of the bridge, author: The city, date: 2023}

        thesis:
          claim: The bridge will close within the year.
          qualifier: probably
          because:
            - evidence: The survey says that nine of ten girders are probably rusty.
              cite: survey

    Source:
        Toulmin, S. (1958), The Uses of Argument, chapter III: the qualifier is a part of an
        argument of its own.
    """
    for worded in context.iter_worded(Kind.CLAIM, Kind.COUNTERPOINT, Kind.EVIDENCE):
        has_qualifier = worded.node.model.qualifier is not None
        if has_qualifier or not may_hedge(worded.folded, worded.language):
            continue
        hedge = find_hedge(worded.text, worded.language)
        if hedge is not None:
            words = worded.text[hedge.start : hedge.end]
            yield Finding(
                worded.span_within(hedge.start, hedge.end),
                f"{worded.subject} is hedged by `{' '.join(words.split())}` in its text",
                f"write `qualifier: {hedge.qualifier}`, and the text without the hedge",
                worded.name,
            )
