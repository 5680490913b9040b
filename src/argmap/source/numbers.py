"""Whether a place in a text lies inside a number or between it and the sign it is read with.

A quotation that is cut there gives another amount: «5 million» of «.5 million», «2 of them» of
«1/2 of them», «5 mg» of «<5 mg», «13» of «13’000», «8.5» of «8.5%».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.source.folding import Folded

_JOINTS = frozenset("/:'·⁄∕^")
"""Between two digits: fractions, times, thousands, decimals, powers."""
_BOUNDS = frozenset("<>≤≥±~≈≠≲≳⩽⩾")
"""Before a number: it is not this one, or only about."""
_UNITS = frozenset("%‰‱°％+")
"""Behind a number: what it is counted in, or that it is more."""
_FIXED_SPACES = frozenset("\xa0\u2007\u2009\u202f")
"""Between thousands; white space of other kinds parts two numbers."""
_GROUP = 3


def is_in_number(folded: Folded, at: int) -> bool:
    """Tell whether a place lies inside a number, sign and unit included.

    Args:
        folded: the text.
        at: an offset of the folded text, neither its first nor its last.
    """
    text = folded.text
    before, behind = text[at - 1], text[at]
    if behind.isdigit():
        return _leads(folded, at - 1, text[at - 2 : at - 1] if at > 1 else "")
    if not before.isdigit():
        return False
    further = text[at + 1 : at + 2]
    return behind in _UNITS or (further.isdigit() and _joins(folded, at))


def _leads(folded: Folded, at: int, further: str) -> bool:
    """Tell whether the sign at an offset belongs to the number that begins behind it."""
    sign = folded.text[at]
    if sign == ".":  # of «.5», not of «… 5» or «end.5»
        return not further.isalnum() and further != "."
    if sign == "=":
        return further in {"<", ">"}
    return sign in _BOUNDS or (further.isdigit() and _joins(folded, at))


def _joins(folded: Folded, at: int) -> bool:
    """Tell whether the sign at an offset, with digits on both sides, is one of a number."""
    sign = folded.text[at]
    if sign != " ":
        return sign in _JOINTS
    written = folded.original[folded.start(at) : folded.end(at + 1)]
    return written in _FIXED_SPACES and _parts_thousands(folded.text, at)


def _parts_thousands(text: str, at: int) -> bool:
    """Tell whether three digits stand behind a space and three at the most before it."""
    before, behind = text[max(0, at - _GROUP - 1) : at], text[at + 1 : at + 2 + _GROUP]
    is_long = len(before) > _GROUP and before.isdigit()
    is_group = len(behind) >= _GROUP and behind[:_GROUP].isdigit()
    return is_group and not is_long and not behind[_GROUP:].isdigit()
