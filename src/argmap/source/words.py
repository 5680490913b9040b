"""Where each word of a source stands, so that a quotation is found without reading it all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u3005-\ud7af\uf900-\uffff"
    "\U00010000-\U0003ffff"
)
WORD = re.compile(rf"[^\W_{_UNSPACED}]+")
"""A word of a script with spaces; no quotation begins or ends inside one."""
TOKEN = re.compile(rf"[{_UNSPACED}]|{WORD.pattern}|[^\w\s]|_")
"""A word, one letter of a script without spaces between words, or one other sign."""
_PAIR = re.compile(rf"(?=([{_UNSPACED}]{{2}}))")
HEAD = 200
"""So many characters are looked for; the rest of a longer text is compared where they stand."""

_SEARCH = 1_000
"""Looking at one place takes as long as searching so many characters."""


@dataclass(frozen=True)
class WordIndex:
    """The words of a folded text by where they stand in it."""

    text: str

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """For each word of a script with spaces where it begins, in order."""
        found: dict[str, list[int]] = {}
        for match in WORD.finditer(self.text):
            word = match[0]
            if word in found:
                found[word].append(match.start())
            else:
                found[word] = [match.start()]
        return found

    @cached_property
    def pairs(self) -> dict[str, list[int]]:
        """For each two letters of a script without spaces where they begin, in order."""
        found: dict[str, list[int]] = {}
        for match in _PAIR.finditer(self.text):
            found.setdefault(match[1], []).append(match.start())
        return found

    def places(self, piece: str) -> Iterator[int]:
        """Give where a piece of text may begin, in order; its head stands there."""
        head = piece[:HEAD]
        words = list(WORD.finditer(head))
        if len(head) < len(piece):
            words = words[:-1]  # the last may be cut
        rarest = min(words, key=self._count, default=None)
        if rarest is None or self._count(rarest) > len(self.text) // _SEARCH:
            yield from self._search(head)
            return
        for at in self.starts.get(rarest[0], ()):
            start = at - rarest.start()
            if start >= 0 and self.text.startswith(head, start):
                yield start

    def _count(self, word: re.Match[str]) -> int:
        return len(self.starts.get(word[0], ()))

    def _search(self, head: str) -> Iterator[int]:
        at = self.text.find(head)
        while at >= 0:
            yield at
            at = self.text.find(head, at + 1)
