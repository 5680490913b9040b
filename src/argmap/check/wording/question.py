"""Which texts ask."""

from __future__ import annotations

import re

from argmap.check.wording.words import QUOTED, without_asides

_SENTENCE_END = re.compile(r"[.!?。！？؟]\s*")
_COLON = re.compile(r":\s|：")
_MARKED = "!！ \t\r\n"


def is_question(text: str, marks: str) -> bool:
    """Tell whether a text ends as a question of its author's own.

    What is asked in a quotation, in brackets or behind a colon is told, not asked.

    Args:
        text: what a node says.
        marks: the characters that end a question.

    >>> is_question("Is the bridge safe?", "?")
    True
    >>> is_question("The board asked: is the bridge safe?", "?")
    False
    """
    if not any(mark in text for mark in marks):
        return False
    bare = without_asides(text).rstrip()
    if bare and not bare.strip(QUOTED):
        bare = text.strip()[1:-1].rstrip()
    ending = bare[len(bare.rstrip(marks + _MARKED)) :]
    if not any(mark in ending for mark in marks):
        return False
    last = _SENTENCE_END.split(bare[: len(bare) - len(ending)])[-1]
    return _COLON.search(last) is None
