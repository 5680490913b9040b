"""What a scheme is made of.

Source: Walton, D., Reed, C. & Macagno, F. (2008), Argumentation Schemes, ch. 9. What a critical
question attacks is told apart as in Gordon, T., Prakken, H. & Walton, D. (2007), The Carneades
model of argument and burden of proof, Artificial Intelligence 171.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import StrictBool, StringConstraints

from argmap.model.fields import Frozen, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What the names of schemes, roles and questions are made of."""

Name = Annotated[str, StringConstraints(pattern=NAME)]


class Attack(StrEnum):
    """What a bad answer to a critical question speaks against."""

    PREMISE = "premise"
    """A premise: its counterpoint stands under `but` of that premise."""
    UNDERCUT = "undercut"
    """The step: whether such premises bear on the conclusion at all, `unless` of the group."""
    EXCEPTION = "exception"
    """The step in this case, which is not like others: `unless` of the group as well."""
    CONCLUSION = "conclusion"
    """The conclusion: `but` of what the reason is for."""


class Role(Frozen):
    """What one of the premises does."""

    name: Name
    says: Words
    """The premise in general terms, a sentence."""
    optional: StrictBool = False
    """Whether it is often left out, as it goes without saying."""
    warrant: StrictBool = False
    """Whether it is the general rule, so that the `warrant` of a group can say it."""


class Question(Frozen):
    """A critical question."""

    id: Name
    asks: Words
    attacks: Name
    """`undercut`, `exception`, `conclusion`, or the role of the premise that is in doubt."""

    @property
    def attack(self) -> Attack:
        """What a bad answer speaks against."""
        return Attack(self.attacks) if self.attacks in _STEPS else Attack.PREMISE

    @property
    def role(self) -> str | None:
        """The role of the premise that is in doubt; None where something else is."""
        return self.attacks if self.attack is Attack.PREMISE else None


class Scheme(Frozen):
    """A form that reasons take."""

    id: Name
    title: Words
    aliases: tuple[Name, ...] = ()
    conclusion: Words
    """The conclusion in general terms, a sentence."""
    roles: tuple[Role, ...]
    """Of the premises, in the order in which they are usually written."""
    questions: tuple[Question, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Whatever a map may call it."""
        return (self.id, *self.aliases)


class Flaw(NamedTuple):
    """Something in a scheme that does not fit the rest of it."""

    path: tuple[str | int, ...]
    message: str
    mend: str


_STEPS = frozenset(attack.value for attack in Attack) - {Attack.PREMISE.value}
_RESERVED = frozenset(attack.value for attack in Attack)


def iter_flaws(scheme: Scheme) -> Iterator[Flaw]:
    """Give what does not fit together in a scheme: no roles, names given twice, unknown roles."""
    roles = [role.name for role in scheme.roles]
    if not roles:
        yield Flaw(("roles",), "`roles` is empty", "add the premises that such a reason needs")
    yield from _iter_twins("roles", "name", roles)
    yield from _iter_twins("questions", "id", (question.id for question in scheme.questions))
    for number, name in enumerate(roles):
        if name in _RESERVED:
            message = f"no role can be called `{name}`, which is something that questions attack"
            yield Flaw(("roles", number, "name"), message, "give it another name")
    for number, question in enumerate(scheme.questions):
        if question.role is not None and question.role not in roles:
            message = f"`{question.id}` attacks `{question.attacks}`, which is no role"
            mend = "write `undercut`, `exception`, `conclusion` or the name of a role"
            yield Flaw(("questions", number, "attacks"), message, mend)


def _iter_twins(table: str, key: str, names: Iterable[str]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            yield Flaw((table, number, key), f"`{name}` is given twice", "give one another name")
        seen.add(name)
