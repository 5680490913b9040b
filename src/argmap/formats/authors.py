"""One text that names authors, taken apart only where it surely names several."""

from __future__ import annotations

import re

_AND = re.compile(r",?\s+(?:and|&)\s+")
_FEWEST_WORDS, _MOST_WORDS = 2, 5
_SMALL_WORDS = "al bin bint da das de del della den der di do dos du el ibn la le van von zu"
_WORDS_OF_BODIES = """
academy administration affairs agency army assembly associates association authority bank
board brothers bureau center centre chamber church city club college commission committee
company conference congress consortium cooperation corporation council court department
development directorate division embassy executive federation forces forum foundation fund
government group health house inc industry initiative institute institution international
journal laboratories laboratory library limited ltd magazine ministry museum national navy
network news observatory office organisation organization parliament partners party police
press programme project regulation research review safety school secretariat senate service
services society space sons studies survey task team the times trust union university
"""
_PARTICLES = frozenset(_SMALL_WORDS.split())
"""Small words inside the names of persons."""
_OF_BODIES = frozenset(_WORDS_OF_BODIES.split())
"""Words that tell a body from a person."""


def split_authors(text: str) -> list[str]:
    """Give the authors that a text names.

    It is taken apart at semicolons, and at commas and a last `and` or `&` where each part looks
    like the name of a person: two to five words with capitals, none of them a word of bodies. In
    doubt it is one author: a name cut in two is worse than two names left in one.

    >>> split_authors("Ada Okafor, R. van der Lind and 王 小明")
    ['Ada Okafor', 'R. van der Lind', '王 小明']
    >>> split_authors("National Aeronautics and Space Administration")
    ['National Aeronautics and Space Administration']
    """
    listed = [part for piece in text.split(";") if (part := " ".join(piece.split()))]
    if len(listed) > 1:
        return listed
    whole = " ".join(text.split())
    head, *tail = _AND.split(whole)
    parts = [*head.split(", "), *tail]
    are_persons = len(tail) == 1 and all(map(_is_person, parts))
    return parts if are_persons else [whole]


def _is_person(name: str) -> bool:
    words = name.split()
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and all(map(_is_of_a_name, words))


def _is_of_a_name(word: str) -> bool:
    if word in _PARTICLES:
        return True
    is_capital = word[0].isalpha() and not word[0].islower()
    is_acronym = len(word) > 1 and word.isupper() and word.isalpha() and word.isascii()
    return is_capital and not is_acronym and word.casefold().rstrip(".") not in _OF_BODIES
