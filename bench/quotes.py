"""Measure quotations against a source of 1 MB: looking them up beside reading and folding it.

Each figure is the median of runs taken in turn, in one process.
"""

from __future__ import annotations

import random
import re
import statistics
import time
from typing import TYPE_CHECKING, TypeVar

from argmap.source.fingerprint import build_fingerprint
from argmap.source.paragraphs import read_paragraphs
from argmap.source.proof import prove_quote
from argmap.source.quotes import find_quote
from bench.maps import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.source.paragraphs import SourceText

SIZE = 1_000_000
QUOTES = 10_000
ABSENT = 1_000
RUNS = 5
BOUND = 2.0
"""Looking 10,000 quotations up takes less than so many times what reading their source takes."""

Result = TypeVar("Result")
Quotes = list[tuple[str, int]]
"""Each with the paragraph it is taken from."""


def write_source(chooser: random.Random) -> str:
    """Write a Markdown article of 1,000,000 characters, with 5,000 words."""
    letters = "abdefgiklmnoprstu"
    words = ["".join(chooser.choices(letters, k=chooser.randint(4, 11))) for _ in range(5_000)]
    blocks: list[str] = []
    size = 0
    while size < SIZE:
        lines = [sentence(chooser)]
        for _ in range(chooser.randint(2, 8)):
            rare = " ".join(chooser.choices(words, k=chooser.randint(4, 9)))
            lines.append(f"“{rare}” — so it is *not* said, {sentence(chooser)}")
        blocks.append("\n".join(lines) if chooser.random() > 1 / 12 else f"## {words[0]}")
        size += len(blocks[-1]) + 2
    return "\n\n".join(blocks)


def draw_quotes(chooser: random.Random, text: SourceText, count: int) -> Quotes:
    """Draw 3 to 40 words of some paragraph, so many times."""
    drawn: Quotes = []
    for _ in range(count):
        paragraph = chooser.choice(text.paragraphs)
        words = text.read(paragraph.start, paragraph.end).split()
        first = chooser.randrange(len(words) - 3)
        quote = " ".join(words[first : first + chooser.randint(3, 40)])
        drawn.append((quote, paragraph.number))
    return drawn


def spoil(quotes: Quotes) -> Quotes:
    """Put a word that is nowhere behind the second one of each quotation."""
    return [(re.sub(r"^(\S+ \S+)", r"\1 nowhere", quote), at) for quote, at in quotes]


def run(content: str, quotes: Quotes, absent: Quotes) -> dict[str, float]:
    """Read a text, look quotations up, and give how long each took in seconds."""
    times: dict[str, float] = {}
    text = _timed(times, "read and fold", lambda: _read(content))
    _timed(times, "10,000 cited", lambda: [find_quote(text, *one) for one in quotes])
    _timed(times, "10,000 anywhere", lambda: [find_quote(text, quote) for quote, _ in quotes])
    _timed(times, "1,000 absent", lambda: [find_quote(text, *one) for one in absent])
    kept = _timed(times, "fingerprint", lambda: build_fingerprint(text))
    _timed(times, "10,000 proved", lambda: [prove_quote(kept, *one) for one in quotes])
    return times


def _read(content: str) -> SourceText:
    text = read_paragraphs(content, is_markdown=True)
    text.folded  # noqa: B018 - is made when it is asked for
    return text


def _timed(times: dict[str, float], name: str, work: Callable[[], Result]) -> Result:
    start = time.perf_counter()
    result = work()
    times[name] = time.perf_counter() - start
    return result


def main() -> None:
    """Print a table of times, and of ratios to reading and folding."""
    chooser = random.Random(1)  # noqa: S311 - repeatable data, not secrets
    content = write_source(chooser)
    text = _read(content)
    quotes, absent = draw_quotes(chooser, text, QUOTES), draw_quotes(chooser, text, ABSENT)
    runs = [run(content, quotes, spoil(absent)) for _ in range(RUNS)]
    print(f"quotations and a source of 1 MB, median of {RUNS} runs, milliseconds\n")
    floor = statistics.median(one["read and fold"] for one in runs)
    for name in runs[0]:
        figure = statistics.median(one[name] for one in runs)
        bound = f"  (bound {BOUND})" if name == "10,000 cited" else ""
        print(f"{name:>16} {1000 * figure:8.0f} {figure / floor:8.2f}{bound}")


if __name__ == "__main__":
    main()
