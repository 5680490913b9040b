"""How much of a file argmap is ready to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; a file past one is refused with the place where it passed it."""

    bytes: int = 64 * 1024 * 1024
    """Size of a file."""
    depth: int = 25_000
    """Levels of nested YAML collections; a node below a node takes two."""
    values: int = 4_000_000
    """YAML keys, values and collections, each alias counted as all that it stands for."""
    repairs: int = 20
    """How many syntax errors are stepped over to find what else is wrong."""


DEFAULT_LIMITS = Limits()
