"""AM205 only-opposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM205", "only-opposed", severity=Severity.WARNING, since="0.1.0", occasion="unsupported-claim"
)
def check(context: Context) -> Iterator[Finding]:
    """A claim that is argued against and never for.

    Why:
        A claim with counterpoints under `but` and no `because` is known to the reader only by
        what speaks against it. Even when every counterpoint is answered, no reason to believe
        it is left.

    Mend:
        Give the reasons for the claim under `because`.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.
          but:
            - counterpoint: Transport could crack it.
              conceded: The risk is small beside the gain.

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
          but:
            - counterpoint: Transport could crack it.
              conceded: The risk is small beside the gain.

    Source:
        Walton, D., Reed, C. & Macagno, F. (2008), Argumentation Schemes, ch. 1: to answer an
        attack is not yet to carry the burden of proof.
    """
    article = context.map.header.article
    for node in context.judged(Kind.CLAIM):
        if context.graph.reasons_for[node.index] or not context.graph.attacks_on[node.index]:
            continue
        if node.index in context.answers.told or context.leaves_empty(node.index, "because"):
            continue
        if any(citation.source != article for citation in node.model.cite):
            continue
        name = context.name(node.index)
        yield Finding(
            context.text_span(node.index),
            f"claim `{name}` is only argued against: it has `but` and no `because`",
            "give the reasons for it under `because`",
            name,
        )
