"""`argmap new`: a map that can be filled in at once."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import check, load
from argmap.app.skeleton import build_skeleton, read_article, scalar
from argmap.diagnostics import ArgmapError
from argmap.source.fingerprint import Fingerprint
from argmap.source.fingerprint_file import read_fingerprint
from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.text import Text
from argmap.source.tree import Mapping, Scalar
from argmap.source.yaml import read_yaml
from tests.articles import ESSAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    # a project, in which a map may name a text of another folder
    (tmp_path / "argmap.toml").write_text("", encoding="utf-8")
    path = tmp_path / "texts" / "essay.md"
    path.parent.mkdir()
    path.write_text(ESSAY, encoding="utf-8")
    return path


def codes(path: Path) -> list[str]:
    return [finding.problem.code for finding in check(load(path)).findings]


def test_a_map_is_begun_with_what_the_file_says(essay: Path, argmap: Invoke) -> None:
    output = essay.parent.parent / "maps" / "ferry.yaml"
    outcome = argmap("new", str(essay), "-o", str(output))
    assert (outcome.code, outcome.out) == (0, "")
    assert f"wrote {output}" in outcome.err
    content = output.read_text(encoding="utf-8")
    assert content.startswith(
        """\
argmap: 1
title: "The ferry: keep it or lose it"
article: article
lang: en

sources:
  article:
    title: "The ferry: keep it or lose it"
    author: A. Lindqvist
    date: 2024-03-05
    url: https://example.org/ferry
    text: "../texts/essay.md"

thesis:
  claim: "TODO: what the article argues for, in one sentence of your own"
  id: thesis
