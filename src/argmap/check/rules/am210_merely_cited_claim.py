"""AM210 merely-cited-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM210",
    "merely-cited-claim",
    severity=Severity.WARNING,
    since="0.1.0",
    occasion="unsupported-claim",
)
def check(context: Context) -> Iterator[Finding]:
    """A claim with a citation in place of a reason.

    Why:
        A citation says where a point is made. What the cited source saw, counted or testified
        is the evidence, and it is what a reader can check and an opponent can attack; a claim
        that only cites hides it.

    Mend:
        Write what the source says as `evidence` under the claim's `because`, and move the
        citation there.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        Walton, D. (1997), Appeal to Expert Opinion, ch. 7: what the source said must be stated
        for the appeal to be tested.
    """
    article = context.map.header.article
    for node in context.judged(Kind.CLAIM):
        if context.graph.reasons_for[node.index]:
            continue
        if node.index in context.answers.told or context.leaves_empty(node.index, "because"):
            continue
        others = [
            citation.source
            for citation in node.model.cite
            if citation.source != article and citation.source in context.graph.sources
        ]
        if not others:
            continue
        name = context.name(node.index)
        yield Finding(
            context.text_span(node.index),
            f"claim `{name}` has a citation of `{others[0]}` in place of a reason",
            f"write what `{others[0]}` says as `evidence` under its `because`",
            name,
        )
