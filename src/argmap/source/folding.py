"""A text without the differences that a quotation may have, and the way back to its offsets.

White space, line breaks, quotation marks, dashes and Unicode normalisation (NFC, Unicode Standard
Annex 15) are folded, as the file format says; so is what typesetting puts in and a reader does not
see: soft hyphens, zero-width spaces, ligatures of Latin letters, and the marks of Markdown. The
case of letters is kept. Folding takes one pass, and one entry for each place where lengths differ.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_PLAIN = (
    f"{_GAP}{{2,}}(?:-[ {_UNSEEN}-]*)?|{_GAP}-[ {_UNSEEN}-]*|-[ {_UNSEEN}-]+|[{_UNSEEN}]"
    r"|[ﬀ-ﬆ]|(?<=\d)'"
)
"""What is folded into something of another length, once the rest is."""
_MARKDOWN = (
    r"|\\[!-/:-@\[-`{-~]"  # an escape
    r"|!\[[^\[\]]*\]\([^()]*\)|\[\^[^\[\]\s]*\]|</?[A-Za-z][^<>]*>"  # what is not read
    r"|\[(?=[^\[\]]*\]\([^()]*\))|\]\([^()]*\)"  # a link around its text
    r"|(?<! )\*+|\*+(?![ *])|~~+|`+|(?<![^\W_])_+|_+(?![^\W_])"  # emphasis and code
    r"|&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"  # a character by name
    r"|>[> ]*"  # a quoted block
)
_CHANGES = re.compile(_PLAIN)
_MARKDOWN_CHANGES = re.compile(_PLAIN + _MARKDOWN)

Change = tuple[int, int, str]
"""Start, end, and what stands there in the folded text."""


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
    """Where in the original it was."""
    _ends: list[int]

    def start(self, offset: int) -> int:
        """Give where the character at an offset begins in the original."""
        found = bisect_right(self._at, offset) - 1
        if found < 0:
            return offset
        if offset < self._until[found]:
            return self._starts[found]
        return offset - self._until[found] + self._ends[found]

    def end(self, offset: int) -> int:
        """Give where the character before an offset ends in the original."""
        found = bisect_right(self._at, offset - 1) - 1
        if found < 0:
            return offset
        if offset <= self._until[found]:
            return self._ends[found]
        return offset - self._until[found] + self._ends[found]

    def find_start(self, offset: int) -> int:
        """Give where in the folded text the original's characters from an offset on begin."""
        found = bisect_right(self._starts, offset) - 1
        if found < 0:
            return offset
        if offset < self._ends[found]:
            return self._at[found] if offset == self._starts[found] else self._until[found]
        return offset - self._ends[found] + self._until[found]


def fold(text: str, *, is_markdown: bool = False) -> Folded:
    r"""Fold a text.

    Args:
        text: any text.
        is_markdown: whether the marks of Markdown are taken out as well.

    >>> fold("He’d  said —\n“no”").text
    "He'd said-'no'"
    """
    even = text.translate(_SAME_LENGTH)
    pieces: list[str] = []
    at: list[int] = []
    until: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    done = length = 0
    for start, end, replacement in _changes(text, even, is_markdown=is_markdown):
        pieces.append(even[done:start])
        length += start - done
        at.append(length)
        pieces.append(replacement)
        length += len(replacement)
        until.append(length)
        starts.append(start)
        ends.append(end)
        done = end
    pieces.append(even[done:])
    return Folded("".join(pieces), text, at, until, starts, ends)


def _changes(text: str, even: str, *, is_markdown: bool) -> Iterator[Change]:
    """Give what has another length in the folded text, in order and without overlaps."""
    changes = (_MARKDOWN_CHANGES if is_markdown else _CHANGES).finditer(even)
    found: Iterable[Change] = (
        (*match.span(), _replace(match[0], text, match.start())) for match in changes
    )
    comments = iter_comments(text) if is_markdown else ()
    others = [*((*span, "") for span in comments), *_compositions(even)]
    if others:
        found = sorted([*found, *others], key=lambda change: (change[0], -change[1]))
    done = 0
    for start, end, replacement in found:
        if start >= done and replacement != even[start:end]:
            yield start, end, replacement
            done = end


def _replace(found: str, text: str, start: int) -> str:
    """Give what stands in the folded text for something of another length."""
    first = found[0]
    if not found.strip(_INVISIBLE):
        is_broken = first == "\xad" and not _LINE_ENDS.isdisjoint(text[start : start + len(found)])
        return "" if is_broken or " " not in found else " "
    if first == "-" or found.lstrip(_INVISIBLE).startswith("-"):
        return "-"
    if first in _LIGATURES:
        return _LIGATURES[first]
    return _replace_sign(found, text, start)


def _replace_sign(found: str, text: str, start: int) -> str:
    """Give what stands in the folded text for a quotation mark or a mark of Markdown."""
    first = found[0]
    if first == "'":  # feet are not inches
        return '"' if text[start] in _DOUBLE_QUOTES else first
    if first == "\\":
        return found[1]
    if first == "&":
        return html.unescape(found).translate(_SAME_LENGTH)
    return found if first == ">" and not _begins_line(text, start) else ""


_INVISIBLE = " " + _UNSEEN
_LINE_ENDS = frozenset("\r\n")


def _begins_line(text: str, at: int) -> bool:
    while at and text[at - 1] in " \t":
        at -= 1
    return not at or text[at - 1] in _LINE_ENDS


def iter_comments(text: str) -> Iterator[tuple[int, int]]:
    """Give where the comments of a Markdown text stand; one that is never closed is none."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _compositions(text: str) -> Iterator[Change]:
    """Give the characters, with the marks behind them, that NFC writes otherwise."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _joins(text[at]):
            continue
        cluster = text[start:at]
        composed = cluster if cluster.isascii() else unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield start, at, composed
        start = at


def _joins(character: str) -> bool:
    """Tell whether NFC may join a character to the one before it: a mark, or a part of a Hangul."""
    return character > "\u02ff" and (
        unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
    )
