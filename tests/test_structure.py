"""The rules on structure in maps too large for a case file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.app.check import check
from argmap.check.placeholders import find_placeholder, find_placeholders
from argmap.check.structure import NameFinder

HEAD = "argmap: 1\ntitle: T\nthesis:\n"


def test_a_long_circle_is_printed_with_a_gap_and_related_in_full() -> None:
    steps = 50
    nodes = [
        f"  - {{claim: Step {n} holds., id: n{n}, because: [ref: n{(n + 1) % steps}]}}\n"
        for n in range(steps)
    ]
    (finding,) = check(HEAD + "".join(nodes), select=["AM104"]).findings
    told = finding.problem.message.partition(": ")[2].split(" → ")
    assert told[:2] == ["`n0`", "`n1`"]
    assert told[15] == "… 21 more …"
    assert told[-2:] == ["`n49`", "`n0`"]
    assert [related.span.line for related in finding.problem.related] == list(range(4, 54))
    assert finding.problem.span.line == 53


def test_circles_apart_give_a_finding_each() -> None:
    nodes = [
        f"  - {{claim: Step {n} holds., id: n{n}, because: [ref: n{n ^ 1}]}}\n" for n in range(6)
    ]
    findings = check(HEAD + "".join(nodes), select=["AM104"]).findings
    assert [finding.problem.span.line for finding in findings] == [5, 7, 9]


def test_names_are_suggested_a_bounded_number_of_times() -> None:
    names = NameFinder(["tablet"])
    assert names.suggest("tablett") == "did you mean `tablet`?"
    for number in range(500):
        names.suggest(f"{number}")
    assert names.suggest("tablets") is None
    assert names.suggest("tablett") == "did you mean `tablet`?"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("TODO", "TODO"),
        ("todo", "todo"),
        ("tbd", "tbd"),
        ("TODO: ask her", "TODO"),
        ("It rose by TBD percent.", "TBD"),
        ("(FIXME)", "FIXME"),
        ("XXX", "XXX"),
        ("[XXX] is so", "[XXX]"),
        ("…", "…"),
        ("...", "..."),
        (" . . .", None),
        ("?", "?"),
        ("Is it so??? It is.", "???"),
        ("所以呢？？？", "？？？"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
        ("<claim>", "<claim>"),
        ("<why it is so>", "<why it is so>"),
        ("Because <your reason>", "<your reason>"),
        ("There is much to do.", None),
        ("Todo es posible.", None),
        ("The list of TODO items grows.", None),
        ("The word «TODO» stands there.", None),
        ("Louis XXX never lived.", None),
        ("AUTODOC and TODOS differ.", None),
        ("Wait… it holds.", None),
        ("The <title> tag is missing.", None),
        ("<https://example.org>", None),
        ("a < b > c", None),
        ("Is it so?", None),
    ],
)
def test_placeholders_are_told_from_texts(text: str, mark: str | None) -> None:
    assert find_placeholder(text) == mark


SIGNS = st.sampled_from(
    [*" .…?？<>:(a", "TODO", "todo", "TBD", "tbd", "FIXME", "XXX", "xxx", "..."]
)


@given(st.lists(st.lists(SIGNS | st.just("lorem ipsum"), max_size=5).map("".join), max_size=5))
def test_placeholders_are_found_at_once_as_in_each_text(texts: list[str]) -> None:
    found = {number: find_placeholder(text) for number, text in enumerate(texts)}
    assert find_placeholders(texts) == {n: mark for n, mark in found.items() if mark}
