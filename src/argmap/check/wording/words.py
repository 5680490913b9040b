"""A text as words and marks, without what is quoted or said in brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

QUOTED = "_"
"""Stands for each character of a quotation, so that it reads as one unknown word."""

_QUOTATION = re.compile(
    r'"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|‹[^‹›]*›|「[^「」]*」|『[^『』]*』'
    r"|(?<!\w)'(?:[^']|'(?=\w))*'|[‘‚](?:[^‘’‚]|’(?=\w))*[’‘]"
)
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_OPENER = re.compile(r"[\"'“„«»‹›「『‘‚(\[（]")
"""Begins whatever is quoted or in brackets, and more."""
_WORD = re.compile(r"\d[\d.,]*\d|[^\W_](?:[\w'’\-]*[^\W_])?|_+|[^\w\s]")


class Word(NamedTuple):
    """A word or a punctuation mark of a text."""

    text: str
    """In lower case, with the straight apostrophe."""
    start: int
    end: int
    is_upper: bool
    """Whether it begins with a capital letter."""
    is_first: bool
    """Whether a sentence begins with it."""

    @property
    def is_capital(self) -> bool:
        """Tell whether it is written like a name."""
        return self.is_upper and not self.is_first

    @property
    def is_mark(self) -> bool:
        """Tell whether it is a punctuation mark."""
        return not (self.text[0].isalnum() or self.text[0] == QUOTED)


def without_asides(text: str) -> str:
    """Blank out quotations and brackets; every other character keeps its place.

    >>> without_asides("He asked «Who?» (in vain).")
    'He asked ______          .'
    """
    if not has_asides(text):
        return text
    quoted = _QUOTATION.sub(lambda found: QUOTED * len(found[0]), text)
    return _BRACKET.sub(lambda found: " " * len(found[0]), quoted)


def words_of(text: str) -> list[Word]:
    """Give the words and marks of a text in which nothing is quoted."""
    found: list[Word] = []
    is_start = True
    for match in _WORD.finditer(text):
        word = match[0]
        lower = word.lower().replace("’", "'")
        found.append(Word(lower, *match.span(), word[0].isupper(), is_start))
        is_start = word in {".", "!", "?"}
    return found


def has_asides(text: str) -> bool:
    """Tell whether anything may be quoted or said in brackets."""
    return _OPENER.search(text) is not None


def count_words(text: str, characters_per_word: float | None = None) -> int:
    """Count the words of a text.

    Args:
        text: any text.
        characters_per_word: how many characters make a word, where words are not set apart by
            spaces; letters of other scripts are counted as words even there.

    >>> count_words("Two well-known bridges — in 1,200 words.")
    6
    >>> count_words("这座桥可以继续通车", 1.5)
    6
    """
    if characters_per_word is None:
        words = text.split()
        return len([word for word in words if word[0].isalnum() or any(map(str.isalnum, word))])
    signs = sum(1 for sign in text if sign.isalpha() and sign > "\u2e7f")
    rest = "".join(sign if sign <= "\u2e7f" else " " for sign in text)
    return count_words(rest) + round(signs / characters_per_word)
