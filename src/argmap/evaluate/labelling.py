"""The grounded labelling: what stands, and what decided it.

Evidence-based bipolar argumentation (Oren & Norman 2008, «Semantics for evidence-based
argumentation», COMMA; Polberg & Oren 2014, «Revisiting support in abstract argumentation»,
COMMA), labelled after Dung 1995 and Caminada 2006: a node stands when evidence reaches it and
nothing that stands speaks against it. Linear in the size of the graph as long as support has no
circles (which AM104 refuses); each circle of support may cost one more walk.
"""

from __future__ import annotations

from collections import deque

from argmap.evaluate.types import (
    AS_WRITTEN,
    Evaluation,
    Ground,
    Status,
    Supposition,
    Verdict,
)
from argmap.graph.build import needs
from argmap.graph.types import AttackType, Graph
from argmap.model.nodes import Counterpoint, Kind

_OPEN, _IN, _OUT = 0, 1, 2


def is_grounded_of_itself(graph: Graph, node: int) -> bool:
    """Tell whether a node needs nothing under it: cited evidence, or an assumption."""
    model = graph.nodes[node].model
    if model.kind is Kind.ASSUMPTION:
        return True
    return model.kind is Kind.EVIDENCE and bool(model.cite)


def is_conceded(graph: Graph, node: int) -> bool:
    """Tell whether a node is a counterpoint granted by the map, so that it defeats nothing."""
    model = graph.nodes[node].model
    return isinstance(model, Counterpoint) and model.conceded is not None


def reached_by_evidence(
    graph: Graph, grounded: bytearray, without: frozenset[int] = frozenset()
) -> bytearray:
    """Mark the nodes that evidence reaches with every attack left out.

    Args:
        graph: the argument.
        grounded: the nodes that need nothing under them.
        without: nodes that are taken as not written, so that nothing reaches them.
    """
    reached = bytearray(grounded)
    missing = [len(needs(reason)) for reason in graph.reasons]
    waiting = [node for node, own in enumerate(grounded) if own]
    while waiting:
        for number in graph.reasons_from[waiting.pop()]:
            missing[number] -= 1
            conclusion = graph.reasons[number].conclusion
            if missing[number] == 0 and not reached[conclusion] and conclusion not in without:
                reached[conclusion] = 1
                waiting.append(conclusion)
    return reached


