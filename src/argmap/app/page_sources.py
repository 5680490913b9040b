"""What a page shows of the sources of a map: their texts, who cites what, and whether rightly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.app.sources import locate
from argmap.app.status import graph_of
from argmap.check.coverage import citations_of, find_coverage
from argmap.check.quotations import compare_citations
from argmap.render.page.sources import Checked, PageSources, Passage, Reading, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.app.load import Argument
    from argmap.check.quotations import Compared
    from argmap.graph.types import Graph
    from argmap.model.header import Source
    from argmap.source.material import Material
    from argmap.source.paragraphs import SourceText


def page_sources(argument: Argument, *, with_texts: bool) -> tuple[PageSources, tuple[str, ...]]:
    """Collect what a page shows of a map's sources.

    Args:
        argument: the map.
        with_texts: whether their words are in the page; else only what the map quotes of them.

    Returns:
        What is shown, and what the reader of the page will miss.

    Raises:
        ArgmapError: when the file held no map.
    """
    graph = graph_of(argument)
    names, materials = _shown(graph), argument.materials
    at_hand = [name for name in names if with_texts and materials[name].text is not None]
    texts = {name for name in at_hand if _may_be_shown(argument, graph.sources[name])}
    found = (
        (name, _reading(graph, name, materials[name], has_text=name in texts)) for name in names
    )
    readings = {name: reading for name, reading in found if reading is not None}
    checked = {
        (one.node.index, one.citation): _checked(one, has_text=one.citation.source in texts)
        for one in compare_citations(graph, materials)
    }
    withheld = (
        f"the text of source `{name}` is hidden, or outside the folder of the map and the current "
        "one, so it is not in the page"
        for name in at_hand
        if name not in texts
    )
    warnings = (*_warnings(names, materials), *withheld)
    return PageSources(readings, checked), warnings


def _may_be_shown(argument: Argument, source: Source) -> bool:
    """Tell whether a text may be in a page, which may be published.

    A map may come from anybody, and name any file that can be read: a key, a password.
    """
    folder = Path(argument.path).parent
    where = locate(source.text or "", folder)
    assert isinstance(where, Path)  # noqa: S101 - it was read from there
    real = where.resolve()
    return any(
        real.is_relative_to(root)
        and not any(part.startswith(".") for part in real.relative_to(root).parts)
        for root in (folder.resolve(), Path.cwd().resolve())
    )


def _shown(graph: Graph) -> list[str]:
    """List the article, and the sources that are cited, as the map declares them."""
    cited = {citation.source for node in graph.nodes for citation in node.model.cite}
    article = graph.map.header.article
    return sorted(
        (name for name in graph.sources if name in cited or name == article),
        key=lambda name: name != article,
    )


def _reading(graph: Graph, name: str, material: Material, *, has_text: bool) -> Reading | None:
    coverage = find_coverage(graph, name, material)
    if coverage is None:
        return None
    placed = {node for nodes in coverage.nodes for node in nodes}
    citing = dict.fromkeys(node.index for node, _ in citations_of(graph, name))
    if material.text is not None and has_text:
        passages = tuple(_passages(material.text, coverage.nodes))
    else:
        passages = tuple(map(Passage, coverage.nodes))
    return Reading(passages, tuple(node for node in citing if node not in placed))


def _passages(text: SourceText, nodes: tuple[tuple[int, ...], ...]) -> Iterator[Passage]:
    told = 0
    for paragraph, citing in zip(text.paragraphs, nodes, strict=True):
        above = 0 if paragraph.heading is None else paragraph.heading + 1
        headings = tuple((one.level, one.text) for one in text.headings[told:above])
        told = max(told, above)
        words = text.read(paragraph.start, paragraph.end)
        yield Passage(citing, words, paragraph.page, headings)


def _checked(compared: Compared, *, has_text: bool) -> Checked:
    verdict = compared.verdict
    if verdict is None:
        return Checked(compared.is_verified)
    numbers = tuple(dict.fromkeys(match.paragraph for match in verdict.matches))
    text = compared.material.text
    if text is None or not has_text:
        return Checked(compared.is_verified, numbers)
    shown = text.shown
    begins = {number: shown.find_start(text.paragraphs[number - 1].start) for number in numbers}
    spots = tuple(
        Spot(
            match.paragraph,
            shown.find_start(match.start) - begins[match.paragraph],
            shown.find_start(match.end) - begins[match.paragraph],
        )
        for match in verdict.matches
    )
    return Checked(compared.is_verified, numbers, spots)


def _warnings(names: list[str], materials: Mapping[str, Material]) -> Iterator[str]:
    for name in names:
        material = materials[name]
        for word, problem in (
            ("text", material.text_problem),
            ("fingerprint", material.fingerprint_problem),
        ):
            if problem is not None:
                yield f"the {word} of source `{name}` {problem.message}, so it is not in the page"
