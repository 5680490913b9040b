"""What stands around a quotation, and what is left out of it, that changes what it says.

The words that do so are data, one file for each language under `framing_words/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING

from argmap.source.packaged import read_packaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.source.paragraphs import SourceText
    from argmap.source.verdicts import Match

_FOLDER = "framing_words"
_WORD = re.compile(r"\w+(?:['’\-‐‑]\w+)*|[^\w\s]")
_SENTENCE_ENDS = frozenset(".!?。！？")
_CLAUSE_ENDS = frozenset(",;:—–()")
_REACH = 7
"""So many words before a quotation may hold what it is under."""


class Frame(StrEnum):
    """How what is left out changes what is quoted."""

    NEGATION = "negation"
    DENIAL = "denial"
    ALLEGATION = "allegation"
    HEDGE = "hedge"
    TURN = "turn"
    GAP_NEGATION = "gap-negation"
    GAP_WIDTH = "gap-width"
    INSERTED_NEGATION = "inserted-negation"


@dataclass(frozen=True, slots=True)
class Framing:
    """Words that stand outside a quotation, or were taken out of it or put into it."""

    frame: Frame
    words: str
    """The words, or how many there are."""


@dataclass(frozen=True)
class FramingWords:
    """The words of one language that change what is said beside them."""

    negations: frozenset[str]
    denials: frozenset[str]
    allegations: frozenset[str]
    hedges: frozenset[str]
    turns: frozenset[str]
    joiners: frozenset[str]
    exceptions: frozenset[str]

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word that changes what is said; a node that says one has taken notice."""
        return self.negations | self.denials | self.allegations | self.hedges | self.turns


@cache
def framing_words(language: str) -> FramingWords | None:
    """Read the words of a language.

    Args:
        language: BCP 47; only what stands before the first `-` counts.

    Returns:
        The words; None for a language that has no file.
    """
    subtag = language.partition("-")[0].lower()
    if not (subtag.isascii() and subtag.isalpha()):  # a source may say anything of itself
        return None
    text = read_packaged("argmap.check", f"{_FOLDER}/{subtag}.toml")
    if text is None:
        return None
    import tomllib

    lists = tomllib.loads(text)
    return FramingWords(**{key: frozenset(words) for key, words in lists.items()})


def find_framings(
    source: SourceText, quote: str, match: Match, known: FramingWords, most_words: int
) -> Iterator[Framing]:
    """Find what changes a quotation and was left outside it.

    Args:
        source: the text.
        quote: the quotation as it was written.
        match: where it stands.
        known: the words of the text's language.
        most_words: words that a gap may leave out.
    """
    from argmap.source.gaps import find_gaps
    from argmap.source.quotes import GAP, INSERTION

    paragraph = source.paragraphs[match.paragraph - 1]
    before = _words(source.content[paragraph.start : match.start])
    after = _words(source.content[match.end : paragraph.end])
    inside = _words(source.content[match.start : match.end])
    yield from _before(before, known)
    yield from _behind(inside[-1:], after, known)
    for start, end in find_gaps(source, quote, match):
        left_out = _words(source.content[start:end])
        yield from _left_out(left_out, known, most_words)
    for inserted in INSERTION.findall(GAP.sub("", quote)):
        found = _phrase(_words(inserted), known.negations)
        if found:
            yield Framing(Frame.INSERTED_NEGATION, found)


def says_any(text: str, known: FramingWords) -> bool:
    """Tell whether a text says a word that changes what is said beside it."""
    return bool(_phrase(_words(text), known.all))


def _words(text: str) -> list[str]:
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text)]


def _before(words: list[str], known: FramingWords) -> Iterator[Framing]:
    """Look at the clause before a quotation, from its end on."""
    clause = _without(_clause(words), known.exceptions)
    close = ((Frame.NEGATION, known.negations), (Frame.HEDGE, known.hedges))
    far = (
        (Frame.DENIAL, known.denials),
        (Frame.ALLEGATION, known.allegations),
        (Frame.NEGATION, known.negations),
    )
    for at in range(len(clause), 0, -1):
        is_close = at == len(clause)
        for frame, chosen in (*close, *far) if is_close else far:
            found = next((phrase for phrase in _endings(clause[:at]) if phrase in chosen), None)
            if found:
                yield Framing(frame, found)
                return
        if clause[at - 1] not in known.joiners:
            return


def _clause(words: list[str]) -> list[str]:
    """Give the last words before a quotation that belong to its clause, without its marks."""
    words = [word for word in words[-_REACH - 4 :] if word not in _MARKS]
    for at in range(len(words) - 1, -1, -1):
        if words[at] in _SENTENCE_ENDS or words[at] in _CLAUSE_ENDS:
            return words[at + 1 :]
    return words[-_REACH:]


def _without(words: list[str], phrases: frozenset[str]) -> list[str]:
    """Leave out the phrases that look as if they changed what is said, and do not."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in (3, 2) if " ".join(words[at : at + n]) in phrases), 0)
        kept += [] if size else [words[at]]
        at += size or 1
    return kept


_MARKS = frozenset("\"'“”‘’„«»‹›")


def _endings(words: list[str]) -> list[str]:
    """Give the last word, the last two and the last three."""
    return [" ".join(words[-count:]) for count in (3, 2, 1) if len(words) >= count]


def _behind(last: list[str], words: list[str], known: FramingWords) -> Iterator[Framing]:
    """Look at what comes right behind a quotation, once its clause has ended."""
    rest = [word for word in (*last, *words[:8]) if word not in _MARKS]
    stops = [word for word in rest[:2] if word in _SENTENCE_ENDS or word in _CLAUSE_ENDS]
    while rest and (rest[0] in stops or rest[:1] == last):
        rest = rest[1:]
    for count in (3, 2, 1):
        phrase = " ".join(rest[:count])
        is_aside = stops == [","] and rest[count : count + 1] == [","]
        if stops and phrase in known.turns and not is_aside:
            yield Framing(Frame.TURN, phrase)
            return


def _left_out(words: list[str], known: FramingWords, most_words: int) -> Iterator[Framing]:
    negation = _phrase(words, known.negations | known.denials)
    if negation:
        yield Framing(Frame.GAP_NEGATION, negation)
        return
    count = sum(word[0].isalnum() for word in words)
    if count > most_words:
        yield Framing(Frame.GAP_WIDTH, str(count))


def _phrase(words: Iterable[str], chosen: frozenset[str]) -> str | None:
    """Give the first of some words and phrases that stands in a text."""
    listed = list(words)
    for at in range(len(listed)):
        for count in (3, 2, 1):
            phrase = " ".join(listed[at : at + count])
            if phrase in chosen:
                return phrase
    return None
