"""Which texts say how sure their author is."""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.likeness import fold
from argmap.check.wording.compound import is_finite, is_opener
from argmap.check.wording.heading import is_past, is_singular_verb
from argmap.check.wording.words import without_asides, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.wording.language import Clauses, Hedges, Language
    from argmap.check.wording.words import Word

_LONGEST = 6
"""Words of the longest hedge before a participle, and the participle."""
_ENDS = frozenset({";", ":", ".", "!", "?", "—", "–"})


class Hedge(NamedTuple):
    """A hedge where it stands."""

    start: int
    end: int
    qualifier: str
    """What says it under `qualifier`."""


def find_hedge(text: str, language: Language) -> Hedge | None:
    """Find a hedge of the author's own at the head or in the main clause of a text.

    The main clause ends where another clause begins, be it subordinate, reported or joined.

    >>> from argmap.check.wording.language import find_language
    >>> find_hedge("The bridge is probably safe.", find_language("en")).qualifier
    'probably'
    """
    hedges, clauses = language.hedges, language.clauses
    if hedges is None or clauses is None or not _hints(language).search(text):
        return None
    words = words_of(without_asides(text))
    if not words:
        return None
    search = _Search(words, language, hedges, clauses)
    return search.at_head() or search.in_clause()


def may_hedge(folded: str, language: Language) -> bool:
    """Tell whether looking for a hedge in a text is worth what it costs.

    Args:
        folded: the text as its words only.
        language: of the text.
    """
    words = set(folded.split())
    bags = _bags(language)
    return any(bag <= words for first in bags.keys() & words for bag in bags[first])


@cache
def _bags(language: Language) -> Mapping[str, list[frozenset[str]]]:
    """Give the words of each hedge by the first of them."""
    found: dict[str, list[frozenset[str]]] = {}
    for hedge in _known(language):
        words = fold(hedge).split()
        found.setdefault(words[0], []).append(frozenset(words))
    return found


@cache
def _hints(language: Language) -> re.Pattern[str]:
    """Find what could be a hedge; without one a text costs next to nothing."""
    hedges = (map(re.escape, hedge.split()) for hedge in sorted(_known(language)))
    phrases = "|".join(r"\s*".join(words).replace("'", "['’]") for words in hedges)
    return re.compile(rf"\b(?:{phrases})", re.IGNORECASE)


@cache
def _first_words(language: Language) -> frozenset[str]:
    return frozenset(hedge.split()[0] for hedge in _known(language))


def _known(language: Language) -> set[str]:
    known = language.hedges
    tables = (known.adverbs, known.heads, known.phrases, known.perfects) if known else ()
    return {hedge for table in tables for hedge in table}


def _whole(hedge: str) -> str:
    """Write a hedge as it stands before another word; an elision stands close to it."""
    return hedge if hedge.endswith("'") else f"{hedge} "


class _Search:
    def __init__(
        self, words: list[Word], language: Language, hedges: Hedges, clauses: Clauses
    ) -> None:
        self.words = words
        self.hedges = hedges
        self.clauses = clauses
        self.headings = language.headings
        self.first_words = _first_words(language)
        self.line = "".join(f"{word.text} " for word in words)
        self.columns: list[int] = list(accumulate((len(w.text) + 1 for w in words), initial=0))

    @cached_property
    def _last_verb(self) -> int:
        """Number of the last word that is sure to be a finite verb."""
        numbers = range(len(self.words) - 1, -1, -1)
        return next((at for at in numbers if is_finite(self.words, at, self.clauses)), -1)

    def at_head(self) -> Hedge | None:
        """Find a hedge that the text begins with."""
        found = self._phrase(0, self.hedges.heads) or self._phrase(0, self.hedges.phrases)
        if found is None and len(self.words) > 1 and not self._is_amount(1):
            return self._phrase(0, self.hedges.adverbs)
        return found

    def in_clause(self) -> Hedge | None:
        """Find a hedge in the main clause."""
        if any(self.line.startswith(f"{head} ") for head in self.hedges.attributions):
            return None
        for at in range(self._end_of_clause()):
            found = self._phrase(at, self.hedges.phrases)
            found = found or self._perfect(at)
            if found is None and at > 0 and self._is_beside_verb(at):
                found = self._phrase(at, self.hedges.adverbs)
            if found is not None:
                return found
        return None

    def _phrase(self, at: int, known: Mapping[str, str]) -> Hedge | None:
        if self.words[at].text not in self.first_words:
            return None
        column = self.columns[at]
        fitting = [hedge for hedge in known if self.line.startswith(_whole(hedge), column)]
        if not fitting:
            return None
        hedge = max(fitting, key=len)
        last = self.words[at + hedge.count(" ")]
        end = last.start + len(hedge.split()[-1])
        return Hedge(self.words[at].start, end, known[hedge])

    def _perfect(self, at: int) -> Hedge | None:
        found = self._phrase(at, self.hedges.perfects)
        if found is None or self.headings is None:
            return None
        behind = [word for word in self.words[at : at + _LONGEST] if word.start > found.end]
        return found if behind and is_past(behind[0].text, self.headings) else None

    def _end_of_clause(self) -> int:
        has_verb = False
        for at, word in enumerate(self.words):
            is_joined = word.text in self.clauses.joiners and has_verb
            if is_joined or word.text in _ENDS or is_opener(self.words, at, self.clauses):
                return at
            has_verb = has_verb or is_finite(self.words, at, self.clauses)
        return len(self.words)

    def _is_beside_verb(self, at: int) -> bool:
        words, clauses = self.words, self.clauses
        if at + 1 >= len(words) or self._is_amount(at + 1):
            return False
        if words[at + 1].text == words[at - 1].text == ",":
            return is_finite(words, at - 2, clauses)  # `it was, perhaps, a lighthouse`
        if words[at + 1].is_mark:
            return False
        if is_finite(words, at - 1, clauses):
            return True
        before = words[at - 1]
        if before.is_mark or before.text in clauses.articles:
            return False
        return is_finite(words, at + 1, clauses) or self._is_before_verb(at)

    def _is_before_verb(self, at: int) -> bool:
        """Tell whether a verb that is known by its form follows, and a subject goes before."""
        known = self.headings
        if known is None:
            return False
        before, after = self.words[at - 1].text, self.words[at + 1].text
        is_subject = not (
            before in known.leads or before in known.fillers or is_past(before, known)
        )
        if not is_subject or before in self.clauses.joiners:
            return False
        if is_past(after, known):
            # `the letters allegedly forged in 1920 are lost`
            return self._last_verb <= at + 1
        return after in known.plain_verbs or is_singular_verb(after, known)

    def _is_amount(self, at: int) -> bool:
        """Tell whether a number follows, as in `perhaps a hundred`."""
        is_article = self.words[at].text in self.clauses.articles and at + 1 < len(self.words)
        word = self.words[at + 1 if is_article else at].text
        return word in self.hedges.amounts or word[0].isdigit()
