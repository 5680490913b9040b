"""Citations compared with their sources: what is verified, and where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import load
from argmap.check.differences import tell_changes
from argmap.check.quotations import compare_citations
from argmap.source.gaps import find_gaps
from argmap.source.material import Material
from argmap.source.nearness import Change
from argmap.source.paragraphs import read_paragraphs
from argmap.source.quotes import Match
from tests.articles import MAP, write_essay

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_cited_is_verified_or_not(tmp_path: Path) -> None:
    path = write_essay(tmp_path)
    content = MAP.replace(
        "cite: essay:3", 'cite: [essay:3, essay:99, essay, {source: essay, at: "4"}]'
    )
    path.write_text(content.replace("did not ask", "did ask"), encoding="utf-8")
    argument = load(path)
    assert argument.graph is not None
    found = compare_citations(argument.graph, argument.materials)
    assert [one.is_verified for one in found] == [True, True, False, None, True, False]
    assert [one.paragraphs for one in found][3:] == ["", "paragraph 4", ""]
    spans = [one.locator_span(argument.graph) for one in found]
    assert all(span.line > 0 for span in spans)
    assert compare_citations(argument.graph, {}) == []


def test_nothing_at_hand_proves_nothing() -> None:
    assert Material().find_quote("a word") is None
    assert Material().paragraph_count is None


def test_words_put_in_are_told_with_their_place() -> None:
    assert tell_changes([Change("", "never", "")]) == "puts in `never` at its beginning"
    assert tell_changes([Change("x" * 50, "", "a")]) == f"leaves out `{'x' * 40}…` behind `a`"


def test_a_quotation_that_is_not_there_has_no_gaps() -> None:
    text = read_paragraphs("It runs.", is_markdown=False)
    assert find_gaps(text, "It … sails", Match(1, 0, 8)) == []
