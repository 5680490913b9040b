"""What the rules on answers to counterpoints share: who answers whom, and with what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.structure import owner
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Status
from argmap.graph.types import AttackType
from argmap.model.nodes import Kind, Slot

if TYPE_CHECKING:
    from argmap.check.context import Context
    from argmap.graph.types import Attack, Graph
    from argmap.model.map import ArgumentMap, Place

_AGAINST = (Slot.BUT, Slot.UNLESS)
_ANSWERS = (Kind.CLAIM, Kind.COUNTERPOINT)


class Repeat(NamedTuple):
    """An answer to a counterpoint that is the claim it should defend."""

    answer: int
    """Node; the claim itself where the answer is a reference to it."""
    counterpoint: int
    """Node."""
    claim: int
    """Node that the counterpoint is written against."""


def counterpoint_above(source: ArgumentMap, place: Place) -> Place | None:
    """Give the place of the counterpoint that a node is written to answer."""
    at = owner(source, place) if place.slot in _AGAINST else None
    above = None if at is None else source.places[at]
    is_answered = above is not None and above.kind is Kind.COUNTERPOINT and above.slot in _AGAINST
    return above if is_answered else None


def attacked_node(graph: Graph, attack: Attack) -> int:
    """Give the node that an attack speaks against, itself or by a step to it."""
    is_rebut = attack.type is AttackType.REBUT
    return attack.target if is_rebut else graph.reasons[attack.target].conclusion


class Answers:
    """What is said to the counterpoints of a map, and what it is worth."""

    def __init__(self, context: Context) -> None:
        """Take the map as the rules see it."""
        self._context = context

    @cached_property
    def opposing(self) -> bytearray:
        """Mark the nodes that speak against the thesis side, where they are written.

        Each step through `but` or `unless` changes the side.
        """
        places = self._context.map.places
        side = bytearray(len(places))
        for place in places:
            above = side[place.parent] if place.parent >= 0 else 0
            side[place.index] = above ^ (place.slot in _AGAINST)
        return bytearray(side[node.place] for node in self._context.graph.nodes)

    @cached_property
    def hollow(self) -> dict[int, list[int]]:
        """Each answer that no evidence reaches, and the standing counterpoints it answers.

        Only counterpoints to the thesis side that are not conceded want an answer. Where the answer
        is evidence that cites nothing (AM301), is still to be written (AM110), has an empty list of
        reasons (AM109) or supports itself in a circle (AM203), that is told in its place.
        """
        context, graph = self._context, self._context.graph
        standing = {
            node.index
            for node in context.with_status(Status.STANDS, Kind.COUNTERPOINT)
            if self.opposing[node.index] and not is_conceded(graph, node.index)
        }
        found: dict[int, dict[int, None]] = {}
        for attack in graph.attacks if standing else ():
            target = attacked_node(graph, attack)
            if target not in standing or not self._is_bare(attack.source):
                continue
            if attack.place not in context.said_again.repeats:
                found.setdefault(attack.source, {})[target] = None
        return {answer: list(found[answer]) for answer in sorted(found)}

    def _is_bare(self, node: int) -> bool:
        """Tell whether no evidence reaches an answer, and nothing else is told of that."""
        context = self._context
        kind = context.graph.nodes[node].kind
        return (
            kind in _ANSWERS
            and node not in context.doubtful
            and context.evaluation.status(node) is Status.UNSUPPORTED
            and not (kind is Kind.CLAIM and node in context.in_circle)
            and not is_conceded(context.graph, node)
            and not context.leaves_empty(node, "because")
            and context.is_written(node)
            and node not in context.said_again.shadows
        )

    @cached_property
    def told(self) -> frozenset[int]:
        """Nodes whose missing support is told of them as answers (AM404, AM405, AM111)."""
        places, nodes = self._context.map.places, self._context.graph.nodes
        again = self._context.said_again
        shadows = (node for node in again.shadows if places[nodes[node].place].slot in _AGAINST)
        return frozenset((*self.hollow, *again.repeated_claims, *shadows))
