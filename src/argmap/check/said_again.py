"""Where what was said is said again, in place of something new."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.structure import node_meant, owner, written_text
from argmap.model.nodes import AGAINST, Kind

if TYPE_CHECKING:
    from argmap.check.facts import Facts
    from argmap.model.map import ArgumentMap, Place


class Repeat(NamedTuple):
    """An answer to a counterpoint that is the claim it should defend."""

    answer: int
    """Node; the claim itself where the answer is a reference to it."""
    counterpoint: int
    """Node."""
    claim: int
    """Node that the counterpoint is written against."""


def _counterpoint_above(source: ArgumentMap, place: Place) -> Place | None:
    """Give the place of the counterpoint that a node is written to answer."""
    at = owner(source, place) if place.slot in AGAINST else None
    above = None if at is None else source.places[at]
    is_answered = above is not None and above.kind is Kind.COUNTERPOINT and above.slot in AGAINST
    return above if is_answered else None


class SaidAgain:
    """Compares nodes with what they are written under."""

    def __init__(self, facts: Facts) -> None:
        """Take the map as the rules see it."""
        self._facts = facts
        self._graph = facts.graph

    @cached_property
    def _alike(self) -> frozenset[tuple[str, str]]:
        folded = self._facts.likeness.folded
        return frozenset((folded[one], folded[two]) for one, two in self._facts.likeness.pairs)

    @cached_property
    def _nodes(self) -> list[int]:
        """The nodes that may say what another says; there are few."""
        folded = self._facts.likeness.folded
        again = {text for pair in self._alike for text in pair}
        if len(set(folded)) < len(folded):
            seen: set[str] = set()
            for text in folded:
                (again if text in seen else seen).add(text)
        again.discard("")
        return [node for node, text in enumerate(folded) if text in again] if again else []

    @cached_property
    def shadows(self) -> dict[int, int]:
        """Each node that only repeats what it is written under, and what that is."""
        graph = self._graph
        found: dict[int, int] = {}
        for node in self._nodes:
            above = owner(graph.map, graph.map.places[graph.nodes[node].place])
            parent = None if above is None else graph.node_at.get(above)
            if parent is not None and self._is_same(parent, node):
                found[node] = parent
        return found

    @cached_property
    def repeats(self) -> dict[int, Repeat]:
        """By place each answer to a counterpoint that is the claim it should defend.

        One that only repeats the counterpoint it is written under is among the shadows.
        """
        graph = self._graph
        written = [graph.nodes[node].place for node in self._nodes]
        told = {graph.nodes[node].place for node in self.shadows}
        found: dict[int, Repeat] = {}
        for place in sorted([*written, *(place.index for place, _ in self._facts.references)]):
            repeat = None if place in told else self._repeat(place)
            if repeat is not None:
                found[place] = repeat
        return found

    @cached_property
    def repeated_claims(self) -> dict[int, int]:
        """Each node that is written as such an answer, and the claim that it repeats."""
        written = self._graph.node_at
        return {r.answer: r.claim for place, r in self.repeats.items() if place in written}

    def _repeat(self, at: int) -> Repeat | None:
        graph = self._graph
        place = graph.map.places[at]
        above = _counterpoint_above(graph.map, place)
        against = None if above is None else owner(graph.map, above)
        if above is None or against is None:
            return None
        answer, claim = node_meant(graph, place), graph.node_at.get(against)
        if answer is None or claim is None:
            return None
        is_repeat = answer == claim or self._is_same(claim, answer)
        return Repeat(answer, graph.node_at[above.index], claim) if is_repeat else None

    def _is_same(self, one: int, other: int) -> bool:
        """Tell whether two nodes say the same; a text that is still to be written says nothing."""
        facts = self._facts
        first, last = facts.likeness.folded[one], facts.likeness.folded[other]
        is_same = first == last != ""
        if not (is_same or (first, last) in self._alike or (last, first) in self._alike):
            return False
        places, nodes = facts.map.places, self._graph.nodes
        return all(
            facts.is_written(node) and written_text(places[nodes[node].place]) is not None
            for node in (one, other)
        )
