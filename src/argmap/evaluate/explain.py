"""The chain of reasons that makes a node stand, fall or hang, as steps of an outline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Evaluation, Ground, Status, Verdict
from argmap.graph.build import needs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.types import Graph


class Link(StrEnum):
    """How a step bears on the step it stands under."""

    ASKED = "asked"
    """It is the node that was asked about."""
    BECAUSE = "because"
    """It makes the node above stand."""
    DESPITE = "despite"
    """It speaks against the node above, and has no force."""
    DEFEATED_BY = "defeated by"
    """It stands and speaks against the node above."""
    UNDERCUT_BY = "undercut by"
    """It stands and speaks against a step to the node above."""
    NEEDS = "needs"
    """The node above needs it, and it does not stand."""
    CAUGHT_WITH = "caught with"
    """It is undecided itself and leaves the node above so."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation."""

    depth: int
    """Levels below the node that was asked about."""
    node: int
    link: Link
    verdict: Verdict
    is_repeated: bool
    """Whether the node was explained above already."""


def explain(graph: Graph, evaluation: Evaluation, node: int) -> list[Step]:
    """Explain a node's status.

    Args:
        graph: the argument.
        evaluation: its statuses.
        node: what is asked about.

    Returns:
        Steps in reading order: each is followed by the steps that decide it, one level deeper.
        Each node is explained once.
    """
    steps: list[Step] = []
    explained: set[int] = set()
    waiting = [(0, node, Link.ASKED)]
    while waiting:
        depth, here, link = waiting.pop()
        is_repeated = here in explained
        steps.append(Step(depth, here, link, evaluation.nodes[here], is_repeated))
        if is_repeated:
            continue
        is_left_out = link is Link.DESPITE and evaluation.status(here) is Status.UNSUPPORTED
        if not is_left_out:
            explained.add(here)
        below = list(dict.fromkeys(_deciding(graph, evaluation, here, link)))
        waiting += [(depth + 1, other, how) for other, how in reversed(below)]
    return steps


def _deciding(
    graph: Graph, evaluation: Evaluation, node: int, link: Link
) -> Iterator[tuple[int, Link]]:
    verdict = evaluation.nodes[node]
    if verdict.status is Status.STANDS:
        yield from _why_standing(graph, node, verdict)
    elif verdict.status is Status.UNSUPPORTED:
        if link is not Link.DESPITE:
            yield from _why_unsupported(graph, evaluation, node)
    elif verdict.status is Status.DEFEATED:
        yield from _why_defeated(graph, evaluation, node, verdict)
    else:
        yield from _why_undecided(graph, evaluation, node)


def _why_standing(graph: Graph, node: int, verdict: Verdict) -> Iterator[tuple[int, Link]]:
    if verdict.ground is Ground.REASON and verdict.by is not None:
        for premise in needs(graph.reasons[verdict.by]):
            yield premise, Link.BECAUSE
        for number in graph.undercuts_on[verdict.by]:
            yield graph.attacks[number].source, Link.DESPITE
    for number in graph.attacks_on[node]:
        yield graph.attacks[number].source, Link.DESPITE


def _why_unsupported(graph: Graph, evaluation: Evaluation, node: int) -> Iterator[tuple[int, Link]]:
    for number in graph.reasons_for[node]:
        for premise in needs(graph.reasons[number]):
            if evaluation.status(premise) is Status.UNSUPPORTED:
                yield premise, Link.NEEDS


def _why_defeated(
    graph: Graph, evaluation: Evaluation, node: int, verdict: Verdict
) -> Iterator[tuple[int, Link]]:
    if verdict.ground is Ground.REBUTTED and verdict.by is not None:
        yield graph.attacks[verdict.by].source, Link.DEFEATED_BY
        return
    for number in graph.reasons_for[node]:
        step = evaluation.reasons[number]
        assert step.by is not None  # noqa: S101 - a step that failed names what it failed by
        if step.ground is Ground.UNDERCUT:
            yield graph.attacks[step.by].source, Link.UNDERCUT_BY
        else:
            yield step.by, Link.NEEDS


def _why_undecided(graph: Graph, evaluation: Evaluation, node: int) -> Iterator[tuple[int, Link]]:
    attacks, needed = list(graph.attacks_on[node]), list[int]()
    for number in graph.reasons_for[node]:
        if evaluation.reasons[number].status is Status.UNDECIDED:
            attacks += graph.undercuts_on[number]
            needed += needs(graph.reasons[number])
    sources = [graph.attacks[number].source for number in attacks]
    for other in (*(source for source in sources if not is_conceded(graph, source)), *needed):
        if evaluation.status(other) is Status.UNDECIDED:
            yield other, Link.CAUGHT_WITH
