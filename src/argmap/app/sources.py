"""Reading what maps name as the text of a source."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from argmap.source.limits import DEFAULT_LIMITS
from argmap.source.material import NOTHING, Material, Unreadable
from argmap.source.reading import read_source

if TYPE_CHECKING:
    from argmap.model.nodes import Source
    from argmap.source.paragraphs import SourceText

_CHECK_PATH = "check the path, which is relative to the map"


class Materials(Mapping[str, Material]):
    """What is at hand of each source of a map, read when it is asked for."""

    def __init__(self, sources: Mapping[str, Source], folder: Path) -> None:
        """Take the sources of a map, and the folder that their paths are relative to."""
        self._sources = sources
        self._folder = folder
        self._read: dict[str, Material] = {}

    def __getitem__(self, name: str) -> Material:
        """Read what is at hand of a source."""
        if name not in self._read:
            self._read[name] = read_material(self._sources[name], self._folder)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names of the sources."""
        return iter(self._sources)

    def __len__(self) -> int:
        """Count the sources."""
        return len(self._sources)


def read_material(source: Source, folder: Path) -> Material:
    """Read what a source names as its text.

    Args:
        source: as the map declares it.
        folder: that its paths are relative to.
    """
    if source.text is None:
        return NOTHING
    found = read_text_file(source.text, folder)
    if isinstance(found, Unreadable):
        return Material(text_problem=found)
    return Material(text=found)


def read_text_file(path: str, folder: Path) -> SourceText | Unreadable:
    """Read a source's file, once for all maps that name it as long as it stays as it is."""
    where = locate(path, folder)
    if isinstance(where, Unreadable):
        return where
    try:
        state = where.stat()
        if not where.is_file():
            return Unreadable("is no file", _CHECK_PATH)
        return _read_cached(str(where), state.st_mtime_ns, state.st_size)
    except OSError as error:
        return Unreadable(f"cannot be read: {error.strerror or error}", _CHECK_PATH)


def locate(path: str, folder: Path) -> Path | Unreadable:
    """Give the file that a map names by a path relative to itself, with `/` between folders."""
    is_absolute = path.startswith(("/", "\\", "~")) or PureWindowsPath(path).drive
    if is_absolute or "\0" in path:
        return Unreadable("is no path relative to the map", "name it from the map's folder on")
    return Path(os.path.abspath(folder / path))  # noqa: PTH100 - Path.resolve would follow links


@lru_cache(maxsize=32)
def _read_cached(path: str, changed: int, size: int) -> SourceText | Unreadable:
    del changed
    limit = DEFAULT_LIMITS.bytes
    if size > limit:
        return Unreadable(f"has {size} bytes, over the limit of {limit}", "cite a shorter file")
    return read_source(Path(path).read_bytes(), path)
