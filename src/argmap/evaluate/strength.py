"""Gradual strength: how well each node is supported, as a number from 0 to 1.

What supports a node and what attacks it are each summed up to one force, and the two move the
node's base score up or down, as one of the semantics of `argmap.evaluate.influence` has it. A map
is read as such a debate so:

- The base score of cited evidence and of an assumption is its `weight`, else that of its
  `qualifier`, else that of its kind (`argmap.evaluate.weights`).
- Anything else has its `weight` as base score, else what the semantics gives to what has none: 0
  under DF-QuAD, so that a claim is as strong as its reasons make it, and without reasons nothing.
  Without a `weight` its `qualifier` is a ceiling: what is put as possible never comes out surer
  than possible.
- A reason is as strong as the weakest node it needs (the weakest-link principle: Pollock 2001,
  «Defeasible reasoning with variable degrees of justification», Artificial Intelligence 133), so
  that to write a premise out costs nothing; what undercuts it lowers it like a rebut.
- Conceded counterpoints do not weigh.

The cost is linear where nothing depends on itself. In a circle all scores start at the base and
are computed anew together until they settle, which they need not (Mossakowski & Neuhaus 2018,
«Modular semantics and characteristics for bipolar weighted argumentation graphs»,
arXiv:1807.06685): then neither the circle nor what depends on it has a strength.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from argmap.evaluate import weights
from argmap.evaluate.influence import DF_QUAD, Influence
from argmap.evaluate.labelling import is_conceded, is_grounded_of_itself
from argmap.graph.walk import find_circles, sort_upward
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from argmap.evaluate.influence import Aggregate
    from argmap.graph.types import Graph

Strength: TypeAlias = float | None
"""A number in [0, 1]; None where it does not settle."""

_SETTLED = 1e-9
"""A score that changes by less has settled."""
_MOST_ROUNDS = 500
"""A circle is computed so many times at most."""
_MOST_SCORES = 1_000_000
"""So many scores are computed for all circles at most: past 2,000 nodes the rounds get fewer."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """Strengths by node and by reason number."""

    nodes: tuple[Strength, ...]
    reasons: tuple[Strength, ...]


def find_strengths(graph: Graph, semantics: Influence = DF_QUAD) -> Strengths:
    """Compute how strong each node and each reason is.

    Args:
        graph: the argument.
        semantics: how strengths come from strengths.
    """
    debate = _Debate(graph, semantics)
    debate.settle()
    reasons = tuple(debate.of_reason(number) for number in range(len(graph.reasons)))
    return Strengths(tuple(debate.scores), reasons)


def strength_words(strength: Strength) -> str:
    """Write a strength for readers.

    >>> strength_words(0.875), strength_words(None)
    ('0.88', 'does not settle')
    """
    return "does not settle" if strength is None else f"{strength:.2f}"


class _Debate:
    def __init__(self, graph: Graph, semantics: Influence) -> None:
        self.graph = graph
        self.semantics = semantics
        self.needs = [reason.needs for reason in graph.reasons]
        self.attackers = [self._sources(attacks) for attacks in graph.attacks_on]
        self.undercutters = [self._sources(attacks) for attacks in graph.undercuts_on]
        self.bases = [_base(graph, node, semantics) for node in range(len(graph.nodes))]
        self.ceilings = [_ceiling(graph, node) for node in range(len(graph.nodes))]
        self.scores: list[Strength] = list(self.bases)

    def _sources(self, attacks: tuple[int, ...]) -> list[int]:
        sources = (self.graph.attacks[number].source for number in attacks)
        return [source for source in sources if not is_conceded(self.graph, source)]

    def _edges(self, node: int) -> list[int]:
        """Give what the strength of a node depends on."""
        found = list(self.attackers[node])
        for number in self.graph.reasons_for[node]:
            found += self.needs[number]
            found += self.undercutters[number]
        return found

    def settle(self) -> None:
        """Compute all scores, each after all that it depends on; circles as one."""
        edges = [self._edges(node) for node in range(len(self.bases))]
        circles = {circle[0]: circle for circle in find_circles(edges)}
        rounds = min(_MOST_ROUNDS, _MOST_SCORES // max(1, sum(map(len, circles.values()))))
        first = list(range(len(edges)))
        for start, circle in circles.items():
            for node in circle:
                first[node] = start
        joined: list[list[int]] = [[] for _ in edges]
        for node, below in enumerate(edges):
            joined[first[node]] += [first[o] for o in below if first[o] != first[node]]
        for node in sort_upward(joined):
            if node in circles:
                self._settle_circle(circles[node], rounds)
            elif first[node] == node:
                self.scores[node] = self._of_node(node)

    def _settle_circle(self, circle: list[int], rounds: int) -> None:
        before: list[Strength] | None = None
        now = [self.scores[node] for node in circle]
        for _ in range(rounds):
            after = [self._of_node(node) for node in circle]
            self._put(circle, after)
            if _are_near(after, now):
                return
            if None in after or after == before:
                break
            before, now = now, after
        self._put(circle, [None] * len(circle))

    def _put(self, circle: list[int], scores: list[Strength]) -> None:
        for node, score in zip(circle, scores, strict=True):
            self.scores[node] = score

    def _of_node(self, node: int) -> Strength:
        attack = self._attack(self.attackers[node])
        reasons = [self.of_reason(number) for number in self.graph.reasons_for[node]]
        support = _force(reasons, self.semantics.support)
        if attack is None or support is None:
            return None
        score = self.semantics.combine(self.bases[node], attack, support)
        return min(score, self.ceilings[node])

    def of_reason(self, number: int) -> Strength:
        """Give the strength of a reason as the scores are now."""
        needed = [self.scores[node] for node in self.needs[number]]
        known = [score for score in needed if score is not None]
        attack = self._attack(self.undercutters[number])
        if attack is None or len(known) < len(needed):
            return None
        return self.semantics.combine(min(known), attack, self.semantics.support(()))

    def _attack(self, sources: list[int]) -> float | None:
        return _force([self.scores[source] for source in sources], self.semantics.attack)


def _force(strengths: list[Strength], aggregate: Aggregate) -> float | None:
    known = [strength for strength in strengths if strength is not None]
    return aggregate(known) if len(known) == len(strengths) else None


def _base(graph: Graph, node: int, semantics: Influence) -> float:
    model = graph.nodes[node].model
    if model.weight is not None:
        return model.weight
    if not is_grounded_of_itself(graph, node):
        return semantics.unweighted
    if model.qualifier is not None:
        return weights.weight_of(model.qualifier)
    return weights.ASSUMPTION if model.kind is Kind.ASSUMPTION else weights.CITED_EVIDENCE


def _ceiling(graph: Graph, node: int) -> float:
    model = graph.nodes[node].model
    is_own = model.weight is not None or is_grounded_of_itself(graph, node)
    return 1.0 if is_own or model.qualifier is None else weights.weight_of(model.qualifier)


def _are_near(scores: list[Strength], others: list[Strength]) -> bool:
    return all(
        one is not None and other is not None and abs(one - other) < _SETTLED
        for one, other in zip(scores, others, strict=True)
    )
