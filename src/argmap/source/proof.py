"""Proving a quotation by the fingerprint of its source alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.source.fingerprint import WINDOW, runs_of, split_words
from argmap.source.folding import fold
from argmap.source.nearness import LEAST_SHARE, Change, Near
from argmap.source.quotes import MOST_MATCHES, Match, QuoteStatus, QuoteVerdict, read_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.source.fingerprint import Fingerprint, ParagraphPrint

UNKNOWN = -1
"""In place of an offset: only the paragraph is known."""
SOMETHING = "…"
"""In place of words of the source, which a fingerprint does not tell."""


def prove_quote(
    fingerprint: Fingerprint, quote: str, first: int | None = None, last: int | None = None
) -> QuoteVerdict:
    """Look a quotation up in a fingerprint; see `argmap.source.quotes.find_quote`.

    Where it stands is told by the paragraph alone, and whether it differs in what may differ is
    not known: such a quotation is `folded`. One that is shorter than a run of words and was not in
    the map when the fingerprint was written cannot be proved: see `can_prove`.
    """
    ways = _ways(quote)
    everywhere = range(1, len(fingerprint.paragraphs) + 1)
    if first is not None:
        cited = range(first, (first if last is None else last) + 1)
        for way in ways:
            matches = _find(fingerprint, way, (n for n in cited if n in everywhere))
            if matches:
                return QuoteVerdict(_status(matches), matches)
    for way in ways:
        matches = _find(fingerprint, way, everywhere)
        if matches:
            return QuoteVerdict(
                QuoteStatus.MOVED if first is not None else _status(matches), matches
            )
    near = _find_near(fingerprint, ways[-1]) if ways else None
    return QuoteVerdict(QuoteStatus.CHANGED if near else QuoteStatus.MISSING, near=near)


def can_prove(fingerprint: Fingerprint, quote: str) -> bool:
    """Tell whether a fingerprint holds enough to say that a quotation is not there."""
    ways = read_quote(quote)
    return bool(ways) and all(
        len(split_words(piece)) >= WINDOW or fingerprint.hash(piece) in fingerprint.asked
        for way in ways
        for piece in way
    )


def _ways(quote: str) -> list[tuple[str, ...]]:
    """Give the ways to read a quotation; first of all a `…` may stand in the source itself."""
    literal = fold(quote).text.strip()
    return [*dict.fromkeys([*([(literal,)] if literal else []), *read_quote(quote)])]


def _status(matches: tuple[Match, ...]) -> QuoteStatus:
    return QuoteStatus.AMBIGUOUS if len(matches) > 1 else QuoteStatus.FOLDED


def _find(
    fingerprint: Fingerprint, pieces: tuple[str, ...], numbers: Iterable[int]
) -> tuple[Match, ...]:
    found: list[Match] = []
    hashed = [_Hashed(fingerprint, piece) for piece in pieces]
    for number in numbers:
        count = _count(fingerprint.paragraphs[number - 1], hashed)
        found += [Match(number, UNKNOWN, UNKNOWN)] * count
        if len(found) >= MOST_MATCHES:
            break
    return tuple(found[:MOST_MATCHES])


class _Hashed:
    """A piece of a quotation, as a fingerprint knows it."""

    def __init__(self, fingerprint: Fingerprint, piece: str) -> None:
        self.words = len(split_words(piece))
        self.whole = fingerprint.hash(piece)
        self.runs = [fingerprint.hash(run) for run in runs_of(piece)]

    def starts(self, paragraph: ParagraphPrint) -> Iterator[int]:
        """Give the words of a paragraph that the piece begins at."""
        if not self.runs:
            yield from (
                piece.word
                for piece in paragraph.pieces
                if (piece.hash, piece.words) == (self.whole, self.words)
                and self._is_whole(paragraph, piece.word)
            )
            return
        for word in paragraph.places.get(self.runs[0], ()):
            is_here = all(paragraph.run(word + n) == run for n, run in enumerate(self.runs))
            if is_here and self._is_whole(paragraph, word):
                yield word

    def _is_whole(self, paragraph: ParagraphPrint, word: int) -> bool:
        last = word + self.words - 1
        return word not in paragraph.no_start and last not in paragraph.no_end


def _count(paragraph: ParagraphPrint, pieces: list[_Hashed]) -> int:
    """Count where pieces stand one after the other, each time as close together as they do."""
    later = [sorted(piece.starts(paragraph)) for piece in pieces]
    ends: set[int] = set()
    for first in later[0]:
        behind = first + pieces[0].words
        for piece, starts in zip(pieces[1:], later[1:], strict=True):
            at = next((start for start in starts if start >= behind), None)
            if at is None:
                return len(ends)
            behind = at + piece.words
        ends.add(behind)
    return len(ends)


def _find_near(fingerprint: Fingerprint, pieces: tuple[str, ...]) -> Near | None:
    """Find the paragraph that holds most of a quotation, and the words that it does not hold."""
    longest = max(pieces, key=len)
    spans = split_words(longest)
    words = [longest[start:end] for start, end in spans]
    runs = [fingerprint.hash(run) for run in runs_of(longest)]
    best: tuple[float, int] = (0.0, 0)
    for number, paragraph in enumerate(fingerprint.paragraphs, 1):
        held = {
            word
            for at, run in enumerate(runs)
            if run in paragraph.places
            for word in range(at, at + WINDOW)
        }
        best = max(best, (len(held) / len(words), -number))
    if best[0] < LEAST_SHARE:
        return None
    number = -best[1]
    places = fingerprint.paragraphs[number - 1].places
    missing = [run not in places for run in runs]
    return Near(number, UNKNOWN, UNKNOWN, tuple(_changes(words, missing)))


def _changes(words: list[str], missing: list[bool]) -> Iterator[Change]:
    """Give the words that break the runs which are not there.

    The first missing run ends with the first wrong word, the last one begins with the last; where
    that order is turned round, words are left out between the two.
    """
    at = 0
    while at < len(missing):
        if not missing[at]:
            at += 1
            continue
        end = at
        while end + 1 < len(missing) and missing[end + 1]:
            end += 1
        first = at + WINDOW - 1 if at else 0
        last = end if end + 1 < len(missing) else len(words) - 1
        wrong = words[first : last + 1] if first <= last else []
        before = min(first, last + 1) - 1 if not wrong else first - 1
        yield Change(SOMETHING, " ".join(wrong), words[before] if before >= 0 else "")
        at = end + 1
