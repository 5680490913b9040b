"""What a reader names: a node by id, address or label, a section by its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.model.map import ROOT
from argmap.model.messages import suggest
from argmap.model.nodes import Kind, Reference, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.graph.types import Graph

_KINDS_OF_NAME = "give an id, an address such as `thesis.because[0]`, or a label such as `B5`"
_MOST_LISTED = 20


def find_node(graph: Graph, labels: Callable[[], Mapping[int, str]], name: str) -> int:
    """Find the node of an id, an address or a label, in this order.

    Args:
        graph: the argument.
        labels: gives the labels of the whole picture; asked where nothing else fits.
        name: what the reader wrote.

    Raises:
        ArgmapError: where there is no such node.
    """
    node = graph.by_name(name)
    if node is None:
        node = _meant(graph, name)
    if node is not None:
        return node
    by_label = {label: node for node, label in labels().items()}
    if name.upper() in by_label:
        return by_label[name.upper()]
    place = graph.map.place_at(name)
    if place is not None and graph.map.places[place].kind is Kind.PREMISES:
        message = f"`{name}` is a group of premises, not one statement"
        raise ArgmapError(message, f"name one of them, such as `{name}.premises[0]`")
    hint = suggest(name, [*graph.by_id, *by_label]) or _KINDS_OF_NAME
    raise ArgmapError(f"there is no node `{name}` in {graph.map.path}", hint)


def _meant(graph: Graph, name: str) -> int | None:
    """Give the node that the reference at an address names."""
    place = graph.map.place_at(name)
    model = graph.map.places[place].model if place is not None else None
    return graph.by_id.get(model.target) if isinstance(model, Reference) else None


def sections_of(graph: Graph) -> list[str | None]:
    """Give the heading that each place stands under, its own or that of what is above it."""
    sections: list[str | None] = []
    for place in graph.map.places:
        own = place.model.section if isinstance(place.model, Statement) else None
        above = sections[place.parent] if place.parent != ROOT else None
        sections.append(own or above)
    return sections


def list_sections(graph: Graph) -> list[str]:
    """Give the headings of all sections, in document order."""
    return list(dict.fromkeys(name for name in sections_of(graph) if name))


def find_section(graph: Graph, name: str) -> str:
    """Find a section; upper and lower case are the same where that is not ambiguous.

    Args:
        graph: the argument.
        name: what the reader wrote; empty for what has no section.

    Raises:
        ArgmapError: where there is no such section.
    """
    known = list_sections(graph)
    if name in known or not name:
        return name
    alike = [section for section in known if section.casefold() == name.strip().casefold()]
    if len(alike) == 1:
        return alike[0]
    raise ArgmapError(f"there is no section `{name}` in {graph.map.path}", _hint(name, known))


def _hint(name: str, known: list[str]) -> str:
    if not known:
        return "the map has no sections; give nodes a `section`"
    listed = ", ".join(f"`{section}`" for section in known[:_MOST_LISTED])
    more = f" and {len(known) - _MOST_LISTED} more" if len(known) > _MOST_LISTED else ""
    near = suggest(name, known) or _holding(name.strip().casefold(), known)
    return f"{f'{near} ' if near else ''}sections: {listed}{more}"


def _holding(words: str, known: list[str]) -> str | None:
    """Suggest the one section that some words are a part of."""
    found = [section for section in known if words and words in section.casefold()]
    return f"did you mean `{found[0]}`?" if len(found) == 1 else None
