"""The command line goes by configurations, and says what is wrong with them."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from argmap.app.pages import rules_page
from argmap.app.rules import explain_rule, list_rules
from argmap.check import registry
from argmap.cli.main import COMMANDS
from tests.conftest import TABLET
from tests.made_rules import add_rule, make_rule

if TYPE_CHECKING:
    from tests.conftest import Invoke

CONCISE = ("--output-format", "concise")


@pytest.fixture
def folder(tablet: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in the folder of the tablet's map."""
    monkeypatch.chdir(tablet.parent)
    return tablet.parent


def configure(folder: Path, content: str) -> Path:
    """Write a configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "argmap.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_configuration_that_is_not_understood_is_refused_whole(
    argmap: Invoke, folder: Path
) -> None:
    configure(folder, 'selct = ["AM2"]\n[severity]\nAM201 = "eror"\n"AM中" = "note"\n')
    configure(folder / "карты", "fail-on = note")
    (folder / "карты" / "a.yaml").write_text(TABLET, encoding="utf-8")
    outcome = argmap("check")
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.replace("\\", "/") == snapshot("""\
argmap: argmap.toml:1:1: unknown key `selct`
  help: did you mean `select`?
argmap: argmap.toml:3:9: `AM201` is `eror`, expected `error`, `warning` or `note`
  help: did you mean `error`?
argmap: argmap.toml:4:1: AM903 there is no rule `AM中`
  help: see `argmap rule` for the list
argmap: карты/argmap.toml:1:11: is not valid TOML: invalid value
  help: put texts in quotes
""")
    assert argmap("check", "--no-config").code == 1
    for command in (("test",), ("render", "tablet.yaml", "-o", "a.svg")):
        assert argmap(*command).code == 2
        assert argmap(*command, "--no-config").code == 0
    assert argmap("status", "tablet.yaml").code == 0


def test_nothing_is_imported_for_a_configuration_that_is_not_there(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\nname = 'argmap'\n", encoding="utf-8")
    (folder / "second.yaml").write_text(TABLET, encoding="utf-8")
    program = """
import sys
from argmap.cli.main import execute
assert execute(["check", "."]) == 1
unwanted = {"tomllib", "multiprocessing", "concurrent", "argmap.app.config_values"}
sys.exit(", ".join(unwanted & set(sys.modules)) or None)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)  # noqa: S603 - our own program
    assert (done.returncode, done.stderr) == (0, b"")


def test_each_map_goes_by_the_nearest_configuration(argmap: Invoke, folder: Path) -> None:
    configure(folder, 'ignore = ["AM201"]\n')
    configure(folder / "strict", 'severity = {AM201 = "error"}\nfail-on = "error"\n')
    configure(folder / "mild", 'severity = {AM201 = "note"}\n')
    for name in ("strict", "mild"):
        (folder / name / "m.yaml").write_text(TABLET, encoding="utf-8")
    assert argmap("check", "tablet.yaml", "mild").code == 0
    outcome = argmap("check")
    assert outcome.code == 1
    assert outcome.out.endswith("3 maps checked: 1 error, 1 note\n")
    assert argmap("check", "mild", "--fail-on", "note").code == 1
    assert argmap("check", "mild", "--config", "strict/argmap.toml").code == 1
    assert argmap("check", "strict", "--config", "mild/argmap.toml").code == 0
    assert argmap("check", "tablet.yaml", "--no-config").code == 1


def test_the_command_line_goes_first(argmap: Invoke, folder: Path) -> None:
    configure(folder, 'select = ["AM1"]\nignore = ["AM201"]\n')
    assert argmap("check").code == 0
    assert argmap("check", "--select", "AM2,AM3").code == 1
    assert argmap("check", "--extend-select", "unsupported-claim").code == 1
    assert argmap("check", "--select", "ALL", "--ignore", "AM2").code == 0
    assert argmap("check", "--select", "AM201", "--ignore", "AM2").code == 1
    outcome = argmap("check", "--extend-select", "AM2010")
    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no rule `AM2010`" in outcome.err


