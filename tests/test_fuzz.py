"""Hostile maps, sources and configurations: some of them in every run, a million by `make fuzz`."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import __main__ as fuzz
from fuzz.inputs import IDS, KEYS, KINDS, LISTS, WORDS, Inputs
from fuzz.target import try_configuration, try_map, try_source

if TYPE_CHECKING:
    import pytest

EXECUTIONS = 400
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

words = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
values = st.recursive(
    st.one_of(words, st.sampled_from(IDS), st.none(), st.booleans(), st.integers(), st.floats()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(words, st.sampled_from(KEYS)), inner)
    ),
    max_leaves=6,
)


def _with_children(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    lists = {key: st.lists(st.one_of(inner, values), max_size=3) for key in (*LISTS, "premises")}
    others = dict.fromkeys(KEYS, values)
    kinds = {kind: words for kind in KINDS if kind != "premises"}
    return st.fixed_dictionaries({}, optional=kinds | lists | others)


nodes = st.recursive(
    st.dictionaries(st.sampled_from(KINDS), words, min_size=1, max_size=1),
    _with_children,
    max_leaves=8,
)
maps = st.fixed_dictionaries(
    {"argmap": st.just(1), "title": words, "thesis": st.one_of(nodes, st.lists(nodes))},
    optional={"sources": values, "expect": values, "article": words, "lang": words},
)
configurations = st.dictionaries(
    st.sampled_from(["select", "severity", "options", "schemes", "exclude", "baseline", "fail-on"]),
    st.one_of(words, st.lists(words, max_size=2), st.integers(), st.booleans()),
)


@given(made=maps)
@QUICK
def test_any_map_of_the_grammar(made: object) -> None:
    try_map(json.dumps(made).encode())


@given(pieces=st.lists(st.one_of(words, st.sampled_from(["\n\n", "# ", "<p>", "</div>", "&#0;"]))))
@QUICK
def test_any_source_of_the_grammar(pieces: list[str]) -> None:
    try_source("".join(pieces).encode("utf-8", "surrogatepass"))


@given(made=configurations)
@QUICK
def test_any_configuration_of_the_grammar(made: dict[str, object]) -> None:
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in made.items()]
    with tempfile.TemporaryDirectory() as folder:
        try_configuration("".join(lines).encode(), Path(folder))


def test_inputs_by_their_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = fuzz.run_all(0, EXECUTIONS, tmp_path)
    assert figures.executions == EXECUTIONS
    assert (figures.faults, figures.slow) == ([], []), capsys.readouterr().err


def test_an_input_is_the_same_whenever_it_is_made() -> None:
    assert Inputs(7).map() == Inputs(7).map() != Inputs(8).map()


def test_what_is_raised_is_a_fault_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ValueError

    monkeypatch.setattr(fuzz, "run_one", fail)
    figures = fuzz.run_all(5, 2, tmp_path)
    assert figures.faults == [5, 6]
    assert "input 6:" in capsys.readouterr().err
    assert "tracebacks: 2 [5, 6]" in str(figures)


def test_a_run_ends_when_its_time_is_over(tmp_path: Path) -> None:
    assert fuzz.run_all(0, EXECUTIONS, tmp_path, seconds=0.0).executions < EXECUTIONS
