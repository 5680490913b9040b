"""Gradual strength where nodes depend on themselves: it settles, or there is none."""

from __future__ import annotations

import pytest

from argmap.evaluate.strength import find_strengths
from tests.test_strength import HEAD, SEEN, evidence, graph_of, strengths

OPPOSED = "{{claim: {0}., id: {1}, because: [{2}], but: [{{ref: {3}}}]}}"


def opposed(weight: float, other: float) -> str:
    """Write two claims that speak against each other, and one that rests on the first."""
    first = OPPOSED.format("A", "a", evidence(weight), "b")
    second = OPPOSED.format("B", "b", evidence(other), "a")
    return f"- {first}\n- {second}\n- {{claim: C., id: c, because: [{{ref: a}}]}}\n"


def test_what_does_not_settle_has_no_strength() -> None:
    """0.8 and 0.8 against each other: every pair that adds up to 0.8 would do."""
    found = strengths(opposed(0.8, 0.8))
    assert [found[name] for name in "abc"] == [None, None, None]
    graph = graph_of(HEAD + opposed(0.8, 0.8))
    assert find_strengths(graph).reasons == pytest.approx((0.8, 0.8, None))


def test_an_undercut_that_does_not_settle_leaves_the_step_without_strength() -> None:
    found = strengths(
        opposed(0.8, 0.8) + f"- {{claim: D., id: d, because: [{SEEN}], unless: [{{ref: a}}]}}\n"
    )
    assert found["d"] is None


def test_a_circle_of_attacks_that_settles() -> None:
    """With base scores a = 0.8 (1 - b) and b = 0.5 (1 - a), so a = 2 / 3 and b = 1 / 6."""
    found = strengths(
        "- {assumption: A., id: a, weight: 0.8, but: [{ref: b}]}\n"
        "- {assumption: B., id: b, weight: 0.5, but: [{ref: a}]}\n"
    )
    assert [found[name] for name in "ab"] == pytest.approx([2 / 3, 1 / 6])


def test_a_circle_that_settles_too_slowly_has_no_strength() -> None:
    found = strengths(
        "- {assumption: A., id: a, weight: 0.9999, but: [{ref: b}]}\n"
        "- {assumption: B., id: b, weight: 0.9999, but: [{ref: a}]}\n"
    )
    assert found == {"a": None, "b": None}


def test_a_circle_of_support_lends_itself_nothing() -> None:
    found = strengths(
        "  claim: A.\n  id: a\n  because: [{claim: B., id: b, because: [{ref: a}]}]\n"
    )
    assert found == {"a": 0.0, "b": 0.0}
