"""AM202 ungrounded-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.telling import related_ends, tell_ends
from argmap.diagnostics import Severity
from argmap.evaluate.types import Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM202",
    "ungrounded-claim",
    severity=Severity.WARNING,
    since="0.1.0",
    occasion="unsupported-claim",
)
def check(context: Context) -> Iterator[Finding]:
    """A claim whose reasons never reach evidence.

    Why:
        Reasons that end in further claims, or in evidence without a citation, only move the
        question on: why believe those? The finding names where each path ends, so that the gap
        is found in one look however long the chain is.

    Mend:
        Go to the ends that are named: give evidence with a citation there, or say openly that
        it is an `assumption`.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.
          id: lend
          because:
            - claim: The borrower can keep it safe.
              id: safe

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - claim: The borrower can keep it safe.
              because:
                - evidence: The borrower's vault passed the inspection of 2023.
                  cite: survey

    Source:
        Oren, N. & Norman, T. J. (2008), Semantics for evidence-based argumentation, COMMA 2008:
        an argument counts only when a chain of support leads to it from evidence.
    """
    for node in context.with_status(Status.UNSUPPORTED, Kind.CLAIM):
        if not context.graph.reasons_for[node.index] or node.index in context.in_circle:
            continue
        if node.index in context.answers.told:
            continue
        name = context.name(node.index)
        ends = tell_ends(context, node.index)
        yield Finding(
            context.text_span(node.index),
            f"no reason for claim `{name}` reaches evidence: support ends at {ends}",
            "give cited evidence there, or make it an `assumption`",
            name,
            related_ends(context, node.index),
        )
