"""What the rules on answers to counterpoints share: who answers whom, and with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.structure import node_meant, owner, says_the_same
from argmap.graph.types import AttackType
from argmap.model.nodes import Kind, Slot

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence, Set

    from argmap.graph.types import Attack, Graph
    from argmap.model.map import ArgumentMap, Place

_SLOTS = frozenset({Slot.BUT, Slot.UNLESS})


class Repeat(NamedTuple):
    """An answer to a counterpoint that is the claim it should defend."""

    answer: int
    """Node; the claim itself where the answer is a reference to it."""
    counterpoint: int
    """Node."""
    claim: int
    """Node that the counterpoint is written against."""


def find_repeats(
    graph: Graph, folded: Sequence[str], alike: Collection[tuple[str, str]]
) -> dict[int, Repeat]:
    """Give the place of each answer that is the claim it should defend.

    Args:
        graph: the argument.
        folded: for each node its text as words only.
        alike: pairs of such texts that say the same.
    """
    found: dict[int, Repeat] = {}
    for place in graph.map.places:
        above = _counterpoint_above(graph.map, place)
        against = None if above is None else owner(graph.map, above)
        if above is None or against is None:
            continue
        answer, claim = node_meant(graph, place), graph.node_at.get(against)
        if answer is None or claim is None:
            continue
        if answer == claim or says_the_same(graph, folded, alike, claim, answer):
            found[place.index] = Repeat(answer, graph.node_at[above.index], claim)
    return found


def _counterpoint_above(source: ArgumentMap, place: Place) -> Place | None:
    """Give the place of the counterpoint that a node is written to answer."""
    at = owner(source, place) if place.slot in _SLOTS else None
    above = None if at is None else source.places[at]
    is_answered = above is not None and above.kind is Kind.COUNTERPOINT and above.slot in _SLOTS
    return above if is_answered else None


def attacked_node(graph: Graph, attack: Attack) -> int:
    """Give the node that an attack speaks against, itself or by a step to it."""
    is_rebut = attack.type is AttackType.REBUT
    return attack.target if is_rebut else graph.reasons[attack.target].conclusion


def find_hollow_answers(
    graph: Graph, bare: Set[int], standing: Set[int], repeats: Collection[int]
) -> dict[int, list[int]]:
    """Give each answer that no evidence reaches, and the standing counterpoints it answers.

    Args:
        graph: the argument.
        bare: nodes that no evidence reaches.
        standing: counterpoints that want an answer.
        repeats: places of answers that are no answers, since they repeat what they should defend.
    """
    found: dict[int, dict[int, None]] = {}
    for attack in graph.attacks:
        target = attacked_node(graph, attack)
        if attack.source in bare and target in standing and attack.place not in repeats:
            found.setdefault(attack.source, {})[target] = None
    return {answer: list(found[answer]) for answer in sorted(found)}
