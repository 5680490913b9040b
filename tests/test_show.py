"""`argmap source show`: the paragraphs of a source, numbered as citations count them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap.source.display import columns
from tests.articles import MAP, write_essay
from tests.conftest import ROOT
from tests.pdf_files import Put, make_pdf
from tests.test_docs import blocks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return write_essay(tmp_path)


ALL = """\
essay: The ferry

# The ferry

1  The council voted to close the ferry. It
   did not ask the people who use it.

## What it carries

2  Forty people cross every day, most of them
   to work. The harbour master counted them
   twice.

3  The bus takes an hour longer, and it does
   not run on Sundays.

## What it costs

4  The ferry costs less than the bus, and the
   ferry is loved.
"""


@pytest.mark.parametrize("source", [(), ("essay",)], ids=["the article", "named"])
def test_a_source_of_a_map(ferry: Path, argmap: Invoke, source: tuple[str, ...]) -> None:
    outcome = argmap("source", "show", str(ferry), *source, "--width", "45")
    assert (outcome.code, outcome.out, outcome.err) == (0, ALL, "")


def test_a_file_without_a_map(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("source", "show", str(ferry.parent / "essay.md"), "--width", "45")
    head, _, rest = outcome.out.partition("\n\n")
    assert head == "essay.md: The ferry: keep it or lose it"
    assert rest == ALL.partition("\n\n")[2]


def test_a_map_whatever_its_name_where_a_source_is_named(ferry: Path, argmap: Invoke) -> None:
    other = ferry.rename(ferry.with_suffix(".argmap"))
    assert argmap("source", "show", str(other), "essay", "--width", "45").out == ALL


def test_some_paragraphs_under_their_own_headings(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("source", "show", str(ferry), "--paragraph", "3-4", "--width", "60")
    assert outcome.out.splitlines() == [
        "essay: The ferry",
        "",
        "## What it carries",
        "",
        "3  The bus takes an hour longer, and it does not run on",
        "   Sundays.",
        "",
        "## What it costs",
        "",
        "4  The ferry costs less than the bus, and the ferry is",
        "   loved.",
    ]


def test_json_holds_the_text_as_it_stands(ferry: Path, argmap: Invoke) -> None:
    (ferry.parent / "essay.md").write_text("Grey\nis the mud.\n\n# Two\n\nBlue.\n", "utf-8")
    outcome = argmap("source", "show", str(ferry), "--output-format", "json")
    assert json.loads(outcome.out) == {
        "version": 1,
        "source": "essay",
        "metadata": {"title": "Two"},
        "paragraphs": [
            {"number": 1, "heading": None, "page": None, "text": "Grey\nis the mud."},
            {"number": 2, "heading": "Two", "page": None, "text": "Blue."},
        ],
    }


def test_pages_of_a_pdf(tmp_path: Path, argmap: Invoke) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(make_pdf([Put("The ferry waits.")], [Put("The mud is grey.")]))
    assert argmap("source", "show", str(path)).out.splitlines() == [
        "paper.pdf",
        "",
        "page 1",
        "",
        "1  The ferry waits.",
        "",
        "page 2",
        "",
        "2  The mud is grey.",
    ]


def test_wide_characters_fit_the_width(tmp_path: Path, argmap: Invoke) -> None:
    path = tmp_path / "港口.txt"
    path.write_text("港口应该疏浚吗没有人知道。" * 4 + "\n", encoding="utf-8")
    lines = argmap("source", "show", str(path), "--width", "30").out.splitlines()
    assert lines[2].startswith("1  港口")
    assert all(line.startswith("   ") for line in lines[3:])
    assert 25 < max(columns(line) for line in lines) <= 30


def test_nothing_that_a_terminal_obeys_gets_through(tmp_path: Path, argmap: Invoke) -> None:
    path = tmp_path / "evil.md"
    path.write_text("# A \x1b]0;x\x07 b\n\nred \x1b[31m \u202etext\n", encoding="utf-8")
    outcome = argmap("source", "show", str(path), "--color", "never")
    assert r"red \x1b[31m \u202etext" in outcome.out
    assert not {"\x1b", "\x07", "\u202e"} & set(outcome.out)


def test_colour_is_for_those_who_ask(ferry: Path, argmap: Invoke) -> None:
    assert "\x1b[" in argmap("source", "show", str(ferry), "--color", "always").out
    assert "\x1b[" not in argmap("source", "show", str(ferry)).out


@pytest.mark.parametrize(
    ("arguments", "message", "mend"),
    [
        (["ferry.yaml", "esay"], "ferry.yaml has no source `esay`", "did you mean `essay`"),
        (["ferry.yaml", "bus"], "ferry.yaml has no source `bus`", "its sources: `essay`"),
        (
            ["ferry.yaml", "--paragraph", "3-9"],
            "`essay` has 4 paragraphs, and no paragraph 9",
            "count paragraphs without headings",
        ),
        (["one.txt", "--paragraph", "2"], "`one.txt` has 1 paragraph, and no", "count"),
        (["ferry.yaml", "--paragraph", "x"], "`x` is no paragraph number", "write numbers"),
        (["nothing.html"], "nothing.html does not exist", "check the path"),
        (["blank.txt"], "blank.txt is empty", "check that it is the right file"),
        (["heading.md"], "heading.md holds no paragraph", "give the file"),
        (["latin.txt"], "latin.txt is not UTF-8: byte 0xe4 in line 2", "save it as UTF-8"),
        (["lost.yaml"], "the text of source `essay` does not exist", "check the path"),
        (["bare.yaml"], "source `essay` names no text", "name it as `text` in the map"),
        (["several.yaml"], "several sources have a text", "say which behind the map: `essay`, `b`"),
        (["missing.yaml"], "missing.yaml holds no map", "run `argmap check missing.yaml`"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_shown(
    ferry: Path,
    argmap: Invoke,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
    mend: str,
) -> None:
    folder = ferry.parent
    monkeypatch.chdir(folder)
    (folder / "one.txt").write_bytes(b"The ferry waits.\n")
    (folder / "blank.txt").write_bytes(b"\n \n")
    (folder / "heading.md").write_bytes(b"# The ferry\n")
    (folder / "latin.txt").write_bytes(b"The ferry\nF\xe4hre\n")
    (folder / "lost.yaml").write_text(MAP.replace("essay.md", "gone.md"), encoding="utf-8")
    (folder / "bare.yaml").write_text(MAP.replace(", text: essay.md", ""), encoding="utf-8")
    several = MAP.replace("article: essay\n", "").replace(
        "thesis:", "  b: {text: b.txt}\nthesis:", 1
    )
    (folder / "several.yaml").write_text(several, encoding="utf-8")
    outcome = argmap("source", "show", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert f"help: {mend}" in outcome.err


def test_help_shows_an_example(argmap: Invoke) -> None:
    assert "Example: argmap source show" in argmap("source", "show", "--help").out


def test_the_page_shows_what_is_printed(
    tmp_path: Path, argmap: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    (essay,) = blocks(page, "markdown")
    (console,) = blocks(page, "console")
    (tmp_path / "essay.md").write_text(essay, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    command, _, output = console.partition("\n")
    assert argmap(*command.split()[2:]).out == output
