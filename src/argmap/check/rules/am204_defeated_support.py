"""AM204 defeated-support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.telling import mend_causes, related_causes, tell_causes
from argmap.diagnostics import Severity
from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM204", "defeated-support", severity=Severity.WARNING, since="0.1.0", occasion="defeated-claim"
)
def check(context: Context) -> Iterator[Finding]:
    """A claim all of whose support is defeated.

    Why:
        The claim has reasons that reach evidence, but each is undercut or rests on something
        that a standing counterpoint defeats. Nothing speaks against the claim itself; it has
        merely lost every ground to believe it. The finding says to what. A thesis in this state
        is AM403.

    Mend:
        Answer the counterpoint under its `but`, concede it with the reason why the step holds
        nonetheless, or give another reason that does not depend on what fell.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          assumption: The museum decides this year.
          but:
            - counterpoint: The loan is wanted.
              conceded: It may be wanted and still be late.
              because:
                - claim: More people would see the tablet.
                  because:
                    - evidence: Two thirds of the visitors walked past it.
                      cite: survey
                  unless:
                    - counterpoint: The survey was taken while the hall was closed.
                      because:
                        - evidence: The hall was closed in May.
                          cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: More people would see the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Source:
        Pollock, J. L. (1987), Defeasible reasoning, Cognitive Science 11: undercutting
        defeaters attack the connection between a reason and its conclusion.
    """
    for node in context.with_status(Status.DEFEATED, Kind.CLAIM):
        verdict = context.evaluation.nodes[node.index]
        if verdict.ground is not Ground.SUPPORT_LOST or node.index in context.graph.thesis:
            continue
        name = context.name(node.index)
        yield Finding(
            context.text_span(node.index),
            f"all support of claim `{name}` is defeated by {tell_causes(context, node.index)}",
            f"{mend_causes(context, node.index)}, or give another reason",
            name,
            related_causes(context, node.index, "this stands"),
        )
