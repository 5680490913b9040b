"""AM401 unanswered-counterpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context


@rule(
    "AM401",
    "unanswered-counterpoint",
    severity=Severity.WARNING,
    since="0.1.0",
    occasion="unanswered-counterpoint",
)
def check(context: Context) -> Iterator[Finding]:
    """A counterpoint that stands and is neither answered nor conceded.

    Why:
        A counterpoint with evidence behind it defeats what it is put against. Left without a
        word it is the first thing an opponent will use, and the reader is not told what to make
        of it. An answer that is conceded itself is no answer; an empty `but` is AM109.

    Mend:
        Answer it under its `but`, with evidence; or concede it, `conceded: …`, with the reason
        why its parent holds nonetheless.

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

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          assumption: The tablet can travel.
          but:
            - counterpoint: Transport could crack it.
              conceded: The case damps more than any crate has met.
              because:
                - evidence: A crate was dropped in 2021.
                  cite: survey

    Source:
        Johnson, R. H. (2000), Manifest Rationality, ch. 6: the dialectical tier, where an
        arguer answers the objections that are known.
    """
    for node in context.with_status(Status.STANDS, Kind.COUNTERPOINT):
        if is_conceded(context.graph, node.index) or not context.answers.opposing[node.index]:
            continue
        if _is_answered(context, node.index) or context.leaves_empty(node.index, "but"):
            continue
        name = context.name(node.index)
        how = "what answers it is conceded"
        if not _is_answered(context, node.index, even_conceded=True):
            how = "nothing answers it"
        yield Finding(
            context.text_span(node.index),
            f"counterpoint `{name}` stands, and {how}",
            "answer it under `but`, or concede it with `conceded: …`",
            name,
        )


def _is_answered(context: Context, node: int, *, even_conceded: bool = False) -> bool:
    """Tell whether anything is put against a counterpoint or each step that makes it stand."""
    graph = context.graph

    def holds(attacks: tuple[int, ...]) -> bool:
        sources = (graph.attacks[number].source for number in attacks)
        return any(even_conceded or not is_conceded(graph, source) for source in sources)

    return holds(graph.attacks_on[node]) or all(
        holds(graph.undercuts_on[number])
        for number in graph.reasons_for[node]
        if context.evaluation.reasons[number].status is Status.STANDS
    )
