"""AM404 hollow-answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.telling import related_ends, tell_ends
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context

_MOST_ANSWERED = 4
"""So many counterpoints are shown that one node answers; more would not be read."""


@rule("AM404", "hollow-answer", severity=Severity.WARNING, since="0.1.0", occasion="hollow-answer")
def check(context: Context) -> Iterator[Finding]:
    """An answer to a standing counterpoint that no evidence reaches.

    Why:
        The counterpoint has evidence behind it, and what is put against it has none: the reader
        sees an answer, and the counterpoint stands all the same. The finding takes the place of
        AM201, AM202, AM205, AM206 and AM210. Evidence without a citation is AM301, an answer
        that supports itself in a circle AM203.

    Mend:
        Give the answer a reason under `because`, down to cited evidence; or take it out and
        concede the counterpoint, with the reason why its parent holds nonetheless.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          assumption: The tablet can travel.
          but:
            - counterpoint: Transport could crack it.
              because:
                - evidence: A crate was dropped in 2021.
                  cite: survey
              but:
                - claim: Crates are no longer dropped.

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          assumption: The tablet can travel.
          but:
            - counterpoint: Transport could crack it.
              because:
                - evidence: A crate was dropped in 2021.
                  cite: survey
              but:
                - claim: Crates are no longer dropped.
                  because:
                    - evidence: Since 2022 every crate is strapped to the wall.
                      cite: survey

    Source:
        Johnson, R. H. (2000), Manifest Rationality, ch. 6: the dialectical tier. Oren, N. &
        Norman, T. J. (2008), Semantics for evidence-based argumentation, COMMA 2008: an attack
        that no evidence supports is no attack.
    """
    for node, answered in context.answers.hollow.items():
        name, first = context.name(node), context.name(answered[0])
        why, mend = _told(context, node)
        yield Finding(
            context.text_span(node),
            f"answer `{name}` to counterpoint `{first}`, which stands, is hollow: {why}",
            mend,
            name,
            (
                *(
                    context.related(target, f"`{context.name(target)}` stands")
                    for target in answered[:_MOST_ANSWERED]
                ),
                *(related_ends(context, node) if context.graph.reasons_for[node] else ()),
            ),
        )


def _told(context: Context, node: int) -> tuple[str, str]:
    """Say why no evidence reaches an answer, and how to mend that."""
    if context.graph.reasons_for[node]:
        ends = tell_ends(context, node)
        return f"its support ends at {ends}", "give cited evidence there, or another answer"
    header = context.map.header
    cited = (citation.source for citation in context.graph.nodes[node].model.cite)
    source = next((one for one in cited if one != header.article and one in header.sources), None)
    if source is None:
        mend = "give a reason under its `because`, down to evidence, or concede the counterpoint"
        return "no reason is given for it", mend
    return (
        f"it has a citation of `{source}` in place of a reason",
        f"write what `{source}` says as `evidence` under its `because`",
    )
