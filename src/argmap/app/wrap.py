"""Breaking text into terminal lines, wide characters counted as two columns."""

from __future__ import annotations

from argmap.source.display import columns


def hang(text: str, width: int, indent: str) -> list[str]:
    """Break a text into lines of at most `width` columns, each behind the indent.

    Words are kept whole where they fit a line; Chinese and other wide text, and over-long
    words, break anywhere.

    >>> hang("one two three", 9, " ")
    [' one two', ' three']
    """
    room = max(width - columns(indent), _NARROWEST)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if columns(joined) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _chop(word, room)
        lines += full
    lines.append(line)
    return [f"{indent}{part}" for part in lines]


_NARROWEST = 8


def _chop(word: str, room: int) -> list[str]:
    parts, part, used = [], "", 0
    for character in word:
        size = columns(character)
        if used + size > room and part:
            parts.append(part)
            part, used = "", 0
        part += character
        used += size
    return [*parts, part]
