"""Findings are counted, and accepted ones shown, where it is asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from argmap.report.formats import REPORTS, STATISTICS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

CONCISE = ("--output-format", "concise")


@pytest.fixture
def folder(tablet: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in the folder of the tablet's map."""
    monkeypatch.chdir(tablet.parent)
    return tablet.parent


WEAK = """\
argmap: 1
title: Should the bridge be closed?
thesis:
  claim: The bridge should be closed.
  id: close
  because:
    - claim: It rusts.
      id: rust
    - claim: It sways.
      id: sway
      accept: {AM201: "The report is\\tin print."}
    - evidence: An engineer saw cracks.
      id: cracks
"""


def test_statistics(argmap: Invoke, folder: Path) -> None:
    for number in range(5):
        (folder / f"m{number}.yaml").write_text(WEAK, encoding="utf-8")
    counted = argmap("check", "--statistics", "--select", "AM201,AM202,AM301")
    assert counted.code == 1
    assert counted.out == snapshot("""\
6 AM201 unsupported-claim
5 AM202 ungrounded-claim
5 AM301 evidence-without-citation

6 maps checked: 16 warnings (5 accepted)
""")
    only = ("check", "--statistics", "--select", "AM201,AM301")
    assert argmap(*only, *CONCISE).out == snapshot("""\
6 AM201 unsupported-claim
5 AM301 evidence-without-citation
""")
    assert argmap(*only, *CONCISE, "--show-accepted").out == snapshot("""\
6 AM201 unsupported-claim (5 accepted)
5 AM301 evidence-without-citation
""")
    assert json.loads(argmap(*only, "--output-format", "json").out) == [
        {"code": "AM201", "name": "unsupported-claim", "count": 6, "accepted": 5},
        {"code": "AM301", "name": "evidence-without-citation", "count": 5, "accepted": 0},
    ]
    clean = argmap("check", "--statistics", "--select", "AM1")
    assert clean == (0, "6 maps checked, nothing found\n", "")
    assert argmap("check", "--statistics", "--select", "AM1", *CONCISE).out == ""


@pytest.mark.parametrize("form", sorted(set(REPORTS) - set(STATISTICS)))
def test_statistics_have_few_formats(argmap: Invoke, folder: Path, form: str) -> None:
    assert folder.exists()
    outcome = argmap("check", "--statistics", "--output-format", form)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "text, concise, json only" in outcome.err


def test_accepted_findings_can_be_shown(argmap: Invoke, folder: Path) -> None:
    (folder / "tablet.yaml").write_text(WEAK, encoding="utf-8")
    only = ("check", "--select", "AM201", "--show-accepted")
    assert argmap(*only, *CONCISE).out == snapshot("""\
tablet.yaml:7:14: AM201 no reason is given for claim `rust`
tablet.yaml:9:14: AM201 no reason is given for claim `sway` (accepted: The report is in print.)
""")
    shown = argmap(*only)
    assert shown.code == 1
    assert shown.out == snapshot("""\
tablet.yaml:7:14: AM201 no reason is given for claim `rust`
  |
7 |     - claim: It rusts.
  |              ^^^^^^^^^
  = help: give one under `because`, down to evidence, or make it an `assumption`

tablet.yaml:9:14: AM201 no reason is given for claim `sway`
  |
9 |     - claim: It sways.
  |              ^^^^^^^^^
  = help: give one under `because`, down to evidence, or make it an `assumption`
  = accepted: The report is in print.

1 map checked: 1 warning (1 accepted)
""")
    assert "sway" not in argmap("check", "--select", "AM201", *CONCISE).out
