"""Configurations are read from the files that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.app.config import read_config, read_nearest
from argmap.app.config_problems import ConfigError
from argmap.diagnostics import Severity
from tests.config_files import problems, write
from tests.made_rules import Options, add_rule, make_rule


def test_every_key_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_rule(monkeypatch, make_rule())
    config = read_config(
        write(
            tmp_path / "argmap.toml",
            """
            select = ["AM2", "duplicate-id", "all"]
            extend-select = ["one-sided"]
            ignore = ["am3"]
            fail-on = "note"
            exclude = ["drafts"]
            extend-exclude = ["old/*"]
            baseline = "known.json"
            severity = {AM2 = "error", unsupported-claim = "note", ALL = "warning"}
            [options.AM699]
            most-words = 20
            marks = ["。"]
            [per-file-ignores]
            "old/*" = ["AM1", "AM201"]
            """,
        )
    )
    assert config.folder == tmp_path
    assert config.select == ("AM2", "duplicate-id", "all")
    assert config.extend_select == ("one-sided",)
    assert config.ignore == ("am3",)
    assert config.fail_on is Severity.NOTE
    assert config.exclude is not None
    assert [glob.pattern for glob in (*config.exclude, *config.extend_exclude)] == [
        "drafts",
        "old/*",
    ]
    assert config.baseline == tmp_path / "known.json"
    assert config.severity["AM201"] is Severity.NOTE
    assert config.severity["AM202"] is Severity.ERROR
    assert config.severity["AM101"] is Severity.WARNING
    assert config.options == {"AM699": Options(most_words=20, marks=("。",))}
    ignored = config.ignored_codes(str(tmp_path / "old" / "a.yaml"))
    assert {"AM101", "AM111", "AM201"} <= ignored
    assert "AM202" not in ignored


def test_good_files_of_windows_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "argmap.toml", b'\xef\xbb\xbf[severity]\r\nAM201 = "note"\r\n')
    assert read_config(path).severity == {"AM201": Severity.NOTE}


def test_of_pyproject_only_the_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    assert read_config(write(path, '[tool."argmap"]\nignore = ["AM2"]')).ignore == ("AM2",)
    assert read_config(write(path, '[tool]\nargmap = {ignore = ["AM2"]}')).ignore == ("AM2",)
    assert problems(write(path, "[tool.argmap.severity]\nAM299 = 'note'"))[0].startswith("2:1: AM")
    assert problems(write(path, "[tool]\nargmap = 3")) == [
        "2:10: `tool.argmap` is no table | write `[tool.argmap]`"
    ]
    for without in ("[project]\nname = 'argmap'", "tool = 3", "[tool.other]\nargmap = 1\n[tool]"):
        assert read_nearest(write(path, without).parent) is None
        assert problems(path) == [" has no table `[tool.argmap]` | add it, or name another"]
    assert read_nearest(write(path, "a table that is not ours, and no TOML").parent) is None


def test_what_is_no_file_is_passed_over_and_what_cannot_be_read_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "argmap.toml").mkdir()
    assert read_nearest(tmp_path) is None
    assert problems(tmp_path / "none.toml")[0].startswith(" cannot be read: ")
    path = write(tmp_path / "sub" / "argmap.toml", "")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ConfigError, match=r"argmap\.toml: cannot be read: Permission denied"):
        read_nearest(path.parent)


def test_a_file_below_the_working_folder_is_named_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "maps" / "argmap.toml", "x = 1")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        read_nearest(tmp_path / "maps")
    assert str(caught.value).startswith(f"{Path('maps', 'argmap.toml')}:1:1: ")
    monkeypatch.chdir(tmp_path / "maps")
    write(tmp_path / "argmap.toml", "x = 1")
    with pytest.raises(ConfigError) as caught:
        read_nearest(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / 'argmap.toml'}:1:1: ")
