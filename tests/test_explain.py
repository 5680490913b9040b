"""Explanations name what decided a status, and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import evaluate, load
from argmap.evaluate.explain import Link, Step, explain
from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.shortest import Way, find_shortest
from argmap.evaluate.types import Evaluation, Ground, Status
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.graph.types import Graph

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, date: 2024}}\nthesis:\n"
SEEN = "{evidence: Seen., cite: s}"


def parts(argument: Argument) -> tuple[Graph, Evaluation]:
    """Give a map's graph and what stands in it."""
    assert argument.graph is not None
    return argument.graph, evaluate(argument)


def told(yaml: str, name: str = "a") -> list[str]:
    """Explain a node, a line for each step: depth, link, name and status."""
    graph, evaluation = parts(load(HEAD + yaml))
    node = graph.by_name(name)
    assert node is not None
    return [
        f"{step.depth} {step.link.value} {graph.name(step.node)} {step.verdict.status.value}"
        + (" again" if step.is_repeated else "")
        for step in explain(graph, evaluation, node)
    ]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param(
            "  claim: A.\n  id: a\n  because: [{claim: B., id: b, because: [{assumption: C.,"
            " id: c}]}, {claim: D., id: d}]\n",
            ["0 asked a stands", "1 because b stands", "2 because c stands"],
            id="because",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n"
            "  - premises: [{assumption: B., id: b}, {assumption: C., id: c}]\n"
            "    warrant: {assumption: W., id: w}\n",
            [
                "0 asked a stands",
                "1 because b stands",
                "1 because c stands",
                "1 because w stands",
            ],
            id="because of each premise and the warrant",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because: [{assumption: B., id: b}]\n"
            "  unless: [{counterpoint: U., id: u, because: [{claim: X.}]}]\n"
            "  but:\n  - {counterpoint: C., id: c, conceded: Yes., because: [{ref: b}]}\n"
            f"  - {{counterpoint: D., id: d, because: [{SEEN}], but: [{{assumption: E., id: e}}]}}",
            [
                "0 asked a stands",
                "1 because b stands",
                "1 despite u unsupported",
                "1 despite c stands",
                "1 despite d defeated",
                "2 defeated by e stands",
            ],
            id="despite",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{SEEN}]\n"
            "  but: [{counterpoint: C., id: c, because: [{assumption: D., id: d}]}]\n",
            ["0 asked a defeated", "1 defeated by c stands", "2 because d stands"],
            id="defeated by",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{SEEN}]\n  unless: [{{assumption: U., id: u}}]\n",
            ["0 asked a defeated", "1 undercut by u stands"],
            id="undercut by",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n"
            "  - premises: [{assumption: B.}, {assumption: C., id: c, but: [{assumption: D.,"
            " id: d}]}]\n  - {claim: X., id: x}\n",
            [
                "0 asked a defeated",
                "1 needs c defeated",
                "2 defeated by d stands",
                "1 needs x unsupported",
            ],
            id="needs",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n"
            "  - {claim: B., id: b, because: [{claim: C., id: c}]}\n",
            ["0 asked a unsupported", "1 needs b unsupported", "2 needs c unsupported"],
            id="needs what is unsupported",
        ),
        pytest.param(
            "  assumption: A.\n  id: a\n  but: [{assumption: B., id: b, but: [{ref: a}]}]\n",
            ["0 asked a undecided", "1 caught with b undecided", "2 caught with a undecided again"],
            id="caught with",
        ),
    ],
)
def test_each_link(yaml: str, expected: list[str]) -> None:
    assert told(yaml) == expected


def test_undecided_through_steps_and_undercuts() -> None:
    circle = "{assumption: B., id: b, but: [{assumption: C., id: c, but: [{ref: b}]}]}"
    yaml = (
        "  claim: A.\n  id: a\n  because:\n"
        f"  - premises: [{circle}, {{assumption: D.}}]\n"
        f"  - premises: [{SEEN}]\n    unless: [{{ref: c}}]\n"
        f"  - premises: [{SEEN}]\n    unless: [{{assumption: E.}}]\n"
        "  but: [{counterpoint: K., conceded: Yes., because: [{ref: c}]}]\n"
    )
    assert told(yaml) == [
        "0 asked a undecided",
        "1 caught with c undecided",
        "2 caught with b undecided",
        "3 caught with c undecided again",
        "1 caught with b undecided again",
    ]


def test_what_falls_in_a_circle_is_explained_once() -> None:
    yaml = (
        "  claim: A.\n  id: a\n  because:\n  - {claim: B., id: b, because: [{ref: a}]}\n"
        f"  - {{claim: C., id: c, because: [{SEEN}], but: [{{assumption: D., id: d}}]}}\n"
    )
    assert told(yaml) == [
        "0 asked a defeated",
        "1 needs b defeated",
        "2 needs a defeated again",
        "1 needs c defeated",
        "2 defeated by d stands",
    ]


def test_what_was_passed_over_is_still_explained_below() -> None:
    yaml = (
        "  assumption: A.\n  id: a\n  but:\n"
        "  - {counterpoint: U., id: u, because: [{claim: X., id: x}]}\n"
        f"  - counterpoint: D.\n    id: d\n    because: [{{ref: u}}, {{premises: [{SEEN}],"
        " unless: [{assumption: E., id: e}]}]\n"
    )
    assert told(yaml) == [
        "0 asked a stands",
        "1 despite u unsupported",
        "1 despite d defeated",
        "2 needs u unsupported",
        "3 needs x unsupported",
        "2 undercut by e stands",
    ]


