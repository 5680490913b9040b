"""What a statement bears on, and the way to it from the thesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.map import ROOT
from argmap.model.nodes import Reference, Slot
from argmap.render.plan.types import SIGN_WORDS, SIGNS, Sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.graph.types import Graph
    from argmap.model.map import Place

LINKED = frozenset({Slot.PREMISES, Slot.WARRANT})
"""Places whose nodes bear on something only together."""


def statements_above(graph: Graph, place: int) -> list[int]:
    """List the places of the statements that a place stands below, from the top."""
    found: list[int] = []
    at = graph.map.places[place].parent
    while at != ROOT:
        if at in graph.node_at:
            found.append(at)
        at = graph.map.places[at].parent
    return found[::-1]


def relation(graph: Graph, place: int, name: Callable[[int], str]) -> str:
    """Say what a place does to the statement above it: `supports B1`; nothing for a thesis.

    Args:
        graph: the argument.
        place: what does something.
        name: gives the name of a node.
    """
    here = _step(graph, place)
    sign = sign_of(graph, place)
    while here.parent != ROOT:
        here = graph.map.places[here.parent]
        if here.index in graph.node_at:
            return f"{SIGN_WORDS[sign]} {name(graph.node_at[here.index])}"
    return ""


def sign_of(graph: Graph, place: int) -> Sign:
    """Tell what a place, or the linked premises that it is among, does to what they hang on."""
    return SIGNS.get(_step(graph, place).slot, Sign.FOR)


def _step(graph: Graph, place: int) -> Place:
    """Give a place, or the linked premises that it is among."""
    here = graph.map.places[place]
    while here.slot in LINKED:
        here = graph.map.places[here.parent]
    return here


def partners(graph: Graph, place: int) -> list[int]:
    """List the nodes without which a place does nothing: the other premises, and the warrant."""
    here = graph.map.places[place]
    if here.slot not in LINKED:
        return []
    beside = graph.map.places[here.parent].children
    others = [*beside.get(Slot.PREMISES, ()), *beside.get(Slot.WARRANT, ())]
    nodes = [_node(graph, other) for other in others if other != place]
    return [node for node in nodes if node is not None]


def _node(graph: Graph, place: int) -> int | None:
    model = graph.map.places[place].model
    if isinstance(model, Reference):
        return graph.by_id.get(model.target)
    return graph.node_at.get(place)
