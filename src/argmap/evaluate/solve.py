"""What all labellings of a semantics together say of each argument.

What the grounded labelling decides is the same in every complete labelling, and what is left
falls into parts that do not touch, so each part is solved for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.framework import Framework, Label, Labelling, SetAttack, grounded
from argmap.evaluate.labellings import Semantics, iter_labellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.evaluate.labellings import IsOver


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What all labellings of a semantics together say of one argument."""

    in_some: bool
    in_all: bool
    out_some: bool
    out_all: bool


def find_acceptance(
    framework: Framework, semantics: Semantics, is_over: IsOver = lambda: False
) -> tuple[Acceptance, ...] | None:
    """Tell for each argument whether some labelling, or every one, accepts or rejects it.

    Args:
        framework: arguments and attacks.
        semantics: which labellings count.
        is_over: asked now and then; when it says yes the search ends.

    Returns:
        For each argument what the labellings say of it; None where there is no labelling, which
        only `stable` allows.

    Raises:
        OutOfTimeError: `is_over` said yes.
        ArgmapError: the solver is not installed.
    """
    start = grounded(framework)
    settled = [_SETTLED[label] for label in start]
    if semantics is Semantics.GROUNDED:
        return tuple(settled)
    for part in _parts(framework, start):
        found = _accept(part.framework, semantics, is_over)
        if found is None:
            return None
        for argument, acceptance in zip(part.arguments, found, strict=True):
            settled[argument] = acceptance
    return tuple(settled)


_SETTLED = {
    Label.IN: Acceptance(in_some=True, in_all=True, out_some=False, out_all=False),
    Label.OUT: Acceptance(in_some=False, in_all=False, out_some=True, out_all=True),
    Label.UNDECIDED: Acceptance(in_some=False, in_all=False, out_some=False, out_all=False),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """Arguments that the grounded labelling leaves open and that hang together."""

    arguments: tuple[int, ...]
    framework: Framework


def _parts(framework: Framework, start: Labelling) -> Iterator[_Part]:
    """Cut what is undecided into parts; attacks that cannot succeed any more are dropped."""
    live = [
        attack
        for attack in framework.attacks
        if start[attack.target] is Label.UNDECIDED
        and all(start[member] is not Label.OUT for member in attack.attackers)
    ]
    near: dict[int, list[SetAttack]] = {}
    reduced = []
    for attack in live:
        members = frozenset(m for m in attack.attackers if start[m] is Label.UNDECIDED)
        reduced.append(SetAttack(members, attack.target))
        for argument in (*members, attack.target):
            near.setdefault(argument, []).append(reduced[-1])
    seen = set[int]()
    for first, label in enumerate(start):
        if label is not Label.UNDECIDED or first in seen:
            continue
        members = _reach(first, near)
        seen |= members
        order = tuple(sorted(members))
        number = {argument: at for at, argument in enumerate(order)}
        attacks = dict.fromkeys(attack for argument in order for attack in near.get(argument, ()))
        yield _Part(
            order,
            Framework(
                len(order),
                tuple(
                    SetAttack(frozenset(number[m] for m in attack.attackers), number[attack.target])
                    for attack in attacks
                ),
            ),
        )


def _reach(first: int, near: dict[int, list[SetAttack]]) -> frozenset[int]:
    found = {first}
    waiting = [first]
    while waiting:
        for attack in near.get(waiting.pop(), ()):
            for argument in (*attack.attackers, attack.target):
                if argument not in found:
                    found.add(argument)
                    waiting.append(argument)
    return frozenset(found)


def _accept(
    framework: Framework, semantics: Semantics, is_over: IsOver
) -> tuple[Acceptance, ...] | None:
    """Sum all labellings of a part up, until nothing more can change."""
    total = 0
    ins, outs = [0] * framework.count, [0] * framework.count
    for labels in iter_labellings(framework, semantics, is_over):
        total += 1
        for argument, label in enumerate(labels):
            ins[argument] += label is Label.IN
            outs[argument] += label is Label.OUT
        if _is_settled(total, ins, outs):
            break
    if total == 0:
        return None
    return tuple(
        Acceptance(bool(inside), inside == total, bool(outside), outside == total)
        for inside, outside in zip(ins, outs, strict=True)
    )


def _is_settled(total: int, ins: list[int], outs: list[int]) -> bool:
    """Tell whether every argument is known to be in some labellings and out of others."""
    return all(
        inside and outside and inside < total and outside < total
        for inside, outside in zip(ins, outs, strict=True)
    )
