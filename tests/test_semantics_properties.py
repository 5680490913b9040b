"""What holds of statuses and strengths in general; `docs/semantics.md` says the same."""

from __future__ import annotations

from copy import copy, deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.evaluate.framework import Label, grounded
from argmap.evaluate.influence import INFLUENCES
from argmap.evaluate.labelling import evaluate
from argmap.evaluate.labellings import Semantics, iter_labellings
from argmap.evaluate.reading import Mode, Reading, evaluate_as
from argmap.evaluate.strength import find_strengths
from argmap.evaluate.translate import Support, translate
from argmap.evaluate.types import Status
from argmap.graph.types import AttackType
from argmap.graph.walk import find_circles, support_of
from tests.render.drawing import read_case
from tests.strategies import Data, maps, walk, write

if TYPE_CHECKING:
    from argmap.graph.types import Graph
    from tests.render.drawing import Case

_KINDS = ("claim", "evidence", "assumption", "counterpoint")
_ORDER = [Status.DEFEATED, Status.UNDECIDED, Status.STANDS]


def numbered(data: Data) -> Data:
    """Put a number into each statement, by which it is found again, and leave doubled ids out."""
    changed = deepcopy(data)
    ids = set[str]()
    for number, node in enumerate(walk(changed["thesis"])):
        for kind in _KINDS:
            if kind in node:
                node[kind] = f"N{number}."
        if node.get("id") in ids:
            del node["id"]
        ids.add(node.get("id", ""))
    return changed


def altered(data: Data) -> Data:
    """Turn the lists of siblings around and give every id another name."""
    changed = deepcopy(data)
    for node in walk(changed["thesis"]):
        for key in ("because", "but", "unless", "premises"):
            if key in node:
                node[key].reverse()
        for key in ("id", "ref"):
            if key in node:
                node[key] = f"z-{9 - int(node[key][1:])}"
    return changed


def statuses(case: Case, reading: Reading) -> dict[str, Status] | None:
    """Give the status of each statement, by what it says."""
    found = evaluate_as(case.graph, case.evaluation, reading)
    if found is None:
        return None
    return {node.text: found.status(node.index) for node in case.graph.nodes}


def sound(data: Data) -> Case:
    """Read a map that has no circle of support."""
    case = read_case(write(data))
    assume(not find_circles(support_of(case.graph)))
    return case


@pytest.mark.parametrize("semantics", Semantics)
@given(maps(), st.sampled_from(Mode), st.sampled_from(Support))
@settings(max_examples=25, deadline=None)
def test_ids_and_the_order_of_siblings_make_no_difference(
    semantics: Semantics, data: Data, mode: Mode, support: Support
) -> None:
    data = numbered(data)
    reading = Reading(semantics, mode, support)
    assert statuses(sound(data), reading) == statuses(sound(altered(data)), reading)


@pytest.mark.parametrize("name", INFLUENCES)
@given(maps())
@settings(max_examples=25, deadline=None)
def test_strengths_know_no_ids_and_no_order(name: str, data: Data) -> None:
    data = numbered(data)
    before, after = (
        {
            node.text: strength
            for node, strength in zip(
                case.graph.nodes, find_strengths(case.graph, INFLUENCES[name]).nodes, strict=True
            )
        }
        for case in (read_case(write(data)), read_case(write(altered(data))))
    )
    assert before.keys() == after.keys()
    for text, strength in before.items():
        assert after[text] == (None if strength is None else pytest.approx(strength, abs=1e-6))


@given(maps(), st.sampled_from(Support))
@settings(max_examples=50, deadline=None)
def test_the_grounded_labelling_is_the_least_of_the_complete_ones(
    data: Data, support: Support
) -> None:
    framework = translate(sound(data).graph, support).framework
    least = grounded(framework)
    found = False
    for number, labels in enumerate(iter_labellings(framework, Semantics.COMPLETE)):
        found |= labels == least
        assert all(
            one in {Label.UNDECIDED, other} for one, other in zip(least, labels, strict=True)
        )
        if number > 50:
            return
    assert found


@given(maps())
@settings(max_examples=60, deadline=None)
def test_evidence_under_an_unsupported_claim_gives_it_support(data: Data) -> None:
    data = numbered(data)
    before = read_case(write(data))
    bare = {
        node.text
        for node in before.graph.nodes
        if before.evaluation.status(node.index) is Status.UNSUPPORTED
    }
    for node in walk(data["thesis"]):
        text: Any = node.get("claim", node.get("counterpoint"))
        if text not in bare:
            continue
        changed = deepcopy(data)
        (there,) = [
            one
            for one in walk(changed["thesis"])
            if text in {one.get("claim"), one.get("counterpoint")}
        ]
        there.setdefault("because", []).append({"evidence": "New.", "cite": "essay"})
        after = read_case(write(changed))
        (found,) = [one.index for one in after.graph.nodes if one.text == text]
        assert after.evaluation.status(found) is not Status.UNSUPPORTED


@given(maps())
@settings(max_examples=60, deadline=None)
def test_to_take_an_attack_away_never_lowers_its_target(data: Data) -> None:
    case = read_case(write(data))
    for attack in case.graph.attacks:
        if attack.type is not AttackType.REBUT:
            continue
        before = case.evaluation.status(attack.target)
        after = evaluate(without(case.graph, attack.index)).status(attack.target)
        if Status.UNSUPPORTED in {before, after}:
            assert before is after
        else:
            assert _ORDER.index(after) >= _ORDER.index(before)


def without(graph: Graph, number: int) -> Graph:
    """Take a rebut out of a graph."""
    attack = graph.attacks[number]

    def kept(attacks: tuple[tuple[int, ...], ...], node: int) -> tuple[tuple[int, ...], ...]:
        rest = tuple(other for other in attacks[node] if other != number)
        return (*attacks[:node], rest, *attacks[node + 1 :])

    less = copy(graph)
    less.attacks_on = kept(graph.attacks_on, attack.target)
    less.attacks_by = kept(graph.attacks_by, attack.source)
    return less