def test_the_shortest_of_several_explanations_is_told() -> None:
    long = "{claim: B., id: b, because: [{claim: C., id: c, because: [{assumption: D., id: d}]}]}"
    short = "{claim: E., id: e, because: [{assumption: F., id: f}]}"
    for order in (f"{long}, {short}", f"{short}, {long}"):
        assert told(f"  claim: A.\n  id: a\n  because: [{order}]\n") == [
            "0 asked a stands",
            "1 because e stands",
            "2 because f stands",
        ]
        lines = told(f"  assumption: A.\n  id: a\n  but: [{order}]\n")
        assert lines == ["0 asked a defeated", "1 defeated by e stands", "2 because f stands"]


def test_what_defends_a_reason_counts_as_well() -> None:
    attacked = "{assumption: B., id: b, but: [{assumption: C., but: [{assumption: D.}]}]}"
    plain = "{claim: E., id: e, because: [{assumption: F., id: f}]}"
    assert told(f"  claim: A.\n  id: a\n  because: [{attacked}, {plain}]\n") == [
        "0 asked a stands",
        "1 because e stands",
        "2 because f stands",
    ]


@given(
    st.lists(
        st.lists(st.lists(st.lists(st.integers(0, 5), min_size=1), max_size=2), max_size=3),
        min_size=6,
        max_size=6,
    )
)
@settings(max_examples=100, deadline=None)
def test_no_way_is_shorter_than_the_one_that_is_chosen(plan: list[list[list[list[int]]]]) -> None:
    ways = [[Way(tuple(map(tuple, demands))) for demands in node] for node in plan]
    lengths = dict[int, int]()
    for _ in range(40):
        for node, several in enumerate(ways):
            known = [
                1 + sum(min(lengths[one] for one in demand if one in lengths) for demand in demands)
                for demands in (way.demands for way in several)
                if all(any(one in lengths for one in demand) for demand in demands)
            ]
            if known:
                lengths[node] = min(known)
    chosen = find_shortest(0, lambda node: ways[node])
    assert (0 in chosen) == (0 in lengths)
    for node, (number, met) in chosen.items():
        assert lengths[node] == 1 + sum(lengths[one] for one in met)
        demands = ways[node][number].demands
        assert all(one in demand for one, demand in zip(met, demands, strict=True))


def test_a_long_chain_is_explained() -> None:
    count = 5_000
    links = "".join(
        f"- {{id: c{number}, claim: C., because: [{{ref: c{number + 1}}}]}}\n"
        for number in range(count)
    )
    lines = told(f"{links}- {{id: c{count}, assumption: C.}}\n", "c0")
    assert lines[-1] == f"{count} because c{count} stands"


def _check_step(graph: Graph, step: Step, above: Step) -> None:
    status = step.verdict.status
    if step.link is Link.BECAUSE:
        assert status is above.verdict.status is Status.STANDS
    elif step.link is Link.DESPITE:
        assert above.verdict.status is Status.STANDS
        assert status is not Status.STANDS or is_conceded(graph, step.node)
    elif step.link in {Link.DEFEATED_BY, Link.UNDERCUT_BY}:
        assert status is Status.STANDS
        assert above.verdict.status is Status.DEFEATED
        assert not is_conceded(graph, step.node)
    elif step.link is Link.NEEDS:
        assert status in {Status.UNSUPPORTED, Status.DEFEATED}
        assert above.verdict.status in {Status.UNSUPPORTED, Status.DEFEATED}
    else:
        assert step.link is Link.CAUGHT_WITH
        assert status is above.verdict.status is Status.UNDECIDED


def _parents(steps: list[Step]) -> list[int]:
    """Give for each step but the first the number of the step it stands under."""
    trail: list[int] = []
    parents: list[int] = []
    for number, step in enumerate(steps):
        del trail[step.depth :]
        assert len(trail) == step.depth
        parents += trail[-1:]
        trail.append(number)
    return parents


@settings(max_examples=200, deadline=None)
@given(maps())
def test_on_any_map_each_node_is_explained_once_by_what_decides(data: Data) -> None:
    graph, evaluation = parts(load(write(data)))
    for node in graph.nodes:
        steps = explain(graph, evaluation, node.index)
        assert steps[0] == Step(0, node.index, Link.ASKED, evaluation.nodes[node.index], False)
        parents = _parents(steps)
        for step, above in zip(steps[1:], parents, strict=True):
            assert step.verdict == evaluation.nodes[step.node]
            _check_step(graph, step, steps[above])
        explained = [steps[number].node for number in sorted(set(parents))]
        assert len(set(explained)) == len(explained)
        for step in steps:
            assert step.is_repeated or step.node in explained or _is_end(graph, step)


def _is_end(graph: Graph, step: Step) -> bool:
    """Tell whether nothing need stand below a step."""
    if step.link is Link.DESPITE and (
        step.verdict.status is Status.UNSUPPORTED or is_conceded(graph, step.node)
    ):
        return True
    is_bare = not graph.reasons_for[step.node]
    is_fallen = step.verdict.status in {Status.DEFEATED, Status.UNDECIDED}
    return (is_bare and not is_fallen) or step.verdict.ground is Ground.ITSELF
