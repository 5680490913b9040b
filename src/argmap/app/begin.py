"""Beginning a map: writing the skeleton, and the fingerprint where it goes without the text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from argmap.app.files import write_file
from argmap.app.skeleton import build_skeleton, read_article
from argmap.app.sources import locate_within
from argmap.diagnostics import ArgmapError
from argmap.source.material import Unreadable


@dataclass(frozen=True, slots=True)
class Beginning:
    """A map that is begun, and not written yet."""

    content: str
    files: tuple[tuple[Path, str], ...]
    """What goes where."""
    warning: tuple[str, str] | None = None
    """Why the text that the map names will not be read, and the mend; None where it will."""

    def write(self) -> None:
        """Write the files, the fingerprint before the map that names it.

        Raises:
            OSError: when one cannot be written.
        """
        for path, content in reversed(self.files):
            write_file(path, content.encode())


def begin_map(
    article: str, output: Path | None, *, by_print: bool = False, is_forced: bool = False
) -> Beginning:
    """Make the skeleton of a map of an article.

    Args:
        article: path of the article's file.
        output: where the map goes; None to write nothing.
        by_print: whether the map names a fingerprint, written beside it, in place of the text.
        is_forced: whether files that are there are replaced.

    Raises:
        ArgmapError: when the article cannot be read, or a file is there already.
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
    contents = [made.content, made.fingerprint or ""]
    warning = None if made.text is None else _warn(made.text, Path(folder))
    return Beginning(made.content, tuple(zip(files, contents, strict=False)), warning)


def _warn(text: str, folder: Path) -> tuple[str, str] | None:
    """Say why the text that a map names will not be read."""
    where = locate_within(text, folder)
    if not isinstance(where, Unreadable):
        return None
    mend = "put the map beside it, or an `argmap.toml` with `allow-outside = true` beside the map"
    return f"{text} {where.message}: no command will read it", mend