class _Labeller:
    """Labels nodes and reasons in waves, until nothing more follows."""

    def __init__(self, graph: Graph, supposed: Supposition) -> None:
        self.graph = graph
        self.supposed = supposed
        count = len(graph.nodes)
        self.grounded = bytearray(is_grounded_of_itself(graph, node) for node in range(count))
        for node in supposed.stands:
            self.grounded[node] = 1
        for node in supposed.without:
            self.grounded[node] = 0
        self.reached = reached_by_evidence(graph, self.grounded, supposed.without)
        self.label = bytearray(count)
        self.reason_label = bytearray(len(graph.reasons))
        self.ground: list[tuple[Ground, int | None]] = [(Ground.CYCLE, None)] * count
        self.reason_ground: list[tuple[Ground, int | None]] = [(Ground.CYCLE, None)] * len(
            graph.reasons
        )
        self.conceded = bytearray(is_conceded(graph, node) for node in range(count))
        self.live_reasons = [len(reasons) for reasons in graph.reasons_for]
        self.live_attacks = [self._effective(attacks) for attacks in graph.attacks_on]
        self.live_undercuts = [self._effective(attacks) for attacks in graph.undercuts_on]
        self.missing = [len(needs(reason)) for reason in graph.reasons]
        self.standing_reason: list[int | None] = [None] * count
        self.waiting: deque[int] = deque()

    def _effective(self, attacks: tuple[int, ...]) -> int:
        return sum(not self.conceded[self.graph.attacks[number].source] for number in attacks)

    def run(self) -> None:
        """Label until only what depends on itself through attacks is left open."""
        self._suppose()
        for node, is_reached in enumerate(self.reached):
            if not is_reached:
                self._settle(node, _OUT, Ground.UNGROUNDED, None)
        for node in range(len(self.graph.nodes)):
            self._try_node(node)
        self._spread()
        while self._reject_unfounded():
            self._spread()

    def _suppose(self) -> None:
        for node in sorted(self.supposed.without):
            self._settle(node, _OUT, Ground.LEFT_OUT, None)
        for node in sorted(self.supposed.stands):
            self._settle(node, _IN, Ground.SUPPOSED, None)
        for node in sorted(self.supposed.defeated):
            self._settle(node, _OUT, Ground.SUPPOSED, None)

    def _spread(self) -> None:
        while self.waiting:
            node = self.waiting.popleft()
            if self.label[node] == _IN:
                self._spread_standing(node)
            else:
                self._spread_fallen(node)

    def _settle(self, node: int, label: int, ground: Ground, by: int | None) -> None:
        if self.label[node] == _OPEN:
            self.label[node] = label
            self.ground[node] = (ground, by)
            self.waiting.append(node)

    def _try_node(self, node: int) -> None:
        """Let a node stand once all it needs is there."""
        if self.label[node] != _OPEN or self.live_attacks[node]:
            return
        if self.grounded[node]:
            self._settle(node, _IN, Ground.ITSELF, None)
        elif self.standing_reason[node] is not None:
            self._settle(node, _IN, Ground.REASON, self.standing_reason[node])

    def _try_reason(self, number: int) -> None:
        if self.reason_label[number] == _OPEN and not (
            self.missing[number] or self.live_undercuts[number]
        ):
            self.reason_label[number] = _IN
            self.reason_ground[number] = (Ground.PREMISES, None)
            conclusion = self.graph.reasons[number].conclusion
            if self.standing_reason[conclusion] is None:
                self.standing_reason[conclusion] = number
            self._try_node(conclusion)

    def _drop_reason(self, number: int, ground: Ground, by: int) -> None:
        if self.reason_label[number] != _OPEN:
            return
        self.reason_label[number] = _OUT
        self.reason_ground[number] = (ground, by)
        conclusion = self.graph.reasons[number].conclusion
        self.live_reasons[conclusion] -= 1
        if self.live_reasons[conclusion] == 0 and not self.grounded[conclusion]:
            self._settle(conclusion, _OUT, Ground.SUPPORT_LOST, None)

    def _spread_standing(self, node: int) -> None:
        for number in self.graph.reasons_from[node]:
            self.missing[number] -= 1
            self._try_reason(number)
        if self.conceded[node]:
            return
        for number in self.graph.attacks_by[node]:
            attack = self.graph.attacks[number]
            if attack.type is AttackType.REBUT:
                self._settle(attack.target, _OUT, Ground.REBUTTED, number)
            else:
                self._drop_reason(attack.target, Ground.UNDERCUT, number)

    def _spread_fallen(self, node: int) -> None:
        for number in self.graph.reasons_from[node]:
            self._drop_reason(number, Ground.PREMISE, node)
        if self.conceded[node]:
            return
        for number in self.graph.attacks_by[node]:
            attack = self.graph.attacks[number]
            if attack.type is AttackType.REBUT:
                self.live_attacks[attack.target] -= 1
                self._try_node(attack.target)
            else:
                self.live_undercuts[attack.target] -= 1
                self._try_reason(attack.target)

    def _reject_unfounded(self) -> bool:
        """Let open nodes fall that only go round in circles since their evidence fell.

        They are what no evidence reaches through reasons that may still stand (the unfounded
        sets of well-founded semantics: Van Gelder, Ross & Schlipf 1991).
        """
        graph = self.graph
        open_nodes = [node for node, label in enumerate(self.label) if label == _OPEN]
        founded = {node for node in open_nodes if self.grounded[node]}
        founded.update(node for node in open_nodes if self.standing_reason[node] is not None)
        missing = dict[int, int]()
        waiting = list(founded)
        for node in open_nodes:
            for number in graph.reasons_for[node]:
                if self.reason_label[number] == _OPEN:
                    missing[number] = self.missing[number]
                    if missing[number] == 0 and node not in founded:
                        founded.add(node)
                        waiting.append(node)
        while waiting:
            for number in graph.reasons_from[waiting.pop()]:
                if number in missing:
                    missing[number] -= 1
                    conclusion = graph.reasons[number].conclusion
                    if missing[number] == 0 and conclusion not in founded:
                        founded.add(conclusion)
                        waiting.append(conclusion)
        unfounded = [node for node in open_nodes if node not in founded]
        for node in unfounded:
            self._settle(node, _OUT, Ground.SUPPORT_LOST, None)
        return bool(unfounded)

    def verdicts(self) -> Evaluation:
        nodes = tuple(self._verdict(node) for node in range(len(self.graph.nodes)))
        reasons = tuple(self._reason_verdict(number) for number in range(len(self.reason_label)))
        return Evaluation(nodes, reasons)

    def _verdict(self, node: int) -> Verdict:
        if not self.reached[node] and node not in self.supposed.defeated:
            return Verdict(Status.UNSUPPORTED, self._why_unreached(node))
        status = _STATUS[self.label[node]]
        return Verdict(status, *self.ground[node])

    def _why_unreached(self, node: int) -> Ground:
        if node in self.supposed.without:
            return Ground.LEFT_OUT
        if self.graph.reasons_for[node]:
            return Ground.UNGROUNDED
        is_evidence = self.graph.nodes[node].kind is Kind.EVIDENCE
        return Ground.NO_CITATION if is_evidence else Ground.NO_REASON

    def _reason_verdict(self, number: int) -> Verdict:
        if not all(self.reached[node] for node in needs(self.graph.reasons[number])):
            by = next(node for node in needs(self.graph.reasons[number]) if not self.reached[node])
            return Verdict(Status.UNSUPPORTED, Ground.PREMISE, by)
        return Verdict(_STATUS[self.reason_label[number]], *self.reason_ground[number])


_STATUS = {_OPEN: Status.UNDECIDED, _IN: Status.STANDS, _OUT: Status.DEFEATED}


def evaluate(graph: Graph, supposed: Supposition = AS_WRITTEN) -> Evaluation:
    """Label every node and reason of a graph.

    Args:
        graph: the argument.
        supposed: what is taken to be otherwise than in the map.

    Returns:
        For each node and each reason its status and what decided it. The result is the least
        fixed point: unique, whatever the order of siblings and whatever the ids.
    """
    labeller = _Labeller(graph, supposed)
    labeller.run()
    return labeller.verdicts()
