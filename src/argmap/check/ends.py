"""Where the support of nodes ends that no evidence reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from argmap.evaluate.types import Ground, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.evaluate.types import Evaluation

MOST_ENDS = 4
"""So many ends of support are told of one claim; more would not be read."""

Ends: TypeAlias = "tuple[tuple[int, Ground], ...]"
"""Nodes, and why the support of another ends there."""


def find_ends(
    evaluation: Evaluation, support: Sequence[Sequence[int]], in_circle: Collection[int]
) -> list[Ends]:
    """Give for each node that no evidence reaches where its support ends.

    Args:
        evaluation: of the map.
        support: for each node the nodes its reasons need.
        in_circle: nodes that lie on a circle of support.

    Returns:
        For each node at most one end more than `MOST_ENDS`, the first in document order.
    """
    unreached = [
        [one for one in below if evaluation.status(one) is Status.UNSUPPORTED]
        if evaluation.status(node) is Status.UNSUPPORTED
        else []
        for node, below in enumerate(support)
    ]
    ends: list[Ends] = [()] * len(support)
    for node in _bottom_up(evaluation, unreached):
        ground = evaluation.nodes[node].ground
        if ground is not Ground.UNGROUNDED:
            ends[node] = ((node, ground),)
            continue
        below = [end for child in unreached[node] for end in ends[child]]
        if node in in_circle and not below:
            below = [(node, Ground.CYCLE)]
        ends[node] = tuple(dict.fromkeys(below))[: MOST_ENDS + 1]
    return ends


def _bottom_up(evaluation: Evaluation, unreached: Sequence[Sequence[int]]) -> list[int]:
    """Give the unreached nodes so that what supports a node comes before it."""
    order: list[int] = []
    seen = bytearray(len(unreached))
    for root in range(len(unreached)):
        if evaluation.status(root) is not Status.UNSUPPORTED or seen[root]:
            continue
        seen[root] = 1
        frames = [(root, iter(unreached[root]))]
        while frames:
            node, below = frames[-1]
            child = next((n for n in below if not seen[n]), None)
            if child is None:
                order.append(node)
                frames.pop()
            else:
                seen[child] = 1
                frames.append((child, iter(unreached[child])))
    return order
