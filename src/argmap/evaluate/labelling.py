"""The grounded labelling: what stands, and what decided it.

Evidence-based bipolar argumentation (Oren & Norman 2008, «Semantics for evidence-based
argumentation», COMMA; Polberg & Oren 2014, «Revisiting support in abstract argumentation»,
COMMA), labelled after Dung 1995 and Caminada 2006: a node stands when evidence reaches it and
nothing that stands speaks against it. Linear in the size of the graph as long as support has no
circles (which AM104 refuses); each circle of support may cost one more walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.types import (
    AS_WRITTEN,
    Evaluation,
    Ground,
    Status,
    Supposition,
    Verdict,
)
from argmap.graph.types import AttackType
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from argmap.graph.types import Graph, GraphNode

_OPEN, _IN, _OUT = 0, 1, 2

# a member of an enumeration takes longer to look up than all else that is done for a node
_EVIDENCE, _COUNTERPOINT, _ASSUMPTION = Kind.EVIDENCE, Kind.COUNTERPOINT, Kind.ASSUMPTION
_REBUT = AttackType.REBUT
_STANDS, _DEFEATED, _UNSUPPORTED = Status.STANDS, Status.DEFEATED, Status.UNSUPPORTED
_REASON, _REBUTTED, _PREMISE = Ground.REASON, Ground.REBUTTED, Ground.PREMISE

# verdicts that nothing in particular decides are the same for every node
_STANDS_OF_ITSELF = Verdict(_STANDS, Ground.ITSELF)
_PREMISES_STAND = Verdict(_STANDS, Ground.PREMISES)
_SUPPORT_LOST = Verdict(_DEFEATED, Ground.SUPPORT_LOST)
_IN_A_CYCLE = Verdict(Status.UNDECIDED, Ground.CYCLE)
_SUPPOSED_TO_STAND = Verdict(_STANDS, Ground.SUPPOSED)
_SUPPOSED_TO_FALL = Verdict(_DEFEATED, Ground.SUPPOSED)
_UNREACHED = {
    ground: Verdict(_UNSUPPORTED, ground)
    for ground in (Ground.LEFT_OUT, Ground.UNGROUNDED, Ground.NO_CITATION, Ground.NO_REASON)
}


def is_grounded_of_itself(graph: Graph, node: int) -> bool:
    """Tell whether a node needs nothing under it: cited evidence, or an assumption."""
    return _is_grounded(graph.nodes[node])


def is_conceded(graph: Graph, node: int) -> bool:
    """Tell whether a node is a counterpoint granted by the map, so that it defeats nothing."""
    return _is_granted(graph.nodes[node])


def _is_grounded(node: GraphNode) -> bool:
    kind = node.kind
    return kind is _ASSUMPTION or (kind is _EVIDENCE and bool(node.model.cite))


def _is_granted(node: GraphNode) -> bool:
    return node.kind is _COUNTERPOINT and getattr(node.model, "conceded", None) is not None


def reached_by_evidence(
    graph: Graph, grounded: bytearray, without: frozenset[int] = frozenset()
) -> bytearray:
    """Mark the nodes that evidence reaches with every attack left out.

    Args:
        graph: the argument.
        grounded: the nodes that need nothing under them.
        without: nodes that are taken as not written, so that nothing reaches them.
    """
    reasons, reasons_from = graph.reasons, graph.reasons_from
    reached = bytearray(grounded)
    missing = [len(reason.needs) for reason in reasons]
    waiting = [node for node, own in enumerate(grounded) if own]
    while waiting:
        for number in reasons_from[waiting.pop()]:
            missing[number] -= 1
            if missing[number] == 0:
                conclusion = reasons[number].conclusion
                if not reached[conclusion] and conclusion not in without:
                    reached[conclusion] = 1
                    waiting.append(conclusion)
    return reached


class _Labeller:
    """Labels nodes and reasons in waves, until nothing more follows."""

    def __init__(self, graph: Graph, supposed: Supposition) -> None:
        self.graph = graph
        self.supposed = supposed
        count, steps = len(graph.nodes), len(graph.reasons)
        self.grounded = bytearray(map(_is_grounded, graph.nodes))
        for node in supposed.stands:
            self.grounded[node] = 1
        for node in supposed.without:
            self.grounded[node] = 0
        self.reached = reached_by_evidence(graph, self.grounded, supposed.without)
        self.label = bytearray(count)
        self.reason_label = bytearray(steps)
        self.verdict = [_IN_A_CYCLE] * count
        self.reason_verdict = [_IN_A_CYCLE] * steps
        self.conceded = bytearray(map(_is_granted, graph.nodes))
        self.live_reasons = list(map(len, graph.reasons_for))
        self.live_attacks = list(map(self._effective, graph.attacks_on))
        self.live_undercuts = list(map(self._effective, graph.undercuts_on))
        self.missing = [len(reason.needs) for reason in graph.reasons]
        self.standing_reason: list[int | None] = [None] * count
        self.waiting: list[int] = []

    def _effective(self, attacks: tuple[int, ...]) -> int:
        if not attacks:
            return 0
        return sum(not self.conceded[self.graph.attacks[number].source] for number in attacks)

    def run(self) -> None:
        """Label until only what depends on itself through attacks is left open."""
        self._suppose()
        ungrounded = _UNREACHED[Ground.UNGROUNDED]
        for node, is_reached in enumerate(self.reached):
            if not is_reached:
                self._settle(node, _OUT, ungrounded)
        for node, is_grounded in enumerate(self.grounded):
            if is_grounded:
                self._try_node(node)
        self._spread()
        while self._reject_unfounded():
            self._spread()

    def _suppose(self) -> None:
        for node in sorted(self.supposed.without):
            self._settle(node, _OUT, Verdict(_DEFEATED, Ground.LEFT_OUT))
        for node in sorted(self.supposed.stands):
            self._settle(node, _IN, _SUPPOSED_TO_STAND)
        for node in sorted(self.supposed.defeated):
            self._settle(node, _OUT, _SUPPOSED_TO_FALL)

    def _spread(self) -> None:
        label = self.label
        while self.waiting:
            wave, self.waiting = self.waiting, []
            for node in wave:
                if label[node] == _IN:
                    self._spread_standing(node)
                else:
                    self._spread_fallen(node)

    def _settle(self, node: int, label: int, verdict: Verdict) -> None:
        if self.label[node] == _OPEN:
            self.label[node] = label
            self.verdict[node] = verdict
            self.waiting.append(node)

    def _try_node(self, node: int) -> None:
        """Let a node stand once all it needs is there."""
        if self.label[node] != _OPEN or self.live_attacks[node]:
            return
        if self.grounded[node]:
            self._settle(node, _IN, _STANDS_OF_ITSELF)
        elif self.standing_reason[node] is not None:
            self._settle(node, _IN, Verdict(_STANDS, _REASON, self.standing_reason[node]))

    def _try_reason(self, number: int) -> None:
        if self.reason_label[number] != _OPEN or self.missing[number]:
            return
        if not self.live_undercuts[number]:
            self.reason_label[number] = _IN
            self.reason_verdict[number] = _PREMISES_STAND
            conclusion = self.graph.reasons[number].conclusion
            if self.standing_reason[conclusion] is None:
                self.standing_reason[conclusion] = number
                self._try_node(conclusion)

    def _drop_reason(self, number: int, ground: Ground, by: int) -> None:
        if self.reason_label[number] != _OPEN:
            return
        self.reason_label[number] = _OUT
        self.reason_verdict[number] = Verdict(_DEFEATED, ground, by)
        conclusion = self.graph.reasons[number].conclusion
        self.live_reasons[conclusion] -= 1
        if self.live_reasons[conclusion] == 0 and not self.grounded[conclusion]:
            self._settle(conclusion, _OUT, _SUPPORT_LOST)

    def _spread_standing(self, node: int) -> None:
        missing = self.missing
        for number in self.graph.reasons_from[node]:
            missing[number] -= 1
            if not missing[number]:
                self._try_reason(number)
        if self.conceded[node]:
            return
        for number in self.graph.attacks_by[node]:
            attack = self.graph.attacks[number]
            if attack.type is _REBUT:
                self._settle(attack.target, _OUT, Verdict(_DEFEATED, _REBUTTED, number))
            else:
                self._drop_reason(attack.target, Ground.UNDERCUT, number)

    def _spread_fallen(self, node: int) -> None:
        for number in self.graph.reasons_from[node]:
            self._drop_reason(number, _PREMISE, node)
        if self.conceded[node]:
            return
        for number in self.graph.attacks_by[node]:
            attack = self.graph.attacks[number]
            if attack.type is _REBUT:
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
            self._settle(node, _OUT, _SUPPORT_LOST)
        return bool(unfounded)

    def verdicts(self) -> Evaluation:
        """Give what was found, and what no evidence reaches as that."""
        graph, reached = self.graph, self.reached
        unreached = [node for node, is_reached in enumerate(reached) if not is_reached]
        for node in unreached:
            if node not in self.supposed.defeated:
                self.verdict[node] = _UNREACHED[self._why_unreached(node)]
        for number in {number for node in unreached for number in graph.reasons_from[node]}:
            by = next(node for node in graph.reasons[number].needs if not reached[node])
            self.reason_verdict[number] = Verdict(_UNSUPPORTED, _PREMISE, by)
        return Evaluation(tuple(self.verdict), tuple(self.reason_verdict))

    def _why_unreached(self, node: int) -> Ground:
        if node in self.supposed.without:
            return Ground.LEFT_OUT
        if self.graph.reasons_for[node]:
            return Ground.UNGROUNDED
        is_evidence = self.graph.nodes[node].kind is _EVIDENCE
        return Ground.NO_CITATION if is_evidence else Ground.NO_REASON


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
