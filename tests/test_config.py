"""Configurations: what is read from them, what is refused, which one holds."""

from __future__ import annotations

import os
import pickle
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap import check, load, render
from argmap.app.config import read_config, read_nearest
from argmap.app.config_problems import Complaints, ConfigError
from argmap.app.settings import DEFAULT_EXCLUDE, Configurations, Request
from argmap.diagnostics import ArgmapError, Severity
from argmap.source.text import Text
from tests.conftest import TABLET
from tests.made_rules import Options, add_rule, make_rule

if TYPE_CHECKING:
    from argmap.app.config import Config

posix_only = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such links or modes"
)


def write(path: Path, content: str | bytes) -> Path:
    """Write a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems(path: Path) -> list[str]:
    """Give what is said of a configuration, without its path."""
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value).splitlines() == [message for message, _ in caught.value.parts]
    return [
        message.removeprefix(f"{path}:") + (f" | {hint}" if hint else "")
        for message, hint in caught.value.parts
    ]


def codes(config: Config, path: str = "map.yaml") -> set[str]:
    """Give the codes of the rules that run on a map."""
    request = Request(config=write(config.folder / "copy.toml", ""))
    configurations = Configurations(request)
    configurations._only = config
    return {rule.code for rule in configurations.settings(path).rules}


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


REFUSED = {
    "unknown key": ('selct = ["AM2"]', ["1:1: unknown key `selct` | did you mean `select`?"]),
    "snake case": ('\nfail_on = "note"', ["2:1: unknown key `fail_on` | did you mean `fail-on`?"]),
    "far key": (
        "lint = 3",
        [
            "1:1: unknown key `lint` | known here: `select`, `extend-select`, `ignore`, `fail-on`,"
            " `severity`, `options`, `per-file-ignores`, `exclude`, `extend-exclude`, `baseline`"
        ],
    ),
    "table of pyproject": (
        "[tool.argmap]\nselect = []",
        [
            "1:2: unknown key `tool`"
            " | leave out `tool.argmap`: the keys stand at the top of this file"
        ],
    ),
    "other tool": ("[tool.ruff]", ["1:2: unknown key `tool` | known here: "]),
    "unknown rule": (
        'select = ["AM2", "AM2011"]',
        ["1:18: AM903 there is no rule `AM2011` | did you mean `AM201`?"],
    ),
    "unknown name": (
        'ignore = [\n  "unsuported-claim",\n]',
        ["2:3: AM903 there is no rule `unsuported-claim` | did you mean `unsupported-claim`?"],
    ),
    "unknown name in capitals": (
        'ignore = ["UNSUPORTED-CLAIM"]',
        ["1:11: AM903 there is no rule `UNSUPORTED-CLAIM` | did you mean `unsupported-claim`?"],
    ),
    "far rule": (
        'extend-select = [""]',
        ["1:18: AM903 there is no rule `` | see `argmap rule` for the list"],
    ),
    "text for list": (
        'select = "AM2"',
        [
            "1:10: `select` is a text, expected a list of rules"
            ' | write it in brackets: `["AM2", "unsupported-claim"]`'
        ],
    ),
    "number in list": (
        'exclude = ["a", 3]',
        [
            "1:17: `exclude` holds a whole number, expected a list of patterns"
            ' | write it in brackets: `["drafts", "*.old.yaml"]`'
        ],
    ),
    "date for list": ("ignore = 2024-01-01", ["1:10: `ignore` is a date or a time, expected a"]),
    "pattern": (
        'exclude = ["[a", "{b", "c}", ""]',
        [
            "1:12: `[a` is no pattern for paths: a `[` is not closed",
            "1:18: `{b` is no pattern for paths: a `{` is not closed",
            "1:24: `c}` is no pattern for paths: a `}` is not opened",
            "1:30: an empty text is no pattern for paths: the pattern is empty",
        ],
    ),
    "pattern of characters": (
        'exclude = ["[z-a]"]',
        ["1:12: `[z-a]` is no pattern for paths: `[z-a]` is no set of characters"],
    ),
    "negated": (
        'extend-exclude = ["!a"]',
        [
            "1:19: `!a` begins with `!`, but `extend-exclude` says what is passed over"
            " | name the folders and files that are not to be searched"
        ],
    ),
    "severity": (
        'fail-on = "eror"',
        [
            "1:11: `fail-on` is `eror`, expected `error`, `warning` or `note`"
            " | did you mean `error`?"
        ],
    ),
    "no severity": ("fail-on = true", ["1:11: `fail-on` is `true`, expected `error`"]),
    "severities": (
        'severity.AM299 = "note"\nseverity.AM201 = ["error"]',
        [
            "1:10: AM903 there is no rule `AM299` | ",
            "2:18: `AM201` is a list, expected `error`, `warning` or `note`",
        ],
    ),
    "no table": (
        "severity = []",
        [
            "1:12: `severity` is a list, expected a table"
            ' | write a line for each rule below `[tool.argmap.severity]`: `AM201 = "note"`'
        ],
    ),
    "the same rule twice": (
        '[severity]\nAM201 = "note"\nunsupported-claim = "error"',
        ["3:1: `unsupported-claim` and `AM201` mean the same | remove one of them"],
    ),
    "the same prefix twice": (
        'severity = {AM2 = "note", am2 = "error"}',
        ["1:27: `am2` and `AM2` mean the same | remove one of them"],
    ),
    "options of the same rule twice": (
        "options.AM699 = {}\noptions.wordy-text = {}",
        ["2:9: `wordy-text` and `AM699` mean the same | remove one of them"],
    ),
    "no options": (
        "[options.AM201]\nmost-words = 3",
        ["1:10: AM201 unsupported-claim has no options | see `argmap rule AM201`"],
    ),
    "options of a prefix": ("[options.AM69]", ["1:10: AM903 there is no rule `AM69` | did you"]),
    "options are no table": (
        "options.AM699 = 30",
        [
            "1:17: `AM699` is a whole number, expected a table"
            " | write a table for each rule: `[tool.argmap.options.overlong-text]`"
        ],
    ),
    "ignores": (
        '[per-file-ignores]\n"[a" = ["AM1"]\n"b" = "AM1"\n"c" = ["AM777"]',
        [
            "2:1: `[a` is no pattern for paths: a `[` is not closed",
            "3:7: `b` is a text, expected a list of rules | write it in brackets",
            "4:8: AM903 there is no rule `AM777` | ",
        ],
    ),
    "ignores are no table": ("per-file-ignores = 1.5", ["1:20: `per-file-ignores` is a number"]),
    "baseline": (
        'baseline = ""',
        ["1:12: `baseline` is an empty text, expected the path of a file"],
    ),
    "baseline is no text": ("baseline = {}", ["1:12: `baseline` is a table, expected the path"]),
    "long value": (
        f'fail-on = "{"x" * 60}"',
        [f"1:11: `fail-on` is `{'x' * 39}…`, expected `error`, `warning` or `note`"],
    ),
    "table for list": ("[select]", ["1:2: `select` is a table, expected a list of rules"]),
    "bare word": ("fail-on = error", ["1:11: is not valid TOML: invalid value | put texts in"]),
    "two on a line": ("a = 1 b = 2", ["1:7: is not valid TOML: expected newline"]),
    "not closed": ('\nselect = ["AM2"', ["2:16: is not valid TOML: unclosed array"]),
    "too deep": ("a = " + "[" * 5000, [" is nested too deep"]),
    "all at once": (
        'fail-on = 1\nselect = ["AMX"]\nx = 1',
        ["1:11: `fail-on`", "2:11: AM903", "3:1: unknown key `x`"],
    ),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_told_with_place_and_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: list[str]
) -> None:
    add_rule(monkeypatch, make_rule())
    found = problems(write(tmp_path / "argmap.toml", content))
    assert len(found) == len(said)
    for one, part in zip(found, said, strict=True):
        assert one.startswith(part)


OPTIONS = {
    "unknown": (
        "most_words = 3",
        ["2:1: AM699 has no option `most_words` | did you mean `most-words`?"],
    ),
    "far": (
        "x = 3",
        [
            "2:1: AM699 has no option `x` | known here: `most-words`, `share`, `is-strict`,"
            " `marks`, `unit`, `lead`, `pair`"
        ],
    ),
    "text for number": (
        'most-words = "30"',
        ["2:14: `most-words` is a text, expected a whole number"],
    ),
    "part of a number": (
        "most-words = 1.5",
        ["2:14: `most-words` is a number, expected a whole number"],
    ),
    "truth for number": (
        "most-words = true",
        ["2:14: `most-words` is `true`, expected a whole number"],
    ),
    "too small": ("most-words = 0", ["2:14: `most-words` is `0`, expected 1 or more"]),
    "too large": ("most-words = 901", ["2:14: `most-words` is `901`, expected 900 or less"]),
    "its own refusal": ("most-words = 13", ["1:10: `most-words` brings bad luck"]),
    "not over": ("share = 0.0", ["2:9: `share` is `0.0`, expected more than 0"]),
    "not under": ("share = 1", ["2:9: `share` is `1`, expected less than 1"]),
    "no number": ("share = []", ["2:9: `share` is a list, expected a number"]),
    "no truth": ("is-strict = 1", ["2:13: `is-strict` is a whole number, expected `true` or"]),
    "no list": ("marks = '!'", ["2:9: `marks` is a text, expected a list"]),
    "in a list": ("marks = ['!', 3]", ["2:15: `marks[1]` is a whole number, expected a text"]),
    "none of some": ("unit = 'line'", ["2:8: `unit` is `line`, expected `word` or `sign`"]),
    "short": ("lead = 'a'", ["2:8: `lead` is `a`, expected 2 characters or more"]),
    "long": ("lead = 'abcde'", ["2:8: `lead` is `abcde`, expected 4 characters or less"]),
    "form": ("lead = 'A1'", ["2:8: `lead` is `A1`, expected a text of the form `^[a-z]+$`"]),
    "one of two": ("pair = [1]", ["2:8: `pair` cannot be a list"]),
    "three of two": ("pair = [1, 2, 3]", ["2:8: `pair` is a list, expected 2 entries or less"]),
    "several": (
        "lead = 3\nshare = 3\nshares = 3",
        ["2:8: `lead` is a whole", "3:9: `share` is `3`", "4:1: AM699 has no option `shares`"],
    ),
}


@pytest.mark.parametrize(("content", "said"), OPTIONS.values(), ids=OPTIONS)
def test_what_is_wrong_with_options_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: list[str]
) -> None:
    add_rule(monkeypatch, make_rule())
    found = problems(write(tmp_path / "argmap.toml", f"[options.AM699]\n{content}\n"))
    assert len(found) == len(said)
    for one, part in zip(found, said, strict=True):
        assert one.startswith(part)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b'\xef\xbb\xbfselct = ["AM2"]', "1:1: unknown key", id="byte order mark"),
        pytest.param(b'[severity]\r\n"\xe4\xb8\xad" = "note"\r\nAM299 = "note"\r\n', "2:1: AM903",
                     id="Windows line ends"),
        pytest.param('"中" = {"文" = 1}\n'.encode(), "1:1: unknown key `中`", id="wide"),
        pytest.param("select = []".encode("utf-16"), "1:1: file is UTF-16", id="UTF-16"),
        pytest.param(b'select = ["\xff"]', "1:12: file is not UTF-8", id="no UTF-8"),
    ],
)  # fmt: skip
def test_bytes_of_all_kinds_are_read(tmp_path: Path, data: bytes, said: str) -> None:
    assert problems(write(tmp_path / "карта" / "argmap.toml", data))[0].startswith(said)


def test_good_files_of_windows_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "argmap.toml", b'\xef\xbb\xbf[severity]\r\nAM201 = "note"\r\n')
    assert read_config(path).severity == {"AM201": Severity.NOTE}


def test_a_problem_without_a_place_names_the_key() -> None:
    complaints = Complaints(Text("pyproject.toml", ""), ("tool", "argmap"))
    complaints.add(("severity", "AM299"), "AM903 there is no rule `AM299`")
    assert str(complaints.problems[0]) == (
        "pyproject.toml: `tool.argmap.severity.AM299`: AM903 there is no rule `AM299`"
    )


def test_words_of_the_parser_without_a_place_are_told_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise tomllib.TOMLDecodeError("Something is wrong")

    monkeypatch.setattr(tomllib, "loads", refuse)
    found = problems(write(tmp_path / "argmap.toml", "a = 1"))
    assert found == ["1:6: is not valid TOML: something is wrong"]


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
    found = codes(read_config(write(tmp_path / "argmap.toml", content)))
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

    def look(folder: Path) -> None:
        looked.append(folder)

    monkeypatch.setattr("argmap.app.settings.read_nearest", look)
    configurations = Configurations(Request())
    for name in ("a/b/1.yaml", "a/b/2.yaml", "a/3.yaml", "a/b/c/4.yaml", "d/5.yaml"):
        configurations.config(str(tmp_path / name))
    assert len(looked) == len(set(looked))
    assert len(looked) == len([tmp_path, *tmp_path.parents]) + 4


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
