"""Fixing maps from the command line: what is written, what is shown, and with which exit code."""

from __future__ import annotations

import io
import json
import re
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

import argmap.app.fix_files as module
from argmap.app.files import write_file
from argmap.app.fix_files import unified_diff
from argmap.app.load import load
from argmap.check.registry import all_rules
from argmap.check.rule import Fixable
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Invoke

MAP = """\
argmap: 1
title: Should the museum lend the tablet?  # asked in March
sources:
  survey: {title: Visitor survey, date: 2023, url: "https://example.org/survey"}
  spare: {title: Old survey, date: 2019, url: "https://example.org/spare"}
thesis:
  claim: The museum should lend the tablet.
  tags: []
  because:
    # seen
    - evidence: Two thirds of the visitors walked past it.
      cite: survye
      id: seen
    - ref: seen
"""
SAFE = MAP.replace("  tags: []\n", "").replace("    - ref: seen\n", "")
ALL = SAFE.replace("survye", "survey")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@pytest.fixture
def tablet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a map that can be fixed into the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "tablet.yaml"
    path.write_bytes(MAP.encode())
    return path


def test_fixes_are_offered(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("check", tablet.name, "--select", "AM1,AM302")
    assert outcome.code == 1
    assert outcome.out == snapshot("""\
tablet.yaml:8:3: AM109 `tags` is empty
  |
8 |   tags: []
  |   ^^^^
  = help: fill it, or remove the key
  = fix: take `tags` out (`--fix`)

tablet.yaml:12:13: AM302 unknown source `survye`
   |
12 |       cite: survye
   |             ^^^^^^
   = help: did you mean `survey`?
   = fix: change `survye` to `survey` (`--fix --unsafe-fixes`)

tablet.yaml:14:12: AM105 `seen` stands twice in `because` of `thesis`
   |
14 |     - ref: seen
   |            ^^^^
   = help: remove one of the two
   = fix: take `ref: seen` out of `because` (`--fix`)
   = see: tablet.yaml:11:17: first here

1 map checked: 1 error, 2 warnings
can be fixed: 2 with `--fix`, 1 more with `--fix --unsafe-fixes`
""")
    assert tablet.read_bytes() == MAP.encode()
    statistics = argmap("check", tablet.name, "--statistics").out
    assert statistics.endswith("can be fixed: 2 with `--fix`, 2 more with `--fix --unsafe-fixes`\n")
    concise = argmap("check", tablet.name, "--output-format", "concise").out
    assert "fix" not in concise


def test_safe_fixes_are_made_and_the_rest_is_told(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("check", tablet.name, "--fix")
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out == snapshot("""\
tablet.yaml:5:3: AM303 source `spare` is cited nowhere
  |
5 |   spare: {title: Old survey, date: 2019, url: "https://example.org/spare"}
  |   ^^^^^
  = help: cite it where it is used, or remove it
  = fix: take source `spare` out (`--fix --unsafe-fixes`)

tablet.yaml:11:13: AM302 unknown source `survye`
   |
11 |       cite: survye
   |             ^^^^^^
   = help: did you mean `survey`?
   = fix: change `survye` to `survey` (`--fix --unsafe-fixes`)

1 map checked, 2 findings fixed: 1 error, 1 note
""")
    assert tablet.read_bytes() == SAFE.encode()
    assert argmap("check", tablet.name, "--fix").out.endswith(
        ", 0 findings fixed: 1 error, 1 note\n"
    )
    assert tablet.read_bytes() == SAFE.encode()


def test_unsafe_fixes_are_made_when_asked_for(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("check", tablet.name, "--fix", "--unsafe-fixes")
    assert outcome == (0, "1 map checked, 4 findings fixed, nothing left\n", "")
    spare = next(line for line in MAP.splitlines(keepends=True) if "spare" in line)
    assert tablet.read_bytes() == ALL.replace(spare, "").encode()


def test_the_json_report_is_what_it_was(argmap: Invoke, tablet: Path) -> None:
    before = json.loads(argmap("check", tablet.name, "--output-format", "json").out)
    after = json.loads(argmap("check", tablet.name, "--fix", "--output-format", "json").out)
    assert before.keys() == after.keys()
    assert before["summary"].keys() == after["summary"].keys()
    assert len(before["findings"]) == len(after["findings"]) + 2


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_the_byte_order_mark_stay(
    argmap: Invoke, tablet: Path, mark: bytes, end: str
) -> None:
    tablet.write_bytes(mark + MAP.replace("\n", end).encode())
    assert argmap("check", tablet.name, "--fix").code == 1
    assert tablet.read_bytes() == mark + SAFE.replace("\n", end).encode()


@posix_only
def test_mode_and_links_stay(argmap: Invoke, tablet: Path) -> None:
    tablet.chmod(0o640)
    folder = tablet.parent / "links"
    folder.mkdir()
    link = folder / "link.yaml"
    link.symlink_to(Path("..") / tablet.name)
    argmap("check", str(link), "--fix")
    assert link.is_symlink()
    assert tablet.read_bytes() == SAFE.encode()
    assert stat.S_IMODE(tablet.stat().st_mode) == 0o640
    assert list(folder.iterdir()) == [link]


def test_what_is_no_map_in_utf_8_is_left_alone(argmap: Invoke, tablet: Path) -> None:
    data = MAP.encode("utf-16")
    tablet.write_bytes(data)
    assert argmap("check", tablet.name, "--fix").code == 1
    assert tablet.read_bytes() == data


@pytest.mark.parametrize("step", ["mode", "write"])
def test_a_file_that_cannot_be_written_is_told_and_the_others_are_fixed(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    other = tablet.with_name("other.yaml")
    other.write_bytes(MAP.encode())
    if step == "mode":
        tablet.chmod(0o444)
    else:

        def refuse(path: Path, data: bytes) -> None:
            if path.name == tablet.name:
                raise OSError(30, "Read-only file system")
            write_file(path, data)

        monkeypatch.setattr(module, "write_file", refuse)
    outcome = argmap("check", tablet.name, other.name, "--fix")
    tablet.chmod(0o644)
    assert outcome.code == 2
    assert re.fullmatch(r"argmap: tablet\.yaml: file cannot be written: .+\n", outcome.err)
    assert "2 maps checked, 2 findings fixed: 2 errors, 2 warnings, 2 notes" in outcome.out
    assert tablet.read_bytes() == MAP.encode()
    assert other.read_bytes() == SAFE.encode()
    assert sorted(path.name for path in tablet.parent.iterdir()) == ["other.yaml", "tablet.yaml"]


def _feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_standard_input_goes_to_standard_output(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _feed(monkeypatch, b"\xef\xbb\xbf" + MAP.encode())
    outcome = argmap("check", "-", "--fix")
    assert (outcome.code, outcome.out) == (1, "\ufeff" + SAFE)
    assert "<stdin>:11:13: AM302" in outcome.err
    assert "1 map checked, 2 findings fixed: 1 error" in outcome.err
    _feed(monkeypatch, ALL.encode())
    outcome = argmap("check", "-", tablet.name, "--fix", "--stdin-filename", "in.yaml")
    assert outcome.out == ALL
    assert "2 maps checked, 2 findings fixed" in outcome.err


@pytest.mark.parametrize("data", [b"title: [\r\n", b"\xff\xfe\0", b""])
def test_standard_input_that_is_no_map_comes_out_as_it_is(data: bytes) -> None:
    command = [sys.executable, "-m", "argmap", "check", "-", "--fix"]
    outcome = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603
    assert (outcome.returncode, outcome.stdout) == (1, data)
    assert b"<stdin>:1:" in outcome.stderr


def test_standard_input_over_the_limit_is_not_passed_on_in_part(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "argmap.toml").write_text("[limits]\nbytes = 20\n", encoding="utf-8")
    _feed(monkeypatch, MAP.encode())
    outcome = argmap("check", "-", "--fix")
    assert (outcome.code, outcome.out) == (1, "")


def test_a_diff_is_shown_and_nothing_is_written(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("check", tablet.name, "--diff")
    assert outcome.code == 1
    assert outcome.out == snapshot("""\
--- tablet.yaml
+++ tablet.yaml
@@ -5,10 +5,8 @@
   spare: {title: Old survey, date: 2019, url: "https://example.org/spare"}
 thesis:
   claim: The museum should lend the tablet.
-  tags: []
   because:
     # seen
     - evidence: Two thirds of the visitors walked past it.
       cite: survye
       id: seen
-    - ref: seen
""")
    assert outcome.err == "findings that would be fixed: 2, maps that would change: 1\n"
    assert tablet.read_bytes() == MAP.encode()
    tablet.write_bytes(SAFE.encode())
    outcome = argmap("check", tablet.name, "--diff")
    assert (outcome.code, outcome.out) == (0, "")
    outcome = argmap("check", "missing.yaml", tablet.name, "--diff", "--unsafe-fixes")
    assert outcome.code == 2
    assert "-      cite: survye\n+      cite: survey\n" in outcome.out
    assert "argmap: missing.yaml: file cannot be read: " in outcome.err


def test_a_missing_file_is_told_in_the_report(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("check", "missing.yaml", tablet.name, "--fix")
    assert (outcome.code, outcome.err) == (2, "")
    assert "missing.yaml:1:1: AM007" in outcome.out
    assert tablet.read_bytes() == SAFE.encode()


def test_what_is_not_fixed_is_told_with_the_reason(argmap: Invoke, tablet: Path) -> None:
    bare = "    - claim: It is safe.\n      wieght: 0.4\n"
    tablet.write_bytes((MAP + bare).encode())
    outcome = argmap("check", tablet.name, "--fix", "--unsafe-fixes")
    assert "AM003 is not fixed: the fix would bring AM201\n" in outcome.err
    assert bare in tablet.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--fix", "--diff"], "give `--fix` or `--diff`, not both"),
        (["--unsafe-fixes"], "`--unsafe-fixes` goes with `--fix` or `--diff`"),
        (["--diff", "--statistics"], "`--diff` shows changes only"),
        (["--diff", "--output-format", "json"], "`--diff` shows changes only"),
        (["--diff", "--write-baseline", "b.json"], "`--diff` shows changes only"),
    ],
)
def test_options_that_do_not_go_together(
    argmap: Invoke, tablet: Path, options: list[str], message: str
) -> None:
    outcome = argmap("check", tablet.name, *options)
    assert outcome.code == 2
    assert message in outcome.err
    assert list(tablet.parent.iterdir()) == [tablet]


def test_several_processes_fix_the_same(argmap: Invoke, tablet: Path) -> None:
    others = [tablet.with_name(f"{number}.yaml") for number in range(3)]
    for path in others:
        path.write_bytes(MAP.encode())
    alone = argmap("check", *(path.name for path in others), "--diff", "--jobs", "1")
    together = argmap("check", *(path.name for path in others), "--diff", "--jobs", "2")
    assert alone == together
    assert argmap("check", *(path.name for path in others), "--fix", "--jobs", "2").code == 1
    assert {path.read_bytes() for path in others} == {SAFE.encode()}


def test_what_the_baseline_knows_is_not_fixed(argmap: Invoke, tablet: Path) -> None:
    accepted = MAP.replace("  tags: []\n", "  accept: {AM109: R., AM401: R.}\n")
    tablet.write_bytes(accepted.encode())
    argmap("check", tablet.name, "--ignore", "AM3", "--write-baseline", "known.json")
    assert argmap("check", tablet.name, "--fix", "--baseline", "known.json").code == 1
    assert tablet.read_bytes() == accepted.encode()
    # one of the two acceptances is known: they share a fix, which waits for both
    known = json.loads(Path("known.json").read_text(encoding="utf-8"))
    (gone, *left) = sorted(known["findings"], key=lambda entry: entry["code"] != "AM901")
    assert gone["code"] == left[0]["code"] == "AM901"
    known["findings"] = left
    Path("known.json").write_text(json.dumps(known), encoding="utf-8")
    outcome = argmap("check", tablet.name, "--fix", "--baseline", "known.json")
    assert "AM901" in outcome.out
    assert tablet.read_bytes() == accepted.encode()


def test_a_new_baseline_knows_what_is_left(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("check", tablet.name, "--fix", "--write-baseline", "known.json")
    assert outcome.code == 0
    assert tablet.read_bytes() == SAFE.encode()
    known = json.loads(Path("known.json").read_text(encoding="utf-8"))
    assert {entry["code"] for entry in known["findings"]} == {"AM302", "AM303"}


def test_the_page_of_a_rule_says_whether_it_is_fixed(argmap: Invoke) -> None:
    assert "Fix: with `--fix`, where it is certain." in argmap("rule", "AM109").out
    assert "Fix: with `--fix --unsafe-fixes`, where" in argmap("rule", "AM003").out
    assert "Fix:" not in argmap("rule", "AM201").out


def test_the_page_lists_every_rule_that_can_be_fixed() -> None:
    page = (ROOT / "docs" / "fixes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[(\w+)\]\(rules\.md#([\w-]+)\) \| .+ \| (\w+) \|$", page, re.MULTILINE)
    assert rows == [
        (rule.code, f"{rule.code}-{rule.name}".lower(), rule.fixable.value)
        for rule in all_rules()
        if rule.fixable is not Fixable.NEVER
    ]


def patched(content: str, diff: str) -> str:
    """Apply a unified diff as `patch` does, with every line looked at."""
    old = content.split("\n")
    new: list[str] = []
    at = 0
    lines = diff.split("\n")[2:-1]
    for number, line in enumerate(lines):
        if line.startswith("@@"):
            found = re.match(r"@@ -(\d+)(?:,(\d+))?", line)
            assert found is not None
            start = int(found[1]) - (found[2] != "0")
            new += old[at:start]
            at = start
        elif line.startswith("\\"):
            continue
        elif line.startswith("+"):
            new.append(line[1:])
            if lines[number + 1 : number + 2] == ["\\ No newline at end of file"]:
                new.append("\0")
        else:
            assert old[at] == line[1:]
            new += [] if line.startswith("-") else [old[at]]
            at += 1
    text = "\n".join([*new, *old[at:]])
    return re.sub("\n\0\n?$", "", text)


@given(
    st.lists(st.sampled_from(["a", "b", "\n", "\n", "\r\n", "\r", "c\n"]), max_size=20),
    st.lists(st.sampled_from(["a", "\n", "\r\n", "b\n"]), max_size=20),
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_diff_applied_is_the_new_text(old: list[str], new: list[str]) -> None:
    before, after = ("".join(parts) + "\n" for parts in (old, new))
    diff = unified_diff(load(before), load(after))
    assert (diff == "") == (before == after)
    assert before == after or patched(before, diff) == after


def test_a_diff_tells_of_a_last_line_without_an_end() -> None:
    diff = unified_diff(load("a\nb"), load("a\nc\n"))
    assert diff == (
        "--- <text>\n+++ <text>\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
    )
    assert unified_diff(load(b"\xff"), load(b"\xff")) == ""
