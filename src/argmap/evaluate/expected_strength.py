"""Strengths that a map's `expect` block asserts, and whether they are so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluate.outcome import Outcome, value_span
from argmap.model.expectation import TOLERANCE, Gradual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.evaluate.strength import Strength
    from argmap.graph.types import Graph
    from argmap.model.expectation import ExpectedStrength

_SLACK = 1e-9
"""What sums of binary fractions may be off by: 0.725 is within 0.005 of 0.72."""
_MOST_DECIMALS = 9


def iter_strengths(
    graph: Graph, expected: Mapping[str, ExpectedStrength], doubtful: frozenset[int]
) -> Iterator[Outcome]:
    """Compare the strengths that are expected of nodes with those they have.

    Args:
        graph: the argument.
        expected: id or address to what is expected.
        doubtful: nodes that an error in the map may have changed.
    """
    actual: Strength
    failure: str | None
    found: dict[Gradual, tuple[Strength, ...]] = {}
    for name, strength in expected.items():
        suffix = "" if strength.by is Gradual.DF_QUAD else f" ({strength.by})"
        wanted = f"{strength.at:.10g}"
        if strength.within != TOLERANCE:
            wanted += f" within {strength.within:.10g}"
        node = graph.by_name(name)
        if node is None:
            actual, failure = None, f"there is no node `{name}`"
        else:
            if strength.by not in found:
                found[strength.by] = _find_strengths(graph, strength.by)
            actual = found[strength.by][node]
            failure = _compare(name, actual, strength, suffix, wanted)
        yield Outcome(
            f"{name}: strength {wanted}{suffix}",
            value_span(graph.map, ("strength", name, "at")),
            name,
            strength.by.value,
            None,
            strength.at,
            actual,
            failure,
            node is None or node in doubtful,
        )


def _find_strengths(graph: Graph, semantics: Gradual) -> tuple[Strength, ...]:
    from argmap.evaluate.influence import INFLUENCES
    from argmap.evaluate.strength import find_strengths

    return find_strengths(graph, INFLUENCES[semantics]).nodes


def _compare(
    name: str, actual: Strength, strength: ExpectedStrength, suffix: str, wanted: str
) -> str | None:
    """Say why a strength is not the one expected; None where it is."""
    if actual is None:
        return f"the strength of `{name}` does not settle{suffix}, expected {wanted}"
    if _is_near(actual, strength):
        return None
    # as many as the expectation has, and as show the difference
    decimals = max(2, *map(_decimals, {strength.at, strength.within} - {TOLERANCE}), 0)
    while decimals < _MOST_DECIMALS and _is_near(round(actual, decimals), strength):
        decimals += 1
    return f"`{name}` has strength {actual:.{decimals}f}{suffix}, expected {wanted}"


def _decimals(number: float) -> int:
    return len(f"{number:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2])


def _is_near(actual: float, strength: ExpectedStrength) -> bool:
    return abs(actual - strength.at) <= strength.within + _SLACK
