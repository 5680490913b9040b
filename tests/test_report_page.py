"""`docs/report.md` describes the JSON report as it is."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT
from tests.test_docs import blocks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

PAGE = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))
FINDING: dict[str, Any] = SCHEMA["$defs"]["finding"]["properties"]
OBJECTS: dict[str, dict[str, Any]] = {
    "The document": SCHEMA["properties"],
    "A finding": FINDING,
    "A related place": FINDING["related"]["items"]["properties"],
    "The summary": SCHEMA["properties"]["summary"]["properties"],
}
COMMAND, _, SHOWN = blocks(PAGE, "console")[0].partition("\n")


def test_the_example_is_what_the_command_prints(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tablet.yaml").write_text(blocks(PAGE, "yaml")[0], encoding="utf-8")
    found = argmap(*shlex.split(COMMAND.removeprefix("$ argmap")))
    assert found.out == SHOWN
    assert found.code == 1


def test_the_example_follows_the_schema_and_shows_what_is_described() -> None:
    report = json.loads(SHOWN)
    Draft202012Validator(SCHEMA).validate(report)
    assert {finding["accepted"] is None for finding in report["findings"]} == {True, False}
    assert any(finding["related"] for finding in report["findings"])


@pytest.mark.parametrize("title", OBJECTS)
def test_every_field_is_described_in_the_order_of_the_schema(title: str) -> None:
    section = PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(rows)) == list(OBJECTS[title])


def test_the_program_reads_the_example() -> None:
    (program,) = blocks(PAGE, "python")
    done = subprocess.run(  # noqa: S603 - the page's own program
        [sys.executable, "-c", program],
        input=SHOWN,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "tablet.yaml:16 AM105\n"
