"""What the rules on answers to counterpoints share: who answers whom, and with what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Status
from argmap.graph.walk import attacked_node
from argmap.model.nodes import AGAINST, Kind

if TYPE_CHECKING:
    from argmap.check.facts import Facts
    from argmap.check.said_again import SaidAgain

_ANSWERS = (Kind.CLAIM, Kind.COUNTERPOINT)


class Answers:
    """What is said to the counterpoints of a map, and what it is worth."""

    def __init__(self, facts: Facts, said_again: SaidAgain) -> None:
        """Take the map as the rules see it."""
        self._facts = facts
        self._said_again = said_again

    @cached_property
    def opposing(self) -> bytearray:
        """Mark the nodes that speak against the thesis side, where they are written.

        Each step through `but` or `unless` changes the side.
        """
        places = self._facts.map.places
        side = bytearray(len(places))
        for place in places:
            above = side[place.parent] if place.parent >= 0 else 0
            side[place.index] = above ^ (place.slot in AGAINST)
        return bytearray(side[node.place] for node in self._facts.graph.nodes)

    @cached_property
    def hollow(self) -> dict[int, list[int]]:
        """Each answer that no evidence reaches, and the standing counterpoints it answers.

        Only counterpoints to the thesis side that are not conceded want an answer. Where the answer
        is evidence that cites nothing (AM301), is still to be written (AM110), has an empty list of
        reasons (AM109) or supports itself in a circle (AM203), that is told in its place.
        """
        facts, graph = self._facts, self._facts.graph
        standing = {
            node.index
            for node in facts.with_status(Status.STANDS, Kind.COUNTERPOINT)
            if self.opposing[node.index] and not is_conceded(graph, node.index)
        }
        found: dict[int, dict[int, None]] = {}
        for attack in graph.attacks if standing else ():
            target = attacked_node(graph, attack)
            if target not in standing or not self._is_bare(attack.source):
                continue
            if attack.place not in self._said_again.repeats:
                found.setdefault(attack.source, {})[target] = None
        return {answer: list(found[answer]) for answer in sorted(found)}

    def _is_bare(self, node: int) -> bool:
        """Tell whether no evidence reaches an answer, and nothing else is told of that."""
        facts = self._facts
        kind = facts.graph.nodes[node].kind
        return (
            kind in _ANSWERS
            and node not in facts.doubtful
            and facts.evaluation.status(node) is Status.UNSUPPORTED
            and not (kind is Kind.CLAIM and node in facts.in_circle)
            and not is_conceded(facts.graph, node)
            and not facts.leaves_empty(node, "because")
            and facts.is_written(node)
            and node not in self._said_again.shadows
        )

    @cached_property
    def told(self) -> frozenset[int]:
        """Nodes whose missing support is told of them as answers (AM404, AM405, AM111)."""
        places, nodes = self._facts.map.places, self._facts.graph.nodes
        again = self._said_again
        shadows = (node for node in again.shadows if places[nodes[node].place].slot in AGAINST)
        return frozenset((*self.hollow, *again.repeated_claims, *shadows))
