"""Slips that YAML takes for text, so that its parser stumbles only over what comes behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.source.text import Text
    from argmap.source.tree import Scalar

ODD_SPACES = "\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""What looks like a space, or like nothing, and is neither to YAML."""

_ODD_START = re.compile(f"[{ODD_SPACES}]")
_STEM = r" *(?:- +)*"
_KEY = r"(?P<key>[^\W\d][\w-]*)"


@dataclass(frozen=True, slots=True)
class Repair:
    """One character put in place of another, so that reading can go on behind an error."""

    offset: int
    character: str

    def made_in(self, content: str) -> str:
        """Give a text with the repair made."""
        return content[: self.offset] + self.character + content[self.offset + 1 :]


def _no_space_behind_colon(found: re.Match[str]) -> tuple[str, str, str | None]:
    message = f"no space behind the `:` of `{found['key']}`"
    return message, f"write `{found['key']}: …`", None


def _no_space_behind_dash(_: re.Match[str]) -> tuple[str, str, str | None]:
    return "no space behind the `-` of a list item", "write `- ` before it", None


def _wide_colon(found: re.Match[str]) -> tuple[str, str, str | None]:
    message = f"`{found['slip']}` is no colon of YAML"
    repaired = ":" if found.string[found.end("slip") :].startswith(" ") else None
    return message, f"write `{found['key']}: …`, with `:` and a space", repaired


def _odd_space(found: re.Match[str]) -> tuple[str, str, str | None]:
    message = f"character U+{ord(found['slip']):04X} behind the `:` is no space of YAML"
    return message, "put a usual space in its place", " "


def _odd_dash(found: re.Match[str]) -> tuple[str, str, str | None]:
    return f"list item begins with `{found['slip']}`, expected `-`", "write `- ` before it", "-"


_SLIPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str, str | None]]], ...]
_SLIPS = (
    (re.compile(rf"{_STEM}{_KEY}(?P<slip>:)(?=[^\s:/{ODD_SPACES}])"), _no_space_behind_colon),
    (re.compile(rf"{_STEM}(?P<slip>-)(?=[^\W\d][\w-]*:)"), _no_space_behind_dash),
    (re.compile(rf"{_STEM}{_KEY} ?(?P<slip>[：﹕])"), _wide_colon),
    (re.compile(rf"{_STEM}{_KEY}:(?P<slip>[{ODD_SPACES}])"), _odd_space),
    (re.compile(rf"{_STEM}(?P<slip>[–—―‐‑−•·*+])(?= +{_KEY}:)"), _odd_dash),
)


def find_slip(text: Text, content: str, at: int) -> tuple[Problem, Repair | None] | None:
    """Find a slip at the beginning of the line that an offset is in.

    Args:
        text: the file.
        content: what was parsed, of the same length.
        at: the offset.

    Returns:
        The finding, and the repair that lets the parser go on where one character is one.
    """
    start = content.rfind("\n", 0, at) + 1
    end = content.find("\n", start)
    line = content[start : end if end >= 0 else len(content)]
    for pattern, word in _SLIPS:
        found = pattern.match(line)
        if found is not None:
            message, mend, character = word(found)
            first, last = start + found.start("slip"), start + found.end("slip")
            problem = Problem("AM001", text.span(first, last), message, mend)
            return problem, None if character is None else Repair(first, character)
    return None


def odd_key(text: Text, key: Scalar) -> Problem | None:
    """Refuse a key that begins with what only looks like a space."""
    if not key.plain or not _ODD_START.match(key.value):
        return None
    message = f"key begins with the character U+{ord(key.value[0]):04X}, which is no space"
    mend = "take it out, and indent with usual spaces"
    return Problem("AM001", text.span(key.start, key.start + 1), message, mend)


def line_above(content: str, at: int) -> int | None:
    """Give an offset in the nearest line above that says something; None where there is none."""
    end = content.rfind("\n", 0, at)
    while end >= 0:
        start = content.rfind("\n", 0, end) + 1
        line = content[start:end].strip()
        if line and not line.startswith("#"):
            return start
        end = start - 1
    return None
