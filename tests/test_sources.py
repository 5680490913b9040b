"""`argmap sources`: what a map's sources are, and who cites them."""

from __future__ import annotations

import json
import re
import shlex
import sys
from typing import TYPE_CHECKING, Any

import pytest
from bibtexparser.entrypoint import parse_string

from argmap.app.load import load
from argmap.app.source_lines import sources_text
from argmap.app.source_list import Order, list_sources
from argmap.source.display import columns
from tests.articles import write_essay
from tests.conftest import ROOT
from tests.test_docs import blocks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

PAGE = (ROOT / "docs" / "bibliography.md").read_text(encoding="utf-8")
HARBOUR = """\
argmap: 1
title: Was the harbour deep enough?
sources:
  survey: {title: Survey, date: 1911-07, via: memoir}
  memoir: {title: Memoir, date: 1932, via: Letters}
  Letters: {title: Letters, author: Ida Berg}
  log: {title: Log of the pilot, date: 1911-07-02, text: log.txt, fingerprint: log.json}
thesis:
  claim: It was deep enough.
  because:
    - evidence: Ships of five metres came in.
      id: ships
      cite: [log:1, {source: log, quote: five metres}, {source: log, at: 2, quote: every tide}]
    - evidence: It was six metres deep.
      cite: survey
    - evidence: The pilot never waited for the tide.
      cite: log
"""


def write_map(folder: Path, content: str) -> str:
    """Write a map into a folder, and give its path."""
    path = folder / "map.yaml"
    path.write_text(content, encoding="utf-8")
    return str(path)


def objects(argmap: Invoke, path: str, *options: str) -> dict[str, dict[str, Any]]:
    """Give the sources of a map as the JSON tells them."""
    document = json.loads(argmap("sources", path, "--output-format", "json", *options).out)
    assert document["version"] == 1
    return {one["name"]: one for one in document["sources"]}


def test_the_page_shows_what_the_command_prints(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (example,) = blocks(PAGE, "yaml")
    (tmp_path / "ferry.yaml").write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = blocks(PAGE, "console")
    assert len(shown) == 2
    for block in shown:
        command, _, output = block.partition("\n")
        found = argmap(*shlex.split(command.removeprefix("$ argmap")))
        assert (found.code, found.out, found.err) == (0, output, ""), command


def test_the_page_names_every_key_of_the_json(argmap: Invoke, tmp_path: Path) -> None:
    for one in objects(argmap, write_map(tmp_path, HARBOUR)).values():
        assert all(f"`{key}`" in PAGE for key in one)


def test_json_counts_citations_nodes_and_quotations(argmap: Invoke, tmp_path: Path) -> None:
    found = objects(argmap, write_map(tmp_path, HARBOUR))
    assert found["log"] == {
        "name": "log",
        "title": "Log of the pilot",
        "author": None,
        "publisher": None,
        "date": "1911-07-02",
        "url": None,
        "via": None,
        "origin": "log",
        "article": False,
        "citations": 4,
        "quotations": 2,
        "nodes": ["ships", "thesis.because[2]"],
        "text": {"path": "log.txt", "problem": "does not exist"},
        "fingerprint": {"path": "log.json", "problem": "does not exist"},
    }
    assert (found["survey"]["via"], found["survey"]["origin"]) == ("memoir", "Letters")
    assert (found["Letters"]["nodes"], found["Letters"]["text"]) == ([], None)


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ([], ["survey", "memoir", "Letters", "log"]),
        (["--sort", "name"], ["Letters", "log", "memoir", "survey"]),
        (["--sort", "cited"], ["log", "survey", "memoir", "Letters"]),
        (["--sort", "date"], ["survey", "log", "memoir", "Letters"]),
    ],
)
def test_the_order_is_the_same_in_every_format(
    argmap: Invoke, tmp_path: Path, options: list[str], names: list[str]
) -> None:
    path = write_map(tmp_path, HARBOUR)
    assert list(objects(argmap, path, *options)) == names
    bibtex = argmap("sources", path, "--output-format", "bibtex", *options).out
    assert [entry.key for entry in parse_string(bibtex).entries] == names
    csl = json.loads(argmap("sources", path, "--output-format", "csl-json", *options).out)
    assert [item["id"] for item in csl] == names
    text = argmap("sources", path, *options).out
    heads = [line.partition(":")[0] for line in text.splitlines() if line[:1].strip()]
    assert heads[:4] == names


