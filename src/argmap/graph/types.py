"""Nodes, reasons and attacks, by number, ready to be walked without recursion.

Nothing here is changed once it is made. They are plain classes with slots, made by the ten
thousand: frozen data classes would take three times as long.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.header import Source
    from argmap.model.map import ArgumentMap
    from argmap.model.nodes import Kind, Premises, StatementNode


class AttackType(StrEnum):
    """What an attack is aimed at."""

    REBUT = "rebut"
    """A node."""
    UNDERCUT = "undercut"
    """The step of a reason to its conclusion."""


class GraphNode:
    """A claim, a piece of evidence, a counterpoint or an assumption."""

    __slots__ = ("index", "kind", "model", "place", "section", "text")

    index: int
    """Place in `Graph.nodes`; document order."""
    place: int
    """Place of the definition in `ArgumentMap.places`."""
    model: StatementNode
    """What the author wrote: text, by, cite, qualifier, title, note, tags …"""
    section: str | None
    """Heading the node stands under, its own or inherited."""
    kind: Kind
    """Kind of the node; never `premises` or `ref`."""
    text: str
    """What the node says."""

    def __init__(self, index: int, place: int, model: StatementNode, section: str | None) -> None:
        self.index = index
        self.place = place
        self.model = model
        self.section = section
        self.kind = model.kind
        self.text = model.text


class Reason:
    """A step from one or more linked premises to a conclusion."""

    __slots__ = (
        "conclusion",
        "group",
        "index",
        "needs",
        "place",
        "premises",
        "references",
        "warrant",
        "warrant_reference",
    )

    index: int
    """Place in `Graph.reasons`; document order."""
    place: int
    """Place of the item under `because` in `ArgumentMap.places`."""
    conclusion: int
    """Node."""
    premises: tuple[int, ...]
    """Nodes; all must stand."""
    references: tuple[bool, ...]
    """For each premise whether it stands here by `ref`, defined elsewhere."""
    group: Premises | None
    """Warrant text, scheme, title … where the author wrote `premises`; None for a lone one."""
    warrant: int | None
    """Node of a warrant written as a node; it is needed like a premise."""
    warrant_reference: bool
    """Whether that warrant stands here by `ref`, defined elsewhere."""
    needs: tuple[int, ...]
    """The nodes that must stand for it to stand, each once: premises and warrant."""

    def __init__(
        self,
        index: int,
        place: int,
        conclusion: int,
        premises: tuple[int, ...],
        references: tuple[bool, ...],
        group: Premises | None = None,
        warrant: int | None = None,
        *,
        warrant_reference: bool = False,
    ) -> None:
        self.index = index
        self.place = place
        self.conclusion = conclusion
        self.premises = premises
        self.references = references
        self.group = group
        self.warrant = warrant
        self.warrant_reference = warrant_reference
        self.needs = premises
        if warrant is not None:
            self.needs = tuple(dict.fromkeys((*premises, warrant)))
        elif len(premises) > 1:
            self.needs = tuple(dict.fromkeys(premises))


class Attack:
    """A node that speaks against a node or against a reason."""

    __slots__ = ("index", "place", "reference", "source", "target", "type")

    index: int
    """Place in `Graph.attacks`; document order."""
    place: int
    """Place of the item under `but` or `unless` in `ArgumentMap.places`."""
    source: int
    """Node."""
    target: int
    """Node of a rebut, reason of an undercut."""
    type: AttackType
    reference: bool
    """Whether the source stands here by `ref`, defined elsewhere."""

    def __init__(
        self,
        index: int,
        place: int,
        source: int,
        target: int,
        type: AttackType,  # noqa: A002 - the word of the format
        *,
        reference: bool,
    ) -> None:
        self.index = index
        self.place = place
        self.source = source
        self.target = target
        self.type = type
        self.reference = reference


class Graph:
    """The whole argument. All tuples run in document order."""

    __slots__ = (
        "attacks",
        "attacks_by",
        "attacks_on",
        "by_id",
        "map",
        "node_at",
        "nodes",
        "reasons",
        "reasons_for",
        "reasons_from",
        "thesis",
        "undercuts_on",
        "unsound",
    )

    map: ArgumentMap
    nodes: tuple[GraphNode, ...]
    reasons: tuple[Reason, ...]
    attacks: tuple[Attack, ...]
    thesis: tuple[int, ...]
    """The nodes at the root."""
    reasons_for: tuple[tuple[int, ...], ...]
    """For each node the reasons given for it."""
    reasons_from: tuple[tuple[int, ...], ...]
    """For each node the reasons it is a premise (or the warrant) of."""
    attacks_on: tuple[tuple[int, ...], ...]
    """For each node the rebuts against it."""
    undercuts_on: tuple[tuple[int, ...], ...]
    """For each reason the undercuts against it."""
    attacks_by: tuple[tuple[int, ...], ...]
    """For each node the attacks it makes."""
    by_id: Mapping[str, int]
    """Node of each id; of two equal ids the first."""
    node_at: Mapping[int, int]
    """Node defined at each place."""
    unsound: frozenset[int]
    """Nodes whose own writing, or a reference of theirs, has an error: to judge them is idle."""

    def __init__(
        self,
        *,
        map: ArgumentMap,  # noqa: A002 - as it is called everywhere
        nodes: tuple[GraphNode, ...],
        reasons: tuple[Reason, ...],
        attacks: tuple[Attack, ...],
        thesis: tuple[int, ...],
        reasons_for: tuple[tuple[int, ...], ...],
        reasons_from: tuple[tuple[int, ...], ...],
        attacks_on: tuple[tuple[int, ...], ...],
        undercuts_on: tuple[tuple[int, ...], ...],
        attacks_by: tuple[tuple[int, ...], ...],
        by_id: Mapping[str, int],
        node_at: Mapping[int, int],
        unsound: frozenset[int],
    ) -> None:
        self.map = map
        self.nodes = nodes
        self.reasons = reasons
        self.attacks = attacks
        self.thesis = thesis
        self.reasons_for = reasons_for
        self.reasons_from = reasons_from
        self.attacks_on = attacks_on
        self.undercuts_on = undercuts_on
        self.attacks_by = attacks_by
        self.by_id = by_id
        self.node_at = node_at
        self.unsound = unsound

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources that the map declares."""
        return self.map.header.sources

    def name(self, node: int) -> str:
        """Give a node's id or, where it has none, its address (`thesis.because[0]`)."""
        return self.map.name(self.nodes[node].place)

    def by_name(self, name: str) -> int | None:
        """Give the node of an id or an address; None where there is none."""
        found = self.by_id.get(name)
        if found is None and name.startswith("thesis"):
            found = self.map.place_at(name)
            found = self.node_at.get(found) if found is not None else None
        return found

    def reason_name(self, reason: int) -> str:
        """Give a reason's id: the group's own, or `reason:` and its address."""
        step = self.reasons[reason]
        own = step.group.id if step.group else None
        return own or f"reason:{self.map.address(step.place)}"
