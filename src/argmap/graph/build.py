"""A map's places to the graph of nodes, reasons and attacks."""

from __future__ import annotations

from argmap.graph.types import Attack, AttackType, Graph, GraphNode, Reason
from argmap.model.map import ROOT, ArgumentMap, Place
from argmap.model.nodes import Kind, Premises, Reference, Slot, Statement


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

    def build_nodes(self) -> None:
        sections: list[str | None] = []
        for place in self.places:
            inherited = sections[place.parent] if place.parent != ROOT else None
            model = place.model
            if not isinstance(model, Statement):
                sections.append(inherited)
                self.node_at.append(None)
                continue
            section = model.section or inherited
            sections.append(section)
            index = len(self.nodes)
            self.node_at.append(index)
            self.nodes.append(GraphNode(index, place.index, model, section))  # type: ignore[arg-type]
            if model.id is not None:
                self.by_id.setdefault(model.id, index)

    def link(self) -> None:
        """Build reasons first, then attacks, which may be aimed at them."""
        for place in self.places:
            if not place.is_sound:
                self._doubt(place)
            if place.slot is Slot.BECAUSE:
                self._add_reason(place)
        for place in self.places:
            if place.slot in {Slot.BUT, Slot.UNLESS}:
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
        if isinstance(place.model, Reference):
            return self.by_id.get(place.model.target)
        return self.node_at[place.index]

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
        if isinstance(place.model, Premises):
            self._add_group(place, conclusion, place.model)
            return
        premise = self._resolve(place, conclusion)
        if premise is not None:
            index = len(self.reasons)
            self.reason_at[place.index] = index
            by_reference = place.kind is Kind.REF
            self.reasons.append(Reason(index, place.index, conclusion, (premise,), (by_reference,)))

    def _add_group(self, place: Place, conclusion: int, group: Premises) -> None:
        premises, references = [], []
        for child in place.children.get(Slot.PREMISES, ()):
            premise = self._resolve(self.places[child], conclusion)
            if premise is not None:
                premises.append(premise)
                references.append(self.places[child].kind is Kind.REF)
        if not premises:
            return
        warrant, by_reference = None, False
        for child in place.children.get(Slot.WARRANT, ()):
            warrant = self._resolve(self.places[child], conclusion)
            by_reference = self.places[child].kind is Kind.REF
        index = len(self.reasons)
        self.reason_at[place.index] = index
        self.reasons.append(
            Reason(
                index,
                place.index,
                conclusion,
                tuple(premises),
                tuple(references),
                group,
                warrant,
                by_reference,
            )
        )

    def _add_attack(self, place: Place) -> None:
        parent = self.places[place.parent]
        target = self.node_at[parent.index]
        is_group = parent.kind is Kind.PREMISES and parent.parent != ROOT
        conclusion = self.node_at[parent.parent] if is_group else target
        source = self._resolve(place, conclusion)
        if source is None:
            return
        by_reference = place.kind is Kind.REF
        if place.slot is Slot.BUT:
            if target is not None:
                self._attack(place, source, target, AttackType.REBUT, by_reference)
            return
        for at in (parent.index, *parent.children.get(Slot.BECAUSE, ())):
            reason = self.reason_at.get(at) if at != parent.index or target is None else None
            if reason is not None:
                self._attack(place, source, reason, AttackType.UNDERCUT, by_reference)

    def _attack(
        self,
        place: Place,
        source: int,
        target: int,
        kind: AttackType,
        by_reference: bool,
    ) -> None:
        index = len(self.attacks)
        self.attacks.append(Attack(index, place.index, source, target, kind, by_reference))


def build_graph(source: ArgumentMap) -> Graph:
    """Resolve a map's references and list its nodes, reasons and attacks.

    References that lead nowhere, or to the node they stand under, make no link.
    """
    builder = _Builder(source)
    builder.build_nodes()
    builder.link()
    nodes, reasons, attacks = builder.nodes, builder.reasons, builder.attacks
    reasons_for = _lists(len(nodes))
    reasons_from = _lists(len(nodes))
    attacks_on = _lists(len(nodes))
    attacks_by = _lists(len(nodes))
    undercuts_on = _lists(len(reasons))
    for reason in reasons:
        reasons_for[reason.conclusion].append(reason.index)
        for premise in needs(reason):
            reasons_from[premise].append(reason.index)
    for attack in attacks:
        attacks_by[attack.source].append(attack.index)
        target = attacks_on if attack.type is AttackType.REBUT else undercuts_on
        target[attack.target].append(attack.index)
    thesis = []
    for place in source.thesis:
        node = builder.meant(source.places[place])
        if node is not None and node not in thesis:
            thesis.append(node)
    unsound = builder.unsound if source.is_whole else range(len(nodes))
    return Graph(
        map=source,
        nodes=tuple(nodes),
        reasons=tuple(reasons),
        attacks=tuple(attacks),
        thesis=tuple(thesis),
        reasons_for=_frozen(reasons_for),
        reasons_from=_frozen(reasons_from),
        attacks_on=_frozen(attacks_on),
        undercuts_on=_frozen(undercuts_on),
        attacks_by=_frozen(attacks_by),
        by_id=builder.by_id,
        node_at={node.place: node.index for node in nodes},
        unsound=frozenset(unsound),
    )


def needs(reason: Reason) -> tuple[int, ...]:
    """Give the nodes that must stand for a reason to stand, each once: premises and warrant."""
    if reason.warrant is None and len(reason.premises) == 1:
        return reason.premises
    extra = () if reason.warrant is None else (reason.warrant,)
    return tuple(dict.fromkeys((*reason.premises, *extra)))


def _lists(count: int) -> list[list[int]]:
    return [[] for _ in range(count)]


def _frozen(lists: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(map(tuple, lists))
