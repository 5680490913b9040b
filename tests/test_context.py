"""What several rules ask: where support ends, what brings it down, who is on whose side."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap import load
from argmap.check.context import Context
from argmap.evaluate.expectation import iter_outcomes
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Kind
from tests.strategies import Data, maps, write

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, date: 2024}}\nthesis:\n"
SEEN = "{evidence: Seen., cite: s}"
MOST = 4


def context_of(yaml: str) -> Context:
    """Give what the rules see of a thesis."""
    return seen(HEAD + yaml)


def seen(yaml: str) -> Context:
    """Give what the rules see of a map."""
    argument = load(yaml)
    assert argument.graph is not None
    assert argument.evaluation is not None
    return Context(argument.graph, argument.evaluation, argument.problems)


def node(context: Context, name: str) -> int:
    """Give the node of a name."""
    found = context.graph.by_name(name)
    assert found is not None
    return found


def causes(context: Context, name: str = "a") -> list[str]:
    """Give by name what brings a node down."""
    return [context.name(cause) for cause in context.falls_by(node(context, name))]


def ends(context: Context, name: str = "a") -> list[tuple[str, str]]:
    """Give by name where a node's support ends."""
    found = context.ends_of_support[node(context, name)]
    return [(context.name(end), ground.value) for end, ground in found]


