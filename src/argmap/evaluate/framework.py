"""Abstract frameworks in which sets of arguments attack, and their grounded labelling.

Dung 1995, «On the acceptability of arguments», Artificial Intelligence 77, with attacks by sets:
Nielsen & Parsons 2006, «A generalization of Dung's abstract framework for argumentation:
arguing with sets of attacking arguments», ArgMAS. Where every attacking set has one member, the
framework is Dung's. Labels are those of Caminada 2006, «On the issue of reinstatement in
argumentation», JELIA; for sets of attackers Flouris & Bikakis 2019, «A comprehensive study of
argumentation frameworks with sets of attacking arguments», International Journal of Approximate
Reasoning 109.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TypeAlias


class Label(IntEnum):
    """What becomes of an argument."""

    UNDECIDED = 0
    IN = 1
    """It is accepted."""
    OUT = 2
    """An accepted set attacks it."""


Labelling: TypeAlias = tuple[Label, ...]
"""A label for each argument."""


@dataclass(frozen=True, slots=True)
class SetAttack:
    """Arguments that, accepted together, defeat another."""

    attackers: frozenset[int]
    target: int


@dataclass(frozen=True)
class Framework:
    """Arguments, numbered from 0, and attacks of sets of them on arguments."""

    count: int
    attacks: tuple[SetAttack, ...]

    @cached_property
    def attacks_on(self) -> tuple[tuple[int, ...], ...]:
        """For each argument the numbers of the attacks on it."""
        found: list[list[int]] = [[] for _ in range(self.count)]
        for number, attack in enumerate(self.attacks):
            found[attack.target].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def attacks_with(self) -> tuple[tuple[int, ...], ...]:
        """For each argument the numbers of the attacks it takes part in."""
        found: list[list[int]] = [[] for _ in range(self.count)]
        for number, attack in enumerate(self.attacks):
            for member in attack.attackers:
                found[member].append(number)
        return tuple(map(tuple, found))

    @property
    def is_dung(self) -> bool:
        """Whether every attack comes from one argument."""
        return all(len(attack.attackers) == 1 for attack in self.attacks)


def grounded(framework: Framework) -> Labelling:
    """Give the grounded labelling: the least of the complete ones; in linear time.

    Args:
        framework: arguments and attacks.
    """
    labels = [Label.UNDECIDED] * framework.count
    open_attacks = [len(attacks) for attacks in framework.attacks_on]
    missing = [len(attack.attackers) for attack in framework.attacks]
    failed = bytearray(len(framework.attacks))
    waiting = [argument for argument, count in enumerate(open_attacks) if count == 0]
    for argument in waiting:
        labels[argument] = Label.IN
    # an attack by nobody always succeeds
    for attack in framework.attacks:
        if not attack.attackers and labels[attack.target] is Label.UNDECIDED:
            labels[attack.target] = Label.OUT
            waiting.append(attack.target)
    while waiting:
        argument = waiting.pop()
        for number in framework.attacks_with[argument]:
            target = framework.attacks[number].target
            if labels[argument] is Label.IN:
                missing[number] -= 1
                settled = Label.OUT if missing[number] == 0 else None
            else:
                if not failed[number]:
                    failed[number] = 1
                    open_attacks[target] -= 1
                settled = Label.IN if open_attacks[target] == 0 else None
            if settled is not None and labels[target] is Label.UNDECIDED:
                labels[target] = settled
                waiting.append(target)
    return tuple(labels)


def is_complete(framework: Framework, labels: Labelling) -> bool:
    """Tell whether a labelling is complete: each label is just what the attacks on it call for."""
    for argument, label in enumerate(labels):
        attacks = [framework.attacks[number].attackers for number in framework.attacks_on[argument]]
        defeated = any(all(labels[member] is Label.IN for member in attack) for attack in attacks)
        defended = all(any(labels[member] is Label.OUT for member in attack) for attack in attacks)
        called_for = Label.OUT if defeated else Label.IN if defended else Label.UNDECIDED
        if label is not called_for:
            return False
    return True


def to_dung(framework: Framework) -> Framework:
    """Write a framework with attacking sets as one of Dung's.

    Each attack by several arguments becomes an argument of its own, which attacks the target and
    is attacked by the denial of each member, which the member attacks. Labels of the first
    `framework.count` arguments are the same under every complete-based semantics.

    Args:
        framework: arguments and attacks; attacks by nobody come from an argument that nothing
            attacks.
    """
    count = framework.count
    attacks: list[SetAttack] = []
    denials: dict[int, int] = {}

    def attack(source: int, target: int) -> None:
        attacks.append(SetAttack(frozenset((source,)), target))

    for joint in framework.attacks:
        if len(joint.attackers) == 1:
            attacks.append(joint)
            continue
        step, count = count, count + 1
        attack(step, joint.target)
        for member in sorted(joint.attackers):
            if member not in denials:
                denials[member], count = count, count + 1
                attack(member, denials[member])
            attack(denials[member], step)
    return Framework(count, tuple(attacks))
