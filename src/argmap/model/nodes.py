"""What a map is made of: frozen Pydantic models, one for each kind of node.

The models are flat. A node's children are not among its fields: pydantic-core refuses models
nested deeper than 255, so the tree is assembled beside them (`argmap.model.build`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from argmap.model.citation import Citations
from argmap.model.expectation import Expectation
from argmap.model.fields import Frozen, Slug, Words


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


Tags = Annotated[
    tuple[Words, ...],
    BeforeValidator(lambda value: value or (), json_schema_input_type=list[Words] | None),
]
Reasons = Annotated[
    dict[str, str | None],
    BeforeValidator(lambda value: value or {}, json_schema_input_type=dict[str, str | None] | None),
]


class Node(Frozen):
    """What every node may say of itself."""

    kind: ClassVar[Kind]
    note: Words | None = None
    accept: Reasons = Field(default_factory=dict)
    """Rule code to the reason why that finding is accepted here."""


class Statement(Node):
    """A node that says something: claim, evidence, counterpoint or assumption."""

    id: Slug | None = None
    text: Words
    by: Words | None = None
    """Whose position the node is, where it is not the article's author's."""
    cite: Citations = ()
    qualifier: Words | None = None
    weight: Annotated[float, Field(ge=0, le=1)] | None = None
    """Strength in [0, 1], for gradual evaluation."""
    title: Words | None = None
    """Short label."""
    tags: Tags = ()
    section: Words | None = None
    """Heading that the node and its descendants stand under."""


class Claim(Statement):
    """A proposition that the map's author or the article asserts."""

    kind = Kind.CLAIM
    text: Words = Field(alias="claim")


class Evidence(Statement):
    """An observation, document, figure, event or testimony."""

    kind = Kind.EVIDENCE
    text: Words = Field(alias="evidence")


class Counterpoint(Statement):
    """A proposition put against its parent."""

    kind = Kind.COUNTERPOINT
    text: Words = Field(alias="counterpoint")
    conceded: Words | None = None
    """Why the parent holds nonetheless."""


class Assumption(Statement):
    """A premise openly taken for granted."""

    kind = Kind.ASSUMPTION
    text: Words = Field(alias="assumption")


class Answer(Frozen):
    """What is said to a critical question: a text, a node, or why it need not be answered."""

    text: Words | None = None
    ref: Slug | None = None
    waived: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @property
    def is_waived(self) -> bool:
        """Whether `waived` is written, with a reason or without."""
        return "waived" in self.model_fields_set

    @property
    def is_given(self) -> bool:
        """Whether anything is said at all."""
        return self.text is not None or self.ref is not None or self.is_waived


class Premises(Node):
    """A reason of one or more linked premises: only together do they speak."""

    kind = Kind.PREMISES
    id: Slug | None = None
    title: Words | None = None
    warrant: Words | None = None
    """The rule that carries from the premises to the conclusion, where it is a plain text."""
    scheme: Slug | None = None
    """Argumentation scheme (Walton, Reed & Macagno 2008)."""
    questions: Annotated[
        dict[str, Answer],
        BeforeValidator(
            lambda value: value or {}, json_schema_input_type=dict[str, str | Answer] | None
        ),
    ] = Field(default_factory=dict)
    """Critical question to its answer."""


class Reference(Node):
    """The place of a node that is defined elsewhere in the map."""

    kind = Kind.REF
    target: Slug = Field(alias="ref")


MODELS: dict[Kind, type[Node]] = {
    model.kind: model for model in (Claim, Evidence, Counterpoint, Assumption, Premises, Reference)
}
"""The model of each kind."""

CHILD_SLOTS: dict[Kind, tuple[Slot, ...]] = {
    Kind.CLAIM: (Slot.BECAUSE, Slot.BUT, Slot.UNLESS),
    Kind.EVIDENCE: (Slot.BECAUSE, Slot.BUT),
    Kind.COUNTERPOINT: (Slot.BECAUSE, Slot.BUT, Slot.UNLESS),
    Kind.ASSUMPTION: (Slot.BUT,),
    Kind.PREMISES: (Slot.PREMISES, Slot.UNLESS),
    Kind.REF: (),
}
"""The lists of children that each kind may have."""


def _read_date(value: str | None, info: ValidationInfo) -> str | None:
    """Check an EDTF level 0 date: a year, a year-month or a day that the calendar has."""
    from datetime import date

    parts = (value or "0001").split("-")
    try:
        date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        details = {"found": value, "field": info.field_name}
        raise PydanticCustomError("date", "no such day", details) from None
    return value


class Source(Frozen):
    """A document that citations point at."""

    title: Words | None = None
    author: Words | None = None
    publisher: Words | None = None
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    """EDTF level 0: year, year-month or day."""
    url: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9+.\-]*:\S+$")] | None = None
    text: Words | None = None
    """Path of the source's text, relative to the map."""
    fingerprint: Words | None = None
    """Path of the source's fingerprint, relative to the map."""
    via: Slug | None = None
    """The source through which alone this one is known."""

    _date = field_validator("date")(_read_date)


class Header(Frozen):
    """All of a map but its argument."""

    argmap: Literal["1"]
    """Version of the format."""
    title: Words
    article: Slug | None = None
    """The source that the map is a reading of."""
    lang: (
        Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] | None
    ) = None
    """BCP 47."""
    sources: Annotated[
        dict[Slug, Source],
        BeforeValidator(
            lambda value: value or {}, json_schema_input_type=dict[str, Source | None] | None
        ),
    ] = Field(default_factory=dict)
    expect: Expectation | None = None


StatementNode: TypeAlias = Claim | Evidence | Counterpoint | Assumption
