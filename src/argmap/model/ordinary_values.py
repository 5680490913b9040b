"""The values of ordinary nodes and headers, read without Pydantic; see `argmap.model.ordinary`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from argmap.model.citation import LOCATOR, Citation, Locator
from argmap.model.expectation import STATUS_KEYS, Expectation
from argmap.model.header import Source
from argmap.model.nodes import Answer
from argmap.source.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.source.tree import Value

_SLUG = re.compile(r"[\w.\-]+")
_CITATION = re.compile(r"([\w.\-]+)(?::([0-9]{1,9})(?:-([0-9]{1,9}))?)?")
_WEIGHT = re.compile(r"0(?:\.[0-9]{1,15})?|1(?:\.0{1,15})?")
_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SHORT_MONTHS = frozenset({4, 6, 9, 11})
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!-~]+")
LANGUAGE = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class UnusualError(Exception):
    """A value is not written as nearly all are."""


def _text(value: Value) -> str:
    if type(value) is Scalar and not value.is_empty:
        return value.value
    raise UnusualError


def read_words(value: Value) -> str:
    """Read a text without the spaces around it."""
    if type(value) is Scalar:
        text = value.value.strip()
        if text:
            return text
    raise UnusualError


def read_slug(value: Value) -> str:
    """Read an id, or the name of a source."""
    text = _text(value)
    if _SLUG.fullmatch(text) and (text.isascii() or _is_of_letters(text)):
        return text
    raise UnusualError


def _is_of_letters(text: str) -> bool:
    """Tell whether what is not ASCII is a letter to every engine of patterns."""
    return all(character.isascii() or character.isalpha() for character in text)


def matching(pattern: re.Pattern[str]) -> Callable[[Value], str]:
    """Make a reader of texts that a pattern matches."""

    def read(value: Value) -> str:
        text = _text(value)
        if pattern.fullmatch(text):
            return text
        raise UnusualError

    return read


def read_weight(value: Value) -> float:
    """Read a strength in [0, 1]."""
    return float(matching(_WEIGHT)(value))


def _date(value: Value) -> str:
    text = _text(value)
    found = _DATE.fullmatch(text)
    if found is None:
        raise UnusualError
    year, month, day = (int(part or "1") for part in found.groups())
    most = 28 if month == 2 else 30 if month in _SHORT_MONTHS else 31  # noqa: PLR2004 - February
    if year and 1 <= month <= 12 and 1 <= day <= most:  # noqa: PLR2004 - months
        return text
    raise UnusualError


def read_several(value: Value) -> tuple[str, ...]:
    """Read a list of texts."""
    if type(value) is not Sequence or not value.items:
        raise UnusualError
    return tuple(map(read_words, value.items))


def read_citations(value: Value) -> tuple[Citation, ...]:
    """Read what is cited: once, or a list."""
    if type(value) is Scalar:
        return (_short_citation(value.value),)
    if type(value) is Sequence and value.items:
        return tuple(map(_citation, value.items))
    return (_citation(value),)


def _citation(value: Value) -> Citation:
    if type(value) is Scalar:
        return _short_citation(value.value)
    return Citation(**_of(value, _CITATION_READERS, "source"))


@lru_cache(maxsize=10_000)
def _short_citation(written: str) -> Citation:
    """Read a citation of paragraphs; many nodes cite the same."""
    found = _CITATION.fullmatch(written.strip())
    if found is None or not (found[1].isascii() or _is_of_letters(found[1])):
        raise UnusualError
    return Citation(found[1], None if found[2] is None else _paragraphs(found[2], found[3]))


def _locator(value: Value) -> Locator:
    found = LOCATOR.fullmatch(_text(value).strip())
    if found is None:
        raise UnusualError
    return _paragraphs(*found.groups())


def _paragraphs(first: str, last: str | None) -> Locator:
    here, end = int(first), int(last or first)
    if not 1 <= here <= end:
        raise UnusualError
    return Locator(here, end)


def read_reasons(value: Value) -> dict[str, str | None]:
    """Read why which findings are accepted."""
    if type(value) is not Mapping or not value.entries:
        raise UnusualError
    return {
        name: None if type(item) is Scalar and item.is_empty else _text(item)
        for name, (_, item) in value.entries.items()
    }


def read_questions(value: Value) -> dict[str, Answer]:
    """Read the answers to critical questions."""
    if type(value) is not Mapping or not value.entries:
        raise UnusualError
    return {name: _answer(item) for name, (_, item) in value.entries.items()}


def _answer(value: Value) -> Answer:
    if type(value) is Scalar:
        return Answer(read_words(value))
    fields = _of(value, _ANSWER_READERS)
    return Answer(**fields, is_waived="waived" in fields)


def read_sources(value: Value) -> dict[str, Source]:
    """Read the sources by their names."""
    if type(value) is not Mapping or not value.entries:
        raise UnusualError
    return {
        read_slug(key): Source(**_of(item, _SOURCE_READERS)) for key, item in value.entries.values()
    }


def read_expectation(value: Value) -> Expectation:
    """Read what is expected of nodes by the usual semantics."""
    return Expectation(**_of(value, dict.fromkeys(STATUS_KEYS, _addresses)))


def _addresses(value: Value) -> tuple[str, ...]:
    if type(value) is Sequence:
        return tuple(map(read_words, value.items))
    return (read_words(value),)


def _of(
    value: Value, readers: dict[str, Callable[[Value], Any]], needed: str | None = None
) -> dict[str, Any]:
    """Read the fields of a mapping."""
    if type(value) is not Mapping or (needed is not None and needed not in value.entries):
        raise UnusualError
    return {name: readers[name](item) for name, (_, item) in value.entries.items()}


_CITATION_READERS: dict[str, Callable[[Value], Any]] = {
    "source": read_slug,
    "at": _locator,
    "quote": read_words,
    "page": read_words,
    "note": read_words,
}
_ANSWER_READERS: dict[str, Callable[[Value], Any]] = {
    "text": read_words,
    "ref": read_slug,
    "waived": _text,
}
_SOURCE_READERS: dict[str, Callable[[Value], Any]] = {
    "title": read_words,
    "author": read_words,
    "publisher": read_words,
    "date": _date,
    "url": matching(_URL),
    "text": read_words,
    "fingerprint": read_words,
    "via": read_slug,
}
