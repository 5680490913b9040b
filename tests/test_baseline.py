"""The baseline: what is known does not count, what is new does, what is gone is told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import load
from argmap.app.baseline import (
    Baseline,
    Entry,
    describe,
    hide_known,
    missing_maps,
    read_baseline,
    stale_problem,
    write_baseline,
)
from argmap.app.check import check
from argmap.check.registry import all_rules
from argmap.diagnostics import ArgmapError
from tests.conftest import TABLET
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from tests.conftest import Invoke

CODES = {rule.code for rule in all_rules()}
CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def _known(content: str, baseline: Baseline) -> tuple[list[Diagnostic], list[Entry]]:
    argument = load(content, path="tablet.yaml")
    return hide_known(baseline, argument, check(argument).findings, CODES)


def _baseline(content: str) -> Baseline:
    argument = load(content, path="tablet.yaml")
    empty = Baseline("baseline.json", ())
    open_ = [finding for finding in check(argument).findings if finding.accepted is None]
    return Baseline("baseline.json", tuple(describe(empty, argument, open_)))


def _open(findings: list[Diagnostic]) -> list[tuple[str, str | None]]:
    return [(f.problem.code, f.problem.node) for f in findings if f.accepted is None]


@given(maps())
@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
def test_a_baseline_written_now_makes_the_run_clean(data: Data) -> None:
    content = write(data)
    findings, stale = _known(content, _baseline(content))
    assert _open(findings) == []
    assert stale == []


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_moved_lines_wake_no_finding_of_a_case(path: Path) -> None:
    argument = load(path)
    if argument.text is None:
        return
    content = argument.text.content + "\n"
    baseline = _baseline(content)
    # the first line may be a directive of YAML, and a file of one JSON line has no other
    moved = content.replace("\n", "\n# put in\n\n", 1)
    before, _ = _known(content, baseline)
    after, stale = _known(moved, baseline)
    assert _open(before) == []
    assert _open(after) == []
    assert stale == []


def test_a_node_put_in_above_wakes_no_finding_of_a_node_without_id() -> None:
    content = TABLET.replace("      id: safe\n", "")
    baseline = _baseline(content)
    assert [entry.node for entry in baseline.entries] == ["thesis.because[1]"]
    changed = content.replace(
        "  because:\n",
        "  because:\n    - assumption: The loan was asked for twice.\n",
    )
    findings, stale = _known(changed, baseline)
    assert [f.problem.node for f in findings] == ["thesis.because[2]"]
    assert (_open(findings), stale) == ([], [])


def test_the_same_weakness_elsewhere_counts() -> None:
    baseline = _baseline(TABLET)
    other = TABLET + "    - claim: The lender gains by it.\n      id: gain\n"
    findings, stale = _known(other, baseline)
    assert _open(findings) == [("AM201", "gain")]
    assert stale == []


def test_one_entry_stands_for_one_finding() -> None:
    bare = TABLET.replace("      id: safe\n", "")
    twice = bare + "    - claim: The borrower can keep it safe.\n"
    findings, _ = _known(twice, _baseline(bare))
    assert _open(findings).count(("AM201", "thesis.because[2]")) == 1
    assert ("AM201", "thesis.because[1]") not in _open(findings)


def test_a_changed_text_is_a_new_finding_and_leaves_a_stale_entry() -> None:
    baseline = _baseline(TABLET)
    findings, stale = _known(TABLET.replace("can keep it", "can hardly keep it"), baseline)
    assert _open(findings) == [("AM201", "safe")]
    assert [stale_problem(entry).message for entry in stale] == [
        "the baseline holds AM201 of `safe` in tablet.yaml, which does not occur any more"
    ]


def test_nothing_is_stale_where_an_error_may_keep_findings_back() -> None:
    baseline = _baseline(TABLET)
    mended = TABLET + "      because: [{ref: nobody}]\n"
    findings, stale = _known(mended, baseline)
    assert _open(findings) == [("AM102", "thesis.because[1].because[0]")]
    assert stale == []
    assert _known("argmap: 1\ntitle: [\n", baseline)[1] == []


def test_nothing_is_stale_of_rules_that_were_not_applied() -> None:
    argument = load(TABLET, path="tablet.yaml")
    findings = check(argument, ignore=["AM201"]).findings
    assert hide_known(_baseline(TABLET), argument, findings, CODES - {"AM201"}) == ([], [])


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    entries = (
        Entry("b 中.yaml", "AM201", "safe", "0f"),
        Entry("a\\udcff.yaml", "AM303", "", "1f"),
    )
    write_baseline(Baseline(str(path), entries))
    read = read_baseline(str(path))
    assert read.entries == tuple(sorted(entries))
    assert [entry.span.line for entry in read.entries] == [4, 5]
    assert len(json.loads(path.read_text(encoding="utf-8"))["findings"]) == 2
    write_baseline(Baseline(str(path), ()))
    assert read_baseline(str(path)).entries == ()


def test_maps_are_named_from_the_folder_of_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "maps").mkdir()
    monkeypatch.chdir(tmp_path / "maps")
    baseline = Baseline("../ci/baseline.json", (Entry("../maps/gone.yaml", "AM201", "a", "0"),))
    assert baseline.name_of("tablet.yaml") == "../maps/tablet.yaml"
    assert baseline.name_of(str(tmp_path / "ci" / "x.yaml")) == "x.yaml"
    assert missing_maps(baseline) == list(baseline.entries)
    (tmp_path / "maps" / "gone.yaml").touch()
    (tmp_path / "ci").mkdir()
    assert missing_maps(baseline) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("", "1:1: no baseline: `version` or `findings` is missing", id="empty"),
        pytest.param("[]", "1:1: no baseline", id="list"),
        pytest.param('{"version": 1}', "1:1: no baseline", id="no findings"),
        pytest.param('{"findings": []}', "1:1: no baseline", id="no version"),
        pytest.param(
            '{"version": 2,\n"findings": []}',
            "1:13: baseline has version 2, expected 1",
            id="later",
        ),
        pytest.param(
            '{"version": 1, "findings": [\n{"path": "a", "code": "AM201"}]}',
            "2:1: entry of the baseline has no `fingerprint`",
            id="no fingerprint",
        ),
        pytest.param('{"version": 1, "findings": ["a"]}', "1:29: entry", id="no entry"),
        pytest.param('{"version": 1, "findings": [', ":1:", id="cut off"),
        pytest.param("\ud800", "is not UTF-8", id="not UTF-8"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(ArgmapError, match=re.escape(message)) as caught:
        read_baseline(str(path))
    assert "--write-baseline" in (caught.value.hint or "")


def test_a_missing_baseline_says_how_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match="baseline cannot be read") as caught:
        read_baseline(str(tmp_path / "none.json"))
    assert "--write-baseline" in (caught.value.hint or "")


def test_the_command_writes_a_baseline_and_goes_by_it(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tablet.parent)
    written = argmap("check", "--write-baseline", "known.json")
    assert (written.code, written.err) == (
        0,
        "known.json: 1 of these findings are known from now on\n",
    )
    assert argmap("check", "--baseline", "known.json").code == 0
    assert argmap("check", ".", "--baseline", "known.json", "--jobs", "2").code == 0
    assert argmap("check").code == 1
    Path("argmap.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert argmap("check").code == 0
    assert argmap("check", "--no-baseline").code == 1
    sarif = json.loads(argmap("check", "--output-format", "sarif").out)
    (result,) = sarif["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "justification": f"in the baseline {tablet.parent / 'known.json'}"}
    ]


def test_what_is_gone_points_into_the_baseline(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tablet.parent)
    argmap("check", "--write-baseline", "known.json")
    accepted = TABLET + "      accept: {AM201: The essay leaves it bare.}\n"
    tablet.write_text(accepted, encoding="utf-8")
    outcome = argmap("check", "--baseline", "known.json", "--fail-on", "note")
    assert outcome.code == 1
    assert "known.json:4:5: AM904 the baseline holds AM201 of `safe` in tablet.yaml" in outcome.out
    ignored = ("--baseline", "known.json", "--ignore", "AM904", "--fail-on", "note")
    assert argmap("check", *ignored).code == 0
    argmap("check", "--write-baseline", "known.json")
    assert json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"] == []


def test_a_baseline_is_brought_up_to_date_for_one_map(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tablet.parent)
    other = Path("other.yaml")
    other.write_text(TABLET, encoding="utf-8")
    argmap("check", "--write-baseline", "known.json")
    other.write_text(TABLET + "      but:\n", encoding="utf-8")
    tablet.unlink()
    argmap("check", "other.yaml", "--write-baseline", "known.json", "--select", "AM109")
    held = read_baseline("known.json").entries
    assert [(entry.path, entry.code) for entry in held] == [
        ("other.yaml", "AM109"),
        ("other.yaml", "AM201"),
    ]


def test_a_file_that_is_no_baseline_is_never_written_over(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tablet.parent)
    outcome = argmap("check", "--write-baseline", "tablet.yaml")
    assert outcome.code == 2
    assert "no baseline" in outcome.err
    assert tablet.read_text(encoding="utf-8") == TABLET
    assert argmap("check", "--baseline", "a", "--write-baseline", "b").code == 2
    missing = argmap("check", "none.yaml", "--write-baseline", "known.json")
    assert missing.code == 2
