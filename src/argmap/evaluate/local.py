"""What one change does, without labelling the whole map anew.

Only what may depend on the change is labelled again; in a map that is nearly a tree that is
little more than the way from it up to the thesis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.framework import Label
from argmap.evaluate.labelling import is_conceded, is_grounded_of_itself
from argmap.evaluate.types import Evaluation, Status
from argmap.graph.walk import affected_by, dependents

if TYPE_CHECKING:
    from argmap.graph.types import Graph

_LABELS = {
    Status.STANDS: Label.IN,
    Status.UNDECIDED: Label.UNDECIDED,
    Status.UNSUPPORTED: Label.OUT,
    Status.DEFEATED: Label.OUT,
}
_STATUSES = {
    Label.IN: Status.STANDS,
    Label.OUT: Status.DEFEATED,
    Label.UNDECIDED: Status.UNDECIDED,
}


def changed_by_loss(
    graph: Graph, evaluation: Evaluation, node: int, *, left_out: bool
) -> dict[int, Status]:
    """Give the other nodes whose status changes when a node is lost, with what it becomes.

    Args:
        graph: the argument, without circles of support.
        evaluation: what it amounts to as it is.
        node: what is lost.
        left_out: whether it is taken as not written; else it is taken to be defeated.
    """
    change = _Change(graph, evaluation, node)
    change.label()
    reached = change.reach() if left_out else None
    changed = {}
    for other in change.affected - {node}:
        before = evaluation.status(other)
        is_reached = before is not Status.UNSUPPORTED if reached is None else other in reached
        after = _STATUSES[change.labels[other]] if is_reached else Status.UNSUPPORTED
        if after is not before:
            changed[other] = after
    return changed


class _Change:
    """The nodes that may change, and their labels so far."""

    def __init__(self, graph: Graph, evaluation: Evaluation, node: int) -> None:
        self.graph = graph
        self.evaluation = evaluation
        self.node = node
        self.affected = affected_by(graph, [node])
        self.labels = dict.fromkeys(self.affected, Label.UNDECIDED)
        self.labels[node] = Label.OUT

    def label(self) -> None:
        """Label until nothing follows any more: the least fixed point."""
        waiting = [other for other in self.affected if other != self.node]
        while waiting:
            other = waiting.pop()
            if self.labels[other] is not Label.UNDECIDED:
                continue
            label = self._called_for(other)
            if label is not Label.UNDECIDED:
                self.labels[other] = label
                waiting.extend(dependents(self.graph, other))

    def _label(self, node: int) -> Label:
        known = self.labels.get(node)
        return _LABELS[self.evaluation.status(node)] if known is None else known

    def _called_for(self, node: int) -> Label:
        if self.evaluation.status(node) is Status.UNSUPPORTED:
            # a loss gives nothing support
            return Label.OUT
        attacks = self._attack_labels(self.graph.attacks_on[node])
        if Label.IN in attacks:
            return Label.OUT
        support = self._support(node)
        if support is Label.OUT or (support is Label.IN and set(attacks) <= {Label.OUT}):
            return support
        return Label.UNDECIDED

    def _support(self, node: int) -> Label:
        if is_grounded_of_itself(self.graph, node):
            return Label.IN
        steps = [self._step(number) for number in self.graph.reasons_for[node]]
        if Label.IN in steps:
            return Label.IN
        return Label.UNDECIDED if Label.UNDECIDED in steps else Label.OUT

    def _step(self, number: int) -> Label:
        premises = [self._label(node) for node in self.graph.reasons[number].needs]
        undercuts = self._attack_labels(self.graph.undercuts_on[number])
        if Label.OUT in premises or Label.IN in undercuts:
            return Label.OUT
        settled = set(premises) <= {Label.IN} and set(undercuts) <= {Label.OUT}
        return Label.IN if settled else Label.UNDECIDED

    def _attack_labels(self, numbers: tuple[int, ...]) -> list[Label]:
        sources = (self.graph.attacks[number].source for number in numbers)
        return [self._label(node) for node in sources if not is_conceded(self.graph, node)]

    def reach(self) -> set[int]:
        """Give which affected nodes evidence still reaches, with every attack left out."""
        found = set[int]()
        waiting = list(self.affected)
        while waiting:
            other = waiting.pop()
            if other in found or other == self.node or not self._is_reached(other, found):
                continue
            found.add(other)
            waiting.extend(
                self.graph.reasons[number].conclusion for number in self.graph.reasons_from[other]
            )
        return found

    def _is_reached(self, node: int, found: set[int]) -> bool:
        if is_grounded_of_itself(self.graph, node):
            return True
        return any(
            all(self._was_reached(other, found) for other in self.graph.reasons[number].needs)
            for number in self.graph.reasons_for[node]
        )

    def _was_reached(self, node: int, found: set[int]) -> bool:
        if node in self.affected:
            return node in found
        return self.evaluation.status(node) is not Status.UNSUPPORTED
