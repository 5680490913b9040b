"""Texts made fit for a picture: one line, no character that XML refuses or that hides others."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Marks that turn the direction of all that follows are among them: broken into lines, a text
would lose their ends; the marks that stand for one letter, as Arabic and Hebrew need, are not."""
_SPACES = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_LAST_OF_PLANE = re.compile(
    "[" + "".join(chr(p << 16 | e) for p in range(1, 17) for e in (0xFFFE, 0xFFFF)) + "]"
)


def clean(text: str) -> str:
    r"""Fold white space to single spaces and drop what no picture may hold.

    >>> clean("a\x00b\n c")
    'ab c'
    """
    if text.isprintable() and "  " not in text:  # of all white space the space alone is printable
        return text.strip(" ")
    kept = _LAST_OF_PLANE.sub("", _FORBIDDEN.sub("", text))
    return _SPACES.sub(" ", kept).strip(" ")


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it has at most `limit` characters, with `…` where it was cut.

    >>> shorten("The borrower can keep it safe.", 15)
    'The borrower…'
    """
    text = clean(text)
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    words, space, _ = cut.rpartition(" ")
    if space and len(words) > limit // 2:
        cut = words
    return cut.rstrip(" ,;:.–—-") + "…"