FALLEN = f"claim: B., id: b, because: [{SEEN}], but: [{{assumption: C., id: c}}]"


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(f"  claim: A.\n  id: a\n  because: [{SEEN}]\n", [], id="stands"),
        pytest.param("  claim: A.\n  id: a\n", [], id="unsupported"),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{SEEN}]\n  but: [{{assumption: B., id: b}}]\n",
            ["b"],
            id="rebutted",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{SEEN}, {SEEN}]\n"
            "  unless: [{assumption: B., id: b}]\n",
            ["b"],
            id="every step undercut by one",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{{claim: D., because: [{{{FALLEN}}}]}}]\n",
            ["c"],
            id="a chain",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n"
            f"  - {{{FALLEN}}}\n  - premises: [{SEEN}]\n    unless: [{{assumption: U., id: u}}]\n",
            ["u", "c"],
            id="the nearest first",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n"
            f"  - {{{FALLEN}}}\n  - claim: X.\n    because: [{{claim: Y.}}]\n"
            "    unless: [{assumption: U., id: u}]\n",
            ["c"],
            id="what never supported is not brought down",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n"
            f"  - {{{FALLEN}}}\n"
            f"  - premises: [{{claim: D., because: [{SEEN}]}}, {{ref: b}}]\n",
            ["c"],
            id="premises that stand are passed over",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n  - premises:\n"
            f"    - {{claim: D., because: [{SEEN}], but: [{{assumption: E., id: e}}]}}\n"
            f"    - {{{FALLEN}}}\n",
            ["e"],
            id="of premises the first that fell",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n"
            f"  - {{claim: D., id: d, because: [{{ref: a}}]}}\n  - {{{FALLEN}}}\n",
            ["c"],
            id="a circle that lost its evidence",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{SEEN}]\n  but: [{{assumption: B., id: b,"
            " but: [{ref: a}]}]\n",
            ["b"],
            id="undecided",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n  - {claim: B., id: b, because: [{claim: D., id: d,"
            f" because: [{SEEN}], but: [{{assumption: C., id: c, but: [{{ref: d}}]}}]}}]}}\n"
            f"  - premises: [{SEEN}]\n    unless: [{{assumption: U., id: u}}]\n",
            ["c"],
            id="undecided far below",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{SEEN}]\n  unless:\n"
            "  - {assumption: C., id: c, but: [{assumption: D., id: d, but: [{ref: c}]}]}\n"
            "  but: [{counterpoint: K., conceded: Yes., because: [{ref: c}]}]\n",
            ["c"],
            id="undecided by an undercut, and one is conceded",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because: [{claim: E., because: [{ref: c}]}]\n  but:\n"
            "  - {assumption: B., id: b, but: [{ref: a}]}\n"
            "  - {assumption: C., id: c, but: [{assumption: D., id: d, but: [{ref: c}]}]}\n",
            ["b", "c"],
            id="undecided: only what speaks against it itself",
        ),
    ],
)
def test_falls_by(yaml: str, expected: list[str]) -> None:
    assert causes(context_of(yaml)) == expected


def test_no_more_than_a_handful_is_named() -> None:
    fallen = "".join(
        f"  - {{claim: B., because: [{SEEN}], but: [{{assumption: C., id: c{number}}}]}}\n"
        for number in range(9)
    )
    bare = "".join(f"  - {{claim: B., id: b{number}}}\n" for number in range(9))
    context = context_of(f"  claim: A.\n  id: a\n  because:\n{fallen}")
    assert causes(context) == [f"c{number}" for number in range(MOST + 1)]
    context = context_of(f"  claim: A.\n  id: a\n  because:\n{bare}")
    assert ends(context) == [(f"b{number}", "no-reason") for number in range(MOST + 1)]


@settings(max_examples=200, deadline=None)
@given(maps())
def test_what_falls_falls_by_something_with_force(data: Data) -> None:
    context = seen(write(data))
    for one in context.graph.nodes:
        status = context.evaluation.status(one.index)
        found = context.falls_by(one.index)
        assert len(set(found)) == len(found) <= MOST
        assert bool(found) == (status in {Status.DEFEATED, Status.UNDECIDED})
        force = Status.STANDS if status is Status.DEFEATED else status
        assert all(context.evaluation.status(cause) is force for cause in found)
        assert not any(is_conceded(context.graph, cause) for cause in found)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(f"  claim: A.\n  id: a\n  because: [{SEEN}]\n", [], id="stands"),
        pytest.param("  claim: A.\n  id: a\n", [("a", "no-reason")], id="bare"),
        pytest.param(
            "  claim: A.\n  id: a\n  because: [{claim: B., because: [{claim: C., id: c},"
            " {evidence: E., id: e}]}]\n",
            [("c", "no-reason"), ("e", "no-citation")],
            id="two ends below a chain",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{{premises: [{SEEN}, {{claim: C., id: c}}]}}]\n",
            [("c", "no-reason")],
            id="premises that stand are no ends",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n  - {claim: B., id: b, because: [{claim: C., id: c,"
            " because: [{ref: b}]}]}\n",
            [("c", "cycle")],
            id="circle below",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n  - {claim: B., id: b, because: [{claim: C.,"
            " because: [{ref: b}, {claim: D., id: d}]}]}\n",
            [("d", "no-reason")],
            id="circle that rests on something",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n  - {claim: B., because: [{claim: D., id: d}]}\n"
            "  - {claim: C., because: [{ref: d}]}\n",
            [("d", "no-reason")],
            id="the same end by two roads",
        ),
    ],
)
def test_ends_of_support(yaml: str, expected: list[tuple[str, str]]) -> None:
    assert ends(context_of(yaml)) == expected


@settings(max_examples=200, deadline=None)
@given(maps())
def test_support_ends_where_nothing_reaches(data: Data) -> None:
    context = seen(write(data))
    for one in context.graph.nodes:
        found = context.ends_of_support[one.index]
        is_unsupported = context.evaluation.status(one.index) is Status.UNSUPPORTED
        assert bool(found) == is_unsupported
        assert len(set(found)) == len(found) <= MOST + 1  # one more tells that there are more
        for end, ground in found:
            if ground is Ground.CYCLE:
                assert end in context.in_circle
            else:
                assert context.evaluation.nodes[end].ground is ground
                assert not context.graph.reasons_for[end]


def test_each_step_against_changes_the_side() -> None:
    context = context_of(
        "- claim: A.\n  id: a\n  because:\n  - {claim: B., id: b, but: [{counterpoint: C., id: c,"
        " because: [{claim: D., id: d}], unless: [{counterpoint: E., id: e,"
        " but: [{counterpoint: F., id: f}]}]}]}\n"
        "  - premises: [{claim: G., id: g}]\n    warrant: {claim: W., id: w}\n"
        "    unless: [{counterpoint: H., id: h}]\n"
        "- {claim: T., id: t, but: [{ref: d}, {evidence: I., id: i}]}\n"
    )
    against = {context.name(n) for n, side in enumerate(context.answers.opposing) if side}
    assert against == {"c", "d", "f", "h", "i"}


def test_an_error_makes_what_hangs_on_it_doubtful() -> None:
    context = context_of(
        "- claim: A.\n  id: a\n  because:\n  - {claim: B., id: b, because: [{ref: nowhere}]}\n"
        "  - {claim: C., id: c}\n  but: [{counterpoint: D., id: d}]\n"
        "- {claim: E., id: e, unless: [{ref: b}], because: [{claim: F., id: f}]}\n"
        "- {claim: G., id: g}\n"
    )
    assert {context.name(n) for n in context.doubtful} == {"a", "b", "e"}
    assert [context.name(one.index) for one in context.judged(Kind.CLAIM)] == ["c", "f", "g"]
    assert [context.name(one.index) for one in context.sound(Kind.CLAIM)] == [*"acefg"]
    unsupported = context.with_status(Status.UNSUPPORTED, Kind.COUNTERPOINT)
    assert [context.name(one.index) for one in unsupported] == ["d"]


def test_a_file_that_breaks_off_makes_every_node_doubtful() -> None:
    context = context_of("  claim: A.\n  because: [{evidence: Seen.}]\n  note: 'open\n")
    assert context.doubtful == {0, 1}


def test_expectations_are_weighed_in_the_order_of_the_statuses() -> None:
    context = context_of(
        "  claim: A.\n  id: a\n  because: [{claim: B., id: b, because: [{ref: x}]}]\n"
        "  but: [{counterpoint: C., id: c}]\n"
        "expect:\n  unsupported: c\n  undecided: []\n  defeated: [c, nobody]\n  stands: [a]\n"
    )
    assert [
        (one.text, one.failure, one.is_doubtful)
        for one in iter_outcomes(context.graph, context.evaluation, context.doubtful)
    ] == [
        ("a: stands", "`a` is unsupported, expected to stand", True),
        ("c: unsupported", None, False),
        ("c: defeated", "`c` is unsupported, expected to be defeated", False),
        ("nobody: defeated", "there is no node `nobody`", True),
        ("none: undecided", None, False),
    ]
