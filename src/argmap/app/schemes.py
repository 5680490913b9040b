"""What there is to read about argumentation schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.files import OWN_FILE
from argmap.app.settings import Configurations
from argmap.diagnostics import ArgmapError
from argmap.model.schemes.library import SchemeLibrary, plain_name
from argmap.report.json import json_text
from argmap.report.types import plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.app.request import Request
    from argmap.model.schemes.scheme import Question, Role, Scheme
    from argmap.report.types import Style

ATTACKS = (
    "A bad answer is a counterpoint: to a premise or to the conclusion under its `but`, "
    "to the step (undercut, exception) under `unless` of the group."
)
"""What is said of the questions of every scheme."""


def schemes_of(request: Request) -> SchemeLibrary:
    """Give the schemes that hold for maps in the working folder.

    Raises:
        ConfigError: when its configuration is not understood.
    """
    return SchemeLibrary(Configurations(request).settings(OWN_FILE).schemes)


def find_scheme(library: SchemeLibrary, name: str) -> Scheme:
    """Give the scheme of an id or an alias.

    Raises:
        ArgmapError: when there is none.
    """
    found = library.find(name)
    if found is None:
        raise ArgmapError(f"there is no scheme `{name}`", _near(library, plain_name(name)))
    return found


def _near(library: SchemeLibrary, word: str) -> str:
    """Say which scheme was probably meant, or which have a part of the word in their name."""
    from argmap.model.messages import suggest

    parts = {part for part in word.split("-") if len(part) >= _PART}
    alike = [one.id for one in library.schemes if parts & set("-".join(one.names).split("-"))]
    listed = ", ".join(f"`{name}`" for name in alike[:_MOST_NEAR])
    near = f"there is {listed}" if listed else "`argmap scheme` lists them"
    return suggest(word, library.names) or near


_PART = 4
"""Shorter words say little: `to`, `from`."""
_MOST_NEAR = 5


def list_schemes(library: SchemeLibrary, style: Style = plain) -> str:
    """Write one line for each scheme: id and title, and which are the project's own."""
    widest = max(len(scheme.id) for scheme in library.schemes)
    lines = []
    for scheme in library.schemes:
        own = " (of this project)" if library.is_own(scheme) else ""
        lines.append(f"{style(f'{scheme.id:{widest}}', bold=True)}  {_line(scheme.title)}{own}")
    return "\n".join(lines) + "\n"


def scheme_text(scheme: Scheme, style: Style = plain) -> str:
    """Write all that there is to know of a scheme, and how it is written in a map."""
    lines = [style(f"{scheme.id}: {_line(scheme.title)}", bold=True)]
    if scheme.aliases:
        lines.append(f"also called {', '.join(scheme.aliases)}")
    widest = max(len(role.name) for role in scheme.roles)
    lines += ["", style("Premises", bold=True)]
    lines += [
        f"  {role.name:{widest}}  {_line(role.says)}{_freedom(role)}" for role in scheme.roles
    ]
    lines += ["", style("Conclusion", bold=True), f"  {_line(scheme.conclusion)}"]
    if scheme.questions:
        widest = max(len(question.id) for question in scheme.questions)
        lines += ["", style("Critical questions", bold=True)]
        lines += [
            f"  {one.id:{widest}}  {_line(one.asks)} ({attacked(one)})" for one in scheme.questions
        ]
        lines += ["", f"  {ATTACKS}"]
    lines += ["", style("In a map", bold=True)]
    lines += [f"  {line}" for line in iter_skeleton(scheme)]
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    """Write what a project says of a scheme in one line that a terminal shows and never obeys."""
    return printable(" ".join(text.split()))


def _freedom(role: Role) -> str:
    """Say when a role may go without a premise."""
    words = [*["optional"] * role.optional, *["or the `warrant`"] * role.warrant]
    return f" ({', '.join(words)})" if words else ""


def attacked(question: Question) -> str:
    """Say what a bad answer to a question speaks against."""
    role = f" `{question.role}`" if question.role else ""
    return f"{question.attack.value}{role}"


def iter_skeleton(scheme: Scheme) -> Iterator[str]:
    """Give the lines of a reason of this form, to stand under `because`."""
    yield "- premises:"
    for role in scheme.roles:
        sign = "# " if role.optional else ""
        yield f"    {sign}- claim: …  # {role.name}: {_line(role.says)}"
    yield f"  scheme: {scheme.id}"
    if scheme.questions:
        yield "  questions:"
        yield from (f"    # {question.id}: {_line(question.asks)}" for question in scheme.questions)


def schemes_json(library: SchemeLibrary, schemes: Iterable[Scheme]) -> str:
    """Write schemes as JSON."""
    listed = [
        {
            "id": scheme.id,
            "title": scheme.title,
            "aliases": list(scheme.aliases),
            "conclusion": scheme.conclusion,
            "roles": [role.model_dump() for role in scheme.roles],
            "questions": [
                {"id": one.id, "asks": one.asks, "attacks": one.attack.value, "role": one.role}
                for one in scheme.questions
            ],
            "own": library.is_own(scheme),
        }
        for scheme in schemes
    ]
    return json_text({"version": 1, "schemes": listed}, indent=2) + "\n"


def schemes_page() -> str:
    """Write the documentation of every scheme as Markdown."""
    library = SchemeLibrary()
    lines = [_HEAD, "| scheme | title |", "|---|---|"]
    lines += [f"| [`{one.id}`](#{one.id}) | {one.title} |" for one in library.schemes]
    for scheme in library.schemes:
        lines += _section(scheme)
    return "\n".join(lines) + "\n"


def _section(scheme: Scheme) -> Iterator[str]:
    yield from ("", f"## {scheme.id}", "", f"**{scheme.title}.**")
    if scheme.aliases:
        yield f"Also called {', '.join(f'`{alias}`' for alias in scheme.aliases)}."
    yield ""
    yield from (f"- `{role.name}`{_freedom(role)}: {role.says}" for role in scheme.roles)
    yield f"- Conclusion: {scheme.conclusion}"
    yield from ("", "| question | it asks | attacks |", "|---|---|---|")
    for question in scheme.questions:
        yield f"| `{question.id}` | {question.asks} | {attacked(question)} |"


_HEAD = f"""\
# Argumentation schemes

<!-- Written by `make docs` from the schemes themselves: do not edit. -->

Forms that reasons of everyday argument take, after Walton, D., Reed, C. & Macagno, F. (2008), *Argumentation Schemes*, ch. 9, in words of our own. A `premises` group names its form under `scheme` and answers what is asked of it under `questions`; [format.md](format.md#schemes) says how, and [AM501 to AM505](rules.md#am5-schemes) look at it. `argmap scheme ID` shows one with the YAML to begin from, and a project can [add its own](configuration.md#schemes).

{ATTACKS}
"""  # noqa: E501 - lines of Markdown