def test_a_terminal_shows_each_source(argmap: Invoke, tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text("Five metres.\n\nAt every tide.\n", encoding="utf-8")
    outcome = argmap("sources", write_map(tmp_path, HARBOUR), "--width", "60")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "survey: Survey",
        "  1911-07",
        "  known through memoir, through Letters",
        "  cited once",
        "",
        "memoir: Memoir",
        "  1932",
        "  known through Letters",
        "  cited nowhere",
        "",
        "Letters: Letters",
        "  Ida Berg",
        "  cited nowhere",
        "",
        "log: Log of the pilot",
        "  1911-07-02",
        "  cited 4 times by 2 nodes, with 2 quotations",
        "  text at hand: log.txt",
        "  fingerprint not at hand: log.json does not exist",
        "",
        "4 sources, text or fingerprint of 1 at hand",
        "cited nowhere: memoir, Letters",
    ]


def test_the_article_is_told(argmap: Invoke, tmp_path: Path) -> None:
    lines = argmap("sources", str(write_essay(tmp_path))).out.splitlines()
    assert "  the map is a reading of it" in lines
    assert "  cited 3 times by 3 nodes, with 2 quotations" in lines
    assert "  text at hand: essay.md" in lines


@pytest.mark.parametrize("width", [20, 33, 60])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int) -> None:
    content = HARBOUR.replace("Log of the pilot", "領航員日誌" * 12).replace(
        "author: Ida Berg", f"author: Ida Berg, url: 'https://example.org/{'a' * 90}'"
    )
    listed = list_sources(load(write_map(tmp_path, content)))
    lines = sources_text(listed, width=width).splitlines()
    assert max(map(columns, lines)) <= width
    assert lines[lines.index("log:") + 1].startswith("  領航")
    address = next(place for place, line in enumerate(lines) if "https" in line)
    assert lines[address].startswith("  https")
    assert re.match(r" {4}\w", lines[address + 1]), "what goes on is indented further"


def test_what_a_terminal_would_obey_is_shown_as_what_it_is(argmap: Invoke, tmp_path: Path) -> None:
    content = HARBOUR.replace("Ida Berg", '"Ida \\u202eBerg"')
    path = write_map(tmp_path, content)
    for options in (["text"], ["json"], ["csl-json"], ["bibtex"]):
        outcome = argmap("sources", path, "--output-format", *options)
        assert "\u202e" not in outcome.out
        assert "BibTeX has no control characters" in outcome.err or options != ["bibtex"]
    assert objects(argmap, path)["Letters"]["author"] == "Ida \u202eBerg"


def test_colours_mark_what_to_look_at(argmap: Invoke, tmp_path: Path) -> None:
    path = write_map(tmp_path, HARBOUR)
    coloured = argmap("sources", path, "--color", "always").out
    assert "\x1b[33m  cited nowhere\x1b[0m" in coloured
    assert "\x1b[1mlog: Log of the pilot\x1b[0m" in coloured
    assert "\x1b" not in argmap("sources", path, "--color", "never").out


def test_a_circle_and_an_unknown_source_end_a_chain(argmap: Invoke, tmp_path: Path) -> None:
    content = HARBOUR.replace("author: Ida Berg", "via: survey").replace(
        "log.json}", "log.json, via: diary}"
    )
    path = write_map(tmp_path, content)
    lines = argmap("sources", path).out.splitlines()
    assert "  known through memoir, through Letters" in lines
    assert "  known through diary" in lines
    assert [one["origin"] for one in objects(argmap, path).values()] == [None] * 4


