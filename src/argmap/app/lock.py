"""Writing the fingerprints of a map's sources: `argmap source lock`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.app.coverage import source_named, text_of
from argmap.app.files import portable_name, write_file
from argmap.app.skeleton import read_article
from argmap.app.sources import locate_within
from argmap.app.status import graph_of
from argmap.check.coverage import citations_of
from argmap.diagnostics import ArgmapError
from argmap.source.fingerprint import build_fingerprint
from argmap.source.fingerprint_file import write_fingerprint
from argmap.source.material import Unreadable
from argmap.source.proof import prove_quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.app.load import Argument
    from argmap.graph.types import Graph


@dataclass(frozen=True, slots=True)
class Lock:
    """The fingerprint of one source, and the file it belongs in."""

    source: str
    path: Path
    content: bytes
    unproved: tuple[str, ...]
    """Quotations of the map that the fingerprint does not prove."""
    is_named: bool
    """Whether the map names the file already."""

    @property
    def is_current(self) -> bool:
        """Tell whether the file is there as it should be."""
        return self.path.is_file() and self.path.read_bytes() == self.content

    @property
    def entry(self) -> str:
        """Write the line that the source needs in the map."""
        return f"fingerprint: {self.path.name}"


def build_locks(argument: Argument, names: Iterable[str], text: str | None = None) -> list[Lock]:
    """Make the fingerprints of a map's sources.

    Args:
        argument: the map.
        names: of the sources; none for all of which a text is at hand.
        text: a file to take the text from, where the map names none; for one source only.

    Raises:
        ArgmapError: where there is no such source, or no text of it at hand.
    """
    graph = graph_of(argument)
    chosen = [source_named(argument, graph, name) for name in names]
    if text is not None and len(chosen) != 1:
        message = "`--text` is the text of one source"
        raise ArgmapError(message, "name the source behind the map")
    if not chosen:
        chosen = [name for name, one in graph.sources.items() if one.text is not None]
    if not chosen:
        message = f"{argument.path} names no text of a source"
        raise ArgmapError(message, "name the source, and its text with `--text FILE`")
    return [_lock(argument, graph, name, text) for name in chosen]


def _lock(argument: Argument, graph: Graph, name: str, text: str | None) -> Lock:
    if text is not None:
        article = read_article(text)
    else:
        article = text_of(argument, name, "name it as `text` in the map, or with `--text FILE`")
    quotes = [one.quote for _, one in citations_of(graph, name) if one.quote is not None]
    named = graph.sources[name].fingerprint
    folder = Path(argument.path).parent
    path = locate_within(named or f"{portable_name(name)}.fingerprint.json", folder)
    if isinstance(path, Unreadable):
        raise ArgmapError(f"the fingerprint of source `{name}` {path.message}", path.help)
    kept = build_fingerprint(article, quotes)
    unproved = tuple(one for one in quotes if not prove_quote(kept, one).status.is_verified)
    return Lock(name, path, write_fingerprint(kept).encode(), unproved, named is not None)


def write_locks(locks: Iterable[Lock]) -> None:
    """Write fingerprints.

    Raises:
        OSError: when a file cannot be written.
    """
    for lock in locks:
        write_file(lock.path, lock.content)
