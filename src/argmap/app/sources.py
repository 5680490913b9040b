"""Reading what maps name as the text of a source."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, TypeVar

from argmap.app.reads import note_file, note_presence
from argmap.source.limits import DEFAULT_LIMITS, Limits, or_raise
from argmap.source.material import NOTHING, Material, Unreadable

if TYPE_CHECKING:
    from argmap.model.header import Source
    from argmap.source.fingerprint import Fingerprint
    from argmap.source.paragraphs import SourceText

Found = TypeVar("Found")
_CHECK_PATH = "check the path, which is relative to the map"


class Materials(Mapping[str, Material]):
    """What is at hand of each source of a map, read when it is asked for."""

    def __init__(
        self, sources: Mapping[str, Source], folder: Path, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        """Take the sources of a map, and the folder that their paths are relative to."""
        self._sources = sources
        self._folder = folder
        self._limits = limits
        self._read: dict[str, Material] = {}

    def __getitem__(self, name: str) -> Material:
        """Read what is at hand of a source."""
        if name not in self._read:
            self._read[name] = read_material(self._sources[name], self._folder, self._limits)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names of the sources."""
        return iter(self._sources)

    def __len__(self) -> int:
        """Count the sources."""
        return len(self._sources)


def read_material(source: Source, folder: Path, limits: Limits = DEFAULT_LIMITS) -> Material:
    """Read what a source names as its text and as its fingerprint.

    Args:
        source: as the map declares it.
        folder: that its paths are relative to.
        limits: bounds on what is read.
    """
    if source.text is None and source.fingerprint is None:
        return NOTHING
    named, printed = source.text, source.fingerprint
    text = None if named is None else read_text_file(named, folder, limits)
    kept = None if printed is None else read_fingerprint_file(printed, folder, limits)
    return Material(
        text=None if isinstance(text, Unreadable) else text,
        fingerprint=None if isinstance(kept, Unreadable) else kept,
        text_problem=text if isinstance(text, Unreadable) else None,
        fingerprint_problem=kept if isinstance(kept, Unreadable) else None,
    )


def read_text_file(path: str, folder: Path, limits: Limits) -> SourceText | Unreadable:
    """Read the text of a source; see `_read_file`."""
    from argmap.source.reading import read_source

    return _read_file(path, folder, limits, read_source)


def read_fingerprint_file(path: str, folder: Path, limits: Limits) -> Fingerprint | Unreadable:
    """Read the fingerprint of a source; see `_read_file`."""
    from argmap.source.fingerprint_file import read_fingerprint

    return _read_file(path, folder, limits, lambda data, _: read_fingerprint(data))


def _read_file(
    path: str,
    folder: Path,
    limits: Limits,
    read: Callable[[bytes, str], Found | Unreadable],
) -> Found | Unreadable:
    """Read a file that a map names by a path relative to itself."""
    where = locate_within(path, folder)
    return where if isinstance(where, Unreadable) else read_at(where, read, limits)


def read_at(
    where: Path,
    read: Callable[[bytes, str], Found | Unreadable],
    limits: Limits = DEFAULT_LIMITS,
) -> Found | Unreadable:
    """Read a file, wherever it is.

    Args:
        where: it is.
        read: makes something of its bytes and its name.
        limits: bounds on what is read.
    """
    limit = limits.bytes
    try:
        if where.exists() and not where.is_file():
            note_file(where, None)
            return Unreadable("is no file", _CHECK_PATH)
        with where.open("rb") as file:
            data = file.read(limit + 1)
        note_file(where, data)
    except FileNotFoundError:
        note_file(where, None)
        return Unreadable("does not exist", _CHECK_PATH, is_missing=True)
    except OSError as error:
        note_file(where, None)
        return Unreadable(f"cannot be read: {error.strerror or error}", _CHECK_PATH)
    if len(data) > limit:
        mend = "cite a shorter file" + or_raise("bytes")
        return Unreadable(f"is larger than {limit} bytes, the limit", mend)
    return read(data, where.name)


def locate(path: str, folder: Path) -> Path | Unreadable:
    """Give the file that a map names by a path relative to itself, with `/` between folders."""
    is_absolute = path.startswith(("/", "\\", "~")) or PureWindowsPath(path).drive
    if is_absolute or "\0" in path:
        return Unreadable("is no path relative to the map", "name it from the map's folder on")
    return Path(os.path.abspath(folder / path))  # noqa: PTH100 - Path.resolve would follow links


def locate_within(path: str, folder: Path) -> Path | Unreadable:
    """Give the file that a map names, if it lies in the map's project; see `locate`.

    A map may come from anybody, and name any file that can be read: a key, a password. Links are
    followed: what counts is where they lead.
    """
    where = locate(path, folder)
    if isinstance(where, Unreadable) or _is_within(where, folder):
        return where
    from argmap.app.request import Request
    from argmap.app.settings import Configurations

    config = Configurations(Request()).config(str(folder / "map"))
    if config is not None and (config.allow_outside or _is_within(where, config.folder)):
        return where
    repository = _find_repository(folder)
    if repository is not None and _is_within(where, repository):
        return where
    mend = "move it into the project, or write `allow-outside = true` into its configuration"
    return Unreadable("lies outside the project of the map", mend)


def _find_repository(folder: Path) -> Path | None:
    """Give the nearest folder upward that holds `.git`, which is a file in a work tree."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - as configurations are looked for
    for one in (here, *here.parents):
        is_there = os.path.exists(one / ".git")  # noqa: PTH110 - Path.exists raises where a folder is closed
        note_presence(one / ".git", is_there=is_there)
        if is_there:
            return one
    return None


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that go round in a circle
        return False
