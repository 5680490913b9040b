"""Plain YAML: what is read line by line is what both parsers make of it."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.source import yaml
from argmap.source.document import read_document
from argmap.source.limits import DEFAULT_LIMITS, Limits
from argmap.source.plain import read_plain
from argmap.source.text import Text, decode
from argmap.source.tree import Mapping, Scalar, Sequence, Value
from tests.reading import both_parsers, map_files, read

TEXTS = [
    "a",
    "one two",
    "x: y",
    "x:y",
    "http://a.org/?b=1",
    "a #b",
    "a#b",
    "a  ",
    "a:",
    "a :b",
    "it's",
    'say "so"',
    "- a",
    "-1",
    "?",
    "? a",
    "[a]",
    "[a, b ]",
    "[a,]",
    "[]",
    "{}",
    "[a: b]",
    "{a: b}",
    "{ a: b , c: d e}",
    "{a: b, a: c}",
    "{a: , b: c}",
    "{a: [b, {c: d}], e: f}",
    "{a: 'x, }', b: \"y: #\"}",
    "[a, b] c",
    "[a # b]",
    "[a #b, c]",
    "[a] # b",
    "{a: it's, b: c}",
    "{a: 2023-07, b: x:4}",
    "'a'",
    "'it''s'",
    "'a' b",
    "'a",
    '"a"',
    '"a \\"b\\" \\\\"',
    '"a\\n"',
    '""',
    "''",
    '"a" # b',
    "&x a",
    "*x",
    "!t a",
    "| ",
    "|-",
    ">",
    ">-",
    ">+",
    "|2",
    "> a",
    ">- # b",
    "%a",
    "@a",
    "`a",
    "~",
    "1.5",
    "中文。",
    "\u3000a",
    "a\u00a0b",
    "a\u2028b",
    "a\u0085b",
    "a\tb",
    "\ta",
    "---",
    "...",
    "a, b",
    "a] b}",
    ",a",
    "# a",
    ":a",
    "=",
    "<<",
    "",
]
KEYS = ["a", "b", "c", "claim", "a.b", "a-b", "1", "中", "_x", "a b", '"q"', "? a", "-x", "x" * 200]


class _Writer:
    """Writes YAML at random: mostly right, in every form that is read plainly and in others."""

    def __init__(self, chooser: random.Random) -> None:
        self.chooser = chooser
        self.lines: list[str] = []

    def write(self) -> str:
        self.mapping(0, "")
        for _ in range(self.chooser.choice([0, 0, 0, 1, 2])):
            self.spoil()
        end = self.chooser.choice(["\n", "\n", "\r\n"])
        return end.join(self.lines) + self.chooser.choice(["", end, end + end])

    def mapping(self, indent: int, before: str) -> None:
        names = self.chooser.sample(KEYS[:9], self.chooser.randint(1, 3))
        if self.chooser.random() < 0.05:
            names.append(self.chooser.choice(KEYS))
        for name in names:
            self.value(indent, f"{before or ' ' * indent}{name}:")
            before = ""
            self.between()

    def value(self, indent: int, before: str) -> None:
        form = self.chooser.random()
        if form < 0.25 and indent < 12:
            self.lines.append(before + self.chooser.choice(["", "", " ", "  # b"]))
            self.between()
            deeper = indent + self.chooser.choice([1, 2, 2, 4])
            if self.chooser.random() < 0.5:
                self.mapping(deeper, "")
            else:
                self.items(self.chooser.choice([indent, deeper]))
        else:
            spaces = " " * self.chooser.choice([1, 1, 1, 2])
            self.lines.append(before + spaces + self.chooser.choice(TEXTS))
            self.run_on(indent)

    def items(self, indent: int) -> None:
        for _ in range(self.chooser.randint(1, 3)):
            dash = " " * indent + "-" + " " * self.chooser.choice([1, 1, 1, 3])
            if self.chooser.random() < 0.5:
                self.mapping(len(dash), dash)
            else:
                self.lines.append(dash + self.chooser.choice(TEXTS))
                self.run_on(indent)
            self.between()

    def run_on(self, indent: int) -> None:
        while self.chooser.random() < 0.2:
            deeper = " " * (indent + self.chooser.choice([0, 1, 2, 2, 2, 3]))
            self.lines.append(deeper + self.chooser.choice(TEXTS))

    def between(self) -> None:
        if self.chooser.random() < 0.1:
            self.lines.append(self.chooser.choice(["", "  ", "# a", "   # a: b", "#"]))

    def spoil(self) -> None:
        at = self.chooser.randrange(len(self.lines))
        line = self.lines[at]
        self.lines[at] = self.chooser.choice(
            [" " + line, line[1:], line + " # c", "- " + line, line + ":", line[:-1], "\t" + line]
        )


def dump(value: Value | None) -> Any:
    """Give a value with all its places."""
    if isinstance(value, Scalar):
        return value.value, value.start, value.end, value.plain
    if isinstance(value, Sequence):
        return value.start, value.end, [dump(item) for item in value.items]
    if isinstance(value, Mapping):
        pairs = [(name, dump(key), dump(item)) for name, (key, item) in value.entries.items()]
        return value.start, value.end, pairs
    return None


def assert_same(content: str) -> bool:
    """Compare with what the parser makes of a text, if it is read plainly at all."""
    found = read_plain(content, DEFAULT_LIMITS)
    if found is None:
        return False
    parsed = read(content)
    assert parsed.problems == ()
    assert parsed.complete
    assert dump(found) == dump(parsed.root)
    return True


@both_parsers
@given(seed=st.integers(0, 2**32))
@settings(max_examples=400)
def test_plain_yaml_is_what_a_parser_makes_of_it(make_parser: Any, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "make_parser", make_parser)
        assert_same(_Writer(random.Random(seed)).write())


def test_files_of_maps_are_read_alike() -> None:
    texts = [decode(path.read_bytes(), path.name, DEFAULT_LIMITS.bytes) for path in map_files()]
    contents = [text.content for text in texts if isinstance(text, Text)]
    plain = [assert_same(content) for content in contents]
    assert sum(plain) > 0.8 * len(plain)


@pytest.mark.parametrize(
    "content",
    [
        "a: b\n",
        "a: b",
        "\n# c\na:\n- b\n-   c  # d\nb:\n  c:\n",
        "a: one\n  two\n    three  \nb: x\n",
        "a: >-\n  one\n  two\n\nb: |\n  x: y\n",
        "a: {b: c, d: [e, 'f, g']} # h\r\nb: [\"i\"]\r\n",
        "a:\n  - - b\n",
    ],
)
def test_forms(content: str) -> None:
    assert assert_same(content) is ("- - " not in content)


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        ("a:\n  b:\n    c:\n      d: e\n", Limits(depth=3)),
        ("a: [[[b]]]\n", Limits(depth=3)),
        ("a: [b, c, d]\n", Limits(values=5)),
        ("a: b\nc: d\ne: f\n", Limits(values=6)),
    ],
)
def test_limits_are_told_as_ever(content: str, limits: Limits) -> None:
    assert read_plain(content, DEFAULT_LIMITS) is not None
    found, parsed = read_document(Text("map.yaml", content), limits), read(content, limits)
    assert (found[1:], dump(found.root)) == (parsed[1:], dump(parsed.root))


@pytest.mark.parametrize("content", ["", "\n", "# c\n", "a: [b", "a: [", "a: {b: ", "a: [b,"])
def test_what_is_nothing_or_has_no_end_is_left_to_the_parser(content: str) -> None:
    assert read_plain(content, DEFAULT_LIMITS) is None


@pytest.mark.parametrize(
    "content",
    [
        "a: >-\n  b\n\n  c\n",
        "a: |\n    b\n  c\n",
        "a: |\n  b\n   c\n",
        "a: >\n  b \n",
        "a: >\nb: c\n",
    ],
)
def test_texts_whose_lines_are_not_alike_are_left_to_the_parser(content: str) -> None:
    assert read_plain(content, DEFAULT_LIMITS) is None


def test_a_text_runs_on_over_many_lines() -> None:
    many = "a: b\n" + "  c d\n" * 20_000
    found = read_plain(many, DEFAULT_LIMITS)
    assert found is not None
    assert len(found.entries["a"][1].value) == 4 * 20_000 + 1  # type: ignore[union-attr]
