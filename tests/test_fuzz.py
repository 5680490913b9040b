"""Hostile maps, sources and configurations: some of them in every run, a million by `make fuzz`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import __main__ as fuzz
from fuzz import run
from fuzz.figures import Figures
from fuzz.inputs import IDS, KEYS, KINDS, LISTS, REPEATED, WORDS, Inputs
from fuzz.target import try_configuration, try_map, try_source
from tests.conftest import ROOT

EXECUTIONS = 400
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

repeated = [piece * 300 for piece in REPEATED]
words = st.one_of(st.sampled_from((*WORDS, *repeated)), st.text(max_size=20))
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


def test_inputs_by_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    *_, figures = run.run_all(0, EXECUTIONS)
    assert figures.executions == EXECUTIONS
    assert (figures.faults, figures.slow) == ([], []), capsys.readouterr().err


def test_hostile_maps_by_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--hostile", "40"]) == 0, capsys.readouterr().err
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "executions: 40"
    assert told[2] == "tracebacks: 0 []"


def test_several_processes_try_the_same_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BLOCK", 10)
    parts = [figures.executions for figures in run.run_all(100, 25, jobs=2)]
    assert parts == [10, 20, 25]


def test_an_input_is_the_same_whenever_it_is_made() -> None:
    assert Inputs(7).map() == Inputs(7).map() != Inputs(8).map()


def test_what_is_raised_is_a_fault_and_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise ValueError

    monkeypatch.setattr(run, "run_one", fail)
    assert fuzz.main(["--first", "5", "--executions", "2"]) == 1
    told = capsys.readouterr()
    assert "input 6:" in told.err
    assert "tracebacks: 2 [5, 6]" in told.out


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_ends_when_its_time_is_over(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BLOCK", 10)
    assert [one.executions for one in run.run_all(0, 400, jobs=jobs, seconds=0.0)] == [10]


def test_how_far_it_has_come_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "TOLD", 0.0)
    monkeypatch.setattr(run, "BLOCK", 10)
    assert fuzz.main(["--executions", "20", "--first", "7"]) == 0
    assert "to go on: --first 17\n" in capsys.readouterr().out

    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "run_one", interrupt)
    assert fuzz.main(["--executions", "20", "--first", "7"]) == 0
    assert "interrupted; to go on: --first 7\n" in capsys.readouterr().out


def test_the_command_finds_its_work_in_other_processes() -> None:
    command = [sys.executable, "-m", "fuzz", "--executions", "20", "--jobs", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("executions: 20\n")


def test_what_is_slow_or_large_is_a_fault() -> None:
    figures = Figures()
    faulty = []
    for number, size, seconds in ((3, 2_048, 1.9), (4, 10, 1.1)):
        figures.note(number, size, seconds)
        faulty.append(figures.is_faulty)
    assert faulty == [False, True]
    assert "over 1 s per kilobyte: 1 [4]" in str(figures)
    assert "longest: 1900 ms (input 3)" in str(figures)
    assert "peak memory: not known here" in str(figures)
    assert Figures(megabytes=2_000.0).is_faulty


@pytest.mark.parametrize(("peaks", "code"), [([2_000.0, 2_000.0], 0), ([60.0, 2_000.0], 1)])
def test_only_memory_that_inputs_take_is_theirs(
    peaks: list[float], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "peak_memory", iter(peaks).__next__)
    assert fuzz.main(["--executions", "20"]) == code
