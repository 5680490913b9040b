"""Outputs of `argmap check`, kept so that what has not changed is not checked again.

An entry is a file of its own: a digest, then JSON. It holds what was written, the exit code, and
everything that was read to come to it. It counts only while all of that reads the same again, so
an entry never has to be taken back; one that is damaged counts as absent.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap import __version__
from argmap.app.reads import Read, digest, recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from argmap.app.reads import Reads

FOLDER_VARIABLE = "ARGMAP_CACHE_DIR"
"""Names the folder of the cache, where it is not to be the user's."""
MOST_BYTES = 64 * 1024 * 1024
"""Of all entries together; those that were not used for longest go first."""
KEPT = (0, 1)
"""Exit codes of runs that could read all that they were to read."""
_CHECKS = "checks"
"""The folder of the entries alone: of a folder that someone names other files may be."""
_SUFFIX = ".json"
_PACKAGE_FOLDERS = ("site-packages", "dist-packages")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Output(NamedTuple):
    """What a command came to."""

    text: str
    """What it writes, with the colours of a terminal."""
    code: int
    """Its exit code."""


def cache_folder() -> Path:
    """Give the folder of the cache, which need not exist."""
    from pathlib import Path

    return Path(_folder())


def _folder() -> str:
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return named
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(local, "argmap", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "argmap")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "argmap")


def remembered(asked: object, paths: Sequence[str], make: Callable[[str | None], Output]) -> Output:
    """Give what a command comes to: as it is kept, or else anew.

    Args:
        asked: all of the command line that its output depends on, written alike each time.
        paths: what the command looks at.
        make: runs the command; takes the key that more can be kept by, where it can.
    """
    key = key_of(asked) if can_keep(paths) else None
    if key is None:
        return make(None)
    found = find_output(key)
    if found is not None:
        return found
    with recorded() as reads:
        output = make(key)
    if output.code in KEPT:
        keep_output(key, output, reads)
    return output


def can_keep(paths: Iterable[str]) -> bool:
    """Tell whether paths can be read again: files and folders, not pipes or standard input."""
    return all(os.path.isfile(path) or os.path.isdir(path) for path in paths)


def key_of(asked: object) -> str | None:
    """Give the name of the entry for a command; None where the working folder is gone.

    Args:
        asked: all of the command line that its output depends on, written alike each time.
    """
    try:
        here = os.getcwd()
    except OSError:
        return None
    parts = (__version__, sys.version, _installed(), here, repr(asked))
    return digest("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"))


def _installed() -> tuple[object, ...]:
    """Give what changes when packages do: extras and rules of others make a difference."""
    home = os.path.basename(os.path.dirname(_PACKAGE))
    # not every folder of the path: `python -m argmap` puts the working folder there
    folders = [path for path in sys.path if path.endswith(_PACKAGE_FOLDERS)]
    found = [(path, os.stat(path).st_mtime_ns) for path in folders if os.path.isdir(path)]
    if home not in _PACKAGE_FOLDERS:  # argmap is being written: each of its files counts
        found += _stamps(_PACKAGE)
    return tuple(found)


def _stamps(folder: str) -> Iterator[tuple[str, int]]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = os.path.join(root, name)
            yield path, os.stat(path).st_mtime_ns


def find_output(key: str) -> Output | None:
    """Give what a command came to; None where it is not known, or something has changed."""
    entry = read_entry(key)
    if entry is None or not all(Read(*read).is_current for read in entry["reads"]):
        return None
    with suppress(OSError):  # one that may not be marked as used is used all the same
        os.utime(_entry(key))
    return Output(entry["text"], entry["code"])


def keep_output(key: str, output: Output, reads: Reads) -> None:
    """Keep what a command came to, unless something changed meanwhile."""
    if reads.is_steady:
        import json

        entry = {"text": output.text, "code": output.code, "reads": list(reads)}
        write_entry(key, json.dumps(entry))


def read_entry(key: str) -> Any:
    """Give what an entry holds; None where there is none, or it is damaged."""
    try:
        with open(_entry(key), "rb") as file:
            data = file.read()
    except OSError:
        return None
    stamp, _, body = data.partition(b"\n")
    if stamp.decode("ascii", "replace") != digest(body):
        return None
    import json

    return json.loads(body)


def write_entry(key: str, held: str) -> None:
    """Write an entry, and make room; where nothing can be written all works as well.

    Args:
        key: names it.
        held: what it holds, as JSON.
    """
    from argmap.app.files import write_file

    body = held.encode()
    folder = cache_folder() / _CHECKS
    with suppress(OSError):
        _begin(folder)
        write_file(folder / (key + _SUFFIX), digest(body).encode() + b"\n" + body)
        _make_room(folder)


def _entry(key: str) -> str:
    return os.path.join(_folder(), _CHECKS, key + _SUFFIX)


def _begin(folder: Path) -> None:
    """Make the folder, for its owner only, and keep it out of a repository that it is in."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


def _make_room(folder: Path) -> None:
    """Remove what was not used for longest, as far as there is too much."""
    found = []
    for path in _files(folder):
        try:
            known = path.stat()
        except FileNotFoundError:  # another process was faster
            continue
        found.append((known.st_mtime_ns, known.st_size, path))
    total = sum(size for _, size, _ in found)
    for _, size, path in sorted(found):
        if total <= MOST_BYTES:
            return
        path.unlink(missing_ok=True)
        total -= size


def _files(folder: Path) -> list[Path]:
    """Give the entries, and what a process that was killed has left of one."""
    return [*folder.glob(f"*{_SUFFIX}"), *folder.glob(f".*{_SUFFIX}.*")]


def clear_cache() -> int:
    """Remove every entry.

    Returns:
        How many files there were.

    Raises:
        OSError: when one cannot be removed.
    """
    found = _files(cache_folder() / _CHECKS)
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
