"""What decides against the nodes that are defeated or undecided."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Ground, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

MOST_CAUSES = 4
"""So many causes are told of one node; more would not be read."""


def find_causes(graph: Graph, evaluation: Evaluation) -> list[tuple[int, ...]]:
    """Give for each node what brings it down or leaves it undecided, the nearest first.

    Of a defeated node these are the nodes that stand and speak against it, against a step to it,
    or against what its steps need; of an undecided one the undecided nodes that do. They are
    handed up along the steps that failed for them, so the cost is linear, circles or not. At most
    one more than `MOST_CAUSES` are given.
    """
    causes: list[dict[int, None]] = []
    waiting: deque[int] = deque()
    for node in range(len(graph.nodes)):
        own = dict.fromkeys(_own_causes(graph, evaluation, node))
        causes.append(dict.fromkeys(islice(own, MOST_CAUSES + 1)))
        if causes[node]:
            waiting.append(node)
    has_own = bytearray(map(bool, causes))
    while waiting:
        node = waiting.popleft()
        for above in _fallen_with(graph, evaluation, node):
            if has_own[above] and evaluation.status(above) is Status.UNDECIDED:
                continue
            before = len(causes[above])
            if before <= MOST_CAUSES:
                causes[above] |= causes[node]
                if len(causes[above]) > before:
                    waiting.append(above)
    return [tuple(found)[: MOST_CAUSES + 1] for found in causes]


def _own_causes(graph: Graph, evaluation: Evaluation, node: int) -> Iterator[int]:
    """Give what speaks against a node itself or against a step to it."""
    verdict = evaluation.nodes[node]
    is_open = verdict.status is Status.UNDECIDED
    is_lost = verdict.ground is Ground.SUPPORT_LOST
    attacks: list[int] = []
    if is_open or verdict.ground is Ground.REBUTTED:
        attacks += graph.attacks_on[node]
    for number in graph.reasons_for[node]:
        step = evaluation.reasons[number]
        is_cut = is_lost and step.ground is Ground.UNDERCUT
        if is_cut or (is_open and step.status is Status.UNDECIDED):
            attacks += graph.undercuts_on[number]
    wanted = Status.UNDECIDED if is_open else Status.STANDS
    for attack in attacks:
        source = graph.attacks[attack].source
        if evaluation.status(source) is wanted and not is_conceded(graph, source):
            yield source


def _fallen_with(graph: Graph, evaluation: Evaluation, node: int) -> Iterator[int]:
    """Give the conclusions of the steps that failed because a node did."""
    for number in graph.reasons_from[node]:
        step = evaluation.reasons[number]
        above = evaluation.nodes[graph.reasons[number].conclusion]
        is_lost = above.ground is Ground.SUPPORT_LOST and (step.ground, step.by) == (
            Ground.PREMISE,
            node,
        )
        is_open = above.status is step.status is Status.UNDECIDED
        if is_lost or (is_open and evaluation.status(node) is Status.UNDECIDED):
            yield graph.reasons[number].conclusion
