"""Pydantic's errors in an author's words: code, message, mend and the narrowest span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.diagnostics import Problem
from argmap.model.expectation import Gradual
from argmap.model.field_names import name_field
from argmap.source.renaming import renaming
from argmap.source.tree import Mapping, Scalar, Sequence, Value, describe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.diagnostics import Fix
    from argmap.source.text import Text


class Wording(NamedTuple):
    """What is said of one error."""

    code: str
    message: str
    help: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of Pydantic, beside the YAML it is about."""

    field: str
    """Name of the field that is missing, unknown or wrong."""
    subject: str
    """What it is a field of: ``claim `c1` ``, ``source `essay` ``."""
    found: Value | None
    known: tuple[str, ...]
    """Names a field may have here."""
    is_bare: bool = False
    """Whether the field stands in brackets without a colon: what a comma splits off a text."""

    @property
    def named(self) -> str:
        """The field and what it belongs to."""
        own = self.subject.split(" ")[0]
        return self.subject if self.field == own else f"`{self.field}` of {self.subject}"

    @property
    def shown(self) -> str:
        """The value found, short enough for a line."""
        if not isinstance(self.found, Scalar):
            return describe(self.found) if self.found is not None else "nothing"
        text = " ".join(self.found.value.split())
        if not text:
            return "an empty text"
        return f"`{_shorten(text)}`"

    @property
    def is_in_curly_quotes(self) -> bool:
        """Whether the value begins with a quotation mark that is none to YAML."""
        return isinstance(self.found, Scalar) and self.found.value.startswith(tuple("“”„‘’"))


