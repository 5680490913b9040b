"""Grapheme clusters, as far as line breaking needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.measure.scripts import is_extending

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINER = "\u200d"


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_jamo(character: str) -> bool:
    return "\u1100" <= character <= "\u11ff"


def iter_clusters(text: str) -> Iterator[str]:
    """Split a text into what a reader takes for one character each.

    Marks stay with their letter, joined emoji and the two halves of a flag stay together.

    >>> list(iter_clusters("e\u0301a"))
    ['e\u0301', 'a']
    """
    start = 0
    regionals = 0
    for at in range(1, len(text) + 1):
        previous = text[at - 1]
        regionals = regionals + 1 if _is_regional(previous) else 0
        if at < len(text) and _is_joined(previous, text[at], regionals):
            continue
        yield text[start:at]
        start = at


def _is_joined(previous: str, character: str, regionals: int) -> bool:
    if character < "\u0300":
        return False
    if is_extending(character) or previous == _JOINER:
        return True
    if _is_regional(character):
        return regionals % 2 == 1
    return _is_jamo(previous) and "\u1160" <= character <= "\u11ff"
