"""What the fields of a map are called in messages."""

from __future__ import annotations

from argmap.model.expectation import EXPECT_KEYS, MODE_KEYS, STATUS_KEYS, STRENGTH_KEYS

_SOURCE_FIELD = 2
"""A location with more steps than `sources` and the source's name is inside the source."""
_EXPECT_FIELD = 2
"""A location with more steps than `expect` and a key of it is inside what that key holds."""

_NESTED_NAMES = {
    "cite": ("source", "at", "quote", "page", "note"),
    "sources": ("title", "author", "publisher", "date", "url", "text", "fingerprint", "via"),
    "expect": EXPECT_KEYS,
    "questions": ("text", "ref", "waived"),
}


def name_field(
    path: list[str], subject: str, known: tuple[str, ...]
) -> tuple[str, str, tuple[str, ...]]:
    """Say in an author's words what field of what a location names, and what may stand there.

    Args:
        path: the keys on the way to the field.
        subject: what the location begins in, as an author calls it.
        known: the fields that may stand there.
    """
    if len(path) <= 1:
        return (path[0] if path else subject), subject, known
    if path[0] == "expect" and len(path) > _EXPECT_FIELD:
        return _name_expected(path)
    names = _NESTED_NAMES.get(path[0], known)
    if path[0] == "sources":
        return (path[-1] if len(path) > _SOURCE_FIELD else "source"), f"source `{path[1]}`", names
    return path[-1], f"`{path[0]}` of {subject}", names


def _name_expected(path: list[str]) -> tuple[str, str, tuple[str, ...]]:
    _, key, name, *fields = path
    if key == "strength":
        return (fields[0] if fields else "strength"), f"strength of `{name}`", STRENGTH_KEYS
    return path[-1], f"`{'.'.join(path[:-1])}`", STATUS_KEYS if fields else MODE_KEYS