_SHOWN = 40


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Find the name that was probably meant.

    >>> closest("wieght", ["weight", "title"])
    'weight'
    """
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return found[0] if found else None


_CLOSE = 70
"""Likeness in percent from which a name is suggested."""


def suggest(word: str, known: Iterable[str]) -> str | None:
    """Write «did you mean» for the closest name, or nothing."""
    near = closest(word, known)
    return f"did you mean `{near}`?" if near else None


def _missing(fault: Fault) -> Wording:
    message = f"{fault.subject} has no `{fault.field}`"
    return Wording(
        "AM005", message, f"add `{fault.field}: {'1' if fault.field == 'argmap' else '…'}`"
    )


def _unknown(fault: Fault) -> Wording:
    message = f"unknown field `{fault.field}` in {fault.subject}"
    name, colon, rest = fault.field.partition(":")
    if colon and name in fault.known:
        mend = f"write a space behind the colon: `{name}: {_shorten(rest)}`"
    elif fault.is_bare and " " in fault.field:
        mend = "put a text that holds a comma in quotes"
    else:
        near = suggest(fault.field, fault.known)
        mend = near or "known here: " + ", ".join(fault.known)
    return Wording("AM003", message, mend)


def _wrong_type(expected: str) -> Callable[[Fault], Wording]:
    def word(fault: Fault) -> Wording:
        if fault.found is None or _is_blank(fault.found):
            return _empty(fault)
        found = describe(fault.found)
        message = f"{fault.named} is {found}, expected {expected}"
        return Wording("AM004", message, _TYPE_HELP[expected])

    return word


_NUMBER = "a number from 0 to 1"
_TYPE_HELP = {
    "text": "write one text; put it in quotes where it begins with `[` or `{`",
    _NUMBER: "write it as a decimal: 0.8",
    "a mapping": "write `key: value` pairs on lines of their own below it",
    "a list": "write it in brackets: `[one, two]`",
}


def _empty(fault: Fault) -> Wording:
    message = f"{fault.named} is empty"
    return Wording("AM006", message, "write it out, or remove the key")


_STRAIGHT = "take the curly quotes away, or write straight ones"
_PATTERN_HELP = {
    "date": "write a year, a year and month or a day: 2024, 2024-03, 2024-03-09",
    "url": "begin it with `https://`, without spaces",
    "lang": "write a BCP 47 tag: `en`, `pt-BR`",
}


def _pattern(fault: Fault) -> Wording:
    named = "`id`" if fault.field == "id" else fault.named
    message = f"{named} cannot be {fault.shown}"
    mend = _PATTERN_HELP.get(fault.field, "use letters, digits, `-`, `_` and `.` only")
    return Wording("AM006", message, _STRAIGHT if fault.is_in_curly_quotes else mend)


def _name(fault: Fault) -> Wording:
    mend = "use letters, digits, `-`, `_` and `.` only"
    return Wording("AM006", f"{fault.subject} has a name that cannot be cited", mend)


def _number(fault: Fault) -> Wording:
    message = f"{fault.named} is {fault.shown}, expected {_NUMBER}"
    return Wording("AM006", message, _TYPE_HELP[_NUMBER])


def _gradual(fault: Fault) -> Wording:
    message = f"{fault.named} is {fault.shown}, expected a gradual semantics"
    word = fault.found.value if isinstance(fault.found, Scalar) else ""
    mend = suggest(word, Gradual) or "known here: " + ", ".join(Gradual)
    return Wording("AM006", message, mend)


def _locator(fault: Fault) -> Wording:
    message = f"{fault.shown} names no paragraph"
    mend = "write `source:4`, or `source:4-6` for a range, from 1 up"
    return Wording("AM006", message, _STRAIGHT if fault.is_in_curly_quotes else mend)


def _citation(fault: Fault) -> Wording:
    message = f"{fault.shown} is no citation"
    mend = "write `source`, `source:4` or `source:4-6` without spaces; several as a list"
    return Wording("AM006", message, _STRAIGHT if fault.is_in_curly_quotes else mend)


def _version(fault: Fault) -> Wording:
    found = "empty" if fault.found is None or _is_blank(fault.found) else fault.shown
    return Wording("AM006", f"{fault.named} is {found}, expected `1`", "write `argmap: 1`")


def _date(fault: Fault) -> Wording:
    message = f"{fault.named} is {fault.shown}, which no calendar has"
    return Wording("AM006", message, _PATTERN_HELP["date"])


def _fallback(fault: Fault) -> Wording:
    message = f"{fault.named} cannot be {fault.shown}"
    return Wording("AM006", message, None)


WORDINGS: dict[str, Callable[[Fault], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _wrong_type("text"),
    "string_too_short": _empty,
    "string_pattern_mismatch": _pattern,
    "float_type": _wrong_type(_NUMBER),
    "float_parsing": _number,
    "greater_than_equal": _number,
    "less_than_equal": _number,
    "literal_error": _version,
    "dict_type": _wrong_type("a mapping"),
    "model_type": _wrong_type("a mapping"),
    "tuple_type": _wrong_type("a list"),
    "locator": _locator,
    "citation": _citation,
    "date": _date,
    "strength": _number,
    "enum": _gradual,
}
"""Pydantic error type to what is said of it; a test fails on one that is not here."""


def build_problem(
    error: Any, mapping: Mapping, text: Text, subject: str, known: tuple[str, ...]
) -> Problem:
    """Turn one entry of `ValidationError.errors()` into a finding.

    Args:
        error: the entry: its `type`, `loc` and `ctx` are read.
        mapping: the YAML that was validated.
        text: the file the YAML is from.
        subject: what the YAML is, for the message.
        known: names that a field may have at the top of it.
    """
    is_key = error["type"] in {"extra_forbidden", "missing"} or "[key]" in error["loc"]
    key, found, owner = _follow(error["loc"], mapping)
    path = [step for step in error["loc"] if isinstance(step, str) and step != "[key]"]
    field, within, names = name_field(path, subject, known)
    is_bare = key is not None and found is not None and _is_blank(found) and found.start == key.end
    fault = Fault(field, within, found, names, is_bare)
    word = _name if "[key]" in error["loc"] else WORDINGS.get(error["type"], _fallback)
    wording = word(fault)
    if error["type"] == "missing":
        span = _first_key(owner, text)
    elif is_key or found is None or _is_blank(found):
        span = text.span(key.start, key.end) if key else _first_key(mapping, text)
    else:
        span = text.span(found.start, found.end)
    fix = _rename(fault, key, owner, text) if error["type"] == "extra_forbidden" else None
    return Problem(wording.code, span, wording.message, wording.help, fix=fix)


def _rename(fault: Fault, key: Scalar | None, owner: Mapping, text: Text) -> Fix | None:
    """Give an unknown field the name that was probably meant, where that one is free."""
    meant = closest(fault.field, fault.known)
    if key is None or meant is None or meant in owner.entries:
        return None
    return renaming(text, key, meant)


def _is_blank(value: Value) -> bool:
    return isinstance(value, Scalar) and value.is_empty


def _first_key(mapping: Mapping, text: Text) -> Any:
    for key, _ in mapping.entries.values():
        return text.span(key.start, key.end)
    return text.span(mapping.start, mapping.start + 1)


def _follow(
    loc: tuple[int | str, ...], mapping: Mapping
) -> tuple[Scalar | None, Value | None, Mapping]:
    """Walk a location as far as the YAML has it; steps that only Pydantic knows are passed over.

    Returns:
        The last key met, the value there (None where the last step is missing), and the mapping
        that holds it.
    """
    key: Scalar | None = None
    here: Value = mapping
    owner = mapping
    found: Value | None = mapping
    for step in loc:
        if isinstance(here, Mapping) and isinstance(step, str):
            owner = here
            entry = here.entries.get(step)
            if entry is not None:
                key, here = entry
                found = here
            elif step != "[key]":
                found = None
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = found = here.items[step]
            key = None
    return key, found, owner