def test_what_is_excluded_is_not_searched_but_can_be_named(argmap: Invoke, folder: Path) -> None:
    configure(folder, 'exclude = ["черновики", "old/*.yml"]\n')
    for name in ("черновики/a.yaml", "old/deep/b.yml", "old/c.yaml", "node_modules/d.yaml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TABLET, encoding="utf-8")

    def checked(*paths: str) -> set[str]:
        lines = argmap("check", *paths, *CONCISE).out.splitlines()
        return {Path(line.partition(":11:")[0]).name for line in lines}

    assert checked() == {"tablet.yaml", "c.yaml", "d.yaml"}
    assert checked("черновики/a.yaml") == {"a.yaml"}
    assert checked("черновики", "old") == {"a.yaml", "c.yaml"}
    assert checked(".", "--no-config") == {"tablet.yaml", "a.yaml", "b.yml", "c.yaml"}
    tested = argmap("test").out
    assert "3 maps tested" in tested


def test_files_can_be_spared_some_rules(argmap: Invoke, folder: Path) -> None:
    configure(folder, 'per-file-ignores = {"старое/*" = ["AM201"], "x.yaml" = ["AM1"]}\n')
    path = folder / "старое" / "глубже" / "m.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(TABLET, encoding="utf-8")
    assert argmap("check", "старое").code == 0
    assert argmap("check", str(path)).code == 0
    assert argmap("check", "tablet.yaml").code == 1


def test_standard_input_goes_by_the_folder_it_is_said_to_be_from(
    argmap: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(folder, 'fail-on = "error"\n')
    configure(folder / "sub", 'per-file-ignores = {"typed.yaml" = ["AM201"]}\n')

    def check(*options: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TABLET.encode())))
        outcome = argmap("check", "-", *CONCISE, *options)
        return outcome.code, outcome.out[:7]

    assert check() == (0, "<stdin>")
    assert check("--stdin-filename", "sub/typed.yaml") == (0, "")
    assert check("--stdin-filename", "sub/m.yaml") == (1, "sub/m.y")
    assert check("--stdin-filename", "new/m.yaml") == (0, "new/m.y")
    assert check("--no-config") == (1, "<stdin>")


def test_pictures_and_tests_go_by_the_configuration(argmap: Invoke, folder: Path) -> None:
    expectations = "expect:\n  stands: [lend]\n  unsupported: [safe]\n"
    (folder / "tablet.yaml").write_text(TABLET + expectations, encoding="utf-8")
    assert argmap("test").code == 0
    assert argmap("render", "tablet.yaml", "-o", "plain.svg").code == 0
    configure(folder, 'severity = {AM201 = "error"}\nfail-on = "note"\n')
    outcome = argmap("test")
    assert outcome.code == 1
    assert "AM201 no reason is given" in outcome.out
    assert argmap("test", "--no-config").code == 0
    assert argmap("render", "tablet.yaml", "-o", "plain.svg", "--check").code == 1
    assert argmap("render", "tablet.yaml", "-o", "plain.svg", "--check", "--no-config").code == 0


def test_options_that_do_not_go_together_are_refused(argmap: Invoke, folder: Path) -> None:
    path = str(configure(folder, ""))
    assert "not both" in argmap("check", "--config", path, "--no-config").err
    missing = argmap("check", "--config", "none.toml")
    assert missing.code == 2
    assert missing.err.startswith("argmap: none.toml: cannot be read: ")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_fits_a_narrow_terminal(
    argmap: Invoke, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = argmap(name, "--help").out.splitlines()
    assert [line for line in lines if len(line) > 60] == []


def test_options_of_rules_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    add_rule(monkeypatch, make_rule(is_optional=True))
    for module in ("pages", "rules"):
        monkeypatch.setattr(f"argmap.app.{module}.all_rules", registry.all_rules)
    assert "A text of many words. (off unless selected)" in list_rules()
    assert explain_rule("wordy-text") == snapshot("""\
AM699 wordy-text (note, off unless selected)

A text of many words.

Why
  It is made for tests.

Mend
  Leave it.

Options
  [tool.argmap.options.AM699]
  # words that a text may have
  most-words = 30
  # a share
  share = 0.5
  # whether titles count
  is-strict = false
  # what ends a text
  marks = ["!", "中"]
  # what is counted
  unit = "word"
  # how a text begins
  lead = "re"
  # two numbers
  pair = [1, 2]

Source
  None.
""")
    page = rules_page()
    assert "| wordy-text | note, off unless selected | A text of many words. |" in page
    assert "Severity: note, off unless selected. Since 0.1.0." in page
    assert "```toml\n[tool.argmap.options.AM699]\n# words that a text may have\nmost" in page
