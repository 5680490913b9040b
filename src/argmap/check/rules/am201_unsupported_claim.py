"""AM201 unsupported-claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM201",
    "unsupported-claim",
    severity=Severity.WARNING,
    since="0.1.0",
    occasion="unsupported-claim",
)
def check(context: Context) -> Iterator[Finding]:
    """A claim for which no reason is given.

    Why:
        A claim is put forward to be believed. Without a reason the reader has only the author's
        word, and everything that rests on the claim rests on nothing. A citation of the article
        that the map is a reading of is no reason: it says where the claim is made, not why it
        is true.

    Mend:
        Give the reasons under `because`, down to evidence. If the claim is openly taken for
        granted, make it an `assumption`. If the article itself leaves it bare, leave it, and
        accept the finding with that as the reason.

    Fires:
        argmap: 1
        title: A tablet
        thesis:
          claim: The museum should lend the tablet.

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
        Govier, T. (2010), A Practical Study of Argument, 7th ed., ch. 1: an argument is a claim
        with reasons put forward for it.
    """
    article = context.map.header.article
    for node in context.judged(Kind.CLAIM):
        if context.graph.reasons_for[node.index] or context.graph.attacks_on[node.index]:
            continue
        if any(citation.source != article for citation in node.model.cite):
            continue
        if context.leaves_empty(node.index, "because") or not context.is_written(node.index):
            continue
        if node.index in context.answers.told:
            continue
        yield Finding(
            context.text_span(node.index),
            f"no reason is given for claim `{context.name(node.index)}`",
            "give one under `because`, down to evidence, or make it an `assumption`",
            context.name(node.index),
        )
