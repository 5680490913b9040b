"""Which texts say two things."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.likeness import fold
from argmap.check.wording.words import QUOTED, Word, without_asides, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.check.wording.language import Clauses, Language

_LONGEST_SUBJECT = 7
"""A verb so many words behind the joiner belongs to the subject there."""
_SHORTEST = 2
"""What ends with fewer letters before a full stop is an initial."""
_ENDS = frozenset(".!")
_YEAR = 4
_FEWEST_VERBS = 2


class Joint(NamedTuple):
    """Where the second thing begins."""

    start: int
    end: int
    word: str
    """What joins the two: `and`, `;`, or the end of the first sentence."""

    @property
    def is_sentence_end(self) -> bool:
        """Tell whether each thing has a sentence of its own."""
        return self.word in _ENDS


class _Signs(NamedTuple):
    """What a text has that says two things, as `fold` writes it."""

    marks: frozenset[str]
    joiners: frozenset[str]
    verbs: frozenset[str]


@cache
def _signs(language: Language) -> _Signs:
    joiners = language.clauses.joiners if language.clauses else ()
    verbs = language.clauses.verbs if language.clauses else ()
    return _Signs(
        frozenset(word for word in joiners if not fold(word)),
        frozenset(first for word in joiners for first in fold(word).split()[:1]),
        frozenset(first for word in verbs for first in fold(word).split()[:1]),
    )


def may_be_compound(text: str, folded: str, language: Language) -> bool:
    """Tell whether looking for a second thing in a text is worth what it costs.

    Args:
        text: what a node says.
        folded: the same as its words only.
        language: of the text.
    """
    signs = _signs(language)
    words = folded.split()
    is_marked = ";" in text or not _ENDS.isdisjoint(text[:-1]) or not signs.marks.isdisjoint(text)
    if not is_marked and signs.joiners.isdisjoint(words):
        return False
    endings = language.clauses.verb_endings if language.clauses else ()
    # how a verb ends is told of a word that an apostrophe parts when it is folded
    if "'" in text or "’" in text or any("'" not in ending for ending in endings):
        return True
    return len([word for word in words if word in signs.verbs]) >= _FEWEST_VERBS


def find_compound(text: str, clauses: Clauses) -> Joint | None:
    """Find where a text goes over to a second thing that could be true or false apart.

    Only what is sure is told: two sentences or clauses, each with a verb that is known as such.
    """
    words = words_of(without_asides(text))
    search = _Search(words, clauses)
    for at in range(1, len(words) - 1):
        if search.is_joint(at):
            word = words[at]
            return Joint(word.start, word.end, text[word.start : word.end])
    return None


class _Search:
    def __init__(self, words: Sequence[Word], clauses: Clauses) -> None:
        self.words = words
        self.clauses = clauses
        self.is_verb = [is_finite(words, at, clauses) for at in range(len(words))]
        verbs = [at for at, is_verb in enumerate(self.is_verb) if is_verb]
        self.first_verb, self.last_verb = (verbs[0], verbs[-1]) if verbs else (len(words), -1)
        openers = (at for at in range(len(words)) if is_opener(words, at, clauses))
        self.first_opener = next(openers, len(words))

    def is_joint(self, at: int) -> bool:
        """Tell whether a second clause with a verb of its own begins behind a word."""
        word = self.words[at].text
        if not self.first_verb < at < self.last_verb:
            return False
        if word == ";":
            return True
        if word in _ENDS:
            return self._ends_sentence(at)
        end = at - 1 if self.words[at - 1].text == "," else at
        is_open = end > self.first_opener
        return not is_open and word in self.clauses.joiners and self._begins_clause(at)

    def _ends_sentence(self, at: int) -> bool:
        before, after = self.words[at - 1].text, self.words[at + 1]
        is_year = before.isdigit() and len(before) == _YEAR
        is_word = before.isalpha() and len(before) >= _SHORTEST
        is_end = is_year or (is_word and before not in self.clauses.abbreviations)
        return is_end and (after.is_upper or after.text[0] == QUOTED)

    def _begins_clause(self, at: int) -> bool:
        after = at + 1
        while after < len(self.words) - 1 and self.words[after].text in self.clauses.links:
            after += 1
        if self.is_verb[after]:
            return not self.is_verb[at - 1] and self.words[at - 1].text not in self.clauses.breaks
        first = self.words[after]
        is_subject = first.is_capital or first.text in self.clauses.starters
        is_short = after + 1 < len(self.words) and self.is_verb[after + 1]
        if self._ends_subject(after) or not (
            is_subject or is_short or self.words[at - 1].text == ","
        ):
            return False
        for number in range(after + 1, min(after + _LONGEST_SUBJECT, len(self.words))):
            if self.is_verb[number]:
                return True
            if self._ends_subject(number):
                break
        return False

    def _ends_subject(self, at: int) -> bool:
        word, clauses = self.words[at], self.clauses
        return (
            word.is_mark
            or word.text in clauses.openers
            or word.text in clauses.joiners
            or word.text in clauses.breaks
        )


def is_opener(words: Sequence[Word], at: int, clauses: Clauses) -> bool:
    """Tell whether what follows a word is no main clause of the author's own."""
    is_noun = at > 0 and words[at - 1].text in clauses.articles
    return words[at].text in clauses.openers and not is_noun


def is_finite(words: Sequence[Word], at: int, clauses: Clauses) -> bool:
    """Tell whether a word is a finite verb and hardly anything else.

    A name is none (`May`), nor is what ends a text (`strength and will`).
    """
    word = words[at]
    is_verb = word.text in clauses.verbs or word.text.endswith(clauses.verb_endings)
    is_last = at + 1 == len(words) or words[at + 1].text == "."
    return is_verb and not word.is_capital and not is_last
