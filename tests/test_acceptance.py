"""Accepting a finding takes that finding away and nothing else."""

from __future__ import annotations

import copy
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap import check, load
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

REASON = "The essay leaves it so."
CASES = sorted((Path(__file__).parent / "cases").glob("AM[2-9]*.yaml"))

Finding = tuple[str, str | None, str]


def _findings(data: Data) -> list[Diagnostic]:
    return list(check(load(write(data))).findings)


def _keys(findings: list[Diagnostic], *, accepted: bool = False) -> Counter[Finding]:
    return Counter(
        (finding.problem.code, finding.problem.node, finding.problem.message)
        for finding in findings
        if (finding.accepted is not None) == accepted
    )


def _accept(data: Data, code: str, node: str) -> Data | None:
    """Write an acceptance under a node; None where it has one, or the data holds no such node."""
    argument = load(write(data))
    assert argument.graph is not None
    source = argument.graph.map
    place = next((place for place in source.places if source.name(place.index) == node), None)
    if place is None:
        return None
    changed = copy.deepcopy(data)
    here: Any = changed
    for step in source.address(place.index).replace("[", ".").replace("]", "").split("."):
        here = here[int(step)] if step.isdigit() else here[step]
    if not isinstance(here, dict) or code in here.get("accept", {}):
        return None
    here.setdefault("accept", {})[code] = REASON
    return changed


def _assert_exactly_one_goes(data: Data, chosen: Diagnostic) -> None:
    code, node = chosen.problem.code, chosen.problem.node
    assert node is not None
    changed = _accept(data, code, node)
    if changed is None:
        return
    before, after = _findings(data), _findings(changed)
    gone = Counter({key: n for key, n in _keys(before).items() if key[:2] == (code, node)})
    assert gone[code, node, chosen.problem.message] >= 1
    assert _keys(after) == _keys(before) - gone
    assert _keys(after, accepted=True) == _keys(before, accepted=True) + gone


@given(st.data(), maps())
@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
def test_accepting_removes_exactly_the_finding(draw: st.DataObject, data: Data) -> None:
    named = [f for f in _findings(data) if f.problem.node and f.accepted is None]
    if named:
        _assert_exactly_one_goes(data, draw.draw(st.sampled_from(named)))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_each_finding_of_a_case_can_be_accepted_alone(path: Path) -> None:
    try:
        data = yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506 - every scalar as text
    except yaml.YAMLError:
        return
    for finding in _findings(data):
        if finding.problem.node and finding.accepted is None and finding.problem.code < "AM9":
            _assert_exactly_one_goes(data, finding)
