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
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.source.paragraphs import SourceText
    from argmap.source.spreading import Stretch

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
    def places(self) -> Mapping[bytes, Sequence[int]]:
        """For each run the words it begins at."""
        found: dict[bytes, list[int]] = {}
        for word in range(len(self.runs) // HASH_BYTES):
            run = self.runs[word * HASH_BYTES : (word + 1) * HASH_BYTES]
            found.setdefault(run, []).append(word)
        return found

    @cached_property
    def piece_places(self) -> Mapping[tuple[bytes, int], Sequence[int]]:
        """For each short stretch, by its hash and how many words it has, the words it begins at."""
        found: dict[tuple[bytes, int], list[int]] = {}
        for piece in self.pieces:
            found.setdefault((piece.hash, piece.words), []).append(piece.word)
        return found


@dataclass(frozen=True)
class Fingerprint:
    """What is kept of a source."""

    key: bytes
    """Hash of the whole text; every other hash is made with it, so that those of two texts have
    nothing to do with each other."""
    paragraphs: tuple[ParagraphPrint, ...]
    asked: frozenset[bytes] = frozenset()
    """The short pieces of quotations that were looked up when it was made, there or not."""

    @cached_property
    def numbers(self) -> Mapping[bytes, Sequence[int]]:
        """For each run, and each short stretch, the paragraphs that hold it, from 1."""
        found: dict[bytes, list[int]] = {}
        for number, paragraph in enumerate(self.paragraphs, 1):
            for hash_ in {*paragraph.places, *(piece.hash for piece in paragraph.pieces)}:
                found.setdefault(hash_, []).append(number)
        return found

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
    numbers = range(1, len(source.paragraphs) + 1)
    whole = "\n".join(fold_paragraph(source, number) for number in numbers)
    key = hashlib.blake2b(whole.encode(), digest_size=16).digest()
    short = dict.fromkeys(piece for quote in quotes for piece in _short_pieces(quote))
    held: dict[int, list[Stretch]] = {}
    for piece in short:
        for at in source.words.places(piece):
            held.setdefault(source.number_at(at), []).append((at, at + len(piece)))
    return Fingerprint(
        key,
        tuple(_print(source, number, key, held.get(number, ())) for number in numbers),
        frozenset(_hash(piece, key) for piece in short),
    )


def fold_paragraph(source: SourceText, number: int) -> str:
    """Give a paragraph of the folded text."""
    start, end = source.folded_span(number)
    return source.folded.text[start:end]


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


def _print(source: SourceText, number: int, key: bytes, short: Iterable[Stretch]) -> ParagraphPrint:
    folded, (start, _) = source.folded, source.folded_span(number)
    text = fold_paragraph(source, number)
    words = split_words(text)
    starts = {start + begin: word for word, (begin, _) in enumerate(words)}
    ends = {start + end: word for word, (_, end) in enumerate(words)}
    pieces = [
        Piece(_hash(folded.text[begin:end], key), starts[begin], ends[end] - starts[begin] + 1)
        for begin, end in short
        if begin in starts and end in ends
    ]
    return ParagraphPrint(
        _hash(text, key),
        len(words),
        b"".join(_hash(run, key) for run in runs_of(text)),
        frozenset(word for at, word in starts.items() if not begins_whole(folded, at)),
        frozenset(word for at, word in ends.items() if not ends_whole(folded, at)),
        tuple(sorted(pieces, key=lambda piece: (piece.word, piece.words))),
    )
