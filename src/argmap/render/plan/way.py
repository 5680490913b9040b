"""What a statement bears on, and the way to it from the thesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.map import ROOT
from argmap.model.nodes import Slot
from argmap.render.plan.types import SIGN_WORDS, SIGNS, Sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.graph.types import Graph

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
    here = graph.map.places[place]
    while here.slot in LINKED:
        here = graph.map.places[here.parent]
    sign = SIGNS.get(here.slot, Sign.FOR)
    while here.parent != ROOT:
        here = graph.map.places[here.parent]
        if here.index in graph.node_at:
            return f"{SIGN_WORDS[sign]} {name(graph.node_at[here.index])}"
    return ""
