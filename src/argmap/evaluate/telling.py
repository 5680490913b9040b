"""A step of an explanation as a sentence, which names only what stands below the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.explain import Link
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.sentences import FALLEN, idle_words, joined, merge, names_of
from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.evaluate.explain import Step
    from argmap.evaluate.sentences import Piece
    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph


def tell(
    graph: Graph, evaluation: Evaluation, step: Step, below: Sequence[Step]
) -> tuple[Piece, ...]:
    """Say what a step comes to, in a sentence without its subject: `stands because …`.

    Args:
        graph: the argument.
        evaluation: its statuses.
        step: what is told.
        below: the steps right below it.
    """
    return merge([*_predicate(graph, evaluation, step, below), "."])


def _predicate(
    graph: Graph, evaluation: Evaluation, step: Step, below: Sequence[Step]
) -> list[Piece]:
    status = step.verdict.status
    if step.is_repeated:
        return [_VERBS[status], ", as above"]
    if step.link is Link.DESPITE and is_conceded(graph, step.node):
        return [_VERBS[status], ", but is conceded" if status is Status.STANDS else " and conceded"]
    if status is Status.STANDS:
        return _standing(graph, evaluation, step, below)
    if status is Status.UNSUPPORTED:
        return _unsupported(step, below)
    if status is Status.DEFEATED:
        return _defeated(evaluation, below)
    caught = _linked(below, Link.CAUGHT_WITH)
    verb = "is" if len(caught) == 1 else "are"
    return [
        "is undecided: it hangs on ",
        *names_of(caught),
        f", which {verb} undecided as well; what speaks against what goes round in a circle",
    ]


_VERBS = {
    Status.STANDS: "stands",
    Status.UNSUPPORTED: "has no support",
    Status.DEFEATED: "is defeated",
    Status.UNDECIDED: "is undecided",
}


def _linked(below: Iterable[Step], link: Link) -> list[int]:
    return [step.node for step in below if step.link is link]


def _standing(
    graph: Graph, evaluation: Evaluation, step: Step, below: Sequence[Step]
) -> list[Piece]:
    because = _linked(below, Link.BECAUSE)
    if because:
        verb = " supports it" if len(because) == 1 else " together support it"
        why = [*names_of(because), verb, *_as_others_do(graph, evaluation, step.node)]
    else:
        is_assumed = graph.nodes[step.node].kind is Kind.ASSUMPTION
        why = ["it is taken for granted" if is_assumed else "it is evidence with a source"]
    despite = frozenset(_linked(below, Link.DESPITE))
    undercuts = [
        attack for number in graph.reasons_for[step.node] for attack in graph.undercuts_on[number]
    ]
    against = [
        piece
        for attacks, target in (
            (graph.attacks_on[step.node], "it"),
            (undercuts, "the step to it"),
        )
        for piece in idle_words(
            graph,
            evaluation,
            [number for number in attacks if graph.attacks[number].source in despite],
            target,
        )
    ]
    return ["stands because ", *why, *against]


def _as_others_do(graph: Graph, evaluation: Evaluation, node: int) -> list[Piece]:
    """Count the reasons that stand and are not told."""
    reasons = graph.reasons_for[node]
    more = sum(evaluation.reasons[number].status is Status.STANDS for number in reasons) - 1
    if not more:
        return []
    return [", as another reason does" if more == 1 else f", as {more} other reasons do"]


def _unsupported(step: Step, below: Sequence[Step]) -> list[Piece]:
    if step.verdict.ground is Ground.NO_CITATION:
        return ["has no support: it is evidence, but names no source"]
    needed = _linked(below, Link.NEEDS)
    if step.verdict.ground is Ground.NO_REASON:
        return ["has no support: no reason is given for it"]
    if not needed:
        return ["has no support: no reason for it reaches evidence"]
    verb = "has no support itself" if len(needed) == 1 else "have no support themselves"
    return ["has no support: it rests on ", *names_of(needed), f", which {verb}"]


def _defeated(evaluation: Evaluation, below: Sequence[Step]) -> list[Piece]:
    against = _linked(below, Link.DEFEATED_BY)
    if against:
        return ["is defeated because ", *names_of(against), " stands and speaks against it"]
    needed = _linked(below, Link.NEEDS)
    said: list[list[Piece]] = []
    for status, one, many in FALLEN:
        fallen = [node for node in needed if evaluation.status(node) is status]
        if fallen:
            said.append([*names_of(fallen), f" {one if len(fallen) == 1 else many}"])
    undercut = _linked(below, Link.UNDERCUT_BY)
    if undercut:
        verb = "speaks" if len(undercut) == 1 else "speak"
        said.append([*names_of(undercut), f" {verb} against the step to it"])
    return ["is defeated because nothing that supports it holds: ", *joined(said, "; ", "; ")]
