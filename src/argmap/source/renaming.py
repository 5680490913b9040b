"""One word put in the place of another in a YAML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Edit, Fix

if TYPE_CHECKING:
    from argmap.diagnostics import Span
    from argmap.source.text import Text
    from argmap.source.tree import Scalar


def renaming(text: Text, key: Scalar, word: str) -> Fix | None:
    """Give a key another name; None where it is not written as it reads, but with escapes."""
    return _replacing(text, text.span(key.start, key.end), key.value, word, "rename")


def changing(text: Text, span: Span, old: str, word: str) -> Fix | None:
    """Put a name in the place of another; None where it is not written as it reads.

    Args:
        text: the file.
        span: where the old name stands, in quotes or not.
        old: the old name.
        word: the new one.
    """
    return _replacing(text, span, old, word, "change")


def _replacing(text: Text, span: Span, old: str, word: str, verb: str) -> Fix | None:
    start = text.offset(span.line, span.column)
    end = text.offset(span.end_line, span.end_column)
    written = text.content[start:end]
    for quote in ("", "'", '"'):
        if written == f"{quote}{old}{quote}":
            inner = text.span(start + len(quote), end - len(quote))
            message = f"{verb} `{old}` to `{word}`"
            return Fix(message, (Edit(inner, word),), is_safe=False)
    return None
