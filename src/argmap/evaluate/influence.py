"""Gradual semantics: how the strength of a node comes from those of what bears on it.

Each is modular (Mossakowski & Neuhaus 2018, «Modular semantics and characteristics for bipolar
weighted argumentation graphs», arXiv:1807.06685): attacks and supports are summed up to one force
each, and the forces move a base score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, prod
from typing import TypeAlias

Aggregate: TypeAlias = Callable[[Sequence[float]], float]
"""Strengths to their joint force."""

_MOST_ENERGY = 700.0
"""Past this the exponential function leaves the floating-point numbers."""


@dataclass(frozen=True, slots=True)
class Influence:
    """How strengths come from strengths."""

    name: str
    attack: Aggregate
    support: Aggregate
    combine: Callable[[float, float, float], float]
    """Base score, force of the attacks and force of the support to a strength in [0, 1]."""
    unweighted: float = 0.0
    """Base score of what is neither cited evidence nor an assumption and has no `weight`."""


def probabilistic_sum(strengths: Sequence[float]) -> float:
    """Add strengths up so that they never exceed 1.

    >>> probabilistic_sum([0.5, 0.5]), probabilistic_sum([])
    (0.75, 0.0)
    """
    return 1.0 - prod(1.0 - strength for strength in strengths)


def strongest(strengths: Sequence[float]) -> float:
    """Let the strongest speak for all; 0 where there is none.

    >>> strongest([0.25, 0.5]), strongest([])
    (0.5, 0.0)
    """
    return max(strengths, default=0.0)


def total(strengths: Sequence[float]) -> float:
    """Add strengths up; the sum may exceed 1.

    >>> total([0.5, 0.75]), total([])
    (1.25, 0.0)
    """
    return sum(strengths, 0.0)


def linear_influence(base: float, attack: float, support: float) -> float:
    """Move a base score toward 0 or 1 by the difference between attack and support.

    >>> linear_influence(0.5, 0.0, 0.5), linear_influence(0.5, 1.0, 0.5)
    (0.75, 0.25)
    """
    if attack >= support:
        return base - base * (attack - support)
    return base + (1.0 - base) * (support - attack)


def quadratic_influence(base: float, attack: float, support: float) -> float:
    """Move a base score by the square of the energy, support less attack, never quite to the end.

    >>> quadratic_influence(0.5, 0.0, 1.0), quadratic_influence(0.5, 1.0, 0.0)
    (0.75, 0.25)
    """
    energy = support - attack
    moved = energy * energy / (1.0 + energy * energy)
    return base + (1.0 - base) * moved if energy > 0 else base - base * moved


def euler_influence(base: float, attack: float, support: float) -> float:
    """Move a base score by the exponential of the energy, support less attack.

    >>> euler_influence(0.5, 0.25, 0.25), euler_influence(0.0, 0.0, 3.0)
    (0.5, 0.0)
    """
    energy = min(support - attack, _MOST_ENERGY)
    return 1.0 - (1.0 - base * base) / (1.0 + base * exp(energy))


def divided_influence(base: float, attack: float, support: float) -> float:
    """Let a node start from its base or its strongest reason, and let attacks divide that.

    >>> divided_influence(0.0, 1.0, 0.5), divided_influence(0.75, 0.0, 0.5)
    (0.25, 0.75)
    """
    return max(base, support) / (1.0 + attack)


DF_QUAD = Influence("df-quad", probabilistic_sum, probabilistic_sum, linear_influence)
"""Rago, Toni, Aurisicchio & Baroni 2016, «Discontinuity-free decision support with quantitative
argumentation debates», KR."""
QUADRATIC_ENERGY = Influence("quadratic-energy", total, total, quadratic_influence)
"""Potyka 2018, «Continuous dynamical systems for weighted bipolar argumentation», KR: the point
of rest of the system."""
EULER = Influence("euler", total, total, euler_influence, unweighted=0.5)
"""Amgoud & Ben-Naim 2018, «Evaluation of arguments in weighted bipolar graphs», International
Journal of Approximate Reasoning 99. It lifts nothing from 0, so what has no weight begins at the
middle."""
H_CATEGORIZER = Influence("h-categorizer", total, strongest, divided_influence)
"""Besnard & Hunter 2001, «A logic-based theory of deductive arguments», Artificial Intelligence
128, with base scores as in Amgoud, Ben-Naim, Doder & Vesic 2017, «Acceptability semantics for
weighted argumentation frameworks», IJCAI. It knows attacks only; support is what a node begins
with."""

INFLUENCES = {
    influence.name: influence for influence in (DF_QUAD, QUADRATIC_ENERGY, EULER, H_CATEGORIZER)
}
"""All of them, by name."""
