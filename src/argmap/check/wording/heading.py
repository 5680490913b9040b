"""Which texts are headings: noun phrases that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.wording.compound import is_finite
from argmap.check.wording.words import QUOTED, Word, has_asides, without_asides, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.check.wording.language import Clauses, Headings

_SINGULAR_ENDINGS = ("ss", "us", "is")
_STOP = "."


def is_heading(text: str, headings: Headings, clauses: Clauses) -> bool:
    """Tell whether a short text is a noun phrase, with no word that could be its verb.

    Every word must be known for no verb: by the lists, by its ending, or by where it stands. A
    text with a word in doubt is taken for a sentence.
    """
    if not has_asides(text) and len(text.split()) > headings.most_words + 1:
        return False  # what blanks set apart is a word at least; one may be the full stop
    words = words_of(without_asides(text))
    if words and words[-1].text == _STOP:
        words.pop()
    if not words or len(words) > headings.most_words:
        return False
    if any(_is_sign(word, headings) for word in words):
        return False
    if not any(_is_known(word.text, headings) for word in words):
        return False
    return not any(
        _could_be_verb(words, at, headings) or is_finite(words, at, clauses)
        for at in range(len(words))
    )


def _is_sign(word: Word, headings: Headings) -> bool:
    """Tell whether a word or mark lets a text pass; `'s` may be `is`."""
    is_odd = word.is_mark or word.text[0] == QUOTED or word.text.endswith("'s")
    return is_odd or word.text in headings.signs


def _is_known(word: str, headings: Headings) -> bool:
    """Tell whether a word is surely of the language, not of a text in another."""
    return (
        word in headings.leads or word in headings.fillers or word.endswith(headings.noun_endings)
    )


def is_past(word: str, headings: Headings) -> bool:
    """Tell whether a word has the form of a past or a participle."""
    is_regular = word.endswith(headings.past_ending) and word not in headings.adjectives
    return is_regular or word in headings.pasts


def is_singular_verb(word: str, headings: Headings) -> bool:
    """Tell whether a word is a known verb with the ending of the third person.

    >>> from argmap.check.wording.language import find_language
    >>> is_singular_verb("carries", find_language("en").headings)
    True
    """
    if not word.endswith("s"):
        return False
    stems = {word[:-1], word.removesuffix("es"), word.removesuffix("ies") + "y"}
    return not stems.isdisjoint(headings.plain_verbs)


def _could_be_verb(words: Sequence[Word], at: int, headings: Headings) -> bool:
    text = words[at].text
    if text in headings.leads or text in headings.fillers or text[0].isdigit():
        return False
    if at == 0:
        return _could_command(words, headings)
    if words[at - 1].text in headings.leads:
        return False
    follows_plural = any(_is_plural(words[i].text, headings) for i in range(at))
    if text in headings.plain_verbs and not is_past(text, headings):
        # behind a singular it is a noun where `of` follows: `the high cost of transport`
        return follows_plural or not _has_genitive(words, at, headings)
    is_noun = text.endswith(headings.noun_endings) and not is_past(text, headings)
    is_free = follows_plural and not words[at].is_capital
    return not is_noun and (is_free or is_past(text, headings) or _is_plural(text, headings))


def _could_command(words: Sequence[Word], headings: Headings) -> bool:
    """Tell whether a text may begin with an imperative: `Wash your hands`, not `Wash of waves`."""
    first = words[0].text
    if is_past(first, headings):
        return True
    return first in headings.plain_verbs and not _has_genitive(words, 0, headings)


def _has_genitive(words: Sequence[Word], at: int, headings: Headings) -> bool:
    return at + 1 < len(words) and words[at + 1].text == headings.genitive


def _is_plural(word: str, headings: Headings) -> bool:
    has_ending = word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS)
    return has_ending or word in headings.plurals
