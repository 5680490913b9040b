"""Each call that `docs/exit-codes.md` lists ends as the page says."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

import argmap.app.check as check_module
from argmap.cli.main import BUG, CANNOT_RUN, COMMANDS, FINDINGS, INTERRUPTED, OK
from tests.conftest import ROOT, TABLET
from tests.test_hooks import FALLEN, OTHER, SOUND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

PAGE = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^\| `argmap (.+?)` \| (\d+) \|", PAGE, re.MULTILINE)
SPARE = '  spare: {title: Another survey, date: 2022, url: "https://example.org/spare"}\n'
FILES = {
    "clean": SOUND,
    "noted": SOUND.replace("thesis:", f"{SPARE}thesis:", 1),
    "weak": TABLET,
    "accepted": TABLET + "      accept: {AM201: The borrower is asked next week.}\n",
    "fixable": SOUND.replace("  id: lend\n", "  id: lend\n  tags: []\n"),
    "broken": "argmap: 1\ntitle: [\n",
    "fallen": FALLEN,
    "other": OTHER,
}


def test_every_call_ends_as_the_page_says(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = [(call, str(argmap(*shlex.split(call)).code)) for call, _ in CALLS]
    assert found == CALLS


@pytest.mark.parametrize(
    ("error", "code"), [(RuntimeError("a slip"), BUG), (KeyboardInterrupt(), INTERRUPTED)]
)
def test_the_codes_that_no_call_can_show(
    argmap: Invoke, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(check_module, "check_paths", fail)
    assert argmap("check").code == code


def test_the_page_lists_every_code_and_every_command() -> None:
    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)]
    assert listed == [OK, FINDINGS, CANNOT_RUN, BUG, INTERRUPTED]
    shown = {code for _, code in CALLS}
    assert shown == {"0", "1", "2"}, "every code that a call can show is shown"
    section = PAGE.partition("## By command")[2].partition("## ")[0]
    named = {word for words in re.findall(r"`([a-z -]+)`", section) for word in words.split()}
    assert named >= set(COMMANDS)


def test_the_files_of_the_page_are_those_of_the_test() -> None:
    named = set(re.findall(r"(\w+)\.yaml", PAGE))
    assert named == set(FILES) | {"missing"}
