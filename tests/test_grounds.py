"""Ways up and down among the nodes that are reached, against slower definitions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import check, load
from argmap.check.grounds import beyond, first_below, steps_up, turn

Steps = list[list[int]]


@st.composite
def ways(draw: st.DrawFn) -> Steps:
    """Draw steps between up to eight nodes; they may go in circles."""
    count = draw(st.integers(1, 8))
    ends = st.integers(0, count - 1)
    return draw(st.lists(st.lists(ends, max_size=3), min_size=count, max_size=count))


def _closed(steps: Steps, start: int, region: set[int]) -> set[int]:
    """Give what is met from a start, step by step."""
    found: set[int] = set()
    while True:
        met = {o for node in {start, *found} for o in steps[node] if o in region}
        if met <= found:
            return found
        found |= met


@given(ways(), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)))
def test_beyond_is_what_is_met_from_any_start(
    steps: Steps, starts: set[int], region: set[int]
) -> None:
    starts &= set(range(len(steps)))
    expected = {node for start in starts for node in _closed(steps, start, region)}
    assert beyond(steps, starts, region) == expected


@given(ways(), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)), st.integers(1, 3))
def test_the_first_ends_are_named(
    steps: Steps, ends: set[int], region: set[int], most: int
) -> None:
    region &= set(range(len(steps)))
    told = sorted(ends & region)
    below = {end: {end} | _closed(steps, end, region) for end in told}
    expected = {
        node: [end for end in told if node in below[end]][:most]
        for node in set().union(*below.values())
    }
    assert first_below(steps, told, region, most) == expected


@given(ways())
def test_turning_twice_changes_nothing_but_order(steps: Steps) -> None:
    assert turn(turn(steps)) == [sorted(others) for others in steps]


def test_a_step_that_lacks_a_premise_is_no_way_up() -> None:
    argument = load(
        "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis:\n  claim: A.\n  because:\n"
        "  - premises: [{evidence: B., cite: s}, {claim: C.}]\n  - evidence: D.\n    cite: s\n"
    )
    assert argument.graph is not None
    assert argument.evaluation is not None
    assert steps_up(argument.graph, argument.evaluation) == [[], [], [], [0]]


SHARED = 3_000


@pytest.mark.parametrize("code", ["AM207", "AM209"])
def test_what_many_claims_share_is_looked_at_once(code: str) -> None:
    """A chain under one claim, and many theses that rest on that claim: no cost for each pair."""
    end = "assumption: E." if code == "AM207" else "evidence: E., qualifier: maybe, cite: s"
    opened = "".join(f"{{claim: L{n}., qualifier: maybe, because: [" for n in range(SHARED))
    chain = "{claim: Shared., id: shared, qualifier: maybe, because: ["
    chain += opened + f"{{{end}}}" + "]}" * SHARED + "]}"
    others = "".join(f", {{claim: T{n}., because: [{{ref: shared}}]}}" for n in range(SHARED))
    yaml = f"argmap: 1\ntitle: T\nsources: {{s: {{title: S}}}}\nthesis: [{chain}{others}]\n"
    assert len(check(yaml, select=[code]).findings) == SHARED
