"""A map's places to the graph of nodes, reasons and attacks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argmap.graph.types import Attack, AttackType, Graph, GraphNode, Reason
from argmap.model.map import ROOT
from argmap.model.nodes import Kind, Slot

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap, Place
    from argmap.model.nodes import Node

Lists = defaultdict[int, list[int]]
"""Numbers by number, for those only that have some: most nodes have neither attack nor undercut."""


class _Builder:
    def __init__(self, source: ArgumentMap) -> None:
        self.map = source
        self.places = source.places
        self.nodes: list[GraphNode] = []
        self.reasons: list[Reason] = []
        self.attacks: list[Attack] = []
        self.node_at: list[int | None] = []
        self.reason_at: dict[int, int] = {}
        self.by_id: dict[str, int] = {}
        self.unsound: set[int] = set()
        self.reasons_for: Lists = defaultdict(list)
        self.reasons_from: Lists = defaultdict(list)
        self.attacks_on: Lists = defaultdict(list)
        self.undercuts_on: Lists = defaultdict(list)
        self.attacks_by: Lists = defaultdict(list)

    def build_nodes(self) -> None:
        # members of an enumeration are slow to look up, and these loops are hot
        ref, premises = Kind.REF, Kind.PREMISES
        nodes, node_at, by_id = self.nodes, self.node_at, self.by_id
        sections: list[str | None] = []
        for place in self.places:
            model, parent = place.model, place.parent
            section = sections[parent] if parent != ROOT else None
            kind = model.kind
            if kind is ref or kind is premises:
                sections.append(section)
                node_at.append(None)
                continue
            section = model.section or section  # type: ignore[attr-defined]
            sections.append(section)
            index = len(nodes)
            node_at.append(index)
            nodes.append(GraphNode(index, place.index, model, section))  # type: ignore[arg-type]
            own = model.id  # type: ignore[attr-defined]
            if own is not None:
                by_id.setdefault(own, index)

    def link(self) -> None:
        """Build reasons first, then attacks, which may be aimed at them."""
        because, but, unless = Slot.BECAUSE, Slot.BUT, Slot.UNLESS
        objections = []
        for place in self.places:
            if not place.is_sound:
                self._doubt(place)
            slot = place.slot
            if slot is because:
                self._add_reason(place)
            elif slot is but or slot is unless:
                objections.append(place)
        for place in objections:
            self._add_attack(place)

    def _doubt(self, place: Place) -> None:
        """Mark the nearest statement at or above a place as not to be judged."""
        at = place.index
        while at != ROOT and self.node_at[at] is None:
            at = self.places[at].parent
        if at != ROOT:
            self.unsound.add(self.node_at[at] or 0)

    def meant(self, place: Place) -> int | None:
        """Give the node at a place, or the one that the reference there names."""
        node = self.node_at[place.index]
        return self.by_id.get(_target(place.model)) if node is None else node

    def _resolve(self, place: Place, conclusion: int | None) -> int | None:
        """Give the node at a place; None where a reference leads nowhere or to its own parent."""
        node = self.meant(place)
        if node is None or node == conclusion:
            self._doubt(self.places[place.parent] if place.parent != ROOT else place)
            return None
        return node

    def _add_reason(self, place: Place) -> None:
        conclusion = self.node_at[place.parent]
        if conclusion is None:
            return
        premise = self.node_at[place.index]
        references = _DEFINED_HERE
        if premise is None:
            if place.model.kind is Kind.PREMISES:
                self._add_group(place, conclusion)
                return
            premise = self._resolve(place, conclusion)
            references = _BY_REFERENCE
            if premise is None:
                return
        self._keep(Reason(len(self.reasons), place.index, conclusion, (premise,), references))

    def _add_group(self, place: Place, conclusion: int) -> None:
        premises, references = [], []
        for child in place.children.get(Slot.PREMISES, ()):
            premise = self._resolve(self.places[child], conclusion)
            if premise is not None:
                premises.append(premise)
                references.append(self.places[child].model.kind is Kind.REF)
        if not premises:
            return
        warrant, by_reference = None, False
        for child in place.children.get(Slot.WARRANT, ()):
            warrant = self._resolve(self.places[child], conclusion)
            by_reference = self.places[child].model.kind is Kind.REF
        self._keep(
            Reason(
                len(self.reasons),
                place.index,
                conclusion,
                tuple(premises),
                tuple(references),
                place.model,  # type: ignore[arg-type]  # of that kind
                warrant,
                warrant_reference=by_reference,
            )
        )

    def _keep(self, reason: Reason) -> None:
        index = reason.index
        self.reason_at[reason.place] = index
        self.reasons.append(reason)
        self.reasons_for[reason.conclusion].append(index)
        for premise in reason.needs:
            self.reasons_from[premise].append(index)

    def _add_attack(self, place: Place) -> None:
        parent = self.places[place.parent]
        target = self.node_at[parent.index]
        is_group = parent.model.kind is Kind.PREMISES and parent.parent != ROOT
        conclusion = self.node_at[parent.parent] if is_group else target
        source = self._resolve(place, conclusion)
        if source is None:
            return
        if place.slot is Slot.BUT:
            if target is not None:
                self._attack(place, source, target, AttackType.REBUT)
            return
        for at in (parent.index, *parent.children.get(Slot.BECAUSE, ())):
            reason = self.reason_at.get(at) if at != parent.index or target is None else None
            if reason is not None:
                self._attack(place, source, reason, AttackType.UNDERCUT)

    def _attack(self, place: Place, source: int, target: int, kind: AttackType) -> None:
        index = len(self.attacks)
        by_reference = place.model.kind is Kind.REF
        self.attacks.append(
            Attack(index, place.index, source, target, kind, reference=by_reference)
        )
        self.attacks_by[source].append(index)
        aimed_at = self.attacks_on if kind is AttackType.REBUT else self.undercuts_on
        aimed_at[target].append(index)


_BY_REFERENCE, _DEFINED_HERE = (True,), (False,)


def build_graph(source: ArgumentMap) -> Graph:
    """Resolve a map's references and list its nodes, reasons and attacks.

    References that lead nowhere, or to the node they stand under, make no link.
    """
    builder = _Builder(source)
    builder.build_nodes()
    builder.link()
    count = len(builder.nodes)
    thesis = (builder.meant(source.places[place]) for place in source.thesis)
    return Graph(
        map=source,
        nodes=tuple(builder.nodes),
        reasons=tuple(builder.reasons),
        attacks=tuple(builder.attacks),
        thesis=tuple(dict.fromkeys(node for node in thesis if node is not None)),
        reasons_for=_frozen(builder.reasons_for, count),
        reasons_from=_frozen(builder.reasons_from, count),
        attacks_on=_frozen(builder.attacks_on, count),
        undercuts_on=_frozen(builder.undercuts_on, len(builder.reasons)),
        attacks_by=_frozen(builder.attacks_by, count),
        by_id=builder.by_id,
        node_at={node.place: node.index for node in builder.nodes},
        unsound=frozenset(builder.unsound if source.is_whole else range(count)),
    )


def _target(model: Node) -> str:
    """Give the id that a reference names; that of no node for a group of premises."""
    return getattr(model, "target", "")


def _frozen(lists: Lists, count: int) -> tuple[tuple[int, ...], ...]:
    return tuple([tuple(lists[number]) if number in lists else () for number in range(count)])
