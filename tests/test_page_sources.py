"""What stands beside the map in a page: texts, fingerprints, and what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap import load
from argmap.app.page_sources import page_sources
from argmap.render.page.sources import Checked, Passage, Spot
from tests.articles import write_essay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

NOTES = "One. Two 𝔸 three.\n\n> Said *twice*, said *twice*.\n"
MAP = """\
argmap: 1
title: T
article: essay
sources:
  notes: {title: Notes, text: notes.md}
  unused: {title: Never cited, text: notes.md}
  other: {title: Not at hand}
  essay: {title: Essay, text: gone.txt}
thesis:
  claim: A.
  because:
    - {evidence: B., cite: [{source: notes, at: 2, quote: said twice}, {source: other, quote: X}]}
    - {evidence: C., cite: [{source: notes, at: 2, quote: three}, essay]}
    - {evidence: D., cite: [notes, "notes:7"]}
    - {evidence: E., cite: {source: notes, quote: nothing of the kind}}
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Write a map of four sources, of which one can be read."""
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    path = tmp_path / "map.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path


def test_a_text_is_told_with_its_headings_and_who_cites_each_paragraph(tmp_path: Path) -> None:
    sources, warnings = page_sources(load(write_essay(tmp_path)), with_texts=True)
    (name, reading), *others = sources.readings.items()
    assert (name, others, warnings) == ("essay", [], ())
    assert [passage.nodes for passage in reading.passages] == [(3,), (1,), (2,), ()]
    first, second, third, fourth = reading.passages
    assert (first.headings, third.headings) == (((1, "The ferry"),), ())
    assert (second.headings, fourth.headings) == (
        ((2, "What it carries"),),
        ((2, "What it costs"),),
    )
    assert third.text == "The bus takes an hour longer, and it does not run on Sundays."


def test_quotations_are_marked_in_what_the_reader_sees(notes: Path) -> None:
    sources, _ = page_sources(load(notes), with_texts=True)
    text = sources.readings["notes"].passages[1].text
    assert text == "Said twice, said twice."
    by_node = {(node, one.source): found for (node, one), found in sources.checked.items()}
    spot = by_node[1, "notes"].spots[0]
    assert text[spot.start : spot.end] == "said twice"
    assert by_node[2, "notes"] == Checked(False, (1,), (Spot(1, 11, 16),))
    assert by_node[3, "notes"] == Checked(False)
    assert by_node[4, "notes"] == Checked(False)
    assert (1, "other") not in by_node


def test_sources_that_are_cited_as_a_whole_name_who_does(notes: Path) -> None:
    sources, _ = page_sources(load(notes), with_texts=True)
    assert list(sources.readings) == ["notes"]
    assert sources.readings["notes"].whole == (3, 4)


def test_a_text_that_cannot_be_read_is_told(notes: Path) -> None:
    _, warnings = page_sources(load(notes), with_texts=True)
    assert warnings == ("the text of source `essay` does not exist, so it is not in the page",)


def test_no_words_of_a_text_are_given_where_they_are_not_wanted(notes: Path) -> None:
    sources, _ = page_sources(load(notes), with_texts=False)
    assert sources.readings["notes"].passages == (Passage(), Passage((1, 2)))
    assert {found.spots for found in sources.checked.values()} == {()}
    assert any(found.paragraphs == (2,) for found in sources.checked.values())


def test_a_fingerprint_gives_numbers_without_words(tmp_path: Path, argmap: Invoke) -> None:
    path = write_essay(tmp_path)
    assert argmap("source", "lock", str(path)).code == 0
    content = path.read_text(encoding="utf-8")
    locked = content.replace("text: essay.md", "fingerprint: essay.fingerprint.json")
    path.write_text(locked, encoding="utf-8")
    sources, warnings = page_sources(load(path), with_texts=True)
    passages = sources.readings["essay"].passages
    assert [passage.text for passage in passages] == [None] * 4
    assert warnings == ()
    assert [found.paragraphs for found in sources.checked.values()] == [(2,), (), (1,)]


def test_the_article_stands_first_though_nothing_cites_it(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    content = MAP.replace("gone.txt", "notes.md").replace(", essay]", "]")
    (tmp_path / "map.yaml").write_text(content, encoding="utf-8")
    sources, _ = page_sources(load(tmp_path / "map.yaml"), with_texts=True)
    assert list(sources.readings) == ["essay", "notes"]


def test_the_page_is_made_without_what_cannot_be_read(notes: Path, argmap: Invoke) -> None:
    target = notes.with_suffix(".html")
    outcome = argmap("render", str(notes), "-o", str(target))
    assert outcome.code == 0
    assert "warning" not in outcome.out
    assert "the text of source `essay` does not exist" in outcome.err
    assert "Said twice" in target.read_text(encoding="utf-8")


def test_the_texts_may_be_left_out_of_the_file(tmp_path: Path, argmap: Invoke) -> None:
    path, target = write_essay(tmp_path), tmp_path / "ferry.html"
    assert argmap("render", str(path), "-o", str(target)).code == 0
    assert "an hour longer" in target.read_text(encoding="utf-8")
    assert argmap("render", str(path), "-o", str(target), "--no-article").code == 0
    page = target.read_text(encoding="utf-8")
    assert "an hour longer" not in page
    assert "Forty people cross every day" in page


def test_a_map_without_files_has_nothing_beside_it(tablet: Path) -> None:
    sources, warnings = page_sources(load(tablet), with_texts=True)
    assert (dict(sources.readings), dict(sources.checked), warnings) == ({}, {}, ())


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        pytest.param("notes.md", True, id="beside the map"),
        pytest.param("../near/notes.md", True, id="in the current folder"),
        pytest.param("../../far/notes.md", False, id="elsewhere"),
        pytest.param(".git/notes.md", False, id="hidden"),
        pytest.param("../near/.notes.md", False, id="hidden near"),
    ],
)
def test_a_map_can_publish_no_file_that_is_none_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, *, is_shown: bool
) -> None:
    folder = tmp_path / "work" / "maps"
    path = folder / text
    folder.mkdir(parents=True)
    path.parent.mkdir(exist_ok=True)
    path.resolve().write_text(NOTES, encoding="utf-8")
    (folder / "map.yaml").write_text(MAP.replace("notes.md", text), encoding="utf-8")
    (folder / "argmap.toml").write_text("allow-outside = true\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "work")
    sources, warnings = page_sources(load(folder / "map.yaml"), with_texts=True)
    shown = [passage.text for passage in sources.readings["notes"].passages]
    assert (shown == [None, None]) is not is_shown
    assert any("`notes` is hidden, or outside" in warning for warning in warnings) is not is_shown
    spots = [found.spots for found in sources.checked.values()]
    assert any(spots) is is_shown


def test_a_link_leads_to_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    (tmp_path / "secret.md").write_text(NOTES, encoding="utf-8")
    try:
        (folder / "notes.md").symlink_to(tmp_path / "secret.md")
    except OSError:
        pytest.skip("links need a privilege here")
    (folder / "map.yaml").write_text(MAP, encoding="utf-8")
    (folder / "argmap.toml").write_text("allow-outside = true\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    sources, _ = page_sources(load(folder / "map.yaml"), with_texts=True)
    assert [passage.text for passage in sources.readings["notes"].passages] == [None, None]


@given(st.data())
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_words_that_are_quoted_are_marked_exactly(tmp_path: Path, data: st.DataObject) -> None:
    path = write_essay(tmp_path)
    number = data.draw(st.integers(1, 4))
    reading = page_sources(load(path), with_texts=True)[0].readings["essay"]
    words = (reading.passages[number - 1].text or "").split()
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    cite = f'{{source: essay, at: {number}, quote: "{quote}"}}'
    path.write_text(path.read_text(encoding="utf-8").replace("essay:3", cite), encoding="utf-8")
    sources, _ = page_sources(load(path), with_texts=True)
    (found,) = (one for (node, _), one in sources.checked.items() if node == 2)
    assert found.is_verified
    for spot in found.spots:
        text = sources.readings["essay"].passages[spot.passage - 1].text or ""
        assert text[spot.start : spot.end] == quote
