"""Maps as formal frameworks: the evidential reading says what the checker says."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from argmap.evaluate.framework import Label, grounded
from argmap.evaluate.labellings import Semantics
from argmap.evaluate.solve import find_acceptance
from argmap.evaluate.translate import Support, translate
from argmap.evaluate.types import Status
from argmap.graph.walk import find_circles, support_of
from tests.render.drawing import read_case
from tests.strategies import maps, write

_LABELS = {Status.STANDS: Label.IN, Status.UNDECIDED: Label.UNDECIDED}


def accepted(yaml: str, support: Support, semantics: Semantics = Semantics.GROUNDED) -> set[str]:
    """Name the nodes with an id that every labelling accepts."""
    case = read_case(f"argmap: 1\ntitle: T\nsources: {{s: {{title: S}}}}\nthesis:\n{yaml}")
    translation = translate(case.graph, support)
    found = find_acceptance(translation.framework, semantics)
    assert found is not None
    return {name for name, at in zip(translation.names, found, strict=True) if at.in_all}


@given(maps())
@settings(max_examples=200, deadline=None)
def test_grounded_is_the_same_in_the_map_and_in_its_framework(data: dict[str, object]) -> None:
    case = read_case(write(data))
    assume(not find_circles(support_of(case.graph)))
    labels = grounded(translate(case.graph).framework)
    for node, verdict in enumerate(case.evaluation.nodes):
        assert labels[node] is _LABELS.get(verdict.status, Label.OUT)


def evidence(name: str) -> str:
    """Write evidence of some id."""
    return f"{{evidence: Seen., cite: s, id: {name}}}"


def test_evidential_support_needs_evidence_and_deductive_does_not() -> None:
    bare = "  claim: A.\n  id: a\n  because: [{claim: B., id: b}]\n"
    assert accepted(bare, Support.EVIDENTIAL) & {"a", "b"} == set()
    assert accepted(bare, Support.DEDUCTIVE) == {"a", "b"}


def test_deductive_support_carries_attacks_back_to_the_premises() -> None:
    yaml = (
        "  claim: A.\n  id: a\n"
        f"  because: [{{claim: B., id: b, because: [{evidence('e')}]}}]\n"
        f"  but: [{{counterpoint: C., id: c, because: [{evidence('f')}]}}]\n"
    )
    assert {"b", "e", "c", "f"} <= accepted(yaml, Support.EVIDENTIAL)
    assert accepted(yaml, Support.DEDUCTIVE) & {"a", "b", "c", "e", "f"} == {"c", "f"}


def test_linked_premises_fall_together_only() -> None:
    """Of two premises that lead to what is defeated, one may stand: neither is at fault alone."""
    yaml = (
        "  claim: A.\n  id: a\n"
        f"  because: [{{premises: [{evidence('e')}, {evidence('f')}]}}]\n"
        "  but: [{assumption: C., id: c}]\n"
    ).replace("{assumption: C., id: c}", f"{{counterpoint: C., id: c, because: [{evidence('g')}]}}")
    case = read_case(f"argmap: 1\ntitle: T\nsources: {{s: {{title: S}}}}\nthesis:\n{yaml}")
    translation = translate(case.graph, Support.DEDUCTIVE)
    e, f = (translation.names.index(name) for name in "ef")
    found = find_acceptance(translation.framework, Semantics.PREFERRED)
    assert found is not None
    assert [found[at].in_some for at in (e, f)] == [True, True]
    assert [found[at].in_all for at in (e, f)] == [False, False]


def test_premises_attack_what_their_conclusion_attacks() -> None:
    yaml = (
        f"  claim: A.\n  id: a\n  because: [{evidence('e')}]\n"
        f"  but: [{{counterpoint: C., id: c, because: [{evidence('g')}]}}]\n"
    )
    case = read_case(f"argmap: 1\ntitle: T\nsources: {{s: {{title: S}}}}\nthesis:\n{yaml}")
    translation = translate(case.graph, Support.DEDUCTIVE)
    a, g = (translation.names.index(name) for name in "ag")
    assert any(
        attack.attackers == {g} and attack.target == a for attack in translation.framework.attacks
    )


def test_an_undercut_cuts_the_step_in_both_readings() -> None:
    yaml = (
        "  claim: A.\n  id: a\n"
        f"  because: [{{premises: [{evidence('e')}], "
        f"unless: [{{counterpoint: U., id: u, because: [{evidence('g')}]}}]}}]\n"
    )
    assert accepted(yaml, Support.EVIDENTIAL) & {"a", "e", "u", "g"} == {"e", "u", "g"}
    assert accepted(yaml, Support.DEDUCTIVE) & {"a", "e", "u", "g"} == {"a", "e", "u", "g"}


@pytest.mark.parametrize("support", Support)
def test_conceded_counterpoints_attack_nothing(support: Support) -> None:
    yaml = (
        f"  claim: A.\n  id: a\n  because: [{evidence('e')}]\n"
        f"  but: [{{counterpoint: C., conceded: So be it., id: c, because: [{evidence('g')}]}}]\n"
    )
    assert {"a", "c"} <= accepted(yaml, support)
