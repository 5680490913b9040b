"""What stands: against hand-worked maps, a second definition, and invariances."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import evaluate, load
from argmap.evaluate.labelling import is_conceded, is_grounded_of_itself
from argmap.evaluate.types import Ground, Status
from tests.strategies import Data, maps, walk, write

if TYPE_CHECKING:
    from argmap.graph.types import Graph

HEAD = "argmap: 1\ntitle: T\nsources:\n  s: {title: S, date: 2024}\nthesis:\n"
EVIDENCE = "{evidence: Seen., cite: s}"


def statuses(yaml: str) -> dict[str, str]:
    """Give the status of each node by its name."""
    argument = load(HEAD + yaml)
    assert argument.graph is not None
    evaluation = evaluate(argument)
    return {
        argument.graph.name(node.index): evaluation.status(node.index).value
        for node in argument.graph.nodes
    }


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        pytest.param("  claim: A.\n", {"thesis": "unsupported"}, id="bare claim"),
        pytest.param(
            f"  claim: A.\n  because: [{EVIDENCE}]\n",
            {"thesis": "stands", "thesis.because[0]": "stands"},
            id="cited evidence",
        ),
        pytest.param(
            "  claim: A.\n  because: [{evidence: Seen.}]\n",
            {"thesis": "unsupported", "thesis.because[0]": "unsupported"},
            id="evidence without citation",
        ),
        pytest.param(
            "  claim: A.\n  cite: s\n", {"thesis": "unsupported"}, id="a citation is no reason"
        ),
        pytest.param(
            f"  claim: A.\n  because:\n  - premises: [{EVIDENCE}, {{id: b, claim: B.}}]\n",
            {
                "thesis": "unsupported",
                "thesis.because[0].premises[0]": "stands",
                "b": "unsupported",
            },
            id="every linked premise is needed",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{EVIDENCE}]\n  but:\n"
            f"  - counterpoint: C.\n    id: c\n    because: [{EVIDENCE}]\n",
            {"a": "defeated", "a.because": None, "c": "stands"},
            id="rebutted",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{EVIDENCE}]\n  but:\n"
            "  - counterpoint: C.\n    id: c\n",
            {"a": "stands", "c": "unsupported"},
            id="an attack without evidence has no force",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{EVIDENCE}]\n  but:\n"
            f"  - counterpoint: C.\n    id: c\n    conceded: So what.\n    because: [{EVIDENCE}]\n",
            {"a": "stands", "c": "stands"},
            id="conceded",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{EVIDENCE}]\n  but:\n"
            f"  - counterpoint: C.\n    id: c\n    because: [{EVIDENCE}]\n"
            f"    but:\n    - claim: D.\n      id: d\n      because: [{EVIDENCE}]\n",
            {"a": "stands", "c": "defeated", "d": "stands"},
            id="reinstated by an answer",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because: [{EVIDENCE}]\n  unless:\n"
            f"  - counterpoint: C.\n    id: c\n    because: [{EVIDENCE}]\n",
            {"a": "defeated", "c": "stands"},
            id="undercut on a claim hits every reason",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because:\n  - {EVIDENCE}\n  - premises: [{EVIDENCE}]\n"
            f"    unless:\n    - counterpoint: C.\n      id: c\n      because: [{EVIDENCE}]\n",
            {"a": "stands", "c": "stands"},
            id="undercut on a group hits that one",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because: [{assumption: B., id: b}]\n"
            "  but: [{claim: C., id: c, because: [{assumption: D., id: d}], but: [{ref: a}]}]\n",
            {"a": "undecided", "c": "undecided", "b": "stands", "d": "stands"},
            id="mutual attack",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n  - claim: B.\n    id: b\n    because: [{ref: a}]\n",
            {"a": "unsupported", "b": "unsupported"},
            id="a circle supports nothing",
        ),
        pytest.param(
            "  claim: A.\n  id: a\n  because:\n  - claim: B.\n    id: b\n    because: [{ref: a}]\n"
            f"  - claim: C.\n    id: c\n    because: [{EVIDENCE}]\n    but: [{EVIDENCE}]\n",
            {"a": "defeated", "b": "defeated", "c": "defeated"},
            id="a circle falls with the evidence it hung on",
        ),
        pytest.param(
            f"  claim: A.\n  id: a\n  because:\n  - premises: [{EVIDENCE}]\n"
            "    warrant: {claim: W., id: w}\n",
            {"a": "unsupported", "w": "unsupported"},
            id="a warrant that is a node is needed",
        ),
    ],
)
def test_hand_worked(yaml: str, expected: dict[str, str | None]) -> None:
    found = statuses(yaml)
    assert {name: found.get(name) for name in expected} == expected


def test_ground_names_what_decided() -> None:
    argument = load(
        HEAD + f"  claim: A.\n  id: a\n  because: [{EVIDENCE}]\n  but:\n"
        f"  - counterpoint: C.\n    id: c\n    because: [{EVIDENCE}]\n"
    )
    assert argument.graph is not None
    graph, evaluation = argument.graph, evaluate(argument)
    verdict = evaluation.nodes[graph.by_id["a"]]
    assert verdict.ground is Ground.REBUTTED
    assert verdict.by is not None
    assert graph.attacks[verdict.by].source == graph.by_id["c"]
    standing = evaluation.nodes[graph.by_id["c"]]
    assert standing.ground is Ground.REASON
    assert standing.by is not None
    assert graph.reasons[standing.by].conclusion == graph.by_id["c"]


def _reachable(graph: Graph, spared: set[int], dropped: set[int]) -> set[int]:
    """Give what evidence reaches when the attacks from `spared` nodes count as made."""
    reached: set[int] = set()
    while True:
        new = {
            node.index
            for node in graph.nodes
            if node.index not in reached
            and node.index not in dropped
            and not _hit(graph, graph.attacks_on[node.index], spared)
            and (
                is_grounded_of_itself(graph, node.index)
                or any(
                    set(graph.reasons[number].needs) <= reached
                    and not _hit(graph, graph.undercuts_on[number], spared)
                    for number in graph.reasons_for[node.index]
                )
            )
        }
        if not new:
            return reached
        reached |= new


def _hit(graph: Graph, attacks: tuple[int, ...], sources: set[int]) -> bool:
    return any(
        graph.attacks[number].source in sources
        and not is_conceded(graph, graph.attacks[number].source)
        for number in attacks
    )


def second_opinion(graph: Graph) -> list[Status]:
    """Label by the alternating fixed point of Van Gelder 1989: another road to the same end."""
    everything = {node.index for node in graph.nodes}
    standing: set[int] = set()
    while True:
        possible = _reachable(graph, standing, set())
        new = _reachable(graph, possible, set())
        if new == standing:
            break
        standing = new
    reached = _reachable(graph, set(), set())
    return [
        Status.UNSUPPORTED
        if node not in reached
        else Status.STANDS
        if node in standing
        else Status.UNDECIDED
        if node in possible
        else Status.DEFEATED
        for node in sorted(everything)
    ]


@settings(max_examples=300, deadline=None)
@given(maps())
def test_agrees_with_the_alternating_fixed_point(data: Data) -> None:
    argument = load(write(data))
    assert argument.graph is not None
    found = [verdict.status for verdict in evaluate(argument).nodes]
    assert found == second_opinion(argument.graph)


def _shuffled(node: Any, chooser: random.Random) -> Any:
    if isinstance(node, list):
        items = [_shuffled(item, chooser) for item in node]
        chooser.shuffle(items)
        return items
    if isinstance(node, dict):
        return {key: _shuffled(value, chooser) for key, value in node.items()}
    return node


@settings(max_examples=150, deadline=None)
@given(maps(), st.integers(0, 2**32))
def test_statuses_do_not_depend_on_order_or_ids(data: Data, seed: int) -> None:
    for number, node in enumerate(walk(data["thesis"])):
        if "ref" not in node:
            node["id"] = f"n{number}"
        node["note"] = f"mark {number}"
    changed = _shuffled(data["thesis"], random.Random(seed))
    for node in walk(changed):
        for key in ("id", "ref"):
            if key in node:
                node[key] = f"renamed-{node[key]}"
    before, after = load(write(data)), load(write(data | {"thesis": changed}))

    def by_mark(argument: Any) -> dict[str | None, Status]:
        evaluation = evaluate(argument)
        nodes = argument.graph.nodes
        return {node.model.note: evaluation.status(node.index) for node in nodes}

    assert by_mark(before) == by_mark(after)


@settings(max_examples=150, deadline=None)
@given(maps())
def test_evidence_under_an_unsupported_claim_never_makes_it_less(data: Data) -> None:
    argument = load(write(data))
    assert argument.graph is not None
    evaluation = evaluate(argument)
    if evaluation.status(0) is not Status.UNSUPPORTED:
        return
    thesis = data["thesis"]
    more = [*thesis.get("because", []), {"evidence": "New.", "cite": "essay:9"}]
    after = load(write(data | {"thesis": thesis | {"because": more}}))
    assert evaluate(after).status(0) is not Status.UNSUPPORTED
