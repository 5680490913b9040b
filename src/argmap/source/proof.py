"""Proving a quotation by the fingerprint of its source alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from argmap.source.fingerprint import HASH_BYTES, WINDOW, runs_of, split_words
from argmap.source.folding import fold
from argmap.source.nearness import LEAST_SHARE, Change, Near
from argmap.source.quotes import most_matches, read_quote
from argmap.source.spreading import spread
from argmap.source.verdicts import Match, QuoteStatus, QuoteVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.source.fingerprint import Fingerprint, ParagraphPrint
    from argmap.source.spreading import Stretch

UNKNOWN = -1
"""In place of an offset: only the paragraph is known."""
NOWHERE = -1
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
            matches = _find(fingerprint, way, cited)
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


def _find(fingerprint: Fingerprint, pieces: tuple[str, ...], numbers: range) -> tuple[Match, ...]:
    hashed = [_Hashed(fingerprint, piece) for piece in pieces]
    rarest = min((one.numbers for one in hashed), key=len)
    found = (
        Match(number, UNKNOWN, UNKNOWN)
        for number in rarest[bisect_left(rarest, numbers.start) : bisect_left(rarest, numbers.stop)]
        for _ in _spread(fingerprint.paragraphs[number - 1], hashed)
    )
    return tuple(islice(found, most_matches(pieces)))


def _spread(paragraph: ParagraphPrint, pieces: list[_Hashed]) -> Iterator[Stretch]:
    return spread([_PrintPiece(paragraph, piece) for piece in pieces], 0, paragraph.words)


class _Hashed:
    """A piece of a quotation, as a fingerprint knows it: by the rarest of its runs."""

    def __init__(self, fingerprint: Fingerprint, piece: str) -> None:
        self.words = len(split_words(piece))
        runs = [fingerprint.hash(run) for run in runs_of(piece)]
        self.runs = b"".join(runs)
        holders = [fingerprint.numbers.get(run, ()) for run in runs]
        self._skipped = min(range(len(runs)), key=lambda at: len(holders[at]), default=0)
        self._key = runs[self._skipped] if runs else fingerprint.hash(piece)
        self.numbers = fingerprint.numbers.get(self._key, ())

    def places(self, paragraph: ParagraphPrint) -> Sequence[int]:
        """Give the words of a paragraph that the piece may begin at."""
        if not self.runs:
            return paragraph.piece_places.get((self._key, self.words), ())
        places = paragraph.places.get(self._key, ())
        return [word - self._skipped for word in places if word >= self._skipped]


class _PrintPiece:
    """A piece of a quotation in a paragraph of a fingerprint; it stands there as whole words."""

    def __init__(self, paragraph: ParagraphPrint, piece: _Hashed) -> None:
        self._paragraph = paragraph
        self._piece = piece
        self._places = piece.places(paragraph)
        self.size = piece.words

    def find(self, start: int, end: int) -> int:
        places = self._places
        between = range(bisect_left(places, start), bisect_right(places, end - self.size))
        return next((places[at] for at in between if self._stands(places[at])), NOWHERE)

    def rfind(self, start: int, end: int) -> int:
        places = self._places
        between = range(bisect_left(places, start), bisect_right(places, end - self.size))
        return next((places[at] for at in reversed(between) if self._stands(places[at])), NOWHERE)

    def _stands(self, word: int) -> bool:
        paragraph, runs = self._paragraph, self._piece.runs
        if word in paragraph.no_start or word + self.size - 1 in paragraph.no_end:
            return False
        return not runs or paragraph.runs.startswith(runs, word * HASH_BYTES)


def _find_near(fingerprint: Fingerprint, pieces: tuple[str, ...]) -> Near | None:
    """Find the paragraph that holds most of a quotation, and the words that it does not hold."""
    longest = max(pieces, key=len)
    spans = split_words(longest)
    words = [longest[start:end] for start, end in spans]
    runs = [fingerprint.hash(run) for run in runs_of(longest)]
    held: defaultdict[int, set[int]] = defaultdict(set)
    for at, run in enumerate(runs):
        for number in fingerprint.numbers.get(run, ()):
            held[number].update(range(at, at + WINDOW))
    number = max(held, key=lambda number: (len(held[number]), -number), default=0)
    if len(held[number]) < LEAST_SHARE * len(words):
        return None
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
