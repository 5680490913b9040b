"""What kind of character a character is: how wide where the font lacks it, and which way it runs.

Widths are safe-side estimates in em, measured against the fonts that viewers fall back to. The
ranges are written out, so that they do not change with the Unicode version of a Python.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache

_WIDE = "wide"
_EMOJI = "emoji"
_ZERO = "zero"

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0300, 0x036F, _ZERO),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x08FF, "arabic"),
    (0x0900, 0x0DFF, "indic"),
    (0x0E00, 0x0EFF, "thai"),
    (0x1100, 0x115F, _WIDE),
    (0x1160, 0x11FF, _ZERO),
    (0x1AB0, 0x1AFF, _ZERO),
    (0x1DC0, 0x1DFF, _ZERO),
    (0x200B, 0x200F, _ZERO),
    (0x202A, 0x202E, _ZERO),
    (0x2060, 0x206F, _ZERO),
    (0x20D0, 0x20FF, _ZERO),
    (0x231A, 0x231B, _EMOJI),
    (0x2600, 0x27BF, _EMOJI),
    (0x2B00, 0x2BFF, _EMOJI),
    (0x2E80, 0x303E, _WIDE),
    (0x3041, 0xA4CF, _WIDE),
    (0xA960, 0xA97C, _WIDE),
    (0xAC00, 0xD7A3, _WIDE),
    (0xF900, 0xFAFF, _WIDE),
    (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE00, 0xFE0F, _ZERO),
    (0xFE20, 0xFE2F, _ZERO),
    (0xFE30, 0xFE6F, _WIDE),
    (0xFE70, 0xFEFC, "arabic"),
    (0xFEFF, 0xFEFF, _ZERO),
    (0xFF00, 0xFF60, _WIDE),
    (0xFFE0, 0xFFE6, _WIDE),
    (0x1B000, 0x1B2FF, _WIDE),
    (0x1F000, 0x1F3FA, _EMOJI),
    (0x1F3FB, 0x1F3FF, _ZERO),
    (0x1F400, 0x1FAFF, _EMOJI),
    (0x20000, 0x3FFFD, _WIDE),
    (0xE0000, 0xE0FFF, _ZERO),
)
_STARTS = [first for first, _, _ in _RANGES]
_EM = {
    _WIDE: 1.04,
    _EMOJI: 1.4,
    _ZERO: 0.0,
    "arabic": 0.72,
    "hebrew": 0.66,
    "thai": 0.66,
    "indic": 0.82,
}
_OTHER_EM = 0.8
_MARKS = frozenset({"Mn", "Me", "Mc"})
_RTL = frozenset({"R", "AL"})


def _script(character: str) -> str | None:
    code = ord(character)
    at = bisect_right(_STARTS, code) - 1
    if at >= 0 and code <= _RANGES[at][1]:
        return _RANGES[at][2]
    return None


@cache
def fallback_em(character: str) -> float:
    """Estimate the advance, in em, of a character that the bundled font lacks."""
    script = _script(character)
    if script == _ZERO or unicodedata.category(character) in {"Mn", "Me"}:
        return 0.0
    return _EM.get(script or "", _OTHER_EM)


def is_wide(character: str) -> bool:
    """Tell whether a character is of a script that breaks lines anywhere: Chinese, Japanese …."""
    return character >= "\u1100" and _script(character) == _WIDE


def is_extending(character: str) -> bool:
    """Tell whether a character belongs to the cluster before it: marks, joiners, skin tones."""
    if character < "\u0300":
        return False
    script_is_zero = _script(character) == _ZERO and character != "\u200b"
    return script_is_zero or unicodedata.category(character) in _MARKS


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _RTL:
            return True
    return False


def columns(character: str) -> int:
    """Give the columns that a character takes in a terminal: 0, 1 or 2.

    >>> [columns(character) for character in "a中\u0301"]
    [1, 2, 0]
    """
    if character < "\u0300":
        return 1
    if is_extending(character) or character == "\u200b":
        return 0
    script = _script(character)
    if script == _EMOJI:
        return 2 if character >= "\U0001f000" else 1
    return 2 if script == _WIDE else 1
