"""What is known of a language: a TOML file of this package, named by the primary subtag.

A file gives `name`, and besides what its language needs: whatever it leaves out keeps the rules
that need it silent. The tables are described at the classes that hold them; a key is a field's
name with hyphens. Words are written in lower case, with the straight apostrophe, and where there
are many, in one text with spaces between.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.source.packaged import read_packaged

if TYPE_CHECKING:
    from collections.abc import Mapping

_Table = TypeVar("_Table")


@dataclass(frozen=True, slots=True)
class Clauses:
    """How main clauses are joined (AM601), and where they end (AM604)."""

    joiners: frozenset[str]
    """Words that join two clauses: `and`."""
    verbs: frozenset[str]
    """Forms that are finite verbs and hardly anything else: `is`."""
    starters: frozenset[str]
    """Words that a subject begins with, or that are one: `the`, `it`."""
    openers: frozenset[str]
    """Words behind which a clause is not the author's own, or not a main clause: `that`, `says`."""
    articles: frozenset[str] = frozenset()
    """Words behind which an opener is a noun: `the report`."""
    links: frozenset[str] = frozenset()
    """Words between a joiner and what it joins: `therefore`."""
    breaks: frozenset[str] = frozenset()
    """Words that end neither a clause nor belong to a subject: `to`, `been`."""
    verb_endings: tuple[str, ...] = ()
    """How other finite verbs end: `n't`."""
    abbreviations: frozenset[str] = frozenset()
    """What has a full stop behind it within a sentence: `dr`."""


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words that say how sure the author is (AM604), each with the qualifier for it."""

    adverbs: Mapping[str, str]
    """Told at the head of a text and beside a finite verb."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """Told at the head only: `it seems that`."""
    phrases: Mapping[str, str] = field(default_factory=dict)
    """Told anywhere in the main clause: `may well`."""
    perfects: Mapping[str, str] = field(default_factory=dict)
    """Told where a participle follows: `may have`."""
    attributions: tuple[str, ...] = ()
    """Heads of texts that tell what others hold: `according to`."""
    amounts: frozenset[str] = frozenset()
    """Words before which a hedge says «about»: `hundred`."""


@dataclass(frozen=True, slots=True)
class Headings:
    """What tells a sentence from a heading (AM605)."""

    most_words: int
    """Longer texts are taken for sentences."""
    plain_verbs: frozenset[str]
    """Verbs as they stand behind a plural: `carry`."""
    pasts: frozenset[str]
    """Pasts and participles that do not end as others do: `built`."""
    leads: frozenset[str]
    """Words behind which a noun follows: articles, prepositions."""
    fillers: frozenset[str]
    """Other words that are never verbs."""
    signs: frozenset[str]
    """Words that hardly stand in a heading: `it`, `not`."""
    plurals: frozenset[str]
    """Plurals that do not end as others do, and what may be one: `people`, `the poor`."""
    noun_endings: tuple[str, ...]
    """How nouns and adjectives end that are no verbs."""
    past_ending: str
    """How pasts and participles end."""
    genitive: str
    """What stands behind a noun that could be a verb: `of`."""
    adjectives: frozenset[str] = frozenset()
    """Words that end like a participle and are none."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What is known of one language."""

    name: str
    question_marks: str = "?"
    """Characters that end a question."""
    characters_per_word: float | None = None
    """What counts as a word where none are set apart by spaces."""
    clauses: Clauses | None = None
    hedges: Hedges | None = None
    headings: Headings | None = None


_TABLES = {"clauses": Clauses, "hedges": Hedges, "headings": Headings}


def find_language(tag: str | None) -> Language | None:
    """Give what is known of the language of a BCP 47 tag; None where nothing is.

    >>> find_language("de-AT").name
    'German'
    """
    return None if tag is None else _read(tag.partition("-")[0].lower())


@cache
def _read(subtag: str) -> Language | None:
    text = read_packaged(__package__, f"{subtag}.toml")
    return None if text is None else parse(text)


def parse(text: str) -> Language:
    """Read a language's file.

    Raises:
        TypeError: for a key that is not known, and for one that is missing.
    """
    import tomllib

    values = _named(tomllib.loads(text))
    tables: dict[str, Any] = {
        name: _fill(_TABLES[name], values.pop(name)) for name in _TABLES if name in values
    }
    return Language(**values, **tables)


def _fill(table: type[_Table], values: dict[str, Any]) -> _Table:
    types = {name: str(kind) for name, kind in table.__annotations__.items()}
    return table(**{key: _as(types.get(key, ""), value) for key, value in _named(values).items()})


def _as(kind: str, value: Any) -> Any:
    if kind.startswith("frozenset"):
        return frozenset(value.split())
    return tuple(value) if kind.startswith("tuple") else value


def _named(values: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in values.items()}
