"""Keys that are given twice in one mapping."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Fix, Problem, Related
from argmap.source.removal import Piece, Removals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Span
    from argmap.source.text import Text
    from argmap.source.tree import Mapping, Scalar, Value


class Repeated(NamedTuple):
    """A key that its mapping has already, with its value; both are in no mapping."""

    mapping: Mapping
    key: Scalar
    value: Value


def repeated_key(text: Text, key: Scalar, first: Scalar) -> Problem:
    """Say of a key that its mapping has it already (AM002)."""
    return Problem(
        "AM002",
        text.span(key.start, key.end),
        f"key `{key.value}` is given twice",
        "keep one of the two; join lists under one key",
        related=(Related(text.span(first.start, first.end), "first given here"),),
    )


def with_fixes(
    text: Text, problems: Iterable[Problem], repeated: Iterable[Repeated]
) -> Iterator[Problem]:
    """Add to findings how a key that is repeated with the same value is taken out."""
    by_mapping: dict[int, list[Repeated]] = defaultdict(list)
    for one in repeated:
        by_mapping[id(one.mapping)].append(one)
    fixes: dict[Span, Fix] = {}
    for group in by_mapping.values():
        fixes.update(_fixes(text, group))
    for problem in problems:
        is_repeated = problem.code == "AM002" and problem.span in fixes
        yield problem._replace(fix=fixes[problem.span]) if is_repeated else problem


def _fixes(text: Text, group: list[Repeated]) -> Iterator[tuple[Span, Fix]]:
    """Give the fixes for the repeated keys of one mapping, by the place of the key."""
    mapping = group[0].mapping
    entries = {name: Piece.of_entry(*entry) for name, entry in mapping.entries.items()}
    more = [Piece.of_entry(one.key, one.value) for one in group]
    pieces = sorted((*entries.values(), *more))
    numbers = {piece: number for number, piece in enumerate(pieces)}
    removals = Removals(text)
    for one, piece in zip(group, more, strict=True):
        first = entries[one.key.value]
        if text.content[first.start : first.end] != text.content[piece.start : piece.end]:
            continue
        edits = removals.take_out(pieces, numbers[piece], mapping)
        if edits is not None:
            message = f"take the second `{one.key.value}` out"
            yield text.span(one.key.start, one.key.end), Fix(message, edits, is_safe=True)
