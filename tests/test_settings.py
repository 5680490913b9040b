"""What holds for a map: the command line, its configuration, the defaults."""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from argmap import check, load, render
from argmap.app.config import read_nearest
from argmap.app.request import Request
from argmap.app.settings import DEFAULT_EXCLUDE, Configurations
from argmap.diagnostics import ArgmapError, Severity
from tests.config_files import write
from tests.conftest import TABLET
from tests.made_rules import Options, add_rule, make_rule

posix_only = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such links or modes"
)


def codes(path: Path) -> set[str]:
    """Give the codes of the rules that run under a configuration."""
    return {rule.code for rule in Configurations(Request(config=path)).settings("map.yaml").rules}


@pytest.mark.parametrize(
    ("content", "expected", "not_expected"),
    [
        pytest.param("", {"AM201", "AM001"}, {"AM402"}, id="defaults"),
        pytest.param("select = []", set(), {"AM201", "AM001"}, id="nothing"),
        pytest.param('select = ["AM2"]', {"AM201"}, {"AM101", "AM402"}, id="prefix"),
        pytest.param('select = ["ALL"]', {"AM201", "AM402"}, set(), id="all"),
        pytest.param('extend-select = ["AM402"]', {"AM201", "AM402"}, set(), id="besides"),
        pytest.param('select = ["AM1"]\nextend-select = ["AM402"]', {"AM101", "AM402"}, {"AM201"},
                     id="select and besides"),
        pytest.param('ignore = ["AM2"]', {"AM101"}, {"AM201"}, id="ignore"),
        pytest.param('select = ["AM201"]\nignore = ["AM2", "ALL"]', {"AM201"}, {"AM202"},
                     id="the more specific decides"),
        pytest.param('select = ["ALL", "AM2"]\nignore = ["unsupported-claim"]', {"AM202", "AM402"},
                     {"AM201"}, id="a name is most specific"),
        pytest.param('select = ["AM2"]\nignore = ["AM2"]', set(), {"AM201"}, id="ignore decides"),
    ],
)  # fmt: skip
def test_rules_are_chosen_as_ruff_chooses_them(
    tmp_path: Path, content: str, expected: set[str], not_expected: set[str]
) -> None:
    found = codes(write(tmp_path / "argmap.toml", content))
    assert expected <= found
    assert not not_expected & found


def test_the_command_line_goes_before_the_configuration(tmp_path: Path) -> None:
    path = write(tmp_path / "c.toml", 'ignore = ["AM201"]\nselect = ["AM2"]\nfail-on = "error"')

    def chosen(request: Request) -> set[str]:
        return {rule.code for rule in Configurations(request).settings("a.yaml").rules}

    assert chosen(Request(config=path, select=("AM201",))) == {"AM201"}
    assert chosen(Request(config=path, extend_select=("AM201",))) >= {"AM201", "AM202"}
    assert "AM202" not in chosen(Request(config=path, ignore=("AM202",)))
    assert "AM101" not in chosen(Request(config=path))
    assert Configurations(Request(config=path)).fail_on("a.yaml") is Severity.ERROR
    asked = Request(config=path, fail_on=Severity.NOTE)
    assert Configurations(asked).fail_on("a.yaml") is Severity.NOTE
    with pytest.raises(ArgmapError, match="there is no rule `AMX`"):
        Configurations(Request(ignore=("AMX",)))


def nearest(configurations: Configurations, path: Path) -> Path | None:
    """Give the folder whose configuration holds for a map."""
    config = configurations.config(str(path))
    return None if config is None else config.folder


def test_the_nearest_configuration_upward_holds(tmp_path: Path) -> None:
    root = tmp_path / "проект"
    write(root / "argmap.toml", "")
    write(root / "a" / "pyproject.toml", "[project]\nname = 'tool.argmap'")
    write(root / "a" / "b" / "pyproject.toml", "[tool.argmap]")
    write(root / "a" / "b" / "argmap.toml", "")
    configurations = Configurations(Request())
    assert nearest(configurations, root / "m.yaml") == root
    assert nearest(configurations, root / "a" / "m.yaml") == root
    assert nearest(configurations, root / "a" / "b" / "c" / "d" / "m.yaml") == root / "a" / "b"
    assert nearest(configurations, tmp_path / "m.yaml") is None
    isolated = Configurations(Request(is_isolated=True))
    assert nearest(isolated, root / "m.yaml") is None
    named = Configurations(Request(config=root / "argmap.toml"))
    assert nearest(named, root / "a" / "b" / "m.yaml") == root


