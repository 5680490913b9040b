"""Patterns for paths, as ruff matches them: `*` also crosses folders, names match anywhere."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PART = re.compile(
    r"(?P<folders>(?:(?<=/)|^)\*\*/(?:\*\*/)*)|(?P<any>\*+)|(?P<one>\?)"
    r"|\[(?P<not>[!^]?)(?P<set>\]?[^\]]*)\]|(?P<sign>[\[{},])|(?P<text>[^*?\[{},]+)"
)
_RANGE = re.compile(r"(.)-(.)|(.)", re.DOTALL)
_DRIVE = re.compile(r"[A-Za-z]:/")


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern that a configuration gives for paths."""

    pattern: str
    """As it was written."""
    expression: re.Pattern[str]
    is_negated: bool
    """Whether it means the paths that it does not fit (`!drafts/*`)."""
    is_absolute: bool

    def matches(self, path: str, folder: Path) -> bool:
        """Tell whether the pattern means a path.

        Args:
            path: of a file or a folder; relative to the working folder where it is relative.
            folder: the absolute folder that the pattern is relative to.
        """
        whole = os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links
        candidate = whole if self.is_absolute else _relative(whole, folder)
        is_met = any(
            self.expression.fullmatch(_plain(text))
            for text in (candidate, os.path.basename(whole))  # noqa: PTH119 - paths by the thousand
        )
        return is_met != self.is_negated


def read_glob(pattern: str) -> Glob:
    r"""Read a pattern.

    `*` fits any text, `?` one character, `**/` any number of folders, `[a-z]` and `[!a-z]` one
    of some characters, `{one,two}` either; `\` is `/`.

    Raises:
        ValueError: when brackets are not closed, or nothing is written.

    >>> read_glob("drafts/**/*.{yaml,yml}").expression.pattern
    'drafts/(?:.*/)?.*\\.(?:yaml|yml)'
    """
    plain = _plain(pattern)
    is_negated = plain.startswith("!")
    body = re.sub(r"/(?:\./|/)+", "/", plain.removeprefix("!").removeprefix("./"))
    is_absolute = body.startswith("/") or _DRIVE.match(body) is not None
    body = body.rstrip("/")
    if not body:
        raise ValueError("the pattern is empty")
    return Glob(pattern, re.compile(_translate(body), re.DOTALL), is_negated, is_absolute)


def _translate(body: str) -> str:
    parts: list[str] = []
    depth = at = 0
    while at < len(body):
        found = _PART.match(body, at)
        if found is None or found["sign"] == "[":
            raise ValueError("a `[` is not closed")
        at = found.end()
        sign = found["sign"]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth < 0:
                raise ValueError("a `}` is not opened")
        parts.append(_expression(found, is_inside=depth > 0))
    if depth:
        raise ValueError("a `{` is not closed")
    return "".join(parts)


def _expression(found: re.Match[str], *, is_inside: bool) -> str:
    if found["sign"]:
        return {"{": "(?:", "}": ")"}.get(found["sign"], "|" if is_inside else ",")
    if found["folders"]:
        return "(?:.*/)?"
    if found["any"]:
        return ".*"
    if found["one"]:
        return "."
    if found["text"]:
        return re.escape(found["text"])
    return _character_set(found)


def _character_set(found: re.Match[str]) -> str:
    inside = _RANGE.sub(_escape_range, found["set"])
    try:
        return re.compile(f"[{'^' if found['not'] else ''}{inside}]").pattern
    except re.error as error:
        raise ValueError(f"`{found[0]}` is no set of characters") from error


def _escape_range(found: re.Match[str]) -> str:
    first, last, single = found.groups()
    return re.escape(single) if single else f"{re.escape(first)}-{re.escape(last)}"


def _relative(path: str, folder: Path) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive on Windows
        return path


def _plain(path: str) -> str:
    return unicodedata.normalize("NFC", path.replace("\\", "/"))
