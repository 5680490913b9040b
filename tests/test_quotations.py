"""Citations compared with their sources: what is verified, and where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import load
from argmap.check.quotations import compare_citations
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
