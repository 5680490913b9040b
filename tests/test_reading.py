"""How files are read: bytes, lines, YAML, and what is said of what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.app.check import check
from argmap.app.load import load
from argmap.source import yaml
from argmap.source.limits import Limits
from argmap.source.text import Text, decode
from argmap.source.tree import Mapping, Scalar, Sequence, describe
from tests.reading import at, both_parsers, only, read
from tests.strategies import maps, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_hundred_thousand_brackets_are_refused_with_a_place() -> None:
    document = read("thesis: " + "[" * 100_000)
    problem = only(document.problems)
    assert problem.code == "AM007"
    assert problem.message == "file nests over 25000 levels deep, the limit on depth"
    assert at(problem.span) == (1, 25_008, 1, 25_009)
    assert not document.complete


@both_parsers
@pytest.mark.parametrize(
    ("content", "limits", "code", "where"),
    [
        ("[[[]]]\n", Limits(depth=2), "AM007", (1, 3)),
        ("[a, b, [c]]\n", Limits(values=3), "AM007", (1, 8)),
        ("a: &a [1, 2]\nb: *a\nc: *a\n", Limits(values=12), "AM010", (3, 4)),
    ],
    ids=["depth", "values", "aliases"],
)
def test_a_limit_is_told_where_it_is_passed(
    content: str,
    limits: Limits,
    code: str,
    where: tuple[int, int],
    make_parser: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    problem = only(read(content, limits).problems)
    assert problem.code == code
    assert (problem.span.line, problem.span.column) == where


def test_an_alias_bomb_is_refused_and_small() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    document = read("\n".join(lines))
    assert {problem.code for problem in document.problems} == {"AM010"}
    assert document.complete


@pytest.mark.parametrize(
    ("data", "message", "where"),
    [
        ("argmap: 1\n".encode("utf-16"), "file is UTF-16, expected UTF-8", (1, 1)),
        ("argmap: 1\n".encode("utf-16-be"), "character U+0000 is not allowed in YAML", (1, 1)),
        ("argmap: 1\n".encode("utf-32"), "file is UTF-32, expected UTF-8", (1, 1)),
        (b"a: 1\nb: caf\xe9\n", "file is not UTF-8: byte 0xe9 cannot stand here", (2, 7)),
        ("é: ü".encode() + b"\xff", "file is not UTF-8: byte 0xff cannot stand here", (1, 5)),
        (b"a: \xed\xa0\x80\n", "file is not UTF-8: byte 0xed cannot stand here", (1, 4)),
        (b"a: b\x00c\n", "character U+0000 is not allowed in YAML", (1, 5)),
        (b"a: b\n\x1b[2J\n", "character U+001B is not allowed in YAML", (2, 1)),
    ],
    ids=[
        "utf-16",
        "utf-16 unmarked",
        "utf-32",
        "latin-1",
        "odd byte",
        "surrogate",
        "nul",
        "escape",
    ],
)
def test_what_is_no_text_is_told(data: bytes, message: str, where: tuple[int, int]) -> None:
    argument = load(data)
    problem = only(argument.problems)
    assert problem.code in {"AM001", "AM007"}
    assert problem.message == message
    assert (problem.span.line, problem.span.column) == where
    assert problem.help
    assert argument.graph is None


def test_a_lone_surrogate_in_a_text_is_told() -> None:
    problem = only(load("argmap: 1\ntitle: \ud800\n").problems)
    assert (problem.code, problem.message) == ("AM001", "character U+D800 is not allowed in YAML")


def test_a_file_over_the_limit_is_refused() -> None:
    problem = decode(b"a: b\n", "map.yaml", 4)
    assert not isinstance(problem, Text)
    assert problem.message == "file has over 4 bytes, the limit"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    argument = load(tmp_path / "none.yaml")
    assert argument.is_missing
    assert only(argument.problems).message == "file cannot be read: No such file or directory"
    assert load(tmp_path).is_missing


SMALL = "argmap: 1\ntitle: T\nthesis:\n  claim: A 😀 holds. \n  wieght: 1\n"


@pytest.mark.parametrize(
    "data",
    [
        SMALL.encode(),
        b"\xef\xbb\xbf" + SMALL.encode(),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL.replace("\n", "\r").encode(),
        SMALL.replace("\n", "\r\n", 2).encode(),
        SMALL.replace("😀", "\u2028").encode(),
        SMALL.replace("😀", "\x85").encode(),
        SMALL.replace("title: T", '"title": "T"').encode(),
    ],
    ids=["lf", "bom", "crlf", "cr", "mixed", "line separator", "next line", "quotes"],
)
@both_parsers
def test_line_ends_and_marks_move_nothing(
    data: bytes, make_parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "make_parser", make_parser)
    found = {problem.code: at(problem.span) for problem in load(data).problems}
    assert found == {"AM003": (5, 3, 5, 9)}


@pytest.mark.parametrize("data", [b"", b"\n", b"# only a comment\n", b"\xef\xbb\xbf", b"---\n"])
def test_an_empty_file_is_told(data: bytes) -> None:
    problem = only(load(data).problems)
    assert (problem.code, at(problem.span)) == ("AM004", (1, 1, 1, 1))


def test_positions_are_found_at_every_kind_of_line_end() -> None:
    text = Text("map.yaml", "\ufeffab\r\nc\rd\n\ne")
    assert [text.line(number) for number in range(1, 6)] == ["ab", "c", "d", "", "e"]
    assert [text.position(offset) for offset in (0, 2, 4, 6, 8, 9)] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (3, 1),
        (4, 1),
        (5, 1),
    ]


def test_values_are_named_in_messages() -> None:
    named = [describe(value) for value in (Scalar("", 0, 0, True), Sequence(0), Mapping(0))]
    assert named == ["nothing", "a list", "a mapping"]
    assert describe(Scalar("", 0, 2, False)) == "text"


@settings(max_examples=200, deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    )
)
@example(data=b"argmap: 1\ntitle: T\nthesis: {claim: A, cite: {source: }}\n")
@example(data=b"argmap: 1\ntitle: T\nthesis: {ref: a}\n")
@example(data=b"argmap: 1\ntitle: T\nthesis: {premises: [{premises: [{ref: a}]}], id: a}\n")
@example(data=b"argmap: 1\ntitle: T\nthesis: &a [{claim: A}, *a, *a]\n")
def test_no_bytes_bring_an_exception(data: bytes) -> None:
    check(data)


@settings(max_examples=80, deadline=None)
@given(data=maps(), place=st.integers(0, 400), column=st.integers(0, 6))
def test_a_comment_line_moves_just_what_is_below_it(
    data: dict[str, Any], place: int, column: int
) -> None:
    lines = write(data).split("\n")
    cut = min(place, len(lines) - 1)
    moved = [*lines[:cut], " " * column + "# a comment: it says #1", *lines[cut:]]
    before = [finding.problem for finding in check("\n".join(lines)).findings]
    after = [finding.problem for finding in check("\n".join(moved)).findings]
    assert len(before) == len(after)
    for first, second in zip(before, after, strict=True):
        assert second.message == first.message
        assert second.span.line == first.span.line + (first.span.line > cut)
        assert second.span.end_line == first.span.end_line + (first.span.end_line > cut)
        assert second.span.column == first.span.column
        assert second.span.end_column == first.span.end_column
