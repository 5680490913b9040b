"""How a source differs from what it was when its fingerprint was written."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.source.fingerprint import fold_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.source.fingerprint import Fingerprint
    from argmap.source.paragraphs import SourceText


class Edit(NamedTuple):
    """Paragraphs that stand in the place of others; counted from 0, ends exclusive."""

    first: int
    """In the fingerprint."""
    last: int
    begin: int
    """In the text."""
    end: int


def compare_paragraphs(fingerprint: Fingerprint, source: SourceText) -> list[Edit]:
    """Compare a source with its fingerprint, paragraph by paragraph.

    Returns:
        What changed, in order.
    """
    numbers = range(1, len(source.paragraphs) + 1)
    now = [fingerprint.hash(fold_paragraph(source, number)) for number in numbers]
    before = [paragraph.hash for paragraph in fingerprint.paragraphs]
    edits = []
    first = begin = 0
    for last, end in (*_kept(before, now), (len(before), len(now))):
        if (first, begin) != (last, end):
            edits.append(Edit(first, last, begin, end))
        first, begin = last + 1, end + 1
    return edits


def _kept(before: Iterable[bytes], now: Iterable[bytes]) -> list[tuple[int, int]]:
    """Give the places of the paragraphs that stand in both, in the same order.

    Each time that a paragraph is repeated counts as another, so that none has two places; the
    longest ascending row of places is then what was kept.
    """
    places = {one: place for place, one in enumerate(_counted(now))}
    pairs = [(n, places[one]) for n, one in enumerate(_counted(before)) if one in places]
    ends: list[int] = []
    rows: list[int] = []
    previous: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        rows[at : at + 1] = [number]
        previous.append(rows[at - 1] if at else -1)
    kept = []
    number = rows[-1] if rows else -1
    while number >= 0:
        kept.append(pairs[number])
        number = previous[number]
    return kept[::-1]


def _counted(hashes: Iterable[bytes]) -> Iterator[tuple[bytes, int]]:
    seen: Counter[bytes] = Counter()
    for one in hashes:
        yield one, seen[one]
        seen[one] += 1
