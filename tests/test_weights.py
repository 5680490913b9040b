"""The scale of qualifiers, and that the page on the format gives it."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.evaluate.weights import (
    ASSUMPTION,
    CITED_EVIDENCE,
    STRENGTHENING,
    UNKNOWN_QUALIFIER,
    WEAKENING,
    is_hedge,
    weight_of,
)


def test_the_scale_of_qualifiers_is_in_order() -> None:
    assert set(STRENGTHENING).isdisjoint(WEAKENING)
    assert max(WEAKENING.values()) <= CITED_EVIDENCE < min(STRENGTHENING.values()) <= 1
    assert min(WEAKENING.values()) > 0
    assert all(word == word.casefold() and word == " ".join(word.split()) for word in STRENGTHENING)
    assert all(word == word.casefold() and word == " ".join(word.split()) for word in WEAKENING)
    assert weight_of("Gewiß") == 1.0
    assert weight_of("по слухам") == UNKNOWN_QUALIFIER
    assert is_hedge("по слухам")
    assert not is_hedge("  Without\n doubt ")


def test_the_page_on_the_format_gives_the_weights_there_are() -> None:
    page = (Path(__file__).parent.parent / "docs" / "format.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*) \| ([\d.]+) \|$", page, re.MULTILINE)
    told = {word: float(weight) for words, weight in rows for word in re.findall("`(.+?)`", words)}
    assert told == {word: weight_of(word) for word in told}
    assert set(WEAKENING.values()) | {1.0} == set(told.values())
    assert f"| cited evidence | {CITED_EVIDENCE} |" in page
    assert f"| an assumption | {ASSUMPTION} |" in page
    assert "every qualifier that is not known | 0.6 |" in page
    assert UNKNOWN_QUALIFIER == 0.6
