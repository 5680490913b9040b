"""Who cites which source, and through which other it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_context import seen

if TYPE_CHECKING:
    from argmap.check.bibliography import Bibliography

THESIS = "thesis:\n  claim: A.\n  id: a\n"


def read(sources: str, thesis: str = THESIS) -> Bibliography:
    """Read the sources of a map."""
    return seen(f"argmap: 1\ntitle: T\nsources:\n{sources}{thesis}").bibliography


def declare(*links: str) -> str:
    """Write sources: `a>b` is known through `b`, `a` at first hand."""
    lines = []
    for link in links:
        name, _, via = link.partition(">")
        lines.append(f"  {name}: {{title: T{f', via: {via}' if via else ''}}}\n")
    return "".join(lines)


@pytest.mark.parametrize(
    ("links", "origins"),
    [
        pytest.param(["a"], {"a": "a"}, id="first hand"),
        pytest.param(["a>b", "b"], {"a": "b", "b": "b"}, id="second hand"),
        pytest.param(["c", "b>c", "a>b"], {"a": "c", "b": "c", "c": "c"}, id="chain, last first"),
        pytest.param(["a>b", "b>c", "c"], {"a": "c", "b": "c", "c": "c"}, id="chain, last last"),
        pytest.param(["a>b"], {"a": None, "b": None}, id="not declared"),
        pytest.param(["a>a"], {"a": None}, id="itself"),
        pytest.param(["a>b", "b>a"], {"a": None, "b": None}, id="circle"),
        pytest.param(["x>a", "a>b", "b>a"], {"x": None, "a": None}, id="leads to a circle"),
    ],
)
def test_origin_is_the_end_of_the_chain(links: list[str], origins: dict[str, str | None]) -> None:
    bibliography = read(declare(*links))
    assert {name: bibliography.origin(name) for name in origins} == origins


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("{titel: T}", id="unknown field"),
        pytest.param("{title: T, via: a b}", id="wrong value"),
        pytest.param("{title: T, date: 2020-13}", id="impossible date"),
        pytest.param("{title: [T]}", id="list"),
        pytest.param("text", id="text"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_source_with_an_error_has_no_origin(broken: str) -> None:
    bibliography = read(f"  a: {{title: T, via: b}}\n  b: {broken}\n")
    assert bibliography.entries["a"].is_sound
    assert not bibliography.entries["b"].is_sound
    assert (bibliography.origin("a"), bibliography.origin("b")) == (None, None)


def test_an_empty_key_is_no_error() -> None:
    assert read("  a: {title: T, url: }\n").entries["a"].is_sound


def test_chain_begins_with_the_source_and_ends_where_no_other_is_named() -> None:
    bibliography = read(declare("a>b", "b>c", "c", "d>x", "e>f", "f>g", "g>f"))
    chains = {name: "".join(bibliography.iter_chain(name)) for name in "abcdefgz"}
    assert chains == {
        "a": "abc",
        "b": "bc",
        "c": "c",
        "d": "d",
        "e": "efg",
        "f": "fg",
        "g": "gf",
        "z": "",
    }


def test_circles_are_given_once_in_the_order_of_via() -> None:
    bibliography = read(declare("x>c", "a>b", "b>c", "c>a", "s>s", "y", "z>y"))
    assert bibliography.circles == (("c", "a", "b"), ("s",))


def test_citations_of_a_source_are_counted_in_document_order() -> None:
    thesis = (
        "thesis:\n  claim: A.\n  id: a\n  cite: s:2\n  because:\n"
        "    - {evidence: B., id: b, cite: [s, {source: s, at: 4, quote: q}, t, nobody]}\n"
    )
    bibliography = read(declare("s", "t", "u"), thesis)
    cited = {
        name: [(one.node, str(one.citation.at)) for one in entry.cited]
        for name, entry in bibliography.entries.items()
    }
    assert cited == {"s": [(0, "2"), (1, "None"), (1, "4")], "t": [(1, "None")], "u": []}
    assert bibliography.key_span("t").line == 5


def test_a_map_without_sources_has_an_empty_bibliography() -> None:
    bibliography = seen(f"argmap: 1\ntitle: T\n{THESIS}").bibliography
    assert bibliography.entries == {}
    assert bibliography.circles == ()
    assert bibliography.origin("a") is None


def test_long_chains_and_circles_are_walked_without_recursion() -> None:
    count = 20_000
    chain = [f"s{n}>s{n + 1}" for n in range(count)] + [f"s{count}"]
    bibliography = read(declare(*chain))
    assert bibliography.origin("s0") == f"s{count}"
    assert bibliography.circles == ()
    circle = read(declare(*(f"s{n}>s{(n + 1) % count}" for n in range(count))))
    assert len(circle.circles[0]) == count
    assert circle.origin("s0") is None
