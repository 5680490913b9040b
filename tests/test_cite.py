"""`argmap cite`: where words stand, and the citation to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap import check, load
from argmap.app.cite import find_words
from argmap.diagnostics import ArgmapError
from tests.articles import MAP, write_essay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return write_essay(tmp_path)


def test_words_are_shown_where_they_stand_with_the_citation(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("cite", str(ferry), "did  not ask")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "essay:1: …council voted to close the ferry. It did not ask the people who use it.\n"
        'cite: {source: essay, at: 1, quote: "did not ask"}\n'
    )


def test_the_citation_that_is_printed_proves_the_words(ferry: Path) -> None:
    (place,) = find_words(load(ferry), "harbour master counted")
    content = MAP.replace("cite: essay:3", f"cite: {place.citation}")
    ferry.write_text(content, encoding="utf-8")
    report = check(load(ferry))
    assert [finding.problem.code for finding in report.findings] == []
    graph = load(ferry).graph
    assert graph is not None
    (citation,) = graph.nodes[graph.by_id["sundays"]].model.cite
    assert (citation.quote, str(citation.at)) == ("harbour master counted", "2")


def test_every_place_is_told(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("cite", str(ferry), "the ferry")
    assert outcome.code == 0
    assert [line.split(":")[1] for line in outcome.out.splitlines() if "essay:" in line] == [
        "1",
        "4",
    ]


def test_what_is_near_is_shown_and_not_called_found(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("cite", str(ferry), "The bus takes an hour more")
    assert outcome.code == 1
    assert outcome.out.startswith("essay:3 (near): The bus takes an hour longer")
    assert outcome.err == "these words stand in no source; the nearest is shown\n"


def test_nothing_near_is_said_so(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("cite", str(ferry), "quantum chromodynamics lattice")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "these words stand in no source\n"


@pytest.mark.parametrize(
    ("content", "words", "options", "said"),
    [
        pytest.param(MAP, "ferry", ["--source", "esay"], "did you mean `essay`?", id="name"),
        pytest.param(MAP, " … ", [], "no words to look for are given", id="no words"),
        pytest.param(
            MAP.replace(", text: essay.md", ""), "ferry", [], "no text of a source", id="no text"
        ),
        pytest.param("[]", "ferry", [], "holds no map", id="no map"),
    ],
)
def test_what_cannot_be_looked_up_is_told(
    ferry: Path, argmap: Invoke, content: str, words: str, options: list[str], said: str
) -> None:
    ferry.write_text(content, encoding="utf-8")
    outcome = argmap("cite", str(ferry), words, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_one_source_may_be_meant(ferry: Path) -> None:
    (ferry.parent / "report.txt").write_text("We close the ferry.\n", encoding="utf-8")
    content = MAP.replace("thesis:", "  report: {title: Report, text: report.txt}\nthesis:")
    ferry.write_text(content, encoding="utf-8")
    everywhere = find_words(load(ferry), "close the ferry")
    assert [(place.source, place.paragraph) for place in everywhere] == [
        ("essay", 1),
        ("report", 1),
    ]
    (place,) = find_words(load(ferry), "close the ferry", "report")
    assert (place.before, place.after) == ("We ", ".")


def test_what_a_terminal_would_obey_is_shown_as_what_it_is(ferry: Path, argmap: Invoke) -> None:
    (ferry.parent / "essay.md").write_text("It \x1b[31mruns\x1b[0m daily.\n", encoding="utf-8")
    outcome = argmap("cite", str(ferry), "daily")
    assert "\x1b" not in outcome.out
    assert outcome.code == 0


def test_an_empty_map_raises_what_a_library_can_catch() -> None:
    with pytest.raises(ArgmapError, match="holds no map"):
        find_words(load(b"[]"), "ferry")
