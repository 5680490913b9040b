"""The documentation says what the program does."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from argmap import check, load
from argmap.app.pages import PAGES
from argmap.cli.main import COMMANDS
from argmap.report.formats import REPORTS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

COMMITTED = (".svg", ".png", ".html")
"""In which forms the map of the README is kept."""
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str, language: str) -> list[str]:
    """Give the fenced blocks of a language."""
    return [found["body"] for found in _BLOCK.finditer(text) if found["language"] == language]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_generated_pages_are_current(name: str) -> None:
    committed = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert committed == PAGES[name](), "run `make docs`"


def test_the_example_of_the_format_page_is_sound() -> None:
    text = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    example, expectations = blocks(text, "yaml")
    assert check(example).findings == ()
    argument = load(example.partition("expect:")[0] + expectations)
    assert argument.problems == ()
    assert argument.graph is not None
    expected = argument.graph.map.header.expect
    assert expected is not None
    assert {name for _, name in expected.names()} == {"lend", "safe", "fire-only"}


def test_the_readme_shows_what_the_commands_print(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = blocks(text, "yaml")
    (tmp_path / "tablet.yaml").write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = [block for block in blocks(text, "console") if block.startswith("$ argmap")]
    assert shown
    for block in shown:
        command, _, output = block.partition("\n")
        arguments = shlex.split(command.removeprefix("$ argmap"))
        found = argmap(*arguments)
        assert found.out.strip() == output.strip(), command


def test_the_pictures_of_the_readme_are_current(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nato = ROOT / "output" / "nato_asia.svg"
    files = [part for suffix in COMMITTED for part in ("-o", str(nato.with_suffix(suffix)))]
    checked = argmap("render", str(ROOT / "maps" / "nato_asia.yaml"), *files, "--check")
    assert checked == (0, "", ""), "run `make map`"
    (example,) = blocks((ROOT / "README.md").read_text(encoding="utf-8"), "yaml")
    (tmp_path / "tablet.yaml").write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    tablet = ROOT / "docs" / "tablet.svg"
    checked = argmap("render", "tablet.yaml", "-o", str(tablet), "--check")
    assert checked == (0, "", ""), "run `make docs`"


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"`argmap {name}" in text


def test_the_readme_shows_the_library_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = blocks(text, "yaml")
    (tmp_path / "tablet.yaml").write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (program,) = blocks(text, "python")
    lines: list[str] = []
    exec(program, {"print": lambda *words: lines.append(" ".join(map(str, words)))})  # noqa: S102 - the README's own program
    expected = [line.partition("# ")[2] for line in program.splitlines() if "print(" in line]
    assert lines == expected


def test_the_ci_page_names_every_format_and_only_real_options(argmap: Invoke) -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    section = text.partition("## Output formats")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == set(REPORTS)
    assert set(re.findall(r"--output-format (\w+)", text)) <= set(REPORTS)
    known = argmap("check", "--help").out + argmap("render", "--help").out
    named = set(re.findall(r"argmap \w+[^`\n]*?(--[a-z-]+)", text))
    assert "--fail-on" in named
    assert all(option in known for option in named)
