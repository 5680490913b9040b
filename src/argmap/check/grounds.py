"""What the nodes that evidence or an assumption reaches rest on: for the rules on support (AM2).

Attacks are left out here: a step counts when all it needs is reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.labelling import is_grounded_of_itself, reached_by_evidence
from argmap.evaluate.types import Status
from argmap.evaluate.weights import is_hedge
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph


def steps_up(graph: Graph, evaluation: Evaluation) -> list[list[int]]:
    """Give for each node what it gives a reason for, where all that the reason needs is reached."""
    is_reached = [step.status is not Status.UNSUPPORTED for step in evaluation.reasons]
    return [
        [graph.reasons[number].conclusion for number in numbers if is_reached[number]]
        for numbers in graph.reasons_from
    ]


def turn(steps: Sequence[Sequence[int]]) -> list[list[int]]:
    """Turn steps round: for each node those that lead to it."""
    turned: list[list[int]] = [[] for _ in steps]
    for node, others in enumerate(steps):
        for other in others:
            turned[other].append(node)
    return turned


def beyond(
    steps: Sequence[Sequence[int]], starts: Iterable[int], region: Collection[int]
) -> set[int]:
    """Give the nodes of a region that are met on the way from any of the starts.

    A start is among them only where it is met from another start, or in a circle.
    """
    found: set[int] = set()
    waiting = list(starts)
    while waiting:
        for node in steps[waiting.pop()]:
            if node in region and node not in found:
                found.add(node)
                waiting.append(node)
    return found


def first_below(
    steps: Sequence[Sequence[int]], ends: Iterable[int], region: Collection[int], most: int
) -> dict[int, list[int]]:
    """Give for the nodes of a region the ends below them, the first in document order.

    An end passes a node only while that has fewer than it may, so the cost is linear, whatever
    is shared; what stops one there has gone up before it.

    Args:
        steps: for each node the nodes above it.
        ends: nodes of the region, in document order.
        region: what the way up may not leave.
        most: so many ends are given of one node.
    """
    found: dict[int, list[int]] = {}
    for end in ends:
        waiting = [end]
        while waiting:
            node = waiting.pop()
            told = found.setdefault(node, [])
            if len(told) < most and told[-1:] != [end]:
                told.append(end)
                waiting += [other for other in steps[node] if other in region]
    return found


def without_evidence(
    graph: Graph, evaluation: Evaluation, steps: Sequence[Sequence[int]]
) -> set[int]:
    """Give the nodes that are reached, but with no cited evidence on any way to them.

    Args:
        graph: the argument.
        evaluation: its statuses.
        steps: the steps up.
    """
    reached = {
        node
        for node, verdict in enumerate(evaluation.nodes)
        if verdict.status is not Status.UNSUPPORTED
    }
    cited = {
        node
        for node in reached
        if is_grounded_of_itself(graph, node) and graph.nodes[node].kind is Kind.EVIDENCE
    }
    return reached - cited - beyond(steps, cited, reached)


def hedged_support(graph: Graph, evaluation: Evaluation) -> tuple[set[int], list[int]]:
    """Give the nodes that nothing reaches without qualified evidence, and that evidence."""
    grounded = bytearray(is_grounded_of_itself(graph, node.index) for node in graph.nodes)
    hedged = [
        node.index
        for node in graph.nodes
        if grounded[node.index] and node.kind is Kind.EVIDENCE and is_hedge(node.model.qualifier)
    ]
    if not hedged:
        return set(), []
    for node in hedged:
        grounded[node] = 0
    sure = reached_by_evidence(graph, grounded)
    region = {
        node
        for node, verdict in enumerate(evaluation.nodes)
        if verdict.status is not Status.UNSUPPORTED and not sure[node]
    }
    return region, [node for node in hedged if node in region]
