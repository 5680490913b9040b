"""A map as it was read: its header, its nodes and the place each was written at."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model.nodes import Slot
from argmap.source.tree import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as MappingType

    from argmap.diagnostics import Span
    from argmap.model.header import Header
    from argmap.model.nodes import Node
    from argmap.source.text import Text

ROOT = -1
"""Parent of the thesis."""

_MOST_STEPS = 20
"""Steps of an address that are written out; maps of real articles are less deep."""
_STEPS_KEPT = 4
_STEP = re.compile(r"(?P<slot>[a-z]+)(?:\[(?P<number>[0-9]{1,9})\])?")
_SLOTS = {slot.value: slot for slot in Slot}


_NO_CHILDREN: dict[Slot, list[int]] = {}


class Place:
    """One node where it is written: a statement, a group of premises, or a reference."""

    __slots__ = (
        "index",
        "model",
        "kind",
        "parent",
        "slot",
        "position",
        "value",
        "key",
        "is_sound",
        "misplaced",
        "_children",
    )

    def __init__(
        self,
        index: int,
        model: Node,
        parent: int,
        slot: Slot,
        position: int | None,
        value: Mapping,
        key: Scalar,
        *,
        is_sound: bool = True,
        misplaced: tuple[str, ...] = (),
    ) -> None:
        """Keep a node and where it is.

        Args:
            index: place in `ArgumentMap.places`; document order.
            model: the node.
            parent: place of the node it is written under; `ROOT` for a thesis.
            slot: the list it is written in.
            position: its number in that list, from 0; None where a single node stands.
            value: the YAML.
            key: the kind key, the narrowest thing to point at.
            is_sound: False when the node's own writing has an error.
            misplaced: keys that only other kinds of node have.
        """
        self.index = index
        self.model = model
        self.kind = model.kind
        self.parent = parent
        self.slot = slot
        self.position = position
        self.value = value
        self.key = key
        self.is_sound = is_sound
        self.misplaced = misplaced
        self._children = _NO_CHILDREN

    @property
    def children(self) -> MappingType[Slot, list[int]]:
        """Places of what is written below, by the list it is written in."""
        return self._children

    def add_child(self, slot: Slot, place: int) -> None:
        """Note what is written below."""
        if self._children is _NO_CHILDREN:  # most nodes are leaves
            self._children = {}
        self._children.setdefault(slot, []).append(place)


class ArgumentMap:
    """A map as it was read."""

    def __init__(
        self,
        text: Text,
        header: Header,
        root: Mapping,
        places: tuple[Place, ...],
        empty_lists: tuple[Scalar, ...],
        is_whole: bool,
    ) -> None:
        """Keep what was read.

        Args:
            text: the file.
            header: all but the argument.
            root: the YAML of the whole map.
            places: every node, in document order.
            empty_lists: keys of lists with nothing in them.
            is_whole: False when an error cut reading short, so that what is missing proves
                nothing.
        """
        self.text = text
        self.header = header
        self.root = root
        self.places = places
        self.empty_lists = empty_lists
        self.is_whole = is_whole

    @property
    def path(self) -> str:
        """Name of the file."""
        return self.text.path

    @cached_property
    def thesis(self) -> tuple[int, ...]:
        """Places of the thesis nodes."""
        return tuple(place.index for place in self.places if place.parent == ROOT)

    def address(self, place: int) -> str:
        """Give the YAML path of a node, such as `thesis.because[0].premises[1]`."""
        return ".".join(reversed(list(self._steps_up(place))))

    def _steps_up(self, place: int) -> Iterator[str]:
        while place != ROOT:
            here = self.places[place]
            number = "" if here.position is None else f"[{here.position}]"
            yield f"{here.slot.value}{number}"
            place = here.parent

    def place_at(self, address: str) -> int | None:
        """Give the place of an address; None where there is none."""
        place: int | None = None
        for step in address.split("."):
            match = _STEP.fullmatch(step)
            if match is None or match["slot"] not in _SLOTS:
                return None
            slot = _SLOTS[match["slot"]]
            number = int(match["number"]) if match["number"] else None
            among = self.thesis if place is None else self.places[place].children.get(slot, ())
            # an item that is no node has no place, so a place is at its number or before it
            last = len(among) - 1 if number is None else min(number, len(among) - 1)
            here = (among[at] for at in range(last, -1, -1))
            place = next((at for at in here if self.places[at].position == number), None)
            if place is None or (self.places[place].slot is not slot):
                return None
        return place

    def name(self, place: int) -> str:
        """Give a node's id or, where it has none, its address, shortened where it is very deep."""
        own = getattr(self.places[place].model, "id", None)
        return self.short_address(place) if own is None else str(own)

    def short_address(self, place: int) -> str:
        """Give a node's address; that of a very deep one is shortened in the middle.

        So writing the addresses of all nodes of a deep map stays linear.
        """
        steps: list[str] = []
        for step in self._steps_up(place):
            steps.append(step)
            if len(steps) > _MOST_STEPS:
                last = ".".join(reversed(steps[:_STEPS_KEPT]))
                return f"{Slot.THESIS.value}.….{last}"
        return ".".join(reversed(steps))

    def span(self, place: int) -> Span:
        """Give the span of a node's kind key."""
        return self.span_of(self.places[place].key)

    def text_span(self, place: int) -> Span:
        """Give the span of the value of a node's kind key: its text, or a reference's id."""
        here = self.places[place]
        value = here.value.get(here.key.value)
        is_text = isinstance(value, Scalar) and not value.is_empty
        return self.span_of(value if is_text and value is not None else here.key)

    def key_span(self, place: int, key: str) -> Span:
        """Give the span of one of a node's keys; of its kind key where it has no such key."""
        here = self.places[place]
        entry = here.value.entries.get(key)
        return self.span_of(entry[0] if entry else here.key)

    def value_span(self, place: int, *path: str | int) -> Span:
        """Give the span of a value inside a node, as deep as the path leads."""
        here = self.places[place]
        return self.span_of(follow(here.value, path) or here.key)

    def span_of(self, value: Value) -> Span:
        """Give the span of any YAML value of the map."""
        return self.text.span(value.start, value.end)


def follow(value: Value, path: tuple[str | int, ...]) -> Value | None:
    """Walk keys and numbers into a YAML value; steps that it has not are passed over."""
    here: Value | None = None
    for step in path:
        holder = here or value
        if isinstance(holder, Mapping) and isinstance(step, str):
            here = holder.get(step) or here
        elif isinstance(holder, Sequence) and isinstance(step, int) and step < len(holder.items):
            here = holder.items[step]
    return here