"""
    )
    assert re.findall(r"# Paragraph (\d)", content) == ["1", "2", "3", "4"]
    assert re.findall(r"# ## (.*)", content) == ["The ferry", "What it carries", "What it costs"]
    assert codes(output) == ["AM110"]


def test_what_is_uncommented_is_the_map(essay: Path, argmap: Invoke) -> None:
    output = essay.parent / "ferry.yaml"
    argmap("new", str(essay), "-o", str(output))
    lines = output.read_text(encoding="utf-8").splitlines()
    filled = []
    for line in lines:
        bare = re.sub(r"^( *)# (?=because:|- |  )", r"\1", line)
        filled.append(bare.replace("TODO: what", "What").replace("…", "It is so, the essay says."))
    texts = iter(["One pays.", "One counts.", "Two goes.", "Two waits.", "Three stays."] * 9)
    filled = [
        re.sub(r"It is so, the essay says\.", lambda _: next(texts), line)
        if "claim:" in line or "evidence:" in line
        else line
        for line in filled
    ]
    output.write_text("\n".join(filled), encoding="utf-8")
    argument = load(output)
    assert argument.problems == ()
    assert argument.graph is not None
    assert len(argument.graph.nodes) == 9
    assert {
        citation.at.first
        for node in argument.graph.nodes
        for citation in node.model.cite
        if citation.at
    } == {1, 2, 3, 4}


def test_without_an_output_the_map_is_printed(
    essay: Path, argmap: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(essay.parent)
    outcome = argmap("new", "essay.md")
    assert outcome.code == 0
    assert "    text: essay.md\n" in outcome.out
    assert outcome.err == ""
    assert load(outcome.out).problems == ()


def test_a_map_may_go_without_the_text(essay: Path, argmap: Invoke) -> None:
    output = essay.parent / "ferry.yaml"
    outcome = argmap("new", str(essay), "-o", str(output), "--fingerprint")
    kept = essay.parent / "ferry.fingerprint.json"
    assert outcome.err.count("wrote ") == 2
    assert "    fingerprint: ferry.fingerprint.json\n" in output.read_text(encoding="utf-8")
    found = read_fingerprint(kept.read_bytes())
    assert isinstance(found, Fingerprint)
    assert len(found.paragraphs) == 4
    essay.unlink()
    assert codes(output) == ["AM110"]


def test_a_fingerprint_needs_a_place(essay: Path, argmap: Invoke) -> None:
    outcome = argmap("new", str(essay), "--fingerprint")
    assert (outcome.code, outcome.out) == (2, "")
    assert "say where with `-o MAP`" in outcome.err


@pytest.mark.parametrize("there", ["ferry.yaml", "ferry.fingerprint.json"])
def test_nothing_that_is_there_is_lost(essay: Path, argmap: Invoke, there: str) -> None:
    kept = essay.parent / there
    kept.write_text("mine", encoding="utf-8")
    arguments = ("new", str(essay), "-o", str(essay.parent / "ferry.yaml"), "--fingerprint")
    outcome = argmap(*arguments)
    assert (outcome.code, kept.read_text(encoding="utf-8")) == (2, "mine")
    assert f"{kept} is there already" in outcome.err
    assert argmap(*arguments, "--force").code == 0
    assert kept.read_text(encoding="utf-8") != "mine"


def test_a_name_that_a_map_may_not_give_is_read_from_the_command_line(
    tmp_path: Path, argmap: Invoke
) -> None:
    path = tmp_path / "~notes.md"
    path.write_text("It runs.\n", encoding="utf-8")
    output = tmp_path / "map.yaml"
    assert argmap("new", str(path), "-o", str(output)).code == 0
    assert "AM308" not in codes(output)


def test_a_text_that_no_command_will_read_is_told_before_it_is_named(
    tmp_path: Path, argmap: Invoke
) -> None:
    text = tmp_path / "texts" / "essay.md"
    text.parent.mkdir()
    text.write_text(ESSAY, encoding="utf-8")
    output = tmp_path / "maps" / "ferry.yaml"
    command = ("new", str(text), "-o", str(output), "--force")
    outcome = argmap(*command)
    assert outcome.code == 0
    assert outcome.err.splitlines()[:3] == [
        "argmap: ../texts/essay.md lies outside the project of the map: no command will read it",
        "  help: put the map beside it, or an `argmap.toml` with `allow-outside = true` beside the"
        " map",
        f"wrote {output}",
    ]
    assert "AM308" in codes(output)
    assert "outside" not in argmap(*command, "--fingerprint").err
    (output.parent / "argmap.toml").write_text("allow-outside = true\n", encoding="utf-8")
    assert "outside" not in argmap(*command).err
    assert codes(output) == ["AM110"]
    (output.parent / "argmap.toml").unlink()
    assert "outside" not in argmap("new", str(text), "-o", str(text.with_name("map.yaml"))).err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b"# Only a heading\n", "holds no paragraph"),
        (b"caf\xe9\n", "is not UTF-8"),
    ],
)
def test_what_is_no_article_is_told(
    tmp_path: Path, argmap: Invoke, data: bytes | None, said: str
) -> None:
    path = tmp_path / "essay.md"
    if data is not None:
        path.write_bytes(data)
    outcome = argmap("new", str(path), "-o", str(tmp_path / "map.yaml"))
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not (tmp_path / "map.yaml").exists()


def skeleton(content: str, path: str = "essay.md") -> str:
    return build_skeleton(read_paragraphs(content, is_markdown=True), path).content


def test_the_title_is_the_first_heading_or_the_name_of_the_file() -> None:
    assert "title: The ferry\n" in skeleton("# The ferry\n\nIt runs.\n")
    assert "title: my-essay\n" in skeleton("It runs.\n", "texts/my-essay.txt")


def test_what_the_format_does_not_take_is_left_out() -> None:
    content = skeleton("---\ndate: last March\nurl: nowhere\nlang: ??\nauthor: B.\n---\nIt runs.\n")
    assert "# lang: en\n" in content
    assert "    author: B.\n" in content
    assert "date" not in content
    assert "url" not in content


def test_hostile_words_stay_words() -> None:
    article = read_paragraphs("# a: b #c \x1b[31m\n\nIt\x85runs \x00now: #1.\n", is_markdown=True)
    content = build_skeleton(article, "essay.md").content
    argument = load(content)
    assert argument.problems == ()
    assert argument.graph is not None
    assert argument.graph.map.header.title == "a: b #c \\x1b[31m"


def test_long_paragraphs_are_known_by_their_first_words() -> None:
    content = skeleton(f"{'word ' * 30}\n\n{'渡船' * 60}\n")
    assert f"    # Paragraph 1: {'word ' * 12}…\n" in content
    assert f"    # Paragraph 2: {'渡船' * 30}…\n" in content


def test_no_path_leads_to_another_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("argmap.app.skeleton.os.path.relpath", fail)
    with pytest.raises(ArgmapError, match=r"no path leads from \. to essay\.md") as caught:
        skeleton("It runs.\n")
    assert caught.value.hint == "put the article and the map on one drive"


@given(st.text(min_size=1))
def test_any_text_is_written_so_that_it_is_read_as_it_is(text: str) -> None:
    words = "".join(sign for sign in text if sign.isprintable())
    document = read_yaml(Text("map.yaml", f"key: {scalar(words)}\n"))
    assert document.problems == ()
    assert isinstance(document.root, Mapping)
    value = document.root.get("key")
    assert isinstance(value, Scalar)
    assert value.value == words


def test_an_article_is_found_in_its_folder(essay: Path) -> None:
    found = read_article(str(essay))
    assert isinstance(found, SourceText)
    assert json.dumps(found.metadata[0]) == '["title", "The ferry: keep it or lose it"]'
