"""What a map is made of: plain values, one class for each kind of node.

A node's children are not among its fields: maps are deeper than anything that recurses may go, so
the tree is kept beside the nodes (`argmap.model.map`).
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

from argmap.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model.citation import Citation


class Kind(StrEnum):
    """The kind keys of the format, in the order the documentation names them."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    COUNTERPOINT = "counterpoint"
    ASSUMPTION = "assumption"
    PREMISES = "premises"
    REF = "ref"


class Slot(StrEnum):
    """The place under its parent that a node stands in."""

    THESIS = "thesis"
    BECAUSE = "because"
    BUT = "but"
    UNLESS = "unless"
    PREMISES = "premises"
    WARRANT = "warrant"


_NONE: Mapping[str, Any] = MappingProxyType({})


class Node(Record):
    """What every node may say of itself."""

    __slots__ = ("note", "accept")
    kind: ClassVar[Kind]
    note: str | None
    accept: Mapping[str, str | None]
    """Rule code to the reason why that finding is accepted here."""


class Statement(Node):
    """A node that says something: claim, evidence, counterpoint or assumption."""

    __slots__ = (
        "id",
        "text",
        "by",
        "cite",
        "qualifier",
        "weight",
        "title",
        "tags",
        "section",
        "conceded",
    )

    def __init__(
        self,
        text: str,
        *,
        id: str | None = None,  # noqa: A002 - the key of the format
        by: str | None = None,
        cite: tuple[Citation, ...] = (),
        qualifier: str | None = None,
        weight: float | None = None,
        title: str | None = None,
        tags: tuple[str, ...] = (),
        section: str | None = None,
        conceded: str | None = None,
        note: str | None = None,
        accept: Mapping[str, str | None] = _NONE,
    ) -> None:
        """Keep what is written.

        Args:
            text: what the node says.
            id: its name, which references give.
            by: whose position it is, where it is not the article's author's.
            cite: where it is found.
            qualifier: how far it is meant.
            weight: strength in [0, 1], for gradual evaluation.
            title: short label.
            tags: words to find it by.
            section: heading that the node and its descendants stand under.
            conceded: of a counterpoint, why what it speaks against holds nonetheless.
            note: what else is to say.
            accept: rule code to the reason why that finding is accepted here.
        """
        self.text: Final = text
        self.id: Final = id
        self.by: Final = by
        self.cite: Final = cite
        self.qualifier: Final = qualifier
        self.weight: Final = weight
        self.title: Final = title
        self.tags: Final = tags
        self.section: Final = section
        self.conceded: Final = conceded
        self.note = note
        self.accept = accept


class Claim(Statement):
    """A proposition that the map's author or the article asserts."""

    __slots__ = ()
    kind = Kind.CLAIM


class Evidence(Statement):
    """An observation, document, figure, event or testimony."""

    __slots__ = ()
    kind = Kind.EVIDENCE


class Counterpoint(Statement):
    """A proposition put against its parent."""

    __slots__ = ()
    kind = Kind.COUNTERPOINT


class Assumption(Statement):
    """A premise openly taken for granted."""

    __slots__ = ()
    kind = Kind.ASSUMPTION


class Answer(Record):
    """What is said to a critical question: a text, a node, or why it need not be answered."""

    __slots__ = ("text", "ref", "waived", "is_waived")

    def __init__(
        self,
        text: str | None = None,
        ref: str | None = None,
        waived: str | None = None,
        *,
        is_waived: bool = False,
    ) -> None:
        """Keep what is written; `is_waived` tells whether `waived` is, with a reason or without."""
        self.text: Final = text
        self.ref: Final = ref
        self.waived: Final = waived
        self.is_waived: Final = is_waived

    @property
    def is_given(self) -> bool:
        """Whether anything is said at all."""
        return self.text is not None or self.ref is not None or self.is_waived


class Premises(Node):
    """A reason of one or more linked premises: only together do they speak."""

    __slots__ = ("id", "title", "warrant", "scheme", "questions")
    kind = Kind.PREMISES

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - the key of the format
        title: str | None = None,
        warrant: str | None = None,
        scheme: str | None = None,
        questions: Mapping[str, Answer] = _NONE,
        note: str | None = None,
        accept: Mapping[str, str | None] = _NONE,
    ) -> None:
        """Keep what is written.

        Args:
            id: the reason's name.
            title: short label.
            warrant: the rule that carries from the premises to the conclusion, where it is a
                plain text.
            scheme: argumentation scheme (Walton, Reed & Macagno 2008).
            questions: critical question to its answer.
            note: what else is to say.
            accept: rule code to the reason why that finding is accepted here.
        """
        self.id: Final = id
        self.title: Final = title
        self.warrant: Final = warrant
        self.scheme: Final = scheme
        self.questions: Final = questions
        self.note = note
        self.accept = accept


class Reference(Node):
    """The place of a node that is defined elsewhere in the map."""

    __slots__ = ("target",)
    kind = Kind.REF

    def __init__(
        self,
        target: str,
        *,
        note: str | None = None,
        accept: Mapping[str, str | None] = _NONE,
    ) -> None:
        """Keep the id that is meant, a note, and what is accepted here."""
        self.target: Final = target
        self.note = note
        self.accept = accept


NODES: dict[Kind, type[Node]] = {
    node.kind: node for node in (Claim, Evidence, Counterpoint, Assumption, Premises, Reference)
}
"""The class of each kind."""

CHILD_SLOTS: dict[Kind, tuple[Slot, ...]] = {
    Kind.CLAIM: (Slot.BECAUSE, Slot.BUT, Slot.UNLESS),
    Kind.EVIDENCE: (Slot.BECAUSE, Slot.BUT),
    Kind.COUNTERPOINT: (Slot.BECAUSE, Slot.BUT, Slot.UNLESS),
    Kind.ASSUMPTION: (Slot.BUT,),
    Kind.PREMISES: (Slot.PREMISES, Slot.UNLESS),
    Kind.REF: (),
}
"""The lists of children that each kind may have."""


def _field_names(kind: Kind) -> tuple[str, ...]:
    """Give the keys that a kind of node may have, the lists of children last."""
    renamed = {"text": kind.value, "target": kind.value}
    is_counterpoint = kind is Kind.COUNTERPOINT
    names = [name for name in NODES[kind].field_names() if name != "conceded" or is_counterpoint]
    own = [renamed.get(name, name) for name in names]
    return (*own, *(slot.value for slot in CHILD_SLOTS[kind] if slot.value not in own))


AGAINST = (Slot.BUT, Slot.UNLESS)
"""The lists of what speaks against the node they are written under."""

FIELDS: dict[Kind, tuple[str, ...]] = {kind: _field_names(kind) for kind in Kind}
"""The keys that each kind of node may have."""

StatementNode: TypeAlias = Claim | Evidence | Counterpoint | Assumption
