"""A map as a formal framework, under two readings of what support is.

`docs/semantics.md` states both readings in words, as definitions and by example.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError
from argmap.evaluate.framework import Framework, SetAttack
from argmap.evaluate.labelling import is_conceded, is_grounded_of_itself
from argmap.graph.types import AttackType
from argmap.graph.walk import sort_upward, support_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.types import Graph


MOST_ATTACKS = 1_000_000


class Support(StrEnum):
    """What a reason does for its conclusion."""

    EVIDENTIAL = "evidential"
    """A statement needs a reason that stands, down to evidence (Oren & Norman 2008)."""
    DEDUCTIVE = "deductive"
    """Who accepts the premises must accept the conclusion (Boella, Gabbay, van der Torre &
    Villata 2010, «Support in abstract argumentation», COMMA; Cayrol & Lagasquie-Schiex 2013,
    «Bipolarity in argumentation graphs», International Journal of Approximate Reasoning 54)."""


class TooLargeError(ArgmapError):
    """A framework has more attacks than can be worked with."""

    def __init__(self) -> None:
        """Say what is to be done."""
        message = f"read deductively, the map has over {MOST_ATTACKS:,} attacks"
        super().__init__(message, "ask for `--support evidential`")


@dataclass(frozen=True)
class Translation:
    """A framework, and what its arguments are.

    The first arguments are the nodes, by their numbers; the others are aids.
    """

    framework: Framework
    names: tuple[str, ...]
    """What each argument is, for readers: a node's name, `lacks support: NODE`, `step: REASON`."""


def translate(graph: Graph, support: Support = Support.EVIDENTIAL) -> Translation:
    """Translate a map into a framework of arguments and attacks.

    Conceded counterpoints attack nothing in either reading.

    Args:
        graph: the argument, without circles of support (AM104).
        support: how reasons are read.

    Raises:
        TooLargeError: the deductive reading has more than `MOST_ATTACKS` attacks.
    """
    builder = _Builder(graph)
    if support is Support.EVIDENTIAL:
        builder.require_support()
    else:
        builder.close_under_support()
    return builder.finish()


class _Builder:
    """Collects arguments and attacks."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.names = [graph.name(node.index) for node in graph.nodes]
        self.attacks: dict[SetAttack, None] = {}
        self.step_of: dict[int, int] = {}
        for reason in graph.reasons:
            if graph.undercuts_on[reason.index]:
                self.step_of[reason.index] = self._add(f"step: {graph.reason_name(reason.index)}")
        for attack in graph.attacks:
            if is_conceded(graph, attack.source):
                continue
            is_rebut = attack.type is AttackType.REBUT
            target = attack.target if is_rebut else self.step_of[attack.target]
            self._attack({attack.source}, target)

    def _add(self, name: str) -> int:
        self.names.append(name)
        return len(self.names) - 1

    def _attack(self, attackers: set[int] | frozenset[int], target: int) -> bool:
        attack = SetAttack(frozenset(attackers), target)
        is_new = attack not in self.attacks
        self.attacks[attack] = None
        if len(self.attacks) > MOST_ATTACKS:
            raise TooLargeError
        return is_new

    def _given(self, reason: int) -> set[int]:
        """Give what must be accepted for a reason to carry: its premises, and its step."""
        given = set(self.graph.reasons[reason].needs)
        if reason in self.step_of:
            given.add(self.step_of[reason])
        return given

    def require_support(self) -> None:
        """Let «lacks support» attack each statement that needs any; a reason that holds refutes it.

        Premises of one reason refute it together, as a set.
        """
        for node in range(len(self.graph.nodes)):
            if is_grounded_of_itself(self.graph, node):
                continue
            lack = self._add(f"lacks support: {self.graph.name(node)}")
            self._attack({lack}, node)
            for reason in self.graph.reasons_for[node]:
                self._attack(self._given(reason), lack)

    def close_under_support(self) -> None:
        """Let attacks go on along reasons, from both their ends.

        What premises lead to attacks, the premises attack (supported attack); what attacks a
        conclusion attacks, with the other premises, each premise (mediated attack). Conclusions
        come before their premises, so that one walk for each closes a map without circles of
        support.
        """
        downward = sort_upward(support_of(self.graph))[::-1]
        made: dict[int, list[SetAttack]] = {}
        for attack in self.attacks:
            for member in attack.attackers:
                made.setdefault(member, []).append(attack)
        for node, reason in self._steps(downward):
            self._lead_on(made, node, self._given(reason))
        suffered: dict[int, list[frozenset[int]]] = {}
        for attack in self.attacks:
            suffered.setdefault(attack.target, []).append(attack.attackers)
        for node, reason in self._steps(downward):
            self._lead_back(suffered, node, reason)

    def _steps(self, nodes: list[int]) -> Iterator[tuple[int, int]]:
        for node in nodes:
            for reason in self.graph.reasons_for[node]:
                yield node, reason

    def _lead_on(self, made: dict[int, list[SetAttack]], node: int, given: set[int]) -> None:
        """Attack with premises what their conclusion attacks."""
        for attack in made.get(node, []):
            joint = (attack.attackers - {node}) | given
            if self._attack(joint, attack.target):
                for member in given:
                    made.setdefault(member, []).append(SetAttack(joint, attack.target))

    def _lead_back(self, suffered: dict[int, list[frozenset[int]]], node: int, reason: int) -> None:
        """Attack premises with what attacks their conclusion."""
        given = self._given(reason)
        for attackers in suffered.get(node, []):
            for premise in self.graph.reasons[reason].needs:
                joint = (attackers | given) - {premise}
                if self._attack(joint, premise):
                    suffered.setdefault(premise, []).append(joint)

    def finish(self) -> Translation:
        return Translation(Framework(len(self.names), tuple(self.attacks)), tuple(self.names))
