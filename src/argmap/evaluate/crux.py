"""Cruxes: single nodes on which the fate of the thesis hangs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.labelling import evaluate
from argmap.evaluate.local import changed_by_loss
from argmap.evaluate.types import Evaluation, Status, Supposition
from argmap.graph.walk import find_circles, support_of

if TYPE_CHECKING:
    from argmap.graph.types import Graph


@dataclass(frozen=True, slots=True)
class Crux:
    """A node whose loss changes the status of a thesis."""

    node: int
    left_out: dict[int, Status]
    """What other nodes become when it is taken as not written; empty where no thesis changes."""
    defeated: dict[int, Status]
    """What other nodes become when it is taken to be defeated; likewise."""

    @property
    def reach(self) -> int:
        """How many nodes change besides, the thesis included."""
        return max(len(self.left_out), len(self.defeated))


def find_cruxes(graph: Graph, evaluation: Evaluation) -> list[Crux]:
    """Find the nodes, thesis apart, that change a thesis when left out or defeated.

    Each is found by evaluating anew what depends on it, so the answer is exact. What falls or is
    unsupported already has nothing to lose.

    Args:
        graph: the argument.
        evaluation: what it amounts to as it is.

    Returns:
        Those that change most first; of equals the one that stands first in the map.
    """
    theses = frozenset(graph.thesis)
    has_circles = bool(find_circles(support_of(graph)))
    found = []
    for node in sorted(_bearing_on(graph) - theses):
        if evaluation.status(node) not in {Status.STANDS, Status.UNDECIDED}:
            continue
        without, beaten = (
            _changed(graph, evaluation, node, left_out=left_out, anew=has_circles)
            for left_out in (True, False)
        )
        without = without if theses & without.keys() else {}
        beaten = beaten if theses & beaten.keys() else {}
        if without or beaten:
            found.append(Crux(node, without, beaten))
    return sorted(found, key=lambda crux: (-crux.reach, crux.node))


def _changed(
    graph: Graph, evaluation: Evaluation, node: int, *, left_out: bool, anew: bool
) -> dict[int, Status]:
    if not anew:
        return changed_by_loss(graph, evaluation, node, left_out=left_out)
    lost = frozenset((node,))
    after = evaluate(graph, Supposition(without=lost) if left_out else Supposition(defeated=lost))
    return {
        other: verdict.status
        for other, verdict in enumerate(after.nodes)
        if other != node and verdict.status is not evaluation.status(other)
    }


def _bearing_on(graph: Graph) -> set[int]:
    """Give the nodes on which a thesis may depend."""
    support = support_of(graph)
    found = set(graph.thesis)
    waiting = list(found)
    while waiting:
        node = waiting.pop()
        below = list(support[node])
        attacks = [*graph.attacks_on[node]]
        for reason in graph.reasons_for[node]:
            attacks += graph.undercuts_on[reason]
        below += [graph.attacks[number].source for number in attacks]
        for other in below:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
