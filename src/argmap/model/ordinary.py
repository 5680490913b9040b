"""Nodes and headers that are written as nearly all are, read without Pydantic.

What is read here is what the models of `argmap.model.validation` would make of it. Whatever is
not, be it only rare, gives None: then they read it, and tell what is wrong with it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.citation import LOCATOR, Citation, Locator
from argmap.model.expectation import STATUS_KEYS, Expectation
from argmap.model.nodes import CHILD_SLOTS, FIELDS, NODES, Answer, Header, Kind, Node, Slot, Source
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
_LANGUAGE = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class _UnusualError(Exception):
    """A value is not written as nearly all are."""


class OrdinaryNode(NamedTuple):
    """A node, and what is written below it."""

    node: Node
    key: Scalar
    """The kind key."""
    children: list[tuple[Slot, Scalar, Value]]


def read_node(value: Mapping) -> OrdinaryNode | None:
    """Read a node; None where it is not an ordinary one."""
    kind = None
    for name in value.entries:
        if name in _KINDS:
            if kind is not None:
                return None
            kind = name
    if kind is None:
        return None
    readers, slots, make = _FORMS[kind]
    fields: dict[str, Any] = {}
    children: list[tuple[Slot, Scalar, Value]] = []
    try:
        for name, (key, item) in value.entries.items():
            reader = readers.get(name)
            if reader is None or (name == _WARRANT and type(item) is Mapping):
                children.append((slots[name], key, item))
            else:
                field, read = reader
                fields[field] = read(item)
    except (_UnusualError, KeyError):
        return None
    return OrdinaryNode(make(**fields), value.entries[kind][0], children)


def read_header(root: Mapping) -> Header | None:
    """Read all of a map but its thesis; None where it is not written in the ordinary way."""
    fields: dict[str, Any] = {}
    try:
        for name, (_, item) in root.entries.items():
            if name != Slot.THESIS:
                fields[name] = _HEADER_READERS[name](item)
    except (_UnusualError, KeyError):
        return None
    if "argmap" not in fields or "title" not in fields:
        return None
    return Header(**fields)


def _text(value: Value) -> str:
    if type(value) is Scalar and not value.is_empty:
        return value.value
    raise _UnusualError


def _words(value: Value) -> str:
    if type(value) is Scalar:
        text = value.value.strip()
        if text:
            return text
    raise _UnusualError


def _slug(value: Value) -> str:
    text = _text(value)
    if _SLUG.fullmatch(text) and (text.isascii() or _is_of_letters(text)):
        return text
    raise _UnusualError


def _is_of_letters(text: str) -> bool:
    """Tell whether what is not ASCII is a letter to every engine of patterns."""
    return all(character.isascii() or character.isalpha() for character in text)


def _matching(pattern: re.Pattern[str]) -> Callable[[Value], str]:
    def read(value: Value) -> str:
        text = _text(value)
        if pattern.fullmatch(text):
            return text
        raise _UnusualError

    return read


def _weight(value: Value) -> float:
    return float(_matching(_WEIGHT)(value))


def _date(value: Value) -> str:
    text = _text(value)
    found = _DATE.fullmatch(text)
    if found is None:
        raise _UnusualError
    year, month, day = (int(part or "1") for part in found.groups())
    most = 28 if month == 2 else 30 if month in _SHORT_MONTHS else 31  # noqa: PLR2004 - February
    if year and 1 <= month <= 12 and 1 <= day <= most:  # noqa: PLR2004 - months
        return text
    raise _UnusualError


def _several(value: Value) -> tuple[str, ...]:
    if type(value) is not Sequence or not value.items:
        raise _UnusualError
    return tuple(map(_words, value.items))


def _citations(value: Value) -> tuple[Citation, ...]:
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
        raise _UnusualError
    return Citation(found[1], None if found[2] is None else _paragraphs(found[2], found[3]))


def _locator(value: Value) -> Locator:
    found = LOCATOR.fullmatch(_text(value).strip())
    if found is None:
        raise _UnusualError
    return _paragraphs(*found.groups())


def _paragraphs(first: str, last: str | None) -> Locator:
    here, end = int(first), int(last or first)
    if not 1 <= here <= end:
        raise _UnusualError
    return Locator(here, end)


def _reasons(value: Value) -> dict[str, str | None]:
    if type(value) is not Mapping or not value.entries:
        raise _UnusualError
    return {
        name: None if type(item) is Scalar and item.is_empty else _text(item)
        for name, (_, item) in value.entries.items()
    }


def _questions(value: Value) -> dict[str, Answer]:
    if type(value) is not Mapping or not value.entries:
        raise _UnusualError
    return {name: _answer(item) for name, (_, item) in value.entries.items()}


def _answer(value: Value) -> Answer:
    if type(value) is Scalar:
        return Answer(_words(value))
    fields = _of(value, _ANSWER_READERS)
    return Answer(**fields, is_waived="waived" in fields)


def _sources(value: Value) -> dict[str, Source]:
    if type(value) is not Mapping or not value.entries:
        raise _UnusualError
    return {
        _slug(key): Source(**_of(item, _SOURCE_READERS)) for key, item in value.entries.values()
    }


def _expectation(value: Value) -> Expectation:
    return Expectation(**_of(value, dict.fromkeys(STATUS_KEYS, _addresses)))


def _addresses(value: Value) -> tuple[str, ...]:
    if type(value) is Sequence:
        return tuple(map(_words, value.items))
    return (_words(value),)


def _of(
    value: Value, readers: dict[str, Callable[[Value], Any]], needed: str | None = None
) -> dict[str, Any]:
    """Read the fields of a mapping."""
    if type(value) is not Mapping or (needed is not None and needed not in value.entries):
        raise _UnusualError
    return {name: readers[name](item) for name, (_, item) in value.entries.items()}


_CITATION_READERS: dict[str, Callable[[Value], Any]] = {
    "source": _slug,
    "at": _locator,
    "quote": _words,
    "page": _words,
    "note": _words,
}
_ANSWER_READERS: dict[str, Callable[[Value], Any]] = {
    "text": _words,
    "ref": _slug,
    "waived": _text,
}
_SOURCE_READERS: dict[str, Callable[[Value], Any]] = {
    "title": _words,
    "author": _words,
    "publisher": _words,
    "date": _date,
    "url": _matching(_URL),
    "text": _words,
    "fingerprint": _words,
    "via": _slug,
}
_HEADER_READERS: dict[str, Callable[[Value], Any]] = {
    "argmap": _matching(re.compile("1")),
    "title": _words,
    "article": _slug,
    "lang": _matching(_LANGUAGE),
    "sources": _sources,
    "expect": _expectation,
}
_NODE_READERS: dict[str, Callable[[Value], Any]] = {
    "id": _slug,
    "by": _words,
    "cite": _citations,
    "qualifier": _words,
    "weight": _weight,
    "title": _words,
    "tags": _several,
    "section": _words,
    "conceded": _words,
    "note": _words,
    "accept": _reasons,
    "warrant": _words,
    "scheme": _slug,
    "questions": _questions,
    "ref": _slug,
}


class _Form(NamedTuple):
    """How nodes of one kind are read."""

    readers: dict[str, tuple[str, Callable[[Value], Any]]]
    """By the key of the format: the field, and what reads it."""
    slots: dict[str, Slot]
    """The keys of what is written below them."""
    make: Callable[..., Node]


def _form(kind: Kind) -> _Form:
    slots = {slot.value: slot for slot in CHILD_SLOTS[kind]}
    if kind is Kind.PREMISES:
        slots[_WARRANT] = Slot.WARRANT
    readers = {
        name: (_FIELD_OF.get(name, name), _NODE_READERS.get(name, _words))
        for name in FIELDS[kind]
        if name not in slots or name == _WARRANT
    }
    return _Form(readers, slots, NODES[kind])


_WARRANT = Slot.WARRANT.value
_KINDS = frozenset(kind.value for kind in Kind)
_FIELD_OF = {kind.value: "target" if kind is Kind.REF else "text" for kind in Kind}
_FORMS = {kind.value: _form(kind) for kind in Kind}
