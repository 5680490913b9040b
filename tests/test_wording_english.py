"""How often the rules AM6 are right about English."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest
import yaml

from argmap import check
from tests.conftest import ROOT

GROUPS = yaml.safe_load((ROOT / "tests" / "data" / "wording_en.yaml").read_text(encoding="utf-8"))
SENTENCES = [
    (kind, text, frozenset(group["ought"]), frozenset(group.get("missed", ())))
    for group in GROUPS
    for sentence in group["sentences"]
    for kind, text in sentence.items()
]


@cache
def told(kind: str, text: str) -> frozenset[str]:
    """Give the AM6 codes that an English text brings."""
    node = f"{{{kind}: {json.dumps(text, ensure_ascii=False)}}}"
    thesis = f"{{claim: It is so., but: [{node}]}}" if kind == "counterpoint" else node
    content = f"argmap: 1\ntitle: T\nlang: en\nthesis: {thesis}\n"
    return frozenset(found.problem.code for found in check(content, select=["AM6"]).findings)


def test_there_are_enough_sentences_for_the_figures() -> None:
    ought = Counter(code for *_, codes, _ in SENTENCES for code in codes)
    assert len(SENTENCES) >= 390
    assert sum(not codes for *_, codes, _ in SENTENCES) >= 200
    assert all(ought[code] >= 30 for code in ("AM601", "AM604", "AM605"))


@pytest.mark.parametrize(
    ("kind", "text", "ought", "missed"), SENTENCES, ids=[text for _, text, *_ in SENTENCES]
)
def test_sentence_brings_what_it_ought_to(
    kind: str, text: str, ought: frozenset[str], missed: frozenset[str]
) -> None:
    assert missed <= ought
    assert told(kind, text) == ought - missed


@pytest.mark.parametrize(
    ("code", "found", "missed"),
    [
        ("AM601", 32, 16),
        ("AM602", 16, 0),
        ("AM603", 3, 0),
        ("AM604", 43, 9),
        ("AM605", 27, 10),
    ],
)
def test_so_many_are_found_and_none_is_told_wrongly(code: str, found: int, missed: int) -> None:
    brought = [(told(kind, text), ought) for kind, text, ought, _ in SENTENCES]
    assert sum(code in codes and code in ought for codes, ought in brought) == found
    assert sum(code in ought and code not in codes for codes, ought in brought) == missed
    assert not any(code in codes and code not in ought for codes, ought in brought)


def test_the_map_of_an_article_has_no_such_weakness() -> None:
    content = (ROOT / "maps" / "nato_asia.yaml").read_text(encoding="utf-8")
    assert "\nlang: en\n" in content
    assert check(content, select=["AM6"]).findings == ()
