"""A text as words and marks, without what is quoted or said in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTED = "_"
"""Stands for each character of a quotation, so that it reads as one unknown word."""

_QUOTATION = re.compile(
    r'"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|‹[^‹›]*›|「[^「」]*」|『[^『』]*』'
    r"|(?<!\w)'(?:[^']|'(?=\w))*'|[‘‚](?:[^‘’‚]|’(?=\w))*[’‘]"
)
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_WORD = re.compile(r"\d[\d.,]*\d|[^\W_](?:[\w'’\-]*[^\W_])?|_+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
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
        return sum(1 for word in text.split() if any(map(str.isalnum, word)))
    signs = sum(1 for sign in text if sign.isalpha() and sign > "\u2e7f")
    rest = "".join(sign if sign <= "\u2e7f" else " " for sign in text)
    return count_words(rest) + round(signs / characters_per_word)
