"""A file's YAML, read plainly where it is plain, else by a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.source.limits import DEFAULT_LIMITS, Limits
from argmap.source.plain import read_plain
from argmap.source.tree import YamlDocument

if TYPE_CHECKING:
    from argmap.source.text import Text


def read_document(text: Text, limits: Limits = DEFAULT_LIMITS) -> YamlDocument:
    """Read one YAML document; every scalar stays the text it is.

    Args:
        text: the file.
        limits: bounds on depth and size.

    Returns:
        The document and the findings AM001, AM002, AM004, AM007 and AM010 met on the way.
    """
    root = read_plain(text.content, limits)
    if root is not None:
        return YamlDocument(root, (), complete=True)
    from argmap.source.yaml import read_yaml

    return read_yaml(text, limits)
