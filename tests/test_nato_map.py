"""The map of the NATO article is tied to the article, which is not here: its fingerprint is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import load
from argmap.app.coverage import coverage_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Invoke

NATO = ROOT / "maps" / "nato_asia.yaml"
PARAGRAPHS = 17


def test_every_node_cites_a_paragraph_of_the_article() -> None:
    graph = load(NATO).graph
    assert graph is not None
    assert len(graph.nodes) > 100
    for node in graph.nodes:
        cited = [one.at for one in node.model.cite if one.source == "article"]
        assert any(at is not None and at.last <= PARAGRAPHS for at in cited), node.text


def test_every_paragraph_is_cited(argmap: Invoke) -> None:
    found = coverage_of(load(NATO))
    assert len(found.nodes) == PARAGRAPHS
    assert found.uncovered == []
    assert argmap("coverage", str(NATO), "--fail-under", "100").code == 0


def test_every_quotation_is_proved_by_the_fingerprint_alone() -> None:
    argument = load(NATO)
    assert argument.graph is not None
    material = argument.materials["article"]
    assert material.text is None
    quoted = [
        (citation.quote, citation.at)
        for node in argument.graph.nodes
        for citation in node.model.cite
        if citation.quote is not None
    ]
    assert len(quoted) == 9
    for quote, at in quoted:
        assert at is not None
        verdict = material.find_quote(quote, at.first, at.last)
        assert verdict is not None
        assert verdict.status.is_verified, quote


def test_a_word_of_a_quotation_that_is_changed_is_not_proved() -> None:
    material = load(NATO).materials["article"]
    for quote in (
        "run counter to their values and interests",
        "counter to our values and interest",
    ):
        verdict = material.find_quote(quote, 4)
        assert verdict is not None
        assert not verdict.status.is_verified
