"""Where a map names argumentation schemes, and what these ask for (AM5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.structure import node_meant
from argmap.model.map import follow
from argmap.model.nodes import Premises, Slot
from argmap.model.schemes.library import plain_name
from argmap.source.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph.types import Graph
    from argmap.model.map import ArgumentMap, Place
    from argmap.model.nodes import Answer
    from argmap.model.schemes.library import SchemeLibrary
    from argmap.model.schemes.scheme import Role, Scheme


@dataclass(frozen=True, slots=True)
class SchemeUse:
    """A reason that names a scheme."""

    place: Place
    group: Premises
    name: str
    """As it is written."""
    scheme: Scheme | None
    """None where none is known by that name."""


def find_scheme_uses(graph: Graph, library: SchemeLibrary) -> list[SchemeUse]:
    """Give the reasons that name a scheme, in document order."""
    found = []
    for reason in graph.reasons:
        group = reason.group
        if group is not None and group.scheme is not None:
            place = graph.map.places[reason.place]
            found.append(SchemeUse(place, group, group.scheme, library.find(group.scheme)))
    return found


def unknown_questions(group: Premises, scheme: Scheme) -> list[str]:
    """Give the questions answered in a group that its scheme does not ask."""
    known = {question.id for question in scheme.questions}
    return [name for name in group.questions if plain_name(name) not in known]


def missing_roles(graph: Graph, place: Place, scheme: Scheme) -> list[Role]:
    """Give the roles of a scheme that no premise of a group fills.

    A premise whose title is the name of a role fills that role, the warrant of the group a role
    that is a general rule. The other premises fill what is left and not optional, in order.
    """
    names = {role.name for role in scheme.roles}
    titles = [_title(graph, at) for at in place.children.get(Slot.PREMISES, ())]
    needed = [role for role in scheme.roles if not (role.optional or role.name in titles)]
    rule = next((role for role in needed if role.warrant), None)
    if rule is not None and _has_warrant(place):
        needed.remove(rule)
    return needed[sum(title not in names for title in titles) :]


def _title(graph: Graph, at: int) -> str:
    node = node_meant(graph, graph.map.places[at])
    title = None if node is None else graph.nodes[node].model.title
    return plain_name(title or "")


def _has_warrant(place: Place) -> bool:
    is_text = isinstance(place.model, Premises) and place.model.warrant is not None
    return is_text or bool(place.children.get(Slot.WARRANT))


def iter_answers(source: ArgumentMap) -> Iterator[tuple[Place, Scalar, Answer]]:
    """Give the answers to critical questions, each with the key it stands behind."""
    for place in source.places:
        if isinstance(place.model, Premises):
            for name, answer in place.model.questions.items():
                yield place, question_key(place, name), answer


def question_key(place: Place, name: str) -> Scalar:
    """Give the key under `questions` that names a question."""
    written = follow(place.value, ("questions",))
    entry = written.entries.get(name) if isinstance(written, Mapping) else None
    return entry[0] if entry else place.key
