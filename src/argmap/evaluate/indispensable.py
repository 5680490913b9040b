"""Which evidence a node cannot do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.labelling import is_grounded_of_itself
from argmap.evaluate.types import Ground, Status
from argmap.graph.walk import sort_upward
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

_BLOCK = 4096
"""So many pieces of evidence are followed at once: a node takes half a kilobyte for them."""


def find_indispensable(
    graph: Graph, evaluation: Evaluation, nodes: Iterable[int], most: int
) -> dict[int, list[int]]:
    """Give for nodes that stand the evidence without which nothing that stands reaches them.

    A piece of evidence is left out by no longer counting of itself: what corroborates it counts
    in its stead. What a node cannot do without lies in each derivation of it, so only the
    evidence of one is looked at, in blocks of bits: a step cannot do without what any of its
    premises cannot, a node not without what no step to it can. That is exact, and each block
    costs one walk over the graph.

    Args:
        graph: the argument.
        evaluation: its statuses.
        nodes: what is asked about; those that rest on a circle of support are passed over.
        most: so many pieces are enough to know of one node.
    """
    steps = [
        [graph.reasons[number].needs for number in numbers if _stands(evaluation, number)]
        for numbers in graph.reasons_for
    ]
    order = sort_upward([[node for step in given for node in step] for given in steps])
    in_order = set(order)
    found: dict[int, list[int]] = {node: [] for node in nodes if node in in_order}
    evidence = _derived_from(graph, evaluation, found)
    for start in range(0, len(evidence), _BLOCK):
        block = evidence[start : start + _BLOCK]
        masks = _indispensable_to(graph, order, steps, block)
        for node, pieces in found.items():
            pieces += [block[bit] for bit in _bits(masks[node], most - len(pieces))]
        if all(len(pieces) >= most for pieces in found.values()):
            break
    return found


def _stands(evaluation: Evaluation, reason: int) -> bool:
    return evaluation.reasons[reason].status is Status.STANDS


def _derived_from(graph: Graph, evaluation: Evaluation, nodes: Iterable[int]) -> list[int]:
    """Give the evidence in the derivations of nodes that the evaluation found first."""
    seen = set(nodes)
    waiting = list(seen)
    found: list[int] = []
    while waiting:
        node = waiting.pop()
        verdict = evaluation.nodes[node]
        if verdict.ground is Ground.REASON and verdict.by is not None:
            below = [other for other in graph.reasons[verdict.by].needs if other not in seen]
            seen.update(below)
            waiting += below
        elif verdict.ground is Ground.ITSELF and graph.nodes[node].kind is Kind.EVIDENCE:
            found.append(node)
    return sorted(found)


def _indispensable_to(
    graph: Graph,
    order: Iterable[int],
    steps: Sequence[Sequence[Sequence[int]]],
    block: Sequence[int],
) -> list[int]:
    """Give for each node which of a block it cannot do without, the first as the lowest bit."""
    bits = {node: 1 << place for place, node in enumerate(block)}
    masks = [0] * len(graph.nodes)
    for node in order:
        if not is_grounded_of_itself(graph, node):
            masks[node] = _common(masks, steps[node])
        elif not steps[node]:
            masks[node] = bits.get(node, 0)
    return masks


def _common(masks: Sequence[int], steps: Sequence[Sequence[int]]) -> int:
    """Give what none of the steps can do without; nothing where there is no step."""
    common = -1 if steps else 0
    for step in steps:
        together = 0
        for node in step:
            together |= masks[node]
        common &= together
        if not common:
            break
    return common


def _bits(mask: int, most: int) -> Iterator[int]:
    while mask and most > 0:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
        most -= 1
