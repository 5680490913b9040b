"""What a run reads from disk, written down so that another can tell whether all is still so.

What reads a file tells it here; nothing happens unless someone listens (`recorded`).
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

try:
    from _blake2 import blake2b
except ImportError:  # another Python; hashlib would import OpenSSL, which takes 3 ms
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MOST_BYTES = 1024 * 1024 * 1024
_LARGE = "large"
"""State of a file that no limit lets be read: never what was noted."""
FILE, FOLDER, PRESENCE = "file", "folder", "presence"
"""What is known of a path: a file's bytes, the names in a folder, whether there is anything."""


class Read(NamedTuple):
    """Something that was looked at on disk."""

    kind: str
    path: str
    state: str | None
    """A digest, or `there`; None for what is not there, is no file, or cannot be read."""

    @property
    def is_current(self) -> bool:
        """Tell whether it would be read so again."""
        return _STATES[self.kind](self.path) == self.state


class Reads:
    """What a run has looked at."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[Read, None] = {}

    def add(self, reads: Iterable[Read]) -> None:
        """Take up what was looked at, here or in another process."""
        self._known |= dict.fromkeys(reads)

    @property
    def is_steady(self) -> bool:
        """Tell whether nothing was seen to change in the meantime."""
        return len({(read.kind, read.path) for read in self._known}) == len(self._known)

    def __iter__(self) -> Iterator[Read]:
        """Give each thing once."""
        return iter(self._known)


_LISTENING: ContextVar[Reads | None] = ContextVar("reads", default=None)


@contextmanager
def recorded() -> Iterator[Reads]:
    """Write down what is read within."""
    reads = Reads()
    before = _LISTENING.set(reads)
    try:
        yield reads
    finally:
        _LISTENING.reset(before)


def is_recording() -> bool:
    """Tell whether what is read is written down."""
    return _LISTENING.get() is not None


def note_all(reads: Iterable[Read]) -> None:
    """Tell what another process has read."""
    listening = _LISTENING.get()
    if listening is not None:
        listening.add(reads)


def note_file(path: str | Path, data: bytes | None) -> None:
    """Tell that a file was read; None for its bytes where it could not be."""
    listening = _LISTENING.get()
    if listening is not None:
        listening.add([Read(FILE, str(path), None if data is None else digest(data))])


def note_folder(path: str, names: tuple[list[str], list[str]] | None) -> None:
    """Tell that a folder was searched: the folders and files that it holds; None where closed."""
    listening = _LISTENING.get()
    if listening is not None:
        listening.add([Read(FOLDER, path, None if names is None else _digest_names(*names))])


def note_presence(path: str | Path, *, is_there: bool) -> None:
    """Tell that it was asked whether there is a file or a folder."""
    listening = _LISTENING.get()
    if listening is not None:
        listening.add([Read(PRESENCE, str(path), "there" if is_there else None)])


def digest(data: bytes) -> str:
    """Give what tells contents apart."""
    return blake2b(data, digest_size=32).hexdigest()


def _digest_names(folders: Iterable[str], files: Iterable[str]) -> str:
    # no name holds a NUL
    names = "\0".join([*sorted(folders), "", *sorted(files)])
    return digest(names.encode("utf-8", "surrogatepass"))


def _file_state(path: str) -> str | None:
    # what is no plain file is not opened: a pipe gives its content to one reader only
    if not os.path.isfile(path):
        return None
    try:
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES + 1)
        return digest(data) if len(data) <= _MOST_BYTES else _LARGE
    except OSError:
        return None


def _folder_state(path: str) -> str | None:
    _, folders, files = next(os.walk(path), (path, None, None))
    return None if folders is None or files is None else _digest_names(folders, files)


def _presence(path: str) -> str | None:
    return "there" if os.path.exists(path) else None


_STATES = {FILE: _file_state, FOLDER: _folder_state, PRESENCE: _presence}
