"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from inline_snapshot import snapshot

import argmap.cli.main
from argmap import __version__
from argmap.report.formats import REPORTS
from tests.conftest import ROOT, TABLET

if TYPE_CHECKING:
    from tests.conftest import Invoke

NATO = ROOT / "maps" / "nato_asia.yaml"


def test_version_and_help(argmap: Invoke) -> None:
    assert argmap("--version").out == f"argmap {__version__}\n"
    assert argmap("--help").code == 0


@pytest.mark.parametrize("name", sorted(argmap.cli.main.COMMANDS))
def test_every_command_helps_with_an_example(argmap: Invoke, name: str) -> None:
    outcome = argmap(name, "--help")
    assert outcome.code == 0
    assert f"Example: argmap {name}" in outcome.out


def test_unknown_command_suggests(argmap: Invoke) -> None:
    outcome = argmap("chekc")
    assert outcome.code == 2
    assert "did you mean `check`?" in outcome.err


def test_check_text(argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tablet.parent)
    outcome = argmap("check", "tablet.yaml")
    assert outcome.code == 1
    assert outcome.err == ""
    assert outcome.out == snapshot("""\
tablet.yaml:11:14: AM201 no reason is given for claim `safe`
   |
11 |     - claim: The borrower can keep it safe.
   |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: give one under `because`, down to evidence, or make it an `assumption`

1 map checked: 1 warning
""")


def test_check_concise(argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tablet.parent)
    outcome = argmap("check", "tablet.yaml", "--output-format", "concise")
    assert outcome == (1, "tablet.yaml:11:14: AM201 no reason is given for claim `safe`\n", "")


def test_check_json_follows_the_contract(argmap: Invoke, tablet: Path) -> None:
    report = json.loads(argmap("check", str(tablet), "--output-format", "json").out)
    assert report == {
        "version": 1,
        "findings": [
            {
                "path": str(tablet),
                "line": 11,
                "column": 14,
                "end_line": 11,
                "end_column": 44,
                "code": "AM201",
                "name": "unsupported-claim",
                "severity": "warning",
                "message": "no reason is given for claim `safe`",
                "help": "give one under `because`, down to evidence, or make it an `assumption`",
                "node": "safe",
                "related": [],
                "accepted": None,
            }
        ],
        "summary": {"files": 1, "errors": 0, "warnings": 1, "notes": 0, "accepted": 0},
    }


@pytest.mark.parametrize("form", sorted(REPORTS))
def test_the_format_never_changes_the_exit_code(
    argmap: Invoke, tablet: Path, tmp_path: Path, form: str
) -> None:
    chosen = ("--output-format", form)
    assert argmap("check", str(tablet), *chosen).code == 1
    assert argmap("check", str(tablet), *chosen, "--fail-on", "error").code == 0
    assert argmap("check", str(tablet), *chosen, "--ignore", "AM201").code == 0
    missing = argmap("check", str(tmp_path / "none.yaml"), *chosen)
    assert missing.code == 2
    assert "none.yaml" in missing.out
    broken = tmp_path / "broken.yaml"
    broken.write_text("argmap: 1\ntitle: [\n", encoding="utf-8")
    assert argmap("check", str(broken), *chosen).code == 1


def test_paths_below_the_working_folder_are_reported_relative_to_it(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tablet.parent)
    for form in ("github", "gitlab", "sarif", "markdown"):
        out = argmap("check", str(tablet), "--output-format", form).out
        assert "tablet.yaml" in out
        assert tablet.parent.name not in out


def test_acceptance_with_a_reason_is_told_and_counts_for_nothing(
    argmap: Invoke, tablet: Path
) -> None:
    accepted = "      accept: {AM201: The essay leaves it bare.}\n"
    tablet.write_text(TABLET + accepted, encoding="utf-8")
    outcome = argmap("check", str(tablet))
    assert outcome.code == 0
    assert "(1 accepted)" in outcome.out
    report = json.loads(argmap("check", str(tablet), "--output-format", "json").out)
    assert [finding["accepted"] for finding in report["findings"]] == ["The essay leaves it bare."]


