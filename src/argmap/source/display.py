"""How a text shows on a terminal: the columns it takes, and nothing that a terminal obeys."""

from __future__ import annotations

import re
import unicodedata


def columns(text: str) -> int:
    """Count the terminal columns that a text takes: two for a wide character, none for a mark.

    >>> columns("aé中")
    4
    """
    return sum(_column_count(character) for character in text)


def _column_count(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def printable(text: str) -> str:
    r"""Show what a terminal would obey as what it is.

    Control characters (escape sequences among them) and marks that turn the direction of
    writing are written as `\x1b` or `\u202e`; a tab as one space.

    >>> printable("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
"""Characters that end a line for some readers, that a terminal obeys, or that no encoding has."""


def carried(text: str) -> str:
    r"""Write as escapes what JSON may hold as it is and not every reader of it carries.

    >>> carried(f'"中{chr(0x2028)}"')
    '"中\\u2028"'
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


_TURNS_DIRECTION = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    is_unseen = unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
    if is_unseen or character in _TURNS_DIRECTION:
        return character.encode("unicode_escape").decode("ascii")
    return character
