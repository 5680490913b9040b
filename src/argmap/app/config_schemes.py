"""Reading the argumentation schemes of a project from a configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.app.config_problems import dotted
from argmap.app.options import complain, follow, shown
from argmap.model.messages import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.app.config_problems import Complaints
    from argmap.model.schemes.scheme import Scheme
    from argmap.source.toml import KeyPath

_FIELDS = {
    "roles": ("name", "says", "optional", "warrant"),
    "questions": ("id", "asks", "attacks"),
}
_TOP = ("title", "aliases", "conclusion", "roles", "questions")
_NAME_MEND = "write it in small letters and digits, with `-` between words"


def read_scheme(
    name: str, values: Mapping[str, Any], path: KeyPath, complaints: Complaints
) -> Scheme | None:
    """Make a scheme of what a configuration says.

    Args:
        name: its id.
        values: its table.
        path: where in the configuration that is.
        complaints: takes what is wrong.

    Returns:
        The scheme; None where something is wrong with it.
    """
    from pydantic import ValidationError

    from argmap.model.schemes.scheme import Scheme, iter_flaws

    if "id" in values:
        message = "unknown key `id`: a scheme is called what its table is called"
        complaints.add((*path, "id"), message, "remove it", is_key=True)
    try:
        scheme = Scheme.model_validate({**values, "id": name})
    except ValidationError as error:
        for entry in error.errors(include_url=False):
            _complain(entry, name, values, path, complaints)
        return None
    flaws = list(iter_flaws(scheme))
    for flaw in flaws:
        complaints.add((*path, *flaw.path), flaw.message, flaw.mend)
    return None if flaws else scheme


def _complain(
    entry: Any, name: str, values: Mapping[str, Any], path: KeyPath, complaints: Complaints
) -> None:
    *above, last = entry["loc"]
    here = (*path, *above)
    where = f"`{dotted(tuple(above))}`" if above else f"scheme `{name}`"
    if entry["type"] == "missing":
        message = f"{where} has no `{last}`"
        complaints.add(here, message, f"add `{last}`", is_key=not above)
    elif entry["type"] == "extra_forbidden":
        known = _FIELDS[str(above[0])] if above else _TOP
        mend = suggest(str(last), known) or "known here: " + ", ".join(f"`{one}`" for one in known)
        complaints.add((*here, last), f"unknown key `{last}` in {where}", mend, is_key=True)
    elif entry["loc"] == ("id",):
        complaints.add(path, f"{shown(name)} is no name for a scheme", _NAME_MEND, is_key=True)
    elif entry["type"] == "string_pattern_mismatch":
        steps, found = follow(entry["loc"], values)
        complaints.add((*path, *steps), f"{shown(found)} is no name", _NAME_MEND)
    else:
        complain(entry, values, path, complaints)