def test_each_folder_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Path] = []

    def look(path: str, data: None) -> None:
        del data
        looked.append(Path(path))

    monkeypatch.setattr("argmap.app.files.note_file", look)
    configurations = Configurations(Request())
    for name in ("a/b/1.yaml", "a/b/2.yaml", "a/3.yaml", "a/b/c/4.yaml", "d/5.yaml"):
        configurations.config(str(tmp_path / name))
    assert len(looked) == len(set(looked))
    assert len(looked) == 2 * (len([tmp_path, *tmp_path.parents]) + 4)


def test_argmap_toml_goes_before_pyproject(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.argmap]\nx = 1")
    write(tmp_path / "argmap.toml", 'ignore = ["AM1"]')
    config = read_nearest(tmp_path)
    assert config is not None
    assert config.ignore == ("AM1",)


def test_a_working_folder_that_is_gone_has_no_configuration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(_: str) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os.path, "abspath", gone)
    assert Configurations(Request()).config("a.yaml") is None


@posix_only
def test_links_that_go_round_do_no_harm(tmp_path: Path) -> None:
    from argmap.app.files import find_maps

    write(tmp_path / "argmap.toml", "")
    found = write(tmp_path / "maps" / "a.yaml", TABLET)
    (tmp_path / "maps" / "round").symlink_to(tmp_path, target_is_directory=True)
    configurations = Configurations(Request())
    assert list(find_maps([str(tmp_path)], configurations.is_excluded)) == [str(found)]
    again = Path(*found.parent.parts, *["round", "maps"] * 30, "a.yaml")
    assert nearest(configurations, again) is not None
    (tmp_path / "maps" / "argmap.toml").symlink_to("argmap.toml")
    assert nearest(Configurations(Request()), found) == tmp_path


@pytest.mark.parametrize("name", [*DEFAULT_EXCLUDE, "kept"])
def test_folders_of_tools_are_passed_over(tmp_path: Path, name: str) -> None:
    folder = str(tmp_path / name)
    assert Configurations(Request()).is_excluded(folder) == (name != "kept")
    write(tmp_path / "argmap.toml", "extend-exclude = ['kept']")
    assert Configurations(Request()).is_excluded(folder)
    write(tmp_path / "argmap.toml", "exclude = ['kept']")
    assert Configurations(Request()).is_excluded(folder) == (name == "kept")


def test_the_library_reads_only_a_configuration_that_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "tablet.yaml", TABLET)
    config = write(tmp_path / "argmap.toml", '[severity]\nAM201 = "error"')
    monkeypatch.chdir(tmp_path)
    assert [finding.severity for finding in check(path).findings] == [Severity.WARNING]
    assert [finding.severity for finding in check(path, config=config).findings] == [Severity.ERROR]
    assert check(path, config="argmap.toml", ignore=["AM201"]).findings == ()
    assert check(path, select=["AM1"], extend_select=["AM201"]).findings != ()
    write(config, 'per-file-ignores = {"tablet.yaml" = ["AM2"]}')
    assert check(load(path), config=config).findings == ()
    assert render(load(path)) != render(load(path), config=config)
    with pytest.raises(ArgmapError, match="unknown key `x`"):
        check(path, config=write(config, "x = 1"))


def test_settings_go_to_other_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_rule(monkeypatch, make_rule())
    content = 'ignore = ["AM1"]\nseverity.AM201 = "error"\noptions.AM699.most-words = 7'
    configurations = Configurations(Request(config=write(tmp_path / "c.toml", content)))
    settings = configurations.settings("map.yaml")
    assert settings == pickle.loads(pickle.dumps(settings))  # noqa: S301 - our own bytes
    assert settings.options == {"AM699": Options(most_words=7)}


def test_options_and_severities_reach_the_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_rule(monkeypatch, make_rule(is_optional=True))
    content = 'select = ["wordy-text"]\nseverity.AM699 = "error"\n[options.wordy-text]\n'
    config = write(tmp_path / "c.toml", content + "most-words = 7")
    findings = check(TABLET, config=config).findings
    assert [finding.problem.message for finding in findings] == ["more than 7"]
    assert [finding.severity for finding in findings] == [Severity.ERROR]
    assert len(check(TABLET, config=write(config, content + "most-words = 5")).findings) == 3
