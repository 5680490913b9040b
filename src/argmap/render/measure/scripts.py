"""What kind of character a character is: how wide where the font lacks it, and which way it runs.

Widths are safe-side estimates in em, measured against the fonts that viewers fall back to. The
ranges are written out, so that they do not change with the Unicode version of a Python.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

_WIDE = "wide"
_EMOJI = "emoji"
_ZERO = "zero"
_BROAD = "broad"
_BROADER = "broader"
_BROADEST = "broadest"

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0300, 0x036F, _ZERO),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x08FF, "arabic"),
    (0x0900, 0x0B7F, "indic"),
    (0x0B80, 0x0BEF, _BROAD),
    (0x0BF0, 0x0BFF, _BROADEST),
    (0x0C00, 0x0CFF, "indic"),
    (0x0D00, 0x0DFF, _BROAD),
    (0x0E00, 0x0EFF, "thai"),
    (0x1000, 0x109F, _BROAD),
    (0x1100, 0x115F, _WIDE),
    (0x1160, 0x11FF, _ZERO),
    (0x13A0, 0x167F, _BROAD),
    (0x1AB0, 0x1AFF, _ZERO),
    (0x1B00, 0x1BFF, _BROADER),
    (0x1DC0, 0x1DFF, _ZERO),
    (0x200B, 0x200F, _ZERO),
    (0x202A, 0x202E, _ZERO),
    (0x2060, 0x206F, _ZERO),
    (0x20D0, 0x20FF, _ZERO),
    (0x2100, 0x214F, _BROADER),
    (0x2150, 0x218F, _BROADEST),
    (0x2190, 0x2319, _BROAD),
    (0x231A, 0x231B, _EMOJI),
    (0x231C, 0x23FF, _BROADER),
    (0x2400, 0x25FF, _BROAD),
    (0x2600, 0x27BF, _EMOJI),
    (0x27C0, 0x2AFF, _BROAD),
    (0x2B00, 0x2BFF, _EMOJI),
    (0x2E3A, 0x2E3B, "dash"),
    (0x2E80, 0x303E, _WIDE),
    (0x3041, 0xA4CF, _WIDE),
    (0xA960, 0xA97C, _WIDE),
    (0xA980, 0xA9DF, _BROADER),
    (0xA9E0, 0xAA7F, _BROAD),
    (0xAC00, 0xD7A3, _WIDE),
    (0xF900, 0xFAFF, _WIDE),
    (0xFB1D, 0xFB4F, "hebrew"),
    (0xFB50, 0xFBFF, "arabic"),
    (0xFC00, 0xFDFC, _BROADEST),
    (0xFDFD, 0xFDFD, "bismillah"),
    (0xFE00, 0xFE0F, _ZERO),
    (0xFE20, 0xFE2F, _ZERO),
    (0xFE30, 0xFE6F, _WIDE),
    (0xFE70, 0xFEFC, "arabic"),
    (0xFEFF, 0xFEFF, _ZERO),
    (0xFF00, 0xFF60, _WIDE),
    (0xFFE0, 0xFFE6, _WIDE),
    (0x10080, 0x1013F, _BROADER),
    (0x10380, 0x103DF, _BROADER),
    (0x11300, 0x1137F, _BROADER),
    (0x11FC0, 0x1254F, _BROADEST),
    (0x13000, 0x1467F, _BROADER),
    (0x1B000, 0x1B2FF, _WIDE),
    (0x1D000, 0x1DAFF, _BROAD),
    (0x1EC70, 0x1ECBF, _BROADEST),
    (0x1F000, 0x1F3FA, _EMOJI),
    (0x1F3FB, 0x1F3FF, _ZERO),
    (0x1F400, 0x1FAFF, _EMOJI),
    (0x1FB00, 0x1FBFF, _BROAD),
    (0x20000, 0x3FFFD, _WIDE),
    (0xE0000, 0xE0FFF, _ZERO),
)
_STARTS = [first for first, _, _ in _RANGES]
_EM = {
    _WIDE: 1.04,
    _EMOJI: 1.4,
    _ZERO: 0.0,
    _BROAD: 1.0,
    _BROADER: 1.3,
    _BROADEST: 2.4,
    "dash": 3.0,
    "bismillah": 7.5,
    "arabic": 0.72,
    "hebrew": 0.66,
    "thai": 0.66,
    "indic": 0.82,
}
_OTHER_EM = 0.8
EMPTY_BOX_EM = 0.65625
"""Advance of the box that the bundled font shows for a character no font of the machine has."""
_INDIC = re.compile("[\u0900-\u0dff\u1780-\u17ff]")
"""Scripts whose marks browsers set side by side as empty boxes; those of others take no room."""
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


@cache
def empty_box_em(character: str) -> float:
    """Give the advance, in em, of a character that no font of the machine has."""
    if _INDIC.match(character):
        return EMPTY_BOX_EM
    return EMPTY_BOX_EM if fallback_em(character) else 0.0


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
