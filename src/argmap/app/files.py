"""Finding maps on disk and writing beside, then replacing."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from argmap.app.reads import note_file, note_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

OWN_FILE, SHARED_FILE = "argmap.toml", "pyproject.toml"
"""The names of configurations."""
STDIN = "-"
"""The path that stands for standard input."""
BOM = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8, which some editors put before a text."""
# compiled where a folder is searched: for a file that is named they are not needed
_MAP_KEY = rb"""(?m)^(?P<indent> *)(?:["'{]["'{ ]*)?argmap["']?[ \t]*:"""
_FIRST_LINE = rb"(?m)^(?P<indent> *)(?!---)(?P<sign>[^\s#%])"
_HEAD = 4096
"""So many bytes nearly always tell that a file is a map."""
_MOST_SEARCHED = 64 * 1024 * 1024
"""Bytes of a file in which the key is looked for."""
MAP_SUFFIXES = (".yaml", ".yml")


def find_maps(
    paths: Iterable[str], is_excluded: Callable[[str], bool] = lambda _: False
) -> Iterator[str]:
    """Give the maps that paths name, each once, in a fixed order.

    A file is given as it is, also where it does not exist: reading it says so. A folder is
    searched for `*.yaml` and `*.yml` files that hold an `argmap:` key; hidden folders are
    passed over, and links to folders are not followed.

    Args:
        paths: files, folders, or `-` for standard input.
        is_excluded: tells of a file or folder met in a search whether it is passed over.
    """
    seen: set[str] = set()
    for path in paths:
        is_folder = path != STDIN and os.path.isdir(path or ".")
        for found in _search(path, is_excluded) if is_folder else [path]:
            if found not in seen:
                seen.add(found)
                yield found


def keep_maps(paths: Iterable[str]) -> Iterator[str]:
    """Leave out the files that hold no `argmap:` key; what is no file stays as it is."""
    for path in paths:
        if path == STDIN or not os.path.isfile(path) or _is_map(path):
            yield path


def _search(folder: str, is_excluded: Callable[[str], bool]) -> Iterator[str]:
    from pathlib import Path

    for root, folders, files in os.walk(Path(folder), onerror=_note_closed):
        note_folder(root, (folders, files))
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not is_excluded(os.path.join(root, name))
        )
        for name in sorted(files):
            path = str(Path(root, name))
            if name.lower().endswith(MAP_SUFFIXES) and not is_excluded(path) and _is_map(path):
                yield path


def _note_closed(error: OSError) -> None:
    note_folder(str(error.filename), None)


def _is_map(path: str) -> bool:
    """Look for the key in the outermost mapping only: a CI job may be called `argmap` as well."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
            if _has_map_key(head):
                return True  # it is noted when it is read as a map
            data = head + file.read(_MOST_SEARCHED)
    except OSError:
        return True  # the finding AM007 says why it cannot be read
    note_file(path, data)
    return _has_map_key(data)


def _has_map_key(data: bytes) -> bool:
    data = data.removeprefix(BOM)
    first = re.search(_FIRST_LINE, data)
    if first is None:
        return False
    # nearly always the first line decides
    return any(
        first["indent"] == key["indent"] or first["sign"] == b"{"
        for key in re.finditer(_MAP_KEY, data)
    )


def folders_upward(path: str) -> Iterator[str]:
    """Give the folder that a file is in, and all that this one is in; none where it is gone."""
    try:
        folder = os.path.dirname(os.path.abspath(path))
    except OSError:  # the working folder is gone
        return
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def is_configured(folder: str) -> bool:
    """Tell whether a folder has a file that may be a configuration; that it has none is noted."""
    paths = [os.path.join(folder, name) for name in (OWN_FILE, SHARED_FILE)]
    if any(map(os.path.isfile, paths)):
        return True
    for path in paths:
        note_file(path, None)
    return False


def working_folder() -> str:
    """Give the working folder; nothing where it is gone."""
    try:
        return os.getcwd()
    except OSError:
        return ""


_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
"""What stands in no file's name on Windows."""
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*", re.IGNORECASE
)
"""What Windows takes for a device, whatever suffix stands behind it."""
_MOST_BYTES = 150
_DIGITS = 8


def portable_name(words: str) -> str:
    """Make words of a map the beginning of a file's name that every system takes.

    Where they are none as they are, what tells them from others comes behind them.

    >>> portable_name("essay"), portable_name("con"), portable_name("a/b")
    ('essay', 'con-1143da2b', 'a-b-c14cddc0')
    """
    name = _REFUSED.sub("-", words).lstrip(" .~").encode("utf-8", "ignore")[:_MOST_BYTES]
    kept = name.decode("utf-8", "ignore").rstrip(" .")
    if kept == words and kept and not _DEVICES.fullmatch(kept.partition(".")[0]):
        return kept
    from hashlib import sha256

    known = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{kept.replace('.', '-')}-{known}" if kept else known


_MOST_OF_NAME = 40
"""So much of a file's name is in that of the one beside it, which may be no longer than others."""


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place.

    Raises:
        OSError: when the folder cannot be written to.
    """
    import tempfile
    from pathlib import Path

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:_MOST_OF_NAME]}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(path.stat().st_mode & 0o7777 if path.exists() else _default_mode())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _default_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
