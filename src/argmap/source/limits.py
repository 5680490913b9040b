"""How much of a file argmap is ready to read."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds on what is read; a file past one is refused with the place where it passed it."""

    bytes: int = 64 * 1024 * 1024
    """Size of a file."""
    depth: int = 25_000
    """Levels of nested YAML collections; a node below a node takes two."""
    nodes: int = 500_000
    """Nodes of a map: statements, groups of premises and references."""
    values: int = 4_000_000
    """YAML keys, values and collections, each alias counted as all that it stands for."""
    aliases: int = 10_000
    """YAML aliases, each counted once."""
    text_length: int = 1_000_000
    """Characters of one text."""
    repairs: int = 20
    """How many syntax errors are stepped over to find what else is wrong."""


DEFAULT_LIMITS = Limits()
MOST_LIMITS = Limits(
    bytes=1024 * 1024 * 1024,
    depth=50_000,  # libyaml takes four times as long for twice as many: 5 s for these
    nodes=5_000_000,
    values=40_000_000,
    aliases=1_000_000,
    text_length=100_000_000,
)
"""How far each can be raised."""


_USE_REF = "give the node an `id` and use `ref`"
_TOLD = {
    "bytes": ("AM007", "file has over {} bytes, the limit", "split the map"),
    "depth": (
        "AM007",
        "file nests over {} levels deep, the limit on depth",
        "move a part up and point at it with `ref`",
    ),
    "nodes": ("AM007", "map holds over {} nodes, the limit", "split the map"),
    "values": ("AM007", "file holds over {} values, the limit", "split the map"),
    "aliases": ("AM010", "file holds over {} aliases, the limit", _USE_REF),
    "text_length": ("AM007", "text has over {} characters, the limit", "shorten the text"),
}


def describe_passed(name: str, limit: int) -> tuple[str, str, str]:
    """Say that a limit is passed: the code of the finding, what it says, and the mend.

    Args:
        name: field of `Limits`.
        limit: how much is read at most.
    """
    code, message, mend = _TOLD[name]
    return code, message.format(limit), mend + or_raise(name)


def or_raise(name: str) -> str:
    """Say how a limit is raised, as the end of a mend.

    >>> or_raise("text_length")
    ', or raise `limits.text-length` in the configuration'
    """
    return f", or raise `limits.{name.replace('_', '-')}` in the configuration"
