"""`docs/configuration.md` says what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.app.config import read_config
from argmap.app.config_values import KEYS
from argmap.app.settings import DEFAULT_EXCLUDE
from argmap.check.registry import all_rules
from tests.conftest import ROOT
from tests.made_rules import add_rule, make_rule
from tests.test_docs import blocks

if TYPE_CHECKING:
    from tests.conftest import Invoke

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
EXAMPLES = blocks(PAGE, "toml")


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(n) for n in range(len(EXAMPLES))])
def test_every_example_is_read_without_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    for code, name in (("AM313", "incomplete-source"), ("AM603", "overlong-text")):
        if all(rule.code != code for rule in all_rules()):
            add_rule(monkeypatch, make_rule(code, name))
    path = tmp_path / "pyproject.toml"
    path.write_text(example, encoding="utf-8")
    read_config(path)


def test_every_key_has_its_section_with_an_example() -> None:
    sections = re.split(
        r"^### `([a-z-]+)`$", PAGE.partition("\n## Patterns")[0], flags=re.MULTILINE
    )
    assert tuple(sections[1::2]) == KEYS
    for key, section in zip(sections[1::2], sections[2::2], strict=True):
        (example,) = blocks(section, "toml")
        assert re.search(rf"^{key} = |^\[tool\.argmap\.{key}\b", example, re.MULTILINE)


def test_every_folder_that_is_passed_over_is_named() -> None:
    assert all(f"`{name}`" in PAGE for name in DEFAULT_EXCLUDE)


def test_the_refusal_is_shown_as_it_is(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (refused,) = blocks(PAGE, "text")
    Path("pyproject.toml").write_text(refused, encoding="utf-8")
    (tmp_path / "map.yaml").write_text("argmap: 1\n", encoding="utf-8")
    (shown,) = blocks(PAGE, "console")
    command, _, output = shown.partition("\n")
    outcome = argmap(*shlex.split(command.removeprefix("$ argmap")))
    assert outcome == (2, "", output)


def test_every_option_that_is_named_is_real(argmap: Invoke) -> None:
    known = argmap("check", "--help").out
    named = set(re.findall(r"`(--[a-z-]+)", PAGE))
    assert named >= {"--select", "--config", "--no-config"}
    assert all(option in known for option in named)