def test_select_and_ignore(argmap: Invoke, tablet: Path) -> None:
    assert argmap("check", str(tablet), "--ignore", "AM2").code == 0
    assert argmap("check", str(tablet), "--select", "AM1,AM3").code == 0
    assert argmap("check", str(tablet), "--select", "unsupported-claim").code == 1
    outcome = argmap("check", str(tablet), "--select", "unsuported-claim")
    assert outcome.code == 2
    assert "did you mean `unsupported-claim`?" in outcome.err


def test_a_broken_map_is_a_finding_and_a_missing_one_is_not(argmap: Invoke, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("argmap: 1\ntitle: [\n", encoding="utf-8")
    assert argmap("check", str(broken)).code == 1
    missing = argmap("check", str(tmp_path / "none.yaml"), str(broken))
    assert missing.code == 2
    assert "AM007" in missing.out
    assert "AM001" in missing.out


def test_a_folder_is_searched_for_maps_only(argmap: Invoke, tmp_path: Path) -> None:
    (tmp_path / "sub folder").mkdir()
    (tmp_path / "sub folder" / "中.yml").write_text(TABLET, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(TABLET, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("services: {}\n", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "b.yaml").write_text(TABLET, encoding="utf-8")
    outcome = argmap("check", str(tmp_path), "--output-format", "concise")
    paths = [Path(line.rpartition(":11:")[0]).name for line in outcome.out.splitlines()]
    assert paths == ["a.yaml", "中.yml"]


def test_standard_input(argmap: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(TABLET.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    outcome = argmap("check", "-", "--stdin-filename", "typed.yaml", "--output-format", "concise")
    assert outcome.out.startswith("typed.yaml:11:14: AM201")


def test_colour_only_where_wanted(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in argmap("check", str(tablet)).out
    assert "\x1b[" in argmap("check", str(tablet), "--color", "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in argmap("check", str(tablet)).out


def test_a_bug_is_told_without_a_traceback(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("argmap.app.check.check_paths", explode)
    outcome = argmap("check", str(tablet))
    assert outcome.code == 3
    assert "internal error: ZeroDivisionError: oh" in outcome.err
    assert "Traceback" not in outcome.err


def test_interruption(argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("argmap.app.check.check_paths", interrupt)
    assert argmap("check", str(tablet)).code == 130


def test_a_reader_that_goes_away_is_no_error(tablet: Path) -> None:
    command = [sys.executable, "-m", "argmap", "rule"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - our own command
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert errors == b""
    assert tablet.exists()


def test_output_survives_a_narrow_encoding(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(TABLET.replace("keep it safe", "保管它 safe"), encoding="utf-8")
    command = [sys.executable, "-m", "argmap", "check", str(path)]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)  # noqa: S603 - our own command
    assert done.returncode == 1
    assert "保管它" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_terminal_escapes_in_a_map_are_shown_not_obeyed(argmap: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_bytes(b"argmap: 1\ntitle: T\nthesis:\n  claim: A \xe2\x80\xae bad \xc2\x85 one.\n")
    outcome = argmap("check", str(path))
    assert "\u202e" not in outcome.out
    assert "\\u202e" in outcome.out


def test_rule_lists_and_explains(argmap: Invoke) -> None:
    listing = argmap("rule").out
    assert "AM201  unsupported-claim" in listing
    page = argmap("rule", "unsupported-claim").out
    assert page.startswith("AM201 unsupported-claim (warning)")
    assert "Mend" in page
    assert argmap("rule", "AM999").code == 2


def test_test_counts_and_fails(argmap: Invoke, tablet: Path) -> None:
    expectations = "expect:\n  stands: [lend, safe]\n  unsupported: []\n"
    tablet.write_text(TABLET + expectations, encoding="utf-8")
    outcome = argmap("test", str(tablet))
    assert outcome.code == 1
    assert "ok     " in outcome.out
    assert "FAILED" in outcome.out
    assert "`safe` is unsupported, expected to stand" in outcome.out
    assert "1 map tested: 1 passed, 2 failed" in outcome.out
    right = "expect:\n  stands: [lend]\n  unsupported: [safe]\n"
    tablet.write_text(TABLET + right, encoding="utf-8")
    assert argmap("test", str(tablet)).code == 0


def test_every_map_of_the_project_passes(argmap: Invoke) -> None:
    assert argmap("test", str(ROOT / "maps")).code == 0


def test_convert_to_json(argmap: Invoke, tablet: Path, tmp_path: Path) -> None:
    document = json.loads(argmap("convert", str(tablet), "--to", "json").out)
    assert list(document) == [
        "version",
        "title",
        "sources",
        "nodes",
        "reasons",
        "attacks",
        "thesis",
    ]
    assert document["thesis"] == ["lend"]
    assert document["nodes"][1] == {
        "id": "thesis.because[0]",
        "address": "thesis.because[0]",
        "kind": "evidence",
        "text": "Two thirds of the visitors walked past it.",
        "by": None,
        "qualifier": None,
        "conceded": None,
        "cites": [{"source": "survey", "at": None, "quote": None, "verified": None}],
        "section": None,
        "status": "stands",
        "line": 9,
        "column": 7,
    }
    assert document["reasons"][0] == {
        "id": "reason:thesis.because[0]",
        "conclusion": "lend",
        "premises": ["thesis.because[0]"],
        "warrant": None,
        "scheme": None,
        "status": "stands",
    }
    target = tmp_path / "out" / "map.json"
    assert argmap("convert", str(tablet), "--to", "json", "-o", str(target)).code == 0
    assert json.loads(target.read_text(encoding="utf-8")) == document


def test_convert_refuses_what_is_no_map(argmap: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text("- a\n", encoding="utf-8")
    outcome = argmap("convert", str(path), "--to", "json")
    assert outcome.code == 2
    assert "help: run `argmap check" in outcome.err


def test_schema_accepts_every_map(argmap: Invoke) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(argmap("schema").out)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    maps = [*(ROOT / "maps").glob("*.yaml"), *(ROOT / "tests" / "cases").glob("*clean*.yaml")]
    assert NATO in maps
    for path in maps:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes only text
        assert not list(validator.iter_errors(_with_nulls(content))), path.name


def _with_nulls(value: object) -> object:
    """Make null of nothing, as an editor's YAML reader does and the base loader does not."""
    if isinstance(value, dict):
        return {key: _with_nulls(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_nulls(item) for item in value]
    return None if value == "" else value


def test_schema_refuses_what_the_format_does_not_know(argmap: Invoke) -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(json.loads(argmap("schema").out))
    changes: list[dict[str, object]] = [
        {"wieght": "1"},
        {"because": [{"say": "x"}]},
        {"because": "x"},
        {"cite": [[]]},
    ]
    for change in changes:
        thesis = {"claim": "A."} | change
        content = {"argmap": "1", "title": "T", "thesis": thesis}
        assert not validator.is_valid(content), change


def test_why_tells_the_chain(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("why", str(tablet), "lend", "--width", "60")
    assert outcome.code == 0
    assert outcome.out == snapshot("""\
The thesis stands because “Two thirds of the visitors walked
past it” supports it.
    The museum should lend the tablet.
  because evidence thesis.because[0] stands: it cites survey
      Two thirds of the visitors walked past it.
""")
    assert all(len(line) <= 60 for line in outcome.out.splitlines())


def test_why_suggests_the_node_that_was_meant(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("why", str(tablet), "lent")
    assert outcome.code == 2
    assert "did you mean `lend`?" in outcome.err
