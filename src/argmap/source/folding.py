"""A text without the differences that a quotation may have, and the way back to its offsets.

White space, line breaks, quotation marks, dashes and Unicode normalisation (NFC, Unicode Standard
Annex 15) are folded, as the file format says; so is what typesetting puts in and a reader does not
see: soft hyphens, zero-width spaces, ligatures of Latin letters. The case of letters is kept.
Folding takes one pass, and one entry for each place where lengths differ.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BREAK = "\0"
"""Stands between two paragraphs of a folded text; no source and no folded quotation holds it."""
_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_SINGLE_QUOTES = "‘’‚‛‹›＇"
_DOUBLE_QUOTES = '"“”„‟«»〝〞〟＂「」『』﹁﹂﹃﹄'
_DASHES = "‐‑‒–—―−⸺⸻﹘﹣－"
_SAME_LENGTH = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_SINGLE_QUOTES + _DOUBLE_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st"}

_UNSEEN = "\xad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark: no reader sees them."""
_GAP = f"[ {_UNSEEN}]"
_CHANGES = re.compile(
    f"{_GAP}{{2,}}(?:-[ {_UNSEEN}-]*)?|{_GAP}-[ {_UNSEEN}-]*|-[ {_UNSEEN}-]+|[{_UNSEEN}]"
    r"|[ﬀ-ﬆ]|(?<=\d)'"
)
"""What is folded into something of another length, once the rest is."""
_INVISIBLE = " " + _UNSEEN
_LINE_ENDS = frozenset("\r\n")


class Replacement(NamedTuple):
    """A stretch of a text, and what stands for it in the folded one."""

    start: int
    end: int
    """Exclusive."""
    text: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; offsets in it lead back to the text it was made from."""

    text: str
    original: str
    _at: list[int]
    """Where in the folded text something of another length stands."""
    _until: list[int]
    """Where it ends there."""
    _starts: list[int]
    """Where in `_before` it was."""
    _ends: list[int]
    _before: Folded | None = None
    """What was folded here, where that was made from the original itself."""

    def start(self, offset: int) -> int:
        """Give where the character at an offset begins in the original."""
        found = bisect_right(self._at, offset) - 1
        if found >= 0:
            is_inside = offset < self._until[found]
            further = 0 if is_inside else offset - self._until[found]
            offset = self._starts[found] if is_inside else self._ends[found] + further
        return offset if self._before is None else self._before.start(offset)

    def end(self, offset: int) -> int:
        """Give where the character before an offset ends in the original."""
        found = bisect_right(self._at, offset - 1) - 1
        if found >= 0:
            offset = self._ends[found] + max(0, offset - self._until[found])
        return offset if self._before is None else self._before.end(offset)

    def after(self, before: Folded) -> Folded:
        """Let the offsets lead back to what the text that was folded here was made from."""
        return replace(self, original=before.original, _before=before)

    def find_start(self, offset: int) -> int:
        """Give where in the folded text the original's characters from an offset on begin."""
        if self._before is not None:
            offset = self._before.find_start(offset)
        found = bisect_right(self._starts, offset) - 1
        if found < 0:
            return offset
        if offset < self._ends[found]:
            return self._at[found] if offset == self._starts[found] else self._until[found]
        return offset - self._ends[found] + self._until[found]


def replace_all(text: str, even: str, replacements: Iterable[Replacement]) -> Folded:
    """Put something else in the place of some stretches of a text.

    Args:
        text: the text.
        even: what stands for it, character by character, wherever nothing is replaced.
        replacements: in order and without overlaps.
    """
    pieces: list[str] = []
    at: list[int] = []
    until: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    done = length = 0
    for start, end, replacement in replacements:
        pieces += (even[done:start], replacement)
        length += start - done
        at.append(length)
        length += len(replacement)
        until.append(length)
        starts.append(start)
        ends.append(end)
        done = end
    pieces.append(even[done:])
    return Folded("".join(pieces), text, at, until, starts, ends)


def fold(text: str) -> Folded:
    r"""Fold a text.

    >>> fold("He’d  said —\n“no”").text
    "He'd said-'no'"
    """
    return _compose(_fold(text, text.translate(_SAME_LENGTH).replace(BREAK, " ")))


def fold_again(before: Folded) -> Folded:
    """Fold what was made from another text; the offsets lead back to that."""
    folded = _fold(before.text, before.text.translate(_SAME_LENGTH))
    return _compose(folded.after(before))


def _fold(text: str, even: str) -> Folded:
    return replace_all(text, even, _replacements(text, even))


def _replacements(text: str, even: str) -> Iterator[Replacement]:
    for match in _CHANGES.finditer(even):
        for one in _folded(match, text):
            if one.text != even[one.start : one.end]:
                yield one


def _compose(folded: Folded) -> Folded:
    """Write characters and the marks behind them as NFC does."""
    text = folded.text
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return folded
    return replace_all(text, text, _compositions(text)).after(folded)


def _folded(match: re.Match[str], text: str) -> Iterator[Replacement]:
    """Give what stands in the folded text for something of another length."""
    found, start, end = match[0], match.start(), match.end()
    if "-" in found:  # the spaces around a dash are no part of it
        first, last = start + found.index("-"), start + found.rindex("-") + 1
        yield from (Replacement(start, first, ""), Replacement(first, last, "-"))
        yield Replacement(last, end, "")
        return
    yield Replacement(start, end, _folded_sign(found, text[start:end]))


def _folded_sign(found: str, written: str) -> str:
    first = found[0]
    if not found.strip(_INVISIBLE):
        is_broken = first == "\xad" and not _LINE_ENDS.isdisjoint(written)
        return "" if is_broken or " " not in found else " "
    if first in _LIGATURES:
        return _LIGATURES[first]
    return '"' if written in _DOUBLE_QUOTES else first  # feet are not inches


def _compositions(text: str) -> Iterator[Replacement]:
    """Give the characters, with the marks behind them, that NFC writes otherwise."""
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _joins(text[at]):
            continue
        cluster = text[start:at]
        composed = cluster if cluster.isascii() else unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield Replacement(start, at, composed)
        start = at


def _joins(character: str) -> bool:
    """Tell whether NFC may join a character to the one before it: a mark, or a part of a Hangul."""
    return character > "\u02ff" and (
        unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
    )
