"""What is at hand of a source: its text, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.source.paragraphs import SourceText


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why the text of a source cannot be used."""

    message: str
    """One clause about the file, without a full stop."""
    help: str
    """How to mend it."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is at hand of a source that names a `text`."""

    text: SourceText | None = None
    """Its text; None where none is named, and where it cannot be read."""
    text_problem: Unreadable | None = None
    """Why the text that is named cannot be used."""


NOTHING = Material()
"""What is at hand of a source that names no text."""
