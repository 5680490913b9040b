"""YAML values to a validated map: every node checked flat, the tree kept beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.diagnostics import START, Problem
from argmap.model.map import ROOT, ArgumentMap, Place
from argmap.model.nodes import CHILD_SLOTS, FIELDS, Kind, Slot
from argmap.model.ordinary import read_header, read_node
from argmap.source.tree import Mapping, Scalar, Sequence, Value, YamlDocument, describe, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model.header import Header
    from argmap.model.nodes import Node
    from argmap.source.text import Text


_KINDS = {kind.value: kind for kind in Kind}
_SLOT_OF = {slot.value: slot for slot in Slot}
_LIST_NAMES = frozenset({"because", "but", "unless", "premises"})
_WARRANT = Slot.WARRANT.value
_LIST_FIELDS = ("cite", "tags")
_ALLOWED = {kind: frozenset(names) for kind, names in FIELDS.items()}
_ANY_FIELD = frozenset().union(*_ALLOWED.values())


class _Pending(NamedTuple):
    """A node that is still to be read."""

    value: Value
    parent: int
    slot: Slot
    position: int | None


class _Fields(NamedTuple):
    """The keys of a node, told apart."""

    data: dict[str, Any]
    """What its model is made from."""
    misplaced: list[str]
    """Keys that only other kinds of node have."""
    children: list[tuple[Slot, Scalar, Value]]


class _Builder:
    def __init__(self, text: Text, *, is_whole: bool) -> None:
        self.text = text
        self.is_whole = is_whole
        self.problems: list[Problem] = []
        self.places: list[Place] = []
        self.empty_lists: list[Scalar] = []
        self._stack: list[_Pending] = []

    def add(self, code: str, value: Value, message: str, mend: str | None = None) -> None:
        """Note a finding about a YAML value."""
        end = value.end if isinstance(value, Scalar) else value.start + 1
        span = self.text.span(value.start, end)
        self.problems.append(Problem(code, span, message, mend))

    def build_tree(self, thesis: Value) -> None:
        """Read every node under the thesis, in document order, without recursion."""
        self._push_children(ROOT, Slot.THESIS, thesis)
        while self._stack:
            pending = self._stack.pop()
            if isinstance(pending.value, Mapping):
                self._node(pending, pending.value)
            else:
                self._refuse_item(pending)

    def _push_children(
        self, parent: int, slot: Slot, value: Value, key: Scalar | None = None
    ) -> None:
        if isinstance(value, Sequence):
            # a block list that reading stopped in holds nothing and ends where it begins
            if not value.items and key is not None and value.end > value.start:
                self.empty_lists.append(key)
            numbered = [_Pending(item, parent, slot, i) for i, item in enumerate(value.items)]
            self._stack.extend(reversed(numbered))
        elif isinstance(value, Mapping) and slot in {Slot.THESIS, Slot.WARRANT}:
            self._stack.append(_Pending(value, parent, slot, None))
        elif isinstance(value, Scalar) and value.is_empty and key is not None:
            self.empty_lists.append(key)
        else:
            self._refuse_list(parent, slot, value)

    def _refuse_list(self, parent: int, slot: Slot, value: Value) -> None:
        expected = "a node" if slot is Slot.THESIS else "a list of nodes"
        message = f"`{slot.value}` is {describe(value)}, expected {expected}"
        mend = "write `- claim: …` below it" if slot is not Slot.THESIS else "write `claim: …`"
        kinds = [name for name in _KINDS if isinstance(value, Mapping) and name in value.entries]
        if kinds:
            mend = f"put `- ` before `{kinds[0]}`"
        self.add("AM004", value, message, mend)
        self._spoil(parent)
        if isinstance(value, Mapping):
            self._stack.append(_Pending(value, parent, slot, 0))

    def _refuse_item(self, pending: _Pending) -> None:
        message = f"`{pending.slot.value}` holds {describe(pending.value)}, expected a node"
        self.add("AM004", pending.value, message, "say its kind: `- claim: …`, `- evidence: …`")
        self._spoil(pending.parent)

    def _spoil(self, place: int) -> None:
        if place != ROOT:
            self.places[place].is_sound = False

    def _node(self, pending: _Pending, value: Mapping) -> None:
        ordinary = read_node(value)
        if ordinary is not None:
            self._place(pending, value, *ordinary)
            return
        before = len(self.problems)
        kind, key = self._kind(value)
        is_unsaid = any(problem.code == "AM009" for problem in self.problems[before:])
        fields = self._fields(kind, key, value)
        if is_unsaid:  # which keys it may have nobody knows
            fields.misplaced.clear()
        from argmap.model.mend import validate_node

        model, problems = validate_node(self.text, kind, key, fields.data, value)
        self.problems += problems
        sound = len(self.problems) == before and not fields.misplaced
        self._place(pending, value, model, key, fields.children, sound, tuple(fields.misplaced))

    def _place(
        self,
        pending: _Pending,
        value: Mapping,
        model: Node,
        key: Scalar,
        children: list[tuple[Slot, Scalar, Value]],
        is_sound: bool = True,
        misplaced: tuple[str, ...] = (),
    ) -> None:
        """Keep a node, and what is written below it for later."""
        places = self.places
        index = len(places)
        _, parent, slot, position = pending
        place = Place(
            index,
            model,
            parent,
            slot,
            position,
            value,
            key,
            is_sound=is_sound,
            misplaced=misplaced,
        )
        places.append(place)
        if parent != ROOT:
            places[parent].add_child(slot, index)
        for child_slot, child_key, child in reversed(children):
            self._push_children(index, child_slot, child, child_key)

    def _kind(self, value: Mapping) -> tuple[Kind, Scalar]:
        written = [entry[0] for name, entry in value.entries.items() if name in _KINDS]
        if len(written) == 1:
            return _KINDS[written[0].value], written[0]
        if written:
            names = " and ".join(f"`{key.value}`" for key in written)
            self.add(
                "AM009",
                written[1],
                f"node has two kinds, {names}",
                f"make it two nodes: put `- ` before `{written[1].value}`",
            )
            return _KINDS[written[0].value], written[0]
        for name, (key, _) in value.entries.items():
            meant = None if name in _ANY_FIELD else _closest(name, _KINDS)
            if meant is not None:
                from argmap.source.renaming import renaming

                message, mend = f"unknown kind of node `{name}`", f"did you mean `{meant}`?"
                span, fix = self.text.span(key.start, key.end), renaming(self.text, key, meant)
                self.problems.append(Problem("AM003", span, message, mend, fix=fix))
                return _KINDS[meant], key
        first = next((entry[0] for entry in value.entries.values()), None)
        kinds = ", ".join(f"`{name}`" for name in _KINDS)
        anchor = first or Scalar("", value.start, value.start + 1, True)
        if first is not None or self.is_whole:
            self.add("AM009", anchor, "node does not say its kind", f"give it one of {kinds}")
        return Kind.CLAIM, anchor

    def _fields(self, kind: Kind, key: Scalar, value: Mapping) -> _Fields:
        found = _Fields({}, [], [])
        allowed = _ALLOWED[kind]
        for name, (name_key, item) in value.entries.items():
            if name_key is key and (name in _KINDS or name not in _ANY_FIELD):
                if kind is Kind.PREMISES:
                    found.children.append((Slot.PREMISES, key, item))
                else:  # a misspelt kind key counts as the one it means
                    found.data[kind.value] = to_plain(item)
            elif name in _KINDS:
                continue
            elif name in _LIST_NAMES or (name == _WARRANT and type(item) is Mapping):
                found.children.append((_SLOT_OF[name], name_key, item))
                if name not in allowed:
                    found.misplaced.append(name)
            elif name not in allowed and name in _ANY_FIELD:
                found.misplaced.append(name)
            else:
                found.data[name] = plain = to_plain(item)
                found.children.extend(_meant_children(kind, name_key, item))
                if name in _LIST_FIELDS and not plain and plain != "":
                    self.empty_lists.append(name_key)
        if kind is not Kind.PREMISES:
            found.data.setdefault(kind.value, "…")
        return found


def build_map(text: Text, document: YamlDocument) -> tuple[ArgumentMap | None, list[Problem]]:
    """Validate a YAML document as a map.

    Args:
        text: the file, for spans.
        document: its YAML.

    Returns:
        The map, as far as it can be built, and every finding AM003 to AM009. None where the
        document is no mapping or of another version of the format.
    """
    root = document.root
    if not isinstance(root, Mapping):
        found = describe(root) if root is not None else "nothing"
        message = f"file holds {found}, expected a map"
        mend = "begin with `argmap: 1`, `title: …` and `thesis:`"
        problem = Problem("AM004", START, message, mend)
        return None, [problem] if document.complete else []
    builder = _Builder(text, is_whole=document.complete)
    if not _check_version(builder, root):
        return None, builder.problems
    header = _build_header(builder, root)
    thesis = root.get(Slot.THESIS)
    if thesis is None or _is_nothing(thesis):
        first = next((key for key, _ in root.entries.values()), None)
        anchor = root.entries["thesis"][0] if thesis else first
        at = anchor or Scalar("", root.start, root.start + 1, True)
        builder.add(
            "AM005", at, "the map has no `thesis`", "add `thesis:` with a `claim:` below it"
        )
    else:
        builder.build_tree(thesis)
    told = {(problem.span.line, problem.span.column) for problem in document.problems}
    problems = [
        problem
        for problem in builder.problems
        if (problem.span.line, problem.span.column) not in told
        and (document.complete or problem.code != "AM005")
        and not any(map(problem.span.overlaps, document.cuts))
    ]
    places = tuple(builder.places)
    empty = tuple(builder.empty_lists)
    return ArgumentMap(text, header, root, places, empty, document.complete), problems


def _is_nothing(value: Value) -> bool:
    if isinstance(value, Scalar):
        return value.is_empty
    return isinstance(value, Sequence) and not value.items


def _check_version(builder: _Builder, root: Mapping) -> bool:
    version = root.get("argmap")
    if isinstance(version, Scalar) and version.value not in {"1", ""}:
        message = f"format version `{version.value}` is not known, expected `1`"
        builder.add("AM008", version, message, "write `argmap: 1`, or install a newer argmap")
        return False
    return True


def _build_header(builder: _Builder, root: Mapping) -> Header:
    ordinary = read_header(root)
    if ordinary is not None:
        return ordinary
    from argmap.model.mend import validate_header

    data = {key: to_plain(value) for key, (_, value) in root.entries.items() if key != Slot.THESIS}
    header, problems = validate_header(builder.text, data, root)
    builder.problems += problems
    return header


def _closest(name: str, known: Iterable[str]) -> str | None:
    from argmap.model.messages import closest

    return closest(name, known)


def _meant_children(kind: Kind, key: Scalar, item: Value) -> list[tuple[Slot, Scalar, Value]]:
    """Take the nodes under a misspelt key (`becuase`) for what they are meant to be."""
    if type(item) is not Sequence or key.value in _ANY_FIELD:
        return []
    holds_nodes = any(type(part) is Mapping for part in item.items)
    meant = _closest(key.value, [slot.value for slot in CHILD_SLOTS[kind]]) if holds_nodes else None
    return [(_SLOT_OF[meant], key, item)] if meant else []
