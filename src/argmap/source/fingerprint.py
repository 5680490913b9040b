"""What is kept of a source whose text may not be passed on: enough to prove a quotation by.

Of each paragraph the fingerprint keeps a hash of the whole and the hashes of all runs of four
words (`WINDOW`), one after the other. A quotation of four words or more stands in a paragraph when
the hashes of its runs follow each other there. Of shorter quotations those are kept that the map
had when the fingerprint was written.

This keeps the text out of a repository; it does not keep it secret. Whoever guesses four words can
tell whether they stand there, and so go on word by word with a dictionary.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap.source.edges import begins_whole, ends_whole
from argmap.source.quotes import read_quote
from argmap.source.words import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.source.paragraphs import SourceText

WINDOW = 4
"""Words, or signs between them, in a run."""
HASH_BYTES = 6
"""A run that is not in a paragraph of 1,000 words passes for one with a chance of 4e-12."""
VERSION = 1
"""Of the file and of the folding it was made with."""


class Piece(NamedTuple):
    """A short stretch of a paragraph that the map quotes."""

    hash: bytes
    word: int
    """The word it begins with, from 0."""
    words: int


@dataclass(frozen=True)
class ParagraphPrint:
    """What is kept of one paragraph."""

    hash: bytes
    """Of the whole folded paragraph."""
    words: int
    """Words and signs in it."""
    runs: bytes
    """The hashes of its runs of `WINDOW` words, in order, `HASH_BYTES` each."""
    no_start: frozenset[int]
    """Words, from 0, that a quotation may not begin with: they go on inside a word or number."""
    no_end: frozenset[int]
    """Words that a quotation may not end with."""
    pieces: tuple[Piece, ...] = ()

    @cached_property
    def places(self) -> Mapping[bytes, tuple[int, ...]]:
        """For each run the words it begins at."""
        found: dict[bytes, tuple[int, ...]] = {}
        for word in range(len(self.runs) // HASH_BYTES):
            run = self.run(word)
            found[run] = (*found.get(run, ()), word)
        return found

    def run(self, word: int) -> bytes:
        """Give the hash of the run that begins at a word."""
        return self.runs[word * HASH_BYTES : (word + 1) * HASH_BYTES]


@dataclass(frozen=True)
class Fingerprint:
    """What is kept of a source."""

    key: bytes
    """Hash of the whole text; every other hash is made with it, so that those of two texts have
    nothing to do with each other."""
    paragraphs: tuple[ParagraphPrint, ...]
    asked: frozenset[bytes] = frozenset()
    """The short pieces of quotations that were looked up when it was made, there or not."""

    def hash(self, text: str) -> bytes:
        """Hash a stretch of folded text."""
        return _hash(text, self.key)


def _hash(text: str, key: bytes) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=HASH_BYTES, key=key).digest()


def build_fingerprint(source: SourceText, quotes: Iterable[str] = ()) -> Fingerprint:
    """Make the fingerprint of a source.

    Args:
        source: its text.
        quotes: what the map quotes from it.

    Returns:
        The fingerprint; the same for the same text and quotations.
    """
    texts = [_folded(source, number) for number in range(1, len(source.paragraphs) + 1)]
    whole = "\n".join(text for text, _ in texts)
    key = hashlib.blake2b(whole.encode(), digest_size=16).digest()
    short = dict.fromkeys(piece for quote in quotes for piece in _short_pieces(quote))
    return Fingerprint(
        key,
        tuple(_print(source, text, start, key, short) for text, start in texts),
        frozenset(_hash(piece, key) for piece in short),
    )


def _folded(source: SourceText, number: int) -> tuple[str, int]:
    """Give a paragraph of the folded text, and where it begins there."""
    paragraph = source.paragraphs[number - 1]
    start = source.folded.find_start(paragraph.start)
    return source.folded.text[start : source.folded.find_start(paragraph.end)], start


def _short_pieces(quote: str) -> Iterator[str]:
    for way in read_quote(quote):
        for piece in way:
            if len(split_words(piece)) < WINDOW:
                yield piece


def split_words(text: str) -> list[tuple[int, int]]:
    """Give where each word, and each sign between words, begins and ends."""
    return [match.span() for match in TOKEN.finditer(text)]


def runs_of(text: str) -> list[str]:
    """Give the runs of `WINDOW` words of a folded text; none where it has fewer."""
    words = split_words(text)
    return [text[words[at][0] : words[at + WINDOW - 1][1]] for at in range(len(words) - WINDOW + 1)]


def _print(
    source: SourceText, text: str, start: int, key: bytes, short: Iterable[str]
) -> ParagraphPrint:
    words = split_words(text)
    folded = source.folded
    starts = {begin: number for number, (begin, _) in enumerate(words)}
    ends = {end: number for number, (_, end) in enumerate(words)}
    pieces = []
    for piece in short:
        at = text.find(piece)
        while at >= 0:
            if at in starts and at + len(piece) in ends:
                count = ends[at + len(piece)] - starts[at] + 1
                pieces.append(Piece(_hash(piece, key), starts[at], count))
            at = text.find(piece, at + 1)
    return ParagraphPrint(
        _hash(text, key),
        len(words),
        b"".join(_hash(run, key) for run in runs_of(text)),
        frozenset(n for n, (at, _) in enumerate(words) if not begins_whole(folded, start + at)),
        frozenset(n for n, (_, at) in enumerate(words) if not ends_whole(folded, start + at)),
        tuple(sorted(pieces, key=lambda piece: (piece.word, piece.words))),
    )


def compare_paragraphs(
    fingerprint: Fingerprint, source: SourceText
) -> list[tuple[str, int, int, int, int]]:
    """Compare a source with its fingerprint, paragraph by paragraph.

    Returns:
        What changed, as `difflib` tells it: `replace`, `delete` or `insert`, with the places of
        the paragraphs in the fingerprint and in the text, from 0, ends exclusive.
    """
    from difflib import SequenceMatcher

    now = [
        fingerprint.hash(_folded(source, number)[0])
        for number in range(1, len(source.paragraphs) + 1)
    ]
    before = [paragraph.hash for paragraph in fingerprint.paragraphs]
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    return [code for code in matcher.get_opcodes() if code[0] != "equal"]
