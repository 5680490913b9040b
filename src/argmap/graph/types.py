"""Nodes, reasons and attacks, by number, ready to be walked without recursion."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A claim, a piece of evidence, a counterpoint or an assumption."""

    index: int
    """Place in `Graph.nodes`; document order."""
    place: int
    """Place of the definition in `ArgumentMap.places`."""
    model: StatementNode
    """What the author wrote: text, by, cite, qualifier, title, note, tags …"""
    section: str | None
    """Heading the node stands under, its own or inherited."""

    @property
    def kind(self) -> Kind:
        """Kind of the node; never `premises` or `ref`."""
        return self.model.kind

    @property
    def text(self) -> str:
        """What the node says."""
        return self.model.text


@dataclass(frozen=True, slots=True)
class Reason:
    """A step from one or more linked premises to a conclusion."""

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
    group: Premises | None = None
    """Warrant text, scheme, title … where the author wrote `premises`; None for a lone one."""
    warrant: int | None = None
    """Node of a warrant written as a node; it is needed like a premise."""
    warrant_reference: bool = False
    """Whether that warrant stands here by `ref`, defined elsewhere."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A node that speaks against a node or against a reason."""

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


@dataclass(frozen=True)
class Graph:
    """The whole argument. All tuples run in document order."""

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
