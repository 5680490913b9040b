"""How nodes and headers are validated: one model for each kind of node.

The models are flat: pydantic-core refuses those nested deeper than 255.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from argmap.model import header
from argmap.model import nodes as values
from argmap.model.fields import Slug, Words
from argmap.model.nodes import Kind
from argmap.model.validation.base import Validated
from argmap.model.validation.citation import Citations
from argmap.model.validation.expectation import Expectation

Tags = Annotated[
    tuple[Words, ...],
    BeforeValidator(lambda value: value or (), json_schema_input_type=list[Words] | None),
]
Reasons = Annotated[
    dict[str, str | None],
    BeforeValidator(lambda value: value or {}, json_schema_input_type=dict[str, str | None] | None),
]


class Node(Validated):
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
    plain = values.Claim
    text: Words = Field(alias="claim")


class Evidence(Statement):
    """An observation, document, figure, event or testimony."""

    kind = Kind.EVIDENCE
    plain = values.Evidence
    text: Words = Field(alias="evidence")


class Counterpoint(Statement):
    """A proposition put against its parent."""

    kind = Kind.COUNTERPOINT
    plain = values.Counterpoint
    text: Words = Field(alias="counterpoint")
    conceded: Words | None = None
    """Why the parent holds nonetheless."""


class Assumption(Statement):
    """A premise openly taken for granted."""

    kind = Kind.ASSUMPTION
    plain = values.Assumption
    text: Words = Field(alias="assumption")


class Answer(Validated):
    """What is said to a critical question: a text, a node, or why it need not be answered."""

    plain = values.Answer
    text: Words | None = None
    ref: Slug | None = None
    waived: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    def record(self) -> values.Answer:
        """Give the plain value; that `waived` is written may be all that is said."""
        is_waived = "waived" in self.model_fields_set
        return values.Answer(self.text, self.ref, self.waived, is_waived=is_waived)


class Premises(Node):
    """A reason of one or more linked premises: only together do they speak."""

    kind = Kind.PREMISES
    plain = values.Premises
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
    plain = values.Reference
    target: Slug = Field(alias="ref")


MODELS: dict[Kind, type[Node]] = {
    model.kind: model for model in (Claim, Evidence, Counterpoint, Assumption, Premises, Reference)
}
"""The model of each kind."""


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


class Source(Validated):
    """A document that citations point at."""

    plain = header.Source
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


class Header(Validated):
    """All of a map but its argument."""

    plain = header.Header
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
