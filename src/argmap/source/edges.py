"""Whether a stretch of text begins and ends where words do.

A quotation that is cut inside a word can say the opposite: «legal» of «illegal», «aligned» of
«non-aligned», «can» of «can't», «est» of «n'est», «5» of «1.5», of «-5» or of «5%».
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.source.folding import BREAK
from argmap.source.numbers import is_in_number

if TYPE_CHECKING:
    from argmap.source.folding import Folded

_HYPHENS = frozenset("-‐‑")
_MINUSES = frozenset("-‐‑−–﹣－")
_PARTING = frozenset((" ", BREAK))
_APOSTROPHES = frozenset("'‘’‛＇")
_LETTERS = re.compile(r"[^\W\d_]*")
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u3005-\u30ff\u31f0-\u31ff\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Scripts that put no spaces between words, or join particles to them: Thai, Lao, Burmese, Khmer,
kana, Han, Hangul. Where a word ends in them no letter tells."""


_NE = 3
"""So far before a word stands what is before `n'`."""


def is_whole(folded: Folded, start: int, end: int) -> bool:
    """Tell whether neither end of a stretch stands inside a word or a number.

    Args:
        folded: the text.
        start: where the stretch begins in the folded text.
        end: where it ends, exclusive; behind `start`.
    """
    return begins_whole(folded, start) and ends_whole(folded, end)


def begins_whole(folded: Folded, start: int) -> bool:
    """Tell whether a word or a number may begin at an offset of the folded text."""
    if start == 0:
        return True
    return not (_cuts_left(folded, folded.text, start) or is_in_number(folded, start))


def ends_whole(folded: Folded, end: int) -> bool:
    """Tell whether a word or a number may end before an offset of the folded text."""
    if end == len(folded.text):
        return True
    return not (_cuts_right(folded, folded.text, end) or is_in_number(folded, end))


def _cuts_left(folded: Folded, text: str, at: int) -> bool:
    here, before = text[at], text[at - 1]
    if before in _PARTING:
        return False
    if not here.isalnum():
        return _is_mark(here)
    if before.isalnum() or _is_mark(before):
        return _is_spaced(here) and _is_spaced(before)
    return _ties_left(folded, text, at)


def _ties_left(folded: Folded, text: str, at: int) -> bool:
    """Tell whether a sign ties a letter or a digit to what is before the sign."""
    here, sign, further = text[at], text[at - 1], text[at - 2] if at > 1 else " "
    if sign == "-":
        is_in_word = further.isalnum() and _is_inside_word(folded, at - 1)
        return is_in_word or (here.isdigit() and _is_minus(folded, at - 1))
    if sign == "'":
        is_inside = at >= _NE and text[at - _NE].isalnum()
        return further in "nN" and (not is_inside or _letters(text, at) == "t")
    if sign == "_":
        return further.isalnum()
    return sign in ".," and here.isdigit() and further.isdigit()


def _cuts_right(folded: Folded, text: str, at: int) -> bool:
    here, behind = text[at - 1], text[at]
    if behind in _PARTING or _is_mark(behind):
        return behind not in _PARTING
    if not here.isalnum():
        return _cuts_behind_sign(folded, text, at)
    if behind.isalnum():
        return _is_spaced(here) and _is_spaced(behind)
    return _ties_right(folded, text, at)


def _ties_right(folded: Folded, text: str, at: int) -> bool:
    """Tell whether a sign ties a letter or a digit to what is behind the sign."""
    here, sign, further = text[at - 1], text[at], text[at + 1] if at + 1 < len(text) else " "
    if sign == "-":
        return further.isalnum() and _is_inside_word(folded, at)
    if sign == "'":
        is_apostrophe = _is_apostrophe(folded, at) and _is_spaced(further)
        return is_apostrophe and further.isalpha() and _letters(text, at + 1) != "s"
    if sign == "_":
        return further.isalnum()
    return sign in ".," and here.isdigit() and further.isdigit()


def _cuts_behind_sign(folded: Folded, text: str, at: int) -> bool:
    here, behind, earlier = text[at - 1], text[at], text[at - 2] if at > 1 else " "
    if here in ".,":
        return behind.isdigit() and earlier.isdigit()
    is_between = behind.isalpha() and earlier.isalpha() and _is_spaced(behind)
    return here == "'" and is_between and _is_apostrophe(folded, at - 1)


def _is_spaced(character: str) -> bool:
    return _SPACELESS.match(character) is None


def _letters(text: str, at: int) -> str:
    found = _LETTERS.match(text, at)
    return found[0].lower() if found else ""


def _is_mark(character: str) -> bool:
    return character > "\u02ff" and unicodedata.category(character)[0] == "M"


def _is_apostrophe(folded: Folded, at: int) -> bool:
    """Tell whether a folded quotation mark may be an apostrophe."""
    return folded.original[folded.start(at)] in _APOSTROPHES


def _is_inside_word(folded: Folded, at: int) -> bool:
    """Tell whether a folded dash is a hyphen in a word, which may be broken behind it."""
    before, dash, behind = _written(folded, at)
    is_whole = not _has_space(behind) or behind[0] in "\r\n"
    return dash in _HYPHENS and is_whole and not _has_space(before)


def _is_minus(folded: Folded, at: int) -> bool:
    """Tell whether a folded dash before a digit is a sign: close to it, and to nothing before."""
    before, dash, behind = _written(folded, at)
    is_apart = _has_space(before) or not folded.text[at - 1 : at].isalnum()
    return dash[-1] in _MINUSES and is_apart and not _has_space(behind)


def _written(folded: Folded, at: int) -> tuple[str, str, str]:
    """Give a folded dash as it is written, with what was folded away before and behind it."""
    start, end = folded.start(at), folded.end(at + 1)
    before = folded.original[folded.end(at) : start]
    return before, folded.original[start:end], folded.original[end : folded.start(at + 1)]


def _has_space(text: str) -> bool:
    return any(map(str.isspace, text))
