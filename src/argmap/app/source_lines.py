"""The sources of a map in lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.app.wrap import hang
from argmap.report.types import Style, plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.app.source_list import SourceList
    from argmap.check.bibliography import Entry
    from argmap.source.material import Unreadable

_MOST_STEPS = 6
"""Sources through which another is known that are written out."""
_INDENT = 2


class _Row(NamedTuple):
    """One thing that is said of a source."""

    words: str
    colour: str | None = None


def sources_text(listed: SourceList, *, width: int, style: Style = plain) -> str:
    """Write what each source is, where it is known from, who cites it and what is at hand.

    Args:
        listed: the sources of a map.
        width: columns of the terminal.
        style: colours a text.
    """
    lines: list[str] = []
    for entry in listed.entries:
        title = entry.source.title
        head = entry.name if title is None else f"{entry.name}: {title}"
        lines += [style(line, bold=True) for line in _hanging(head, width, 0)]
        for row in _iter_rows(listed, entry):
            lines += [style(line, fg=row.colour) for line in _hanging(row.words, width, _INDENT)]
        lines.append("")
    for words in _iter_summary(listed):
        lines += _hanging(words, width, 0)
    return "".join(f"{line}\n" for line in lines)


def _hanging(text: str, width: int, indent: int) -> list[str]:
    """Break a text so that all its lines but the first are indented further."""
    words = printable(" ".join(text.split()))
    first, *rest = hang(words, width, " " * (indent + _INDENT))
    return [first[_INDENT:], *rest]


def _iter_rows(listed: SourceList, entry: Entry) -> Iterator[_Row]:
    source = entry.source
    known = [part for part in (source.author, source.publisher, source.date) if part]
    if known:
        yield _Row(", ".join(known))
    if source.url is not None:
        yield _Row(source.url)
    if listed.is_article(entry):
        yield _Row("the map is a reading of it")
    through = listed.known_through(entry, _MOST_STEPS + 1)
    if through:
        steps = ", ".join(f"through {name}" for name in through[:_MOST_STEPS])
        yield _Row(f"known {steps}{', …' if len(through) > _MOST_STEPS else ''}")
    yield _cited(listed, entry)
    material = listed.argument.materials[entry.name]
    yield from _at_hand("text", source.text, material.text_problem)
    yield from _at_hand("fingerprint", source.fingerprint, material.fingerprint_problem)


def _cited(listed: SourceList, entry: Entry) -> _Row:
    if not entry.cited:
        return _Row("cited nowhere", "yellow")
    times, nodes = len(entry.cited), len(listed.nodes(entry))
    words = f"cited {'once' if times == 1 else f'{times} times'}"
    if times > 1:
        words += f" by {_count(nodes, 'node')}"
    quotations = listed.quotations(entry)
    return _Row(f"{words}, with {_count(quotations, 'quotation')}" if quotations else words)


def _at_hand(what: str, path: str | None, problem: Unreadable | None) -> Iterator[_Row]:
    if path is not None and problem is None:
        yield _Row(f"{what} at hand: {path}", "green")
    elif path is not None and problem is not None:
        yield _Row(f"{what} not at hand: {path} {problem.message}", "yellow")


def _iter_summary(listed: SourceList) -> Iterator[str]:
    materials = listed.argument.materials
    at_hand = sum(materials[name].paragraph_count is not None for name in listed.sources)
    count = _count(len(listed.entries), "source")
    yield f"{count}, text or fingerprint of {at_hand} at hand" if listed.entries else count
    unused = [entry.name for entry in listed.entries if not entry.cited]
    if unused:
        yield f"cited nowhere: {', '.join(unused)}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
