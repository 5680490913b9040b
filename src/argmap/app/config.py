"""Reading configurations: `[tool.argmap]` in `pyproject.toml`, or `argmap.toml`."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.app.config_problems import Complaints, ConfigError, ConfigProblem
from argmap.app.files import OWN_FILE, SHARED_FILE
from argmap.app.reads import note_file
from argmap.diagnostics import Problem
from argmap.source.limits import DEFAULT_LIMITS, Limits
from argmap.source.text import Text, decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.app.globs import Glob
    from argmap.diagnostics import Severity
    from argmap.model.schemes.scheme import Scheme
    from argmap.source.toml import KeyPath

_TABLE: KeyPath = ("tool", "argmap")
_MAY_HOLD_TABLE = rb"""\btool["']?[ \t]*(?:\.[ \t]*["']?argmap\b|\]|=)"""
"""What a file with `[tool.argmap]` holds somewhere, so that others need not be parsed."""
_MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, eq=False)
class Config:
    """What a file says about how maps are checked; paths are relative to its folder."""

    folder: Path
    """Where the file is, absolute."""
    select: tuple[str, ...] | None = None
    """Codes, prefixes or names; None where it does not say."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """By code."""
    options: Mapping[str, object] = field(default_factory=dict)
    """By code an instance of the rule's options."""
    per_file_ignores: tuple[tuple[Glob, frozenset[str]], ...] = ()
    """Which rules, by code, are not run on which files."""
    exclude: tuple[Glob, ...] | None = None
    """What is passed over in folders; None where it does not say."""
    extend_exclude: tuple[Glob, ...] = ()
    baseline: Path | None = None
    """The file of findings that are known already, absolute."""
    allow_outside: bool = False
    """Whether maps may name files outside their project."""
    schemes: tuple[Scheme, ...] = ()
    """The argumentation schemes of the project."""
    limits: Limits = DEFAULT_LIMITS
    """How much of a map is read."""

    def ignored_codes(self, path: str) -> frozenset[str]:
        """Give the codes of the rules that are not run on a file."""
        return frozenset[str]().union(
            *(codes for glob, codes in self.per_file_ignores if glob.matches(path, self.folder))
        )


def read_nearest(folder: Path, only: str | None = None) -> Config | None:
    """Read the configuration of a folder; None where it has none of its own.

    `argmap.toml` is taken before `pyproject.toml`; one without `[tool.argmap]` is passed over.

    Args:
        folder: that may hold one.
        only: the one key that is asked for; None for all.

    Raises:
        ConfigError: when it cannot be read or is not understood.
    """
    for name in (OWN_FILE, SHARED_FILE):
        path = folder / name
        if os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where a folder is closed
            config = _read(path, _displayed(path), only)
            if config is not None:
                return config
        else:
            note_file(path, None)
    return None


def read_config(path: Path, only: str | None = None) -> Config:
    """Read the configuration that a file holds, whatever it is named; see `read_nearest`.

    Raises:
        ConfigError: when it cannot be read, is not understood or holds none.
    """
    config = _read(path, str(path), only)
    if config is None:
        message = "has no table `[tool.argmap]`"
        raise ConfigError([ConfigProblem(str(path), None, "", message, "add it, or name another")])
    return config


def _read(path: Path, name: str, only: str | None) -> Config | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        mend = "check the path and its permissions"
        raise ConfigError([ConfigProblem(name, None, "", message, mend)]) from None
    note_file(path, data)
    is_shared = path.name == SHARED_FILE
    if is_shared and not re.search(_MAY_HOLD_TABLE, data):
        return None
    text = decode(data, name, _MOST_BYTES)
    if isinstance(text, Problem):
        place = (text.span.line, text.span.column)
        raise ConfigError([ConfigProblem(name, place, "", text.message, text.help)])
    values: Any = _parse(text)
    if not is_shared:
        return _build(values, Complaints(text, ()), path, only)
    complaints = Complaints(text, _TABLE)
    tool = values.get("tool")
    if not isinstance(tool, dict) or "argmap" not in tool:
        return None
    if not isinstance(tool["argmap"], dict):
        complaints.add((), "`tool.argmap` is no table", "write `[tool.argmap]`")
        raise ConfigError(complaints.problems)
    return _build(tool["argmap"], complaints, path, only)


_POSITION = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"


def _parse(text: Text) -> dict[str, Any]:
    """Parse TOML.

    Raises:
        ConfigError: when it is none.
    """
    import tomllib

    try:
        return tomllib.loads(text.content)
    except tomllib.TOMLDecodeError as error:
        message, place = str(error), text.position(len(text.content))
        found = re.search(_POSITION, message)
        if found:
            message = message[: found.start()]
            place = (int(found[1]), int(found[2])) if found[1] else place
        said = f"is not valid TOML: {message[:1].lower()}{message[1:]}"
        is_bare = message.startswith("Invalid value") and _is_letter(text, place)
        mend = "put texts in quotes" if is_bare else None
        raise ConfigError([ConfigProblem(text.path, place, "", said, mend)]) from None
    except RecursionError:
        message = "is nested too deep"
        raise ConfigError([ConfigProblem(text.path, None, "", message)]) from None


def _is_letter(text: Text, place: tuple[int, int]) -> bool:
    line, column = place
    return text.line(line)[column - 1 :][:1].isalpha()


def _build(values: dict[str, Any], complaints: Complaints, path: Path, only: str | None) -> Config:
    from argmap.app.config_values import read_values

    asked = values if only is None else {key: values[key] for key in (only,) if key in values}
    fields = read_values(asked, complaints)
    if complaints.problems:
        raise ConfigError(complaints.problems)
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - Path.resolve would follow links
    if "baseline" in fields:
        fields["baseline"] = folder / fields["baseline"]
    return Config(folder, **fields)


def _displayed(path: Path) -> str:
    """Name a file from the working folder, where it is below it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)
