"""How much of a source a map accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.app.status import graph_of
from argmap.app.wrap import hang
from argmap.check.coverage import Coverage, find_coverage, spell_numbers
from argmap.check.structure import NameFinder
from argmap.diagnostics import ArgmapError
from argmap.report.json import json_text
from argmap.report.types import Style, plain
from argmap.source.display import columns, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.app.load import Argument
    from argmap.graph.types import Graph
    from argmap.source.paragraphs import SourceText

_WIDEST_BAR = 24


def coverage_of(
    argument: Argument, source: str | None = None, exempt: frozenset[int] = frozenset()
) -> Coverage:
    """Find which paragraphs of a source the map's nodes cite.

    Args:
        argument: the map.
        source: name of the source; None for the map's `article` or, without one, for the only
            source of which a text or a fingerprint is at hand.
        exempt: paragraphs, from 1, that need no citation.

    Raises:
        ArgmapError: where there is no such source, or neither its text nor its fingerprint.
    """
    graph = graph_of(argument)
    name = source_named(argument, graph, source or main_source(argument, graph))
    material = argument.materials[name]
    found = find_coverage(graph, name, material, exempt)
    if found is None:
        problem = material.text_problem or material.fingerprint_problem
        why = f": the file it names {problem.message}" if problem else ""
        raise ArgmapError(
            f"neither the text of source `{name}` nor its fingerprint is at hand{why}",
            "name its file as `text` or `fingerprint` of the source",
        )
    return found


def source_named(argument: Argument, graph: Graph, name: str) -> str:
    """Give the name of a source.

    Raises:
        ArgmapError: where the map has none of that name.
    """
    if name in graph.sources:
        return name
    near = NameFinder(graph.sources).suggest(name)
    known = ", ".join(f"`{one}`" for one in graph.sources) or "none"
    raise ArgmapError(f"{argument.path} has no source `{name}`", near or f"its sources: {known}")


def text_of(argument: Argument, name: str, hint: str) -> SourceText:
    """Give the text of a source of a map.

    Args:
        argument: the map.
        name: of one of its sources.
        hint: what to do where the source names no text.

    Raises:
        ArgmapError: where it names none, and where that cannot be read.
    """
    material = argument.materials[name]
    if material.text is not None:
        return material.text
    problem = material.text_problem
    if problem is None:
        raise ArgmapError(f"source `{name}` names no text", hint)
    raise ArgmapError(f"the text of source `{name}` {problem.message}", problem.help)


def main_source(argument: Argument, graph: Graph, how: str = "with `--source`") -> str:
    """Give the name of a map's article or, without one, of its only source with a text.

    Args:
        argument: the map.
        graph: of the map.
        how: a user says which source is meant.

    Raises:
        ArgmapError: where there is neither.
    """
    if graph.map.header.article is not None:
        return graph.map.header.article
    named = [name for name, one in graph.sources.items() if one.text or one.fingerprint]
    if len(named) == 1:
        return named[0]
    hint = "name `text` or `fingerprint` of a source"
    if named:
        hint = f"say which {how}: " + ", ".join(f"`{name}`" for name in named)
    count = "no source has a text" if not named else "several sources have a text"
    raise ArgmapError(f"{argument.path} names no `article`, and {count}", hint)


def coverage_text(
    argument: Argument,
    coverage: Coverage,
    *,
    width: int,
    is_ascii: bool = False,
    style: Style = plain,
) -> str:
    """Write how often each paragraph is cited, with a bar, and which are not.

    Args:
        argument: the map.
        coverage: of one of its sources.
        width: columns of the terminal.
        is_ascii: whether bars are made of `#`.
        style: colours a text.
    """
    title = graph_of(argument).sources[coverage.source].title
    lines = hang(printable(f"{coverage.source}: {title}" if title else coverage.source), width, "")
    lines += ["", *_bars(argument, coverage, width, "#" if is_ascii else "█", style), ""]
    counted = len(coverage.counted)
    covered = counted - len(coverage.uncovered)
    lines += hang(f"{covered} of {counted} paragraphs cited ({coverage.share:.0%})", width, "")
    if coverage.uncovered:
        lines += hang(f"not cited: {spell_numbers(coverage.uncovered)}", width, "")
    if coverage.exempt:
        lines += hang(f"exempt: {spell_numbers(sorted(coverage.exempt))}", width, "")
    return "".join(f"{line}\n" for line in lines)


def _bars(
    argument: Argument, coverage: Coverage, width: int, sign: str, style: Style
) -> Iterator[str]:
    most = max((len(nodes) for nodes in coverage.nodes), default=0)
    pad, figures = len(str(len(coverage.nodes))), len(str(most))
    room = max(4, min(_WIDEST_BAR, width // 3))
    for number, nodes in enumerate(coverage.nodes, 1):
        length = 0 if not nodes else max(1, round(room * len(nodes) / most))
        bar = style(sign * length, fg="green") + " " * (room - length)
        line = f"{number:{pad}} {len(nodes):{figures}} {bar}"
        used = pad + figures + room + 3
        words = _first_words(argument, coverage.source, number, width - used)
        is_open = bool(words) and not nodes and number not in coverage.exempt
        yield f"{line} {style(words, fg='yellow') if is_open else words}".rstrip()


def _first_words(argument: Argument, source: str, number: int, room: int) -> str:
    """Give the head of a paragraph, where its text is at hand."""
    text = argument.materials[source].text
    if text is None or room < _LEAST_ROOM:
        return ""
    words = printable(" ".join(text.text(number)[: 4 * room].split()))
    if columns(words) <= room:
        return words
    while columns(words) >= room:
        words = words[:-1]
    return f"{words.rstrip()}…"


_LEAST_ROOM = 12


def coverage_json(argument: Argument, coverage: Coverage) -> str:
    """Write a coverage as JSON: for each paragraph the nodes that cite it."""
    graph = graph_of(argument)
    document = {
        "version": 1,
        "source": coverage.source,
        "paragraphs": [
            {"number": number, "nodes": [graph.name(node) for node in nodes]}
            for number, nodes in enumerate(coverage.nodes, 1)
        ],
        "uncovered": coverage.uncovered,
        "exempt": sorted(coverage.exempt),
        "share": round(coverage.share, 4),
    }
    return json_text(document, indent=2) + "\n"
