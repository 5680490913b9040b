"""No rule and no reader takes more than its share of time over a text made to be slow."""

from __future__ import annotations

import json
import time

import pytest

from argmap import check
from argmap.source.reading import read_source

SIZE = 30_000
MOST = 3.0
"""Twice the text takes less than so many times as long; four times where it were squared."""
LEAST_SECONDS = 0.25
"""What is done sooner, at twice the size, is quick enough whatever the ratio."""
PIECES = {
    "one letter": "a",
    "spaces": " ",
    "brackets": "[(",
    "both brackets": "[]()",
    "quotation marks": "\"'«",
    "backticks": "`",
    "colons": ": ",
    "commas and": "a, and ",
    "full stops": ". ",
    "ellipses": "… ... ",
    "hyphens": "a-",
    "digits": "1.",
    "tags": "<a ",
    "ends of tags": "</",
    "ampersands": "&#",
    "stars": "*_",
    "questions": "why? ",
    "hedges": "may not ",
    "negations": "not never no ",
    "backslashes": "\\",
}


def _seconds(data: bytes, suffix: str | None) -> float:
    start = time.process_time()
    if suffix is None:
        check(data, select=["ALL"])
    else:
        read_source(data, f"text.{suffix}")
    return time.process_time() - start


def _map_of(text: str) -> bytes:
    reasons = [{"evidence": text, "cite": {"source": "s", "quote": text}}, {"claim": f"B {text}"}]
    thesis = {"claim": f"A {text}", "because": reasons, "but": [{"counterpoint": f"C {text}"}]}
    made = {"argmap": 1, "title": text, "lang": "en", "sources": {"s": {"title": text}}}
    return json.dumps(made | {"thesis": thesis}).encode()


@pytest.mark.parametrize("suffix", [None, "txt", "md", "html"], ids=["map", "txt", "md", "html"])
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_as_the_text_does(piece: str, suffix: str | None) -> None:
    texts = [piece * (size // len(piece)) for size in (SIZE, 2 * SIZE)]
    once, twice = (_map_of(text) if suffix is None else text.encode() for text in texts)
    longer = min(_seconds(twice, suffix) for _ in range(2))
    assert longer < LEAST_SECONDS or longer < MOST * min(_seconds(once, suffix) for _ in range(2))
