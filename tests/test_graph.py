"""The graph of a map: nodes, reasons and attacks, references resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap import load
from argmap.graph.types import AttackType
from argmap.model.nodes import Kind, Premises, Statement
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from argmap.graph.types import Graph

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, date: 2024}}\nthesis:\n"


def graph_of(yaml: str) -> Graph:
    """Give the graph of a thesis."""
    graph = load(HEAD + yaml).graph
    assert graph is not None
    return graph


def steps(graph: Graph) -> list[tuple[list[str], str]]:
    """Give each reason by the names of its premises and of its conclusion."""
    return [
        ([graph.name(node) for node in reason.premises], graph.name(reason.conclusion))
        for reason in graph.reasons
    ]


def strikes(graph: Graph) -> list[tuple[str, str, str]]:
    """Give each attack by the names of its source and of its target."""
    return [
        (
            graph.name(attack.source),
            attack.type.value,
            graph.name(attack.target)
            if attack.type is AttackType.REBUT
            else graph.reason_name(attack.target),
        )
        for attack in graph.attacks
    ]


def unsound(graph: Graph) -> set[str]:
    """Give the names of the nodes that are not to be judged."""
    return {graph.name(node) for node in graph.unsound}


def test_references_are_resolved_wherever_the_node_is_defined() -> None:
    graph = graph_of(
        "- {id: a, claim: A., because: [{ref: c}, {claim: B., id: b}]}\n"
        "- {id: c, claim: C., because: [{ref: b}], but: [{ref: d}]}\n"
        "- {id: d, claim: D.}\n"
    )
    assert steps(graph) == [(["c"], "a"), (["b"], "a"), (["b"], "c")]
    assert strikes(graph) == [("d", "rebut", "c")]
    assert [reason.references for reason in graph.reasons] == [(True,), (False,), (True,)]
    assert [attack.reference for attack in graph.attacks] == [True]
    assert [graph.name(node) for node in graph.thesis] == ["a", "c", "d"]
    assert graph.unsound == frozenset()


def test_a_group_is_one_reason_with_all_its_premises_and_its_warrant() -> None:
    graph = graph_of(
        "  claim: A.\n  id: a\n  because:\n"
        "  - premises: [{claim: B., id: b}, {ref: e}]\n"
        "    id: group\n    warrant: {claim: W., id: w}\n"
        "    unless: [{counterpoint: U., id: u}]\n"
        "  - {evidence: E., id: e}\n"
        "  - premises: [{ref: b}, {ref: b}]\n    warrant: {ref: e}\n"
        "  - premises: [{ref: e}]\n    warrant: In words.\n"
    )
    assert steps(graph) == [
        (["b", "e"], "a"),
        (["e"], "a"),
        (["b", "b"], "a"),
        (["e"], "a"),
    ]
    first, lone, twice, worded = graph.reasons
    assert first.references == (False, True)
    assert [graph.name(node) for node in first.needs] == ["b", "e", "w"]
    assert not first.warrant_reference
    assert lone.group is None
    assert [graph.name(node) for node in twice.needs] == ["b", "e"]
    assert twice.warrant_reference
    assert worded.needs == worded.premises
    assert worded.group is not None
    assert (worded.warrant, worded.group.warrant) == (None, "In words.")
    assert strikes(graph) == [("u", "undercut", "group")]
    assert [graph.reason_name(reason.index) for reason in graph.reasons] == [
        "group",
        "reason:thesis.because[1]",
        "reason:thesis.because[2]",
        "reason:thesis.because[3]",
    ]


def test_an_undercut_on_a_claim_hits_each_of_its_reasons() -> None:
    graph = graph_of(
        "  claim: A.\n  id: a\n  because:\n  - {evidence: E.}\n"
        "  - premises: [{evidence: F., because: [{evidence: G.}]}]\n    id: group\n"
        "  unless: [{counterpoint: U., id: u}, {ref: v}]\n"
        "  but: [{counterpoint: V., id: v}]\n"
    )
    assert strikes(graph) == [
        ("u", "undercut", "reason:thesis.because[0]"),
        ("u", "undercut", "group"),
        ("v", "undercut", "reason:thesis.because[0]"),
        ("v", "undercut", "group"),
        ("v", "rebut", "a"),
    ]
    assert [len(attacks) for attacks in graph.undercuts_on] == [2, 2, 0]


@pytest.mark.parametrize("attack", ["    unless: [{ref: a}]\n", "  but: [{ref: a}]\n"])
def test_a_claim_attacks_neither_itself_nor_a_step_to_itself(attack: str) -> None:
    group = "  claim: A.\n  id: a\n  because:\n  - premises: [{evidence: E.}]\n    id: group\n"
    graph = graph_of(group + attack)
    assert strikes(graph) == []
    assert unsound(graph) == {"a"}


@pytest.mark.parametrize(
    ("yaml", "named"),
    [
        pytest.param("because: [{ref: x}]", {"b"}, id="reason"),
        pytest.param("because: [{ref: b}]", {"b"}, id="reason that is the claim"),
        pytest.param("because: [{premises: [{ref: x}, {evidence: E.}]}]", {"b"}, id="premise"),
        pytest.param("because: [{premises: [{ref: x}]}]", {"b"}, id="only premise"),
        pytest.param("because: [{premises: [{ref: c}], warrant: {ref: x}}]", {"b"}, id="warrant"),
        pytest.param("because: [{premises: [{ref: c}], unless: [{ref: x}]}]", {"b"}, id="undercut"),
        pytest.param("but: [{ref: x}]", {"b"}, id="rebut"),
        pytest.param("but: [{premises: [{ref: c}]}]", {"b"}, id="group that rebuts"),
        pytest.param("because: [{claim: D., id: d, ide: e}]", {"d"}, id="key of a child"),
        pytest.param("becuase: [{ref: c}]", {"b"}, id="own key"),
        pytest.param("because: [{ref: c, note: []}]", {"b"}, id="key of a reference"),
        pytest.param("because: [{premises: [{ref: c}], but: [{ref: a}]}]", {"b"}, id="misplaced"),
        pytest.param("because: [Bare text.]", {"b"}, id="bare text"),
        pytest.param("because: [{ref: c}]", set(), id="sound"),
    ],
)
def test_an_error_marks_the_node_it_stands_under(yaml: str, named: set[str]) -> None:
    graph = graph_of(
        f"  claim: A.\n  id: a\n  because:\n  - {{claim: B., id: b, {yaml}}}\n"
        "  - {claim: C., id: c}\n"
    )
    assert unsound(graph) == named


def test_an_error_in_the_syntax_marks_every_node() -> None:
    graph = graph_of("  claim: A.\n  id: a\n  because:\n  - {claim: B., id: b}\n  note: 'open\n")
    assert unsound(graph) == {"a", "b"}


def test_of_two_equal_ids_the_first_counts() -> None:
    graph = graph_of(
        "  claim: A.\n  because:\n  - {claim: First., id: b}\n  - {claim: Second., id: b}\n"
        "  - {ref: b}\n"
    )
    assert [graph.nodes[reason.premises[0]].text for reason in graph.reasons] == [
        "First.",
        "Second.",
        "First.",
    ]
    assert graph.by_name("b") == 1
    assert graph.by_name("thesis.because[1]") == 2


@pytest.mark.parametrize(
    "name",
    ["", "x", "thesis.because", "thesis.because[9]", "thesis[0]", "thesis.because[1]", "thesis.x"],
)
def test_what_is_no_node_has_no_name(name: str) -> None:
    graph = graph_of("  claim: A.\n  because:\n  - {evidence: E., id: e}\n  - {ref: e}\n")
    assert graph.by_name(name) is None


def test_a_section_is_handed_down_until_another_is_named() -> None:
    graph = graph_of(
        "  claim: A.\n  section: One\n  because:\n  - premises: [{evidence: E.}]\n"
        "  - claim: B.\n    section: Two\n    because: [{evidence: F.}]\n  but: [{claim: C.}]\n"
    )
    assert [node.section for node in graph.nodes] == ["One", "One", "Two", "Two", "One"]


@settings(max_examples=150, deadline=None)
@given(maps())
def test_each_node_is_found_by_its_address_and_its_name(data: Data) -> None:
    graph = load(write(data)).graph
    assert graph is not None
    places = graph.map.places
    for place in places:
        assert graph.map.place_at(graph.map.address(place.index)) == place.index
    for node in graph.nodes:
        assert graph.node_at[node.place] == node.index
        assert graph.by_name(graph.map.address(node.place)) == node.index
        first = graph.by_id.get(node.model.id or "", node.index)
        assert graph.by_name(graph.name(node.index)) == first
    assert len(graph.nodes) == sum(isinstance(place.model, Statement) for place in places)
    groups = {place.index for place in places if isinstance(place.model, Premises)}
    assert {reason.place for reason in graph.reasons if reason.group} <= groups


@settings(max_examples=150, deadline=None)
@given(maps())
def test_the_lists_mirror_reasons_and_attacks(data: Data) -> None:
    graph = load(write(data)).graph
    assert graph is not None
    for reason in graph.reasons:
        assert reason.index in graph.reasons_for[reason.conclusion]
        assert all(reason.index in graph.reasons_from[node] for node in reason.needs)
        assert reason.conclusion not in reason.needs
        assert len(reason.premises) == len(reason.references)
    for attack in graph.attacks:
        assert attack.index in graph.attacks_by[attack.source]
        is_rebut = attack.type is AttackType.REBUT
        hits = graph.attacks_on if is_rebut else graph.undercuts_on
        assert attack.index in hits[attack.target]
    assert sum(map(len, graph.reasons_for)) == len(graph.reasons)
    assert sum(map(len, graph.attacks_by)) == len(graph.attacks)
    assert sum(map(len, (*graph.attacks_on, *graph.undercuts_on))) == len(graph.attacks)
    assert all(node.kind not in {Kind.PREMISES, Kind.REF} for node in graph.nodes)
