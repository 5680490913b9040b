"""Where each word of a source stands, so that a quotation is found without reading it all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"\w+|[^\w\s]")
"""A word, or one other sign."""
_UNSPACED_RANGES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\ud7af\uf900-\uffff\U00010000-\U0003ffff"
)
TOKEN = re.compile(rf"[{_UNSPACED_RANGES}]|[^\W{_UNSPACED_RANGES}]+|[^\w\s]")
"""A word, one letter of a script without spaces between words, or one other sign."""
_LETTERS = re.compile(r"\w+")
_UNSPACED = re.compile(f"[{_UNSPACED_RANGES}]")
"""In these scripts a word of a quotation may be a part of what stands between spaces."""


@dataclass(frozen=True)
class WordIndex:
    """The words of a folded text by where they stand in it."""

    text: str

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """For each word where it begins, in order."""
        found: dict[str, list[int]] = {}
        for match in _LETTERS.finditer(self.text):
            word = match[0]
            if word in found:
                found[word].append(match.start())
            else:
                found[word] = [match.start()]
        return found

    def places(self, piece: str) -> Iterator[int]:
        """Give where a piece of text begins, whole words or not."""
        words = [] if _UNSPACED.search(piece) else list(_LETTERS.finditer(piece))
        if not words:
            yield from self._search(piece)
            return
        rarest = min(words, key=lambda word: len(self.starts.get(word[0], ())))
        for at in self.starts.get(rarest[0], ()):
            start = at - rarest.start()
            if start >= 0 and self.text.startswith(piece, start):
                yield start

    def _search(self, piece: str) -> Iterator[int]:
        at = self.text.find(piece)
        while at >= 0:
            yield at
            at = self.text.find(piece, at + 1)
