"""What a page's scripts are told: why a node has its status, and what its sources say."""

from __future__ import annotations

import json
import re
from typing import Any

from argmap.model.citation import Citation, Locator
from argmap.render.draw import draw_page
from argmap.render.page.sources import Checked, PageSources, Passage, Reading, Spot
from tests.render.drawing import Case, chain, market, read_case

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, via: t}, t: {title: T}}\nthesis:\n"


def data_of(case: Case, sources: PageSources | None = None) -> Any:
    """Give what a page's scripts know."""
    page = draw_page(case.graph, case.evaluation, sources=sources)
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_every_statement_says_why_and_names_nodes_by_number() -> None:
    case = market()
    for item in data_of(case)["items"]:
        if "node" in item:
            assert item["why"][0].startswith("It ")
            named = [piece for piece in item["why"] if isinstance(piece, int)]
            assert all(0 <= node < len(case.graph.nodes) for node in named)


def test_linked_premises_tell_their_questions_and_whether_they_carry() -> None:
    case = read_case(
        HEAD + "  claim: A.\n  because:\n  - premises: [{claim: B., id: b}]\n    id: step\n"
        "    questions: {Q1: Answered., Q2: {ref: b}, Q3: {waived: Idle.}, Q4: {ref: gone}}\n"
    )
    group = data_of(case)["items"][1]
    assert (group["id"], group["status"]) == ("step", "unsupported")
    assert group["why"] == ["It does not carry: ", 1, " has no support."]
    assert group["questions"] == [
        {"question": "Q1", "text": "Answered."},
        {"question": "Q2", "node": 1},
        {"question": "Q3", "waived": "Idle."},
        {"question": "Q4", "text": "gone"},
    ]


def test_linked_premises_that_are_no_reason_say_nothing_of_it() -> None:
    case = read_case(HEAD + "  claim: A.\n  but:\n  - premises: [{claim: B.}]\n")
    group = data_of(case)["items"][1]
    assert group["kind"] == "premises"
    assert "why" not in group


def test_sources_are_told_with_that_through_which_they_are_known() -> None:
    case = read_case(HEAD + "  claim: A.\n")
    assert data_of(case)["sources"]["s"] == {"text": "S", "via": "t"}


def test_citations_tell_what_comparing_came_to() -> None:
    case = read_case(HEAD + "  evidence: A.\n  cite: [{source: s, at: 1, quote: b𝔸b}, t]\n")
    cited = Citation(source="s", at=Locator(first=1, last=1), quote="b𝔸b")
    sources = PageSources(
        {"s": Reading((Passage((0,), "a𝔸 b𝔸b"),))},
        {(0, cited): Checked(True, (1,), (Spot(1, 3, 6),))},
    )
    page = data_of(case, sources)
    compared, other = page["items"][0]["cites"]
    assert compared == {
        **{"source": "s", "at": "1", "quote": "b𝔸b", "verified": True, "found": [1]},
        # in the units of UTF-16, as scripts count: each 𝔸 is two
        "spots": [[1, 4, 8]],
    }
    assert other == {"source": "t"}


def test_readings_tell_passages_and_who_cites_the_whole() -> None:
    case = read_case(HEAD + "  claim: A.\n")
    passages = (Passage((0,), "</script>", 3, ((1, "H"),)), Passage())
    sources = PageSources({"s": Reading(passages, (0,)), "t": Reading(())})
    assert data_of(case, sources)["readings"] == [
        {
            "source": "s",
            "passages": [
                {"text": "</script>", "page": 3, "nodes": [0], "headings": [[1, "H"]]},
                {},
            ],
            "whole": [0],
        },
        {"source": "t", "passages": []},
    ]


def test_without_sources_nothing_stands_beside_the_map() -> None:
    assert data_of(market())["readings"] == []


def test_what_is_told_of_a_deep_map_grows_with_it_and_no_faster() -> None:
    short, long = (len(json.dumps(data_of(chain(count))["items"])) for count in (400, 1600))
    assert long < 4.5 * short
