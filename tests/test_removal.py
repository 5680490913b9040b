"""What is taken out of YAML: the thing itself, its comment and its comma, and nothing else."""

from __future__ import annotations

import pytest

from argmap.source.change import Change, Stretch, stretches
from argmap.source.removal import Removals
from argmap.source.text import Text
from argmap.source.tree import Mapping, find_shared
from argmap.source.yaml import read_yaml
from tests.reading import only, read


def take_out(content: str, *path: str | int) -> str | None:
    """Take something out of a text; None where there is no removal."""
    text = Text("map.yaml", content)
    root = read_yaml(text).root
    assert isinstance(root, Mapping)
    edits = Removals(text).find(root, *path)
    if edits is None:
        return None
    change = Change(text, stretches(text, edits))
    assert change.keeps(root, read_yaml(change.text).root)
    return change.text.content


BLOCK = [
    pytest.param("a: 1\nb: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="key"),
    pytest.param("a: 1\nb: 2\n", ("a",), "b: 2\n", id="first key"),
    pytest.param("a: 1\nb: 2", ("b",), "a: 1\n", id="last line without an end"),
    pytest.param("a: 1\r\nb: 2\r\nc: 3\r\n", ("b",), "a: 1\r\nc: 3\r\n", id="CRLF"),
    pytest.param("a: 1\rb: 2\rc: 3\r", ("b",), "a: 1\rc: 3\r", id="CR"),
    pytest.param("a: 1\nb: 2 # two\n# c\nc: 3\n", ("b",), "a: 1\n# c\nc: 3\n", id="its comment"),
    pytest.param("a: 1\nb: 2\t# two\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="tab before a comment"),
    pytest.param("a: 1\n# b\nb: 2\nc: 3\n", ("b",), "a: 1\n# b\nc: 3\n", id="comment above"),
    pytest.param("a: 1\nb:\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="nothing as a value"),
    pytest.param("a: 1\nb:  # none\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="nothing and a comment"),
    pytest.param("a: 1\nb: []\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="empty list"),
    pytest.param("a: 1\nb: [\n  # x\n]\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="empty on lines"),
    pytest.param("a: 1\nb: |\n  x\n\n  y\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="block scalar"),
    pytest.param("a: 1\nb: |  # x\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n", id="empty block scalar"),
    pytest.param("a: 1\nb: x\n  y\n  z\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="plain on lines"),
    pytest.param('a: 1\n"b": "x\n  y"\nc: 3\n', ("b",), "a: 1\nc: 3\n", id="quoted on lines"),
    pytest.param("a: 1\nb:  # x\n  # y\n  d: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="mapping"),
    pytest.param("a:\n  - 1\n  - 2\n  - 3\n", ("a", 1), "a:\n  - 1\n  - 3\n", id="item"),
    pytest.param("a:\n- 1\n- 2\n", ("a", 0), "a:\n- 2\n", id="first item, not indented"),
    pytest.param(
        "a:\n- 1\n-\n  # x\n  b: 2 # y\n# z\n- 3\n", ("a", 1), "a:\n- 1\n# z\n- 3\n", id="dash"
    ),
    pytest.param("a:\n  - 1 # x\n  # y\n  - 2\n", ("a", 1), "a:\n  - 1 # x\n  # y\n", id="last"),
    pytest.param("a:\n  - - 1\n    - 2\n  - 3\n", ("a", 0, 1), "a:\n  - - 1\n  - 3\n", id="nested"),
    pytest.param("a:\n  - b: []\n    c: 1\n", ("a", 0, "b"), "a:\n  - c: 1\n", id="dash stays"),
    pytest.param("a:\n- - b: []\n    c: 1\n", ("a", 0, 0, "b"), "a:\n- - c: 1\n", id="dashes stay"),
    pytest.param(
        "a:\n  - b: [] # x\n\n    c: 1\n", ("a", 0, "b"), "a:\n  - c: 1\n", id="dash and blank line"
    ),
    pytest.param(
        "a:\n  -  b: [] # x\n     # y\n     c: 1\n",
        ("a", 0, "b"),
        "a:\n  -\n     # y\n     c: 1\n",
        id="dash stays alone above a comment",
    ),
    pytest.param("a: 1\nb:\n  c:\n    d: 2\n", ("b", "c", "d"), "a: 1\n", id="last goes with keys"),
    pytest.param("a: 1\nb:\n  - 2\n", ("b", 0), "a: 1\n", id="last item goes with its key"),
    pytest.param("a: 1\nb: [2]\n", ("b", 0), "a: 1\n", id="last in brackets"),
    pytest.param("a: 𝔸\nb: 𝔹 # 𝕏\nc: ℂ\n", ("b",), "a: 𝔸\nc: ℂ\n", id="beyond the BMP"),
    pytest.param("a: &a [1]\nb: *a\nc: 2\n", ("c",), "a: &a [1]\nb: *a\n", id="beside an alias"),
    pytest.param("\ufeffa: 1\nb: 2\n", ("a",), "b: 2\n", id="byte order mark"),
    pytest.param("a: 1\nb: x\u2028y\x85z\nc: 3\n", ("b",), "a: 1\nc: 3\n", id="old line ends"),
]
FLOW = [
    pytest.param("a: [1, 2, 3]\n", ("a", 0), "a: [2, 3]\n", id="first"),
    pytest.param("a: [1, 2, 3]\n", ("a", 1), "a: [1, 3]\n", id="middle"),
    pytest.param("a: [1, 2, 3]\n", ("a", 2), "a: [1, 2]\n", id="last"),
    pytest.param("a: [1, 2,]\n", ("a", 1), "a: [1,]\n", id="comma at the end"),
    pytest.param("a: [ 1 , 2 ]\n", ("a", 1), "a: [ 1 ]\n", id="spaces"),
    pytest.param("a: {b: 1, c: {d: 2}, e: [3]}\n", ("a", "c"), "a: {b: 1, e: [3]}\n", id="key"),
    pytest.param('{"a":1,"b":2,"c":3}\n', ("b",), '{"a":1,"c":3}\n', id="JSON"),
    pytest.param("a: {b: , c: 2}\n", ("a", "b"), "a: {c: 2}\n", id="nothing as a value"),
    pytest.param(
        "a: [\n  1,  # x\n  2,  # y\n  3  # z\n]\n",
        ("a", 1),
        "a: [\n  1,  # x\n  3  # z\n]\n",
        id="line",
    ),
    pytest.param(
        "a: [\n  1,  # x\n  # y\n  3  # z\n]\n",
        ("a", 1),
        "a: [\n  1  # x\n  # y\n]\n",
        id="last line, and the comma before it",
    ),
    pytest.param("a: [\n  1,\n  2,\n]\n", ("a", 1), "a: [\n  1,\n]\n", id="last line with comma"),
    pytest.param("a: [\n  1,\n  2,\n]\n", ("a", 0), "a: [\n  2,\n]\n", id="first line"),
    pytest.param("a: [1, # x\n  2]\n", ("a", 0), "a: [ # x\n  2]\n", id="first beside the bracket"),
    pytest.param("a: [1, # x\n  2]\n", ("a", 1), "a: [1 # x\n  ]\n", id="last beside the bracket"),
    pytest.param("a: [1, 2, # x\n  3]\n", ("a", 1), "a: [1, # x\n  3]\n", id="end of a line"),
    pytest.param("a: [1,\n  2, 3]\n", ("a", 1), "a: [1,\n  3]\n", id="start of a line"),
    pytest.param("a: [\n  1\n  , 2\n]\n", ("a", 0), "a: [\n   2\n]\n", id="comma on the next line"),
    pytest.param(
        '{\n "a": 1,\n "b": [\n  2\n ]\n}\n', ("b", 0), '{\n "a": 1\n}\n', id="JSON lines"
    ),
]
NOT = [
    pytest.param("a: 1\n", ("a",), id="the only thing"),
    pytest.param("a: 1\nb: 2\n", ("c",), id="no such key"),
    pytest.param("a: 1\nb: [2]\n", ("b", 1), id="no such item"),
    pytest.param("a: 1\nb: 2\n", ("b", "c"), id="path into a text"),
    pytest.param("? a\n: 1\nb: 2\n", ("a",), id="explicit key"),
    pytest.param("{? a : 1, b: 2}\n", ("a",), id="explicit key in braces"),
    pytest.param("?\n  a\n: 1\nb: 2\n", ("a",), id="explicit key on its line"),
    pytest.param("? a\nb: 2\n", ("a",), id="explicit key without a value"),
    pytest.param("x: &x 1\na: *x\nb: 2\n", ("a",), id="alias"),
    pytest.param("x: &x [1]\na: [*x, 2]\n", ("a", 0), id="alias in brackets"),
    pytest.param("x: &x [1]\na: [*x, 2]\n", ("a", 1), id="behind an alias in brackets"),
    pytest.param("x: &x [1]\na:\n- *x\n- 2\n", ("a", 0), id="alias behind a dash"),
    pytest.param("x: &x [1]\na:\n- *x\n- 2\n", ("a", 1), id="behind an alias"),
    pytest.param("a:\n  - - 1\n    - 2\n", ("a", 0, 0), id="first of a list in a list"),
    pytest.param("a: 1\nb: &b\nc: 3\n", ("b",), id="anchor of nothing"),
    pytest.param("a:\n- b: []\n  ? c\n  : 1\n", ("a", 0, "b"), id="dash before an explicit key"),
    pytest.param("a: [\n  1 # x\n  , 2\n]\n", ("a", 0), id="comment before the comma"),
    pytest.param("a: {b: 1, b: 2, c: 3}\n", ("a", "b"), id="key given twice"),
]


@pytest.mark.parametrize(("before", "path", "after"), [*BLOCK, *FLOW])
def test_what_is_taken_out(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert take_out(before, *path) == after


@pytest.mark.parametrize(("before", "path"), NOT)
def test_what_is_not_certain_stays(before: str, path: tuple[str | int, ...]) -> None:
    assert take_out(before, *path) is None


def test_values_with_aliases_are_found() -> None:
    content = "a: &a {b: &b [1], c: 2}\nd: *a\ne: [*b, *a]\n&k k: 1\nm: {*k : 2}\n"
    root = read(content).root
    assert root is not None
    assert [content[start:end] for start, end in find_shared(root)] == [
        "&a {b: &b [1], c: 2}",
        "&k k",
    ]


@pytest.mark.parametrize(
    ("content", "after"),
    [
        ("a: 1\nb: [2]\nb: [2]  # again\n", "a: 1\nb: [2]\n"),
        ("a: 1\na: 1\n", "a: 1\n"),
        ("{a: 1, a: 1}\n", "{a: 1}\n"),
        ("a: 1\nb: 2\nb: '2'\n", None),
        ("a: &a 1\nb: *a\nb: *a\n", None),
    ],
)
def test_a_key_given_twice_with_the_same_value_is_taken_out(
    content: str, after: str | None
) -> None:
    text = Text("map.yaml", content)
    fix = only(read_yaml(text).problems).fix
    made = None if fix is None else Change(text, stretches(text, fix.edits)).text.content
    assert made == after


@pytest.mark.parametrize(
    ("edits", "after", "is_kept"),
    [
        pytest.param([Stretch(0, 1, "x")], "x: 1\nb: [2, 3]\n", True, id="key"),
        pytest.param([Stretch(3, 4, "")], "a: \nb: [2, 3]\n", False, id="text only"),
        pytest.param(
            [Stretch(5, 8, ""), Stretch(0, 0, "# x\n")], "# x\na: 1\n[2, 3]\n", False, id="key only"
        ),
        pytest.param([Stretch(9, 10, "x, y")], "a: 1\nb: [x, y, 3]\n", True, id="two for one"),
        pytest.param([Stretch(4, 5, "\n  ")], "a: 1\n  b: [2, 3]\n", False, id="indented"),
        pytest.param([Stretch(10, 12, " ")], "a: 1\nb: [2 3]\n", False, id="joined"),
        pytest.param([Stretch(9, 9, "2, ")], "a: 1\nb: [2, 2, 3]\n", True, id="put in"),
        pytest.param([Stretch(8, 9, '"')], 'a: 1\nb: "2, 3]\n', False, id="broken"),
    ],
)
def test_changes_that_do_more_than_they_say_are_seen(
    edits: list[Stretch], after: str, *, is_kept: bool
) -> None:
    before = "a: 1\nb: [2, 3]\n"
    change = Change(Text("map.yaml", before), edits)
    assert change.text.content == after
    assert change.keeps(read(before).root, read(after).root) == is_kept


def test_offsets_move_with_what_is_before_them() -> None:
    change = Change(Text("map.yaml", "abcdef"), [Stretch(1, 2, ""), Stretch(3, 4, "xyz")])
    assert change.text.content == "acxyzef"
    assert [change.moved(offset) for offset in range(6)] == [0, None, 1, 2, 5, 6]