def test_a_long_chain_is_cut(argmap: Invoke, tmp_path: Path) -> None:
    chain = "".join(f"  s{at}: {{title: Talk {at}, via: s{at + 1}}}\n" for at in range(5000))
    content = HARBOUR.replace("thesis:", f"{chain}  s5000: {{title: Talk}}\nthesis:")
    path = write_map(tmp_path, content)
    lines = argmap("sources", path, "--width", "100").out.splitlines()
    assert "  known " + ", ".join(f"through s{at}" for at in range(1, 7)) + ", …" in lines
    assert "  known " + ", ".join(f"through s{at}" for at in range(4996, 5001)) in lines
    assert objects(argmap, path)["s0"]["origin"] == "s5000"


def test_what_is_left_out_is_told(argmap: Invoke, tmp_path: Path) -> None:
    content = HARBOUR.replace("cite: survey", "cite: [survey, chart, chart:2]").replace(
        "date: 1932", "date: 1932-13"
    )
    path = write_map(tmp_path, content)
    told = (
        "source `chart` is cited and not declared: it is left out\n"
        "source `memoir` has an error: what cannot be read of it is left out\n"
    )
    for form in ("text", "json", "bibtex", "csl-json"):
        outcome = argmap("sources", path, "--output-format", form)
        assert (outcome.code, outcome.err) == (0, told)
        assert "1932" not in outcome.out
        assert "chart" not in outcome.out


def test_a_citation_that_cannot_be_read_is_told(argmap: Invoke, tmp_path: Path) -> None:
    path = write_map(tmp_path, HARBOUR.replace("cite: survey", "cite: memoir:x"))
    outcome = argmap("sources", path)
    assert "memoir: Memoir\n  1932\n  known through Letters\n  cited nowhere\n" in outcome.out
    assert outcome.err == (
        "source `memoir` is cited by a node that has an error: that may not be counted\n"
    )


def test_what_stands_behind_broken_yaml_is_told(argmap: Invoke, tmp_path: Path) -> None:
    path = write_map(tmp_path, HARBOUR.replace("Letters, author:", "Letters, author: ]"))
    outcome = argmap("sources", path)
    assert outcome.code == 0
    assert "an error cut the reading short: what stands behind it is left out" in outcome.err


def test_a_source_that_names_itself_is_known_through_itself(argmap: Invoke, tmp_path: Path) -> None:
    path = write_map(tmp_path, HARBOUR.replace("author: Ida Berg", "via: Letters"))
    lines = argmap("sources", path).out.splitlines()
    assert lines[lines.index("Letters: Letters") + 1] == "  known through Letters"


def test_a_map_without_sources_is_said_so(argmap: Invoke, tmp_path: Path) -> None:
    path = write_map(tmp_path, "argmap: 1\ntitle: Tides\nthesis: {claim: The moon raises them.}\n")
    assert argmap("sources", path) == (0, "0 sources\n", "")
    assert argmap("sources", path, "--output-format", "bibtex") == (0, "", "")
    assert argmap("sources", path, "--output-format", "csl-json") == (0, "[]\n", "")


def test_what_cannot_be_listed_is_told(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = argmap("sources", write_map(tmp_path, "[]"))
    assert (outcome.code, outcome.out) == (2, "")
    assert "holds no map that can be read" in outcome.err
    monkeypatch.setitem(sys.modules, "bibtexparser.entrypoint", None)
    path = write_map(tmp_path, HARBOUR)
    outcome = argmap("sources", path, "--output-format", "bibtex")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith("  help: install it: pip install 'argmap[bib]'\n")
    assert argmap("sources", path, "--output-format", "csl-json").code == 0


def test_the_library_sorts_as_the_command_does(tmp_path: Path) -> None:
    listed = list_sources(load(write_map(tmp_path, HARBOUR)), Order.CITED)
    assert listed.entries[0].name == "log"
    assert list(listed.sources) == [entry.name for entry in listed.entries]
