"""`argmap convert`: which citations are verified."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap.app.convert import convert
from argmap.app.load import load
from argmap.source.fingerprint import build_fingerprint
from argmap.source.fingerprint_file import write_fingerprint
from argmap.source.paragraphs import read_paragraphs
from tests.articles import ESSAY, MAP, write_essay
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CITED = MAP.replace(
    "cite: essay:3",
    'cite: [essay:3, essay:9, essay, {source: essay, at: 3, quote: "Forty people cross"}, other:1]',
).replace("thesis:", "  other: {title: The other}\nthesis:")


def cites(path: Path) -> list[dict[str, Any]]:
    document = json.loads(convert(load(path), "json"))
    return [one for node in document["nodes"] for one in node["cites"]]


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = write_essay(tmp_path)
    path.write_text(CITED, encoding="utf-8")
    return path


def test_json_says_of_each_citation_whether_its_source_holds_it(ferry: Path) -> None:
    assert [one["verified"] for one in cites(ferry)] == [
        *(True, True, False, None, False, None, True)
    ]


def test_the_fingerprint_tells_as_much(ferry: Path) -> None:
    kept = build_fingerprint(read_paragraphs(ESSAY, is_markdown=True), ["Forty people cross"])
    (ferry.parent / "essay.json").write_text(write_fingerprint(kept), encoding="utf-8")
    ferry.write_text(CITED.replace("text: essay.md", "fingerprint: essay.json"), encoding="utf-8")
    assert [one["verified"] for one in cites(ferry)] == [
        *(True, True, False, None, False, None, True)
    ]


def test_nothing_is_said_where_nothing_is_at_hand(ferry: Path) -> None:
    (ferry.parent / "essay.md").unlink()
    assert [one["verified"] for one in cites(ferry)] == [None] * 7
    ferry.write_text(CITED.replace(", text: essay.md", ""), encoding="utf-8")
    assert [one["verified"] for one in cites(ferry)] == [None] * 7


def test_the_quotations_of_the_nato_map_are_verified() -> None:
    quoted = [one for one in cites(ROOT / "maps" / "nato_asia.yaml") if one["quote"] is not None]
    assert len(quoted) == 9
    assert all(one["verified"] is True for one in quoted)
