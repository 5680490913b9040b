"""How YAML is read: texts, spans, two parsers, and what is said of syntax errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from yaml.error import Mark
from yaml.parser import ParserError

from argmap.source import parser, yaml
from argmap.source.limits import Limits
from argmap.source.syntax import explain
from argmap.source.text import Text
from argmap.source.tree import Mapping, Scalar
from argmap.source.yaml import read_yaml
from tests.conftest import ROOT
from tests.reading import at, both_parsers, only, plain, read, spans
from tests.strategies import maps, write

if TYPE_CHECKING:
    from pathlib import Path


CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))


@both_parsers
@pytest.mark.parametrize(
    "written",
    [
        "no",
        "012",
        "0x1F",
        "1:30",
        "2023-07-11",
        "1e3",
        "~",
        "null",
        ".inf",
        "true",
        "1_000",
        "=",
        "<<",
    ],
)
def test_what_looks_like_a_number_or_a_date_stays_text(
    written: str, make_parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    assert plain(read(f"a: {written}\n{written}: b\n").root) == {"a": written, written: "b"}


@pytest.mark.parametrize(
    ("written", "value", "end"),
    [
        ("a b", "a b", (1, 7)),
        ("a  # note", "a", (1, 5)),
        ("'it''s'", "it's", (1, 11)),
        ('"a\\nb"', "a\nb", (1, 10)),
        ("a\n  b", "a b", (2, 4)),
        ("|\n  a\n  b\n", "a\nb\n", (3, 4)),
        ("|-\n  a\n\n\n", "a", (2, 4)),
        (">-\n  a\n  b\n# note\n", "a b", (3, 4)),
        ("", "", (1, 3)),
    ],
    ids=["plain", "comment", "single", "double", "two lines", "block", "strip", "fold", "nothing"],
)
def test_a_text_ends_where_its_last_character_stands(
    written: str, value: str, end: tuple[int, int]
) -> None:
    text = Text("map.yaml", f"k: {written}")
    root = read_yaml(text).root
    assert isinstance(root, Mapping)
    scalar = root.get("k")
    assert isinstance(scalar, Scalar)
    assert scalar.value == value
    assert text.position(scalar.end) == end


@both_parsers
@pytest.mark.parametrize(
    ("content", "code", "message", "where"),
    [
        ("a: 1\na: 2\n", "AM002", "key `a` is given twice", (2, 1, 2, 2)),
        ("{a: 1, 'a': 2}\n", "AM002", "key `a` is given twice", (1, 8, 1, 11)),
        ("a: !!int 1\n", "AM010", "tag `!!int` is not allowed", (1, 4, 1, 9)),
        ("!x {a: 1}\n", "AM010", "tag `!x` is not allowed", (1, 1, 1, 3)),
        ("a: [!<tag:x> b]\n", "AM010", "tag `!<tag:x>` is not allowed", (1, 5, 1, 13)),
        ("a: &a\n  - *a\n", "AM010", "alias `*a` stands inside what it stands for", (2, 5, 2, 7)),
        ("a: &a {b: *a}\n", "AM010", "alias `*a` stands inside what it stands for", (1, 11, 1, 13)),
        ("a: *b\n", "AM001", "alias `*b` has no anchor `&b` before it", (1, 4, 1, 6)),
        ("[a]: b\n", "AM004", "a key must be a text", (1, 1, 1, 2)),
        ("a: 1\n---\nb: 2\n", "AM001", "a second document begins here, expected one", (2, 1, 2, 4)),
        ('a: "\\e[31m"\n', "AM006", "text holds the control character U+001B", (1, 4, 1, 12)),
        ('a: "\\0"\n', "AM006", "text holds the control character U+0000", (1, 4, 1, 8)),
    ],
)
def test_what_a_map_may_not_hold_is_told(
    content: str,
    code: str,
    message: str,
    where: tuple[int, int, int, int],
    make_parser: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    problem = only(read(content).problems)
    assert (problem.code, problem.message, at(problem.span)) == (code, message, where)
    assert problem.help


@both_parsers
@pytest.mark.parametrize(
    ("content", "message", "where"),
    [
        ("k: a: b\n", "`: ` inside a text that is not in quotes", (1, 5)),
        ("- k: a: b\n", "`: ` inside a text that is not in quotes", (1, 7)),
        ("k: a #1\n  b\n", "` #` inside a text that is not in quotes", (1, 6)),
        ('k: "a" b\n', 'text goes on after the closing "', (1, 4)),
        ("k: '70s music\n", "quotation mark opened here is never closed", (1, 4)),
        ("k: [sic] b\n", "text goes on after the closing ]", (1, 4)),
        ("k: *b* c\n", "a text may not begin with `*`", (1, 4)),
        ("k: & b\n", "a text may not begin with `&`", (1, 4)),
        ("k: @b\n", "a text may not begin with `@`", (1, 4)),
        ("k: %b\n", "a text may not begin with `%`", (1, 4)),
        ("k: `b`\n", "a text may not begin with a backtick", (1, 4)),
        ("k: |b #1\n    c\n", "the text begins on the line of its `|` or `>`", (1, 4)),
        ("k: 'a #1'\n  b\n", "key expected here", (2, 3)),
        ("k: > b\n", "the text begins on the line of its `|` or `>`", (1, 4)),
        ("k: - b\n", "a list item may not begin here", (1, 4)),
        ("k: [a, b\n", "bracket opened here is not closed where it should be", (1, 4)),
        ("k:\n\t- a\n", "line is indented with a tab", (2, 1)),
        ("k: a\nb c\nd: e\n", "`key: value` expected here", (2, 1)),
        ("k: a\n   l: b\n", "key is indented deeper than its neighbours", (2, 4)),
        ('k: "a\\q"\n', "backslash begins no known escape in double quotes", (1, 6)),
        ("k:a\nl: b\n", "no space behind the `:` of `k`", (1, 2)),
        ("a: b\nk:c\nl: d\n", "no space behind the `:` of `k`", (2, 2)),
        ("- k:a\n\n  # l\n  m: b\n", "no space behind the `:` of `k`", (1, 4)),
        ("- a\n-k: b\n", "no space behind the `-`", (2, 1)),
        ("k：a\nl: b\n", "`：` is no colon", (1, 2)),
        ("k： a\nl: b\n", "`：` is no colon", (1, 2)),
        ("k:\u00a0a\nl: b\n", "character U+00A0 behind the `:`", (1, 3)),
        ("\u2003k: a\n", "key begins with the character U+2003", (1, 1)),
        ("\u2013 k: a\n  l: b\n", "list item begins with `–`, expected `-`", (1, 1)),
        ("# a\n  k: b: c\n", "`: ` inside a text", (2, 7)),
        ("k: a\n  b c: d\n", "`: ` inside a text", (2, 6)),
        ("k: {a: b: c}\n", "`: ` inside a text", (1, 9)),
        ("k: {a: b\nl: c\n", "bracket opened here", (1, 4)),
        ("* k: a\n* l: b\n", "list item begins with `*`", (1, 1)),
        ("k: a\n- b\n", "list item is not aligned with its neighbours", (2, 1)),
        ("- a\nk: b\n", "list item expected here", (2, 1)),
        ("k: ]\n", "a value is expected here", (1, 4)),
    ],
)
def test_syntax_errors_are_told_in_an_authors_words(
    content: str,
    message: str,
    where: tuple[int, int],
    make_parser: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    problem = read(content).problems[0]
    assert problem.code == "AM001"
    assert problem.message.startswith(message)
    assert (problem.span.line, problem.span.column) == where
    assert problem.help


@both_parsers
def test_a_syntax_error_of_no_known_cause_is_told_as_the_parser_has_it(
    make_parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    problem = only(read("%YAML 9.9\n---\na: b\n").problems)
    assert problem.message.startswith("not valid YAML: found incompatible YAML document")
    assert at(problem.span)[:2] == (1, 1)


@both_parsers
def test_reading_goes_on_behind_an_error_that_one_character_explains(
    make_parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    document = read("a: b: c\nd: e: f\nd: g #1\n  h\ni: 'j'\n")
    assert [problem.code for problem in document.problems] == ["AM001"] * 3 + ["AM002"]
    assert document.complete
    assert isinstance(document.root, Mapping)
    assert list(document.root.entries) == ["a", "d", "i"]


def test_no_more_errors_are_stepped_over_than_the_limit() -> None:
    document = read("a: b: c\n" * 9, Limits(repairs=3))
    assert [problem.code for problem in document.problems].count("AM001") == 3
    assert not document.complete


@both_parsers
@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_both_parsers_find_the_same(
    path: Path, make_parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    found = read_yaml(Text(path.name, path.read_text(encoding="utf-8", errors="replace")))
    monkeypatch.undo()
    expected = read_yaml(Text(path.name, path.read_text(encoding="utf-8", errors="replace")))
    assert found.problems == expected.problems
    assert found.complete == expected.complete
    if found.complete:
        assert plain(found.root) == plain(expected.root)
        assert spans(found.root) == spans(expected.root)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=maps())
def test_both_parsers_read_any_map_alike(data: dict[str, Any]) -> None:
    content = write(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "make_parser", parser.make_python_parser)
        by_python = read(content)
    by_default = read(content)
    assert plain(by_python.root) == plain(by_default.root) == data
    assert spans(by_python.root) == spans(by_default.root)


def test_the_python_parser_steps_in_where_libyaml_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: str) -> parser.EventParser:
        raise ImportError

    monkeypatch.setattr(parser, "make_c_parser", fail)
    assert type(parser.make_parser("a: b")).__name__ == "PythonParser"


def test_libyaml_has_its_own_bound_on_nesting_again_when_a_file_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    libyaml = pytest.importorskip("yaml._yaml")
    level = [1_000]
    monkeypatch.setattr(libyaml, "_get_max_nest_level", lambda: level[0], raising=False)
    monkeypatch.setattr(
        libyaml, "_set_max_nest_level", lambda value: level.__setitem__(0, value), raising=False
    )
    with parser.nesting.raised_to(5_000):
        with parser.nesting.raised_to(2_000):
            assert level == [5_000]
        assert level == [5_000]
    assert level == [1_000]


def test_a_libyaml_whose_bound_cannot_be_raised_is_no_obstacle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    libyaml = pytest.importorskip("yaml._yaml")
    monkeypatch.delattr(libyaml, "_set_max_nest_level", raising=False)
    assert plain(read("a: [[b]]").root) == {"a": [["b"]]}


def test_what_a_parser_finds_too_deep_is_told_as_such() -> None:
    content = "a: [[[b]]]"
    mark = Mark("", 5, 0, 5, content, 5)
    error = ParserError(None, None, "exceeded maximum nesting depth", mark)
    problem, repair = explain(Text("map.yaml", content), content, error)
    assert (problem.code, at(problem.span), repair) == ("AM007", (1, 6, 1, 7), None)


def test_a_line_that_begins_a_directive_is_told_where_libyaml_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml, "make_parser", parser.make_c_parser)
    problem = only(read("k: a\n%b\n").problems)
    assert problem.message == "a line may not begin with `%`"
    assert at(problem.span) == (2, 1, 2, 2)
