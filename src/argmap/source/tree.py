"""YAML values that know where they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from argmap.diagnostics import Problem, Span


class Scalar:
    """A text; `start` and `end` are offsets into the file, `end` exclusive."""

    __slots__ = ("end", "plain", "start", "value")

    def __init__(self, value: str, start: int, end: int, plain: bool) -> None:
        """Keep the text as it was written, whatever number or date it looks like."""
        self.value = value
        self.start = start
        self.end = end
        self.plain = plain

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was written (`note:`), not even quotes."""
        return self.plain and not self.value


class Sequence:
    """A list of values."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int) -> None:
        """Start an empty list at an offset."""
        self.start = start
        self.end = start
        self.items: list[Value] = []


class Mapping:
    """Keys and values, in the order written; of two equal keys the first."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, start: int) -> None:
        """Start an empty mapping at an offset."""
        self.start = start
        self.end = start
        self.entries: dict[str, tuple[Scalar, Value]] = {}

    def get(self, key: str) -> Value | None:
        """Give the value of a key."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Value: TypeAlias = Scalar | Sequence | Mapping


class YamlDocument(NamedTuple):
    """What a file's YAML came to."""

    root: Value | None
    """The document; None where the file holds nothing."""
    problems: tuple[Problem, ...]
    complete: bool
    """False when reading stopped at an error: what came after is unknown."""
    cuts: tuple[Span, ...] = ()
    """Syntax errors: what holds one is not what its author wrote."""


def describe(value: Value) -> str:
    """Name what a value is, for messages that say what was found.

    >>> describe(Scalar("x", 0, 1, True))
    'text'
    """
    if isinstance(value, Scalar):
        return "nothing" if value.is_empty else "text"
    return "a list" if isinstance(value, Sequence) else "a mapping"


def to_plain(value: Value, depth: int = 6) -> Any:
    """Give a YAML value as str, list, dict or None; past `depth` levels as an empty tuple."""
    if isinstance(value, Scalar):
        return None if value.is_empty else value.value
    if depth == 0:
        return ()
    if isinstance(value, Sequence):
        return [to_plain(item, depth - 1) for item in value.items]
    return {key: to_plain(item, depth - 1) for key, (_, item) in value.entries.items()}


def last_end(collection: Sequence | Mapping) -> int:
    """Give the offset behind the last thing a collection holds."""
    if isinstance(collection, Sequence):
        return collection.items[-1].end if collection.items else collection.start
    if not collection.entries:
        return collection.start
    key, value = next(reversed(collection.entries.values()))
    return max(key.end, value.end)


def find_shared(root: Value) -> list[tuple[int, int]]:
    """Give the offsets between which stands what an alias stands for, in order, each once."""
    shared: set[tuple[int, int]] = set()
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            shared.add((value.start, value.end))
            continue
        seen.add(id(value))
        if isinstance(value, Sequence):
            waiting += value.items
        elif isinstance(value, Mapping):
            for entry in value.entries.values():
                waiting += entry
    return _outermost(sorted(shared))


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out the spans that end inside one before them."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
