"""`argmap coverage`: which paragraphs of a source are cited, and by what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.app.coverage import coverage_of
from argmap.app.load import load
from argmap.source.fingerprint import build_fingerprint
from argmap.source.fingerprint_file import write_fingerprint
from argmap.source.paragraphs import read_paragraphs
from tests.articles import ESSAY, MAP, write_essay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return write_essay(tmp_path)


def test_paragraphs_are_counted_by_locators_and_by_quotations(ferry: Path) -> None:
    found = coverage_of(load(ferry))
    graph = load(ferry).graph
    assert graph is not None
    names = [[graph.name(node) for node in nodes] for nodes in found.nodes]
    assert names == [["unheard"], ["forty"], ["sundays"], []]
    assert found.uncovered == [4]
    assert found.share == 0.75


def test_the_fingerprint_is_enough(ferry: Path) -> None:
    kept = build_fingerprint(read_paragraphs(ESSAY, is_markdown=True))
    (ferry.parent / "essay.fingerprint.json").write_text(write_fingerprint(kept), encoding="utf-8")
    content = MAP.replace("text: essay.md", "fingerprint: essay.fingerprint.json")
    ferry.write_text(content, encoding="utf-8")
    assert coverage_of(load(ferry)).uncovered == [4]


def test_a_terminal_shows_a_bar_for_each_paragraph(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("coverage", str(ferry), "--width", "60")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "essay: The ferry",
        "",
        "1 1 ████████████████████ The council voted to close the fer…",
        "2 1 ████████████████████ Forty people cross every day, most…",
        "3 1 ████████████████████ The bus takes an hour longer, and…",
        "4 0                      The ferry costs less than the bus,…",
        "",
        "3 of 4 paragraphs cited (75%)",
        "not cited: 4",
    ]


def test_no_line_is_wider_than_the_terminal(ferry: Path, argmap: Invoke) -> None:
    (ferry.parent / "essay.md").write_text(f"{'渡船' * 80}\n\n{'ferry ' * 80}\n", encoding="utf-8")
    from argmap.source.display import columns

    for width in (20, 31, 60):
        outcome = argmap("coverage", str(ferry), "--width", str(width), "--ascii")
        assert max(map(columns, outcome.out.splitlines())) <= width
        assert "█" not in outcome.out


def test_json_names_the_nodes_of_each_paragraph(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("coverage", str(ferry), "--output-format", "json", "--exempt", "1, 4")
    assert json.loads(outcome.out) == {
        "version": 1,
        "source": "essay",
        "paragraphs": [
            {"number": 1, "nodes": ["unheard"]},
            {"number": 2, "nodes": ["forty"]},
            {"number": 3, "nodes": ["sundays"]},
            {"number": 4, "nodes": []},
        ],
        "uncovered": [],
        "exempt": [1, 4],
        "share": 1.0,
    }


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-under", "75"], 0),
        (["--fail-under", "75.5"], 1),
        (["--fail-under", "100", "--exempt", "4"], 0),
        (["--fail-under", "100", "--exempt", "1-4"], 0),
        (["--fail-under", "100", "--output-format", "json"], 1),
    ],
)
def test_a_bound_fails_the_run(ferry: Path, argmap: Invoke, options: list[str], code: int) -> None:
    assert argmap("coverage", str(ferry), *options).code == code


@pytest.mark.parametrize("exempt", ["0", "b", "3-2", "1;2", "-1", "1-"])
def test_what_is_no_paragraph_number_is_refused(ferry: Path, argmap: Invoke, exempt: str) -> None:
    outcome = argmap("coverage", str(ferry), f"--exempt={exempt}")
    assert outcome.code == 2
    assert "is no paragraph number, in `--exempt`" in outcome.err


@pytest.mark.parametrize(
    ("content", "options", "said", "mend"),
    [
        pytest.param(
            MAP, ["--source", "esay"], "no source `esay`", "did you mean `essay`?", id="name"
        ),
        pytest.param(
            MAP, ["--source", "other"], "no source `other`", "its sources: `essay`", id="no name"
        ),
        pytest.param(
            MAP.replace("essay.md", "esay.md"),
            [],
            "neither the text of source `essay` nor its fingerprint is at hand: the file it names "
            "does not exist",
            "as `text` or `fingerprint` of the source",
            id="file is missing",
        ),
        pytest.param(
            MAP.replace(", text: essay.md", ""),
            [],
            "nor its fingerprint is at hand\n",
            "as `text` or `fingerprint` of the source",
            id="no file is named",
        ),
        pytest.param(
            MAP.replace("article: essay\n", "").replace(", text: essay.md", ""),
            [],
            "names no `article`, and no source has a text",
            "name `text` or `fingerprint` of a source",
            id="no article",
        ),
        pytest.param(
            MAP.replace("article: essay\n", "").replace(
                "thesis:", "  report: {title: Report, text: essay.md}\nthesis:"
            ),
            [],
            "several sources have a text",
            "say which with `--source`: `essay`, `report`",
            id="two texts",
        ),
        pytest.param("[]", [], "holds no map that can be read", "argmap check", id="no map"),
    ],
)
def test_what_cannot_be_counted_is_told(
    ferry: Path, argmap: Invoke, content: str, options: list[str], said: str, mend: str
) -> None:
    ferry.write_text(content, encoding="utf-8")
    outcome = argmap("coverage", str(ferry), *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert mend in outcome.err


def test_without_an_article_the_only_text_is_meant(ferry: Path, argmap: Invoke) -> None:
    ferry.write_text(MAP.replace("article: essay\n", ""), encoding="utf-8")
    assert "3 of 4 paragraphs cited" in argmap("coverage", str(ferry)).out


def test_a_citation_past_the_end_counts_as_far_as_it_goes(ferry: Path) -> None:
    ferry.write_text(MAP.replace("essay:3", "essay:3-99"), encoding="utf-8")
    assert coverage_of(load(ferry)).uncovered == []


def test_an_article_without_paragraphs_is_covered(ferry: Path, argmap: Invoke) -> None:
    (ferry.parent / "essay.md").write_text("# Only a heading\n", encoding="utf-8")
    outcome = argmap("coverage", str(ferry), "--fail-under", "100")
    assert (outcome.code, "0 of 0 paragraphs cited (100%)" in outcome.out) == (0, True)
