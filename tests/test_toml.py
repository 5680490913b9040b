"""Keys and values of TOML are found where they stand."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source.toml import find_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.source.toml import KeyPath, Places

DOCUMENTS = {
    "empty": "",
    "comment only": "# [a]\n# b = 1",
    "plain": 'a = 1\nb = "two" # c = 3\n',
    "headers": "[a]\nb = 1\n[a.c.d]\ne = 2\n[f]\n",
    "spaces": " [ a . 'b c' ] \n\t d  =  1 \n",
    "dotted keys": 'a.b."c.d" = 1\na.e = 2\n[f]\ng.h = 3\n',
    "lists": "a = [1, [2, 3], []]\nb = [\n  'x', # one, two ]\n  'y',\n]\n",
    "inline tables": "a = {b = 1, c.d = [{e = 2}, {}]}\n",
    "lists of tables": "[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[a.c]\nd = 3\n[[a.e]]\nf = 4\n[[a.e]]\n",
    "multi-line texts": 'a = """\n[no]\nb = 1""\\"""""\nc = \'\'\'\n[x] # \'\' \'\'\'\n',
    "quotes in texts": 'a = """"x""""\nb = "\\"#="\nc = \'"\'\n',
    "quotes at the end": 'a = """x"""""\nb = 1\n',
    "numbers and dates": "a = -1.5e+3\nb = 1979-05-27 07:32:00.5Z # c\nc = 07:32:00\nd = +inf\n",
    "numbers as keys": "1.2 = 3\n[4]\n",
    "escapes in keys": '"\\u0061\\"" = 1\n["b\\\\"]\nc = 2\n',
    "wide characters": '"键" = "值, 值" # 注\n["секция"]\nb = ["да"]\n',
    "carriage returns": '[a]\r\nb = [\r\n  1,\r\n]\r\nc = "d"\r\n',
    "no line end": "[a]\nb = {c = 'd'}",
}


def paths(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Give every key path of a document with what stands there."""
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from paths(item, (*path, number))


def assert_found(content: str) -> Places:
    places = find_places(content)
    document = tomllib.loads(content)
    for path, value in paths(document):
        if path and isinstance(path[-1], str):
            start, end = places.keys[path]
            assert tomllib.loads(f"{content[start:end]} = 0") == {path[-1]: 0}
        if path in places.values:
            start, end = places.values[path]
            assert tomllib.loads(f"x = {content[start:end]}") == {"x": value}
        else:
            assert path == () or isinstance(value, dict) or _has_headers(value)
    assert set(places.values) <= {path for path, _ in paths(document)}
    return places


def _has_headers(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


@pytest.mark.parametrize("content", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_key_and_value_is_found(content: str) -> None:
    assert_found(content)


def test_a_key_is_found_where_it_is_first_named() -> None:
    content = "[a.b]\nc = 1\n[a]\nd = 2\n"
    places = assert_found(content)
    assert places.keys["a",] == (1, 2)
    assert places.keys["a", "b"] == (3, 4)


def test_deep_nesting_is_no_trouble() -> None:
    places = find_places("a = " + "[" * 2_000 + "]" * 2_000)
    assert places.values["a",] == (4, 4_004)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCALARS = st.one_of(st.integers(-(2**40), 2**40), st.booleans(), TEXTS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def written(value: Any) -> str:
    """Write a value as TOML."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{quoted(key)}={written(item)}" for key, item in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ",\n ".join(written(item) for item in value) + "]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


def quoted(text: str) -> str:
    """Write a text as TOML."""
    return json.dumps(text).replace("\x7f", "\\u007f") if text.isascii() else _long(text)


def _long(text: str) -> str:
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


@given(st.dictionaries(TEXTS, VALUES, max_size=4), st.dictionaries(TEXTS, VALUES, max_size=3))
def test_whatever_is_written_is_found(top: dict[str, Any], below: dict[str, Any]) -> None:
    lines = [f"{quoted(key)} = {written(value)}" for key, value in top.items()]
    if "t" not in top:
        lines += ["[t.'u v']", *(f"{quoted(key)} = {written(item)}" for key, item in below.items())]
    assert_found("\n".join(lines))
