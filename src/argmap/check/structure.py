"""What the rules on a map's structure (AM1) share: who is meant, who stands where, what is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.map import ROOT
from argmap.model.nodes import Premises, Reference, Slot, Statement
from argmap.source.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.check.facts import Facts
    from argmap.diagnostics import Span
    from argmap.graph.types import Graph, Reason
    from argmap.model.map import ArgumentMap, Place

_MOST_SUGGESTIONS = 200
"""A close name is looked up so many times in a file; each look goes over all names."""


class NameFinder:
    """Says «did you mean» for names that are not there."""

    def __init__(self, known: Iterable[str]) -> None:
        """Keep the names that there are."""
        self._known = list(known)
        self._asked: dict[str, str | None] = {}

    def closest(self, word: str) -> str | None:
        """Give the closest name, or nothing; past a number of questions nothing at all."""
        if word not in self._asked:
            if len(self._asked) >= _MOST_SUGGESTIONS:
                return None
            from argmap.model.messages import closest

            self._asked[word] = closest(word, self._known)
        return self._asked[word]

    def suggest(self, word: str) -> str | None:
        """Write «did you mean» for the closest name, or nothing."""
        near = self.closest(word)
        return f"did you mean `{near}`?" if near else None


def group_ids(facts: Facts) -> dict[str, int]:
    """Give the place of each `premises` group that has an id; of two equal ids the first."""
    found: dict[str, int] = {}
    for place, group in facts.groups:
        if group.id is not None:
            found.setdefault(group.id, place.index)
    return found


def written_target(place: Place) -> str | None:
    """Give the id that a reference names; None for other nodes and where none could be read."""
    if not isinstance(place.model, Reference):
        return None
    value = place.value.get(place.key.value)
    is_written = isinstance(value, Scalar) and value.value == place.model.target
    return place.model.target if is_written else None


def written_text(place: Place) -> str | None:
    """Give what a node says; None where something else stands in for a text that is not there."""
    if not isinstance(place.model, Statement) or place.key.value != place.kind.value:
        return None
    value = place.value.get(place.key.value)
    is_written = isinstance(value, Scalar) and value.value.strip() == place.model.text
    return place.model.text if is_written else None


def node_meant(graph: Graph, place: Place) -> int | None:
    """Give the node that stands at a place: its own, or the one that a reference names."""
    if isinstance(place.model, Reference):
        target = written_target(place)
        return None if target is None else graph.by_id.get(target)
    return graph.node_at.get(place.index)


def owner(source: ArgumentMap, place: Place) -> int | None:
    """Give the place of the statement that a node is for or against; None at the root.

    What stands in a group of premises is for what the group is for.
    """
    at = place.parent
    if at != ROOT and isinstance(source.places[at].model, Premises):
        at = source.places[at].parent
    return None if at == ROOT else at


def last_below(source: ArgumentMap) -> list[int]:
    """Give for each place the last that stands at or below it."""
    last = list(range(len(source.places)))
    for place in reversed(source.places):
        if place.parent != ROOT:
            last[place.parent] = max(last[place.parent], last[place.index])
    return last


def premise_place(graph: Graph, reason: Reason, node: int) -> int:
    """Give the place where a node stands in a reason, as a reference where it can be."""
    places = graph.map.places
    if reason.group is None:
        return reason.place
    children = places[reason.place].children
    inside = [*children.get(Slot.PREMISES, ()), *children.get(Slot.WARRANT, ())]
    found = [at for at in inside if node_meant(graph, places[at]) == node]
    found.sort(key=lambda at: written_target(places[at]) is None)
    return found[0] if found else reason.place


def question_ref_span(source: ArgumentMap, place: Place, question: str) -> Span:
    """Give the span of the id in an answer `{ref: id}` to a critical question."""
    return source.value_span(place.index, "questions", question, "ref")


def text_value(holder: Mapping, key: str) -> Scalar | None:
    """Give the text under a key, where there is one."""
    value = holder.get(key)
    return value if isinstance(value, Scalar) and not value.is_empty else None
