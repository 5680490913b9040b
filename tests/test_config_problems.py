"""What is wrong with a configuration is told with its place and its mend."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from argmap.app.config_problems import Complaints
from argmap.source.text import Text
from tests.config_files import problems, write
from tests.made_rules import add_rule, make_rule

if TYPE_CHECKING:
    from pathlib import Path

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
