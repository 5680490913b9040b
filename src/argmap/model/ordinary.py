"""Nodes and headers that are written as nearly all are, read without Pydantic.

What is read here is what the models of `argmap.model.validation` would make of it. Whatever is
not, be it only rare, gives None: then they read it, and tell what is wrong with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.header import Header
from argmap.model.nodes import CHILD_SLOTS, FIELDS, NODES, Kind, Node, Slot
from argmap.model.ordinary_values import (
    LANGUAGE,
    UnusualError,
    matching,
    read_citations,
    read_expectation,
    read_questions,
    read_reasons,
    read_several,
    read_slug,
    read_sources,
    read_weight,
    read_words,
)
from argmap.source.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.source.tree import Value


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
    except (UnusualError, KeyError):
        return None
    return OrdinaryNode(make(**fields), value.entries[kind][0], children)


def read_header(root: Mapping) -> Header | None:
    """Read all of a map but its thesis; None where it is not written in the ordinary way."""
    fields: dict[str, Any] = {}
    try:
        for name, (_, item) in root.entries.items():
            if name != Slot.THESIS:
                fields[name] = _HEADER_READERS[name](item)
    except (UnusualError, KeyError):
        return None
    if "argmap" not in fields or "title" not in fields:
        return None
    return Header(**fields)


_HEADER_READERS: dict[str, Callable[[Value], Any]] = {
    "argmap": matching(re.compile("1")),
    "title": read_words,
    "article": read_slug,
    "lang": matching(LANGUAGE),
    "sources": read_sources,
    "expect": read_expectation,
}
_NODE_READERS: dict[str, Callable[[Value], Any]] = {
    "id": read_slug,
    "by": read_words,
    "cite": read_citations,
    "qualifier": read_words,
    "weight": read_weight,
    "title": read_words,
    "tags": read_several,
    "section": read_words,
    "conceded": read_words,
    "note": read_words,
    "accept": read_reasons,
    "warrant": read_words,
    "scheme": read_slug,
    "questions": read_questions,
    "ref": read_slug,
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
        name: (_FIELD_OF.get(name, name), _NODE_READERS.get(name, read_words))
        for name in FIELDS[kind]
        if name not in slots or name == _WARRANT
    }
    return _Form(readers, slots, NODES[kind])


_WARRANT = Slot.WARRANT.value
_KINDS = frozenset(kind.value for kind in Kind)
_FIELD_OF = {kind.value: "target" if kind is Kind.REF else "text" for kind in Kind}
_FORMS = {kind.value: _form(kind) for kind in Kind}
