"""Beginning a map: writing the skeleton, and the fingerprint where it goes without the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.app.files import write_file
from argmap.app.skeleton import build_skeleton, read_article
from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Beginning:
    """A map that was begun."""

    content: str
    written: tuple[Path, ...]
    """The files written."""


def begin_map(
    article: str, output: Path | None, *, by_print: bool = False, is_forced: bool = False
) -> Beginning:
    """Write the skeleton of a map of an article.

    Args:
        article: path of the article's file.
        output: where the map goes; None to write nothing.
        by_print: whether the map names a fingerprint, written beside it, in place of the text.
        is_forced: whether files that are there are replaced.

    Raises:
        ArgmapError: when the article cannot be read, or a file is there already.
        OSError: when a file cannot be written.
    """
    if by_print and output is None:
        message = "a fingerprint is written beside its map"
        raise ArgmapError(message, "say where with `-o MAP`")
    kept = None if output is None else output.with_suffix(".fingerprint.json")
    files = [path for path in (output, kept if by_print else None) if path is not None]
    there = [path for path in files if path.exists()]
    if there and not is_forced:
        message = f"{there[0]} is there already"
        raise ArgmapError(message, "give another name, or replace it with `--force`")
    folder = "." if output is None else str(output.parent)
    name = kept.name if by_print and kept is not None else None
    made = build_skeleton(read_article(article), article, folder=folder, fingerprint=name)
    if kept is not None and made.fingerprint is not None:
        write_file(kept, made.fingerprint.encode())
    if output is not None:
        write_file(output, made.content.encode())
    return Beginning(made.content, tuple(files))
