"""Outputs of `argmap check`, kept so that what has not changed is not checked again.

An entry is a file of its own: a digest, then JSON. It holds what was written, the exit code, and
everything that was read to come to it. It counts only while all of that reads the same again, so
an entry never has to be taken back; one that is damaged counts as absent.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap import __version__
from argmap.app.reads import Read, digest, recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argmap.app.reads import Reads

FOLDER_VARIABLE = "ARGMAP_CACHE_DIR"
"""Names the folder of the cache, where it is not to be the user's."""
MOST_BYTES = 64 * 1024 * 1024
"""Of all entries together; those that were not used for longest go first."""
KEPT = (0, 1)
"""Exit codes of runs that could read all that they were to read."""
_SUFFIX = ".json"
_PACKAGE_FOLDERS = ("site-packages", "dist-packages")
_PACKAGE = Path(__file__).parent.parent


class Output(NamedTuple):
    """What a command came to."""

    text: str
    """What it writes, with the colours of a terminal."""
    code: int
    """Its exit code."""


def cache_folder() -> Path:
    """Give the folder of the cache, which need not exist."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home raises where there is none
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local", "argmap", "Cache")
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "argmap"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache", "argmap")


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
    return all(os.path.isfile(path) or os.path.isdir(path) for path in paths)  # noqa: PTH112, PTH113 - before anything heavy


def key_of(asked: object) -> str | None:
    """Give the name of the entry for a command; None where the working folder is gone.

    Args:
        asked: all of the command line that its output depends on, written alike each time.
    """
    try:
        here = os.getcwd()  # noqa: PTH109 - as a text
    except OSError:
        return None
    parts = (__version__, sys.version, _installed(), here, repr(asked))
    return digest("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"))


def _installed() -> tuple[object, ...]:
    """Give what changes when packages do: extras and rules of others make a difference."""
    home = _PACKAGE.parent
    # not every folder of the path: `python -m argmap` puts the working folder there
    folders = [path for path in sys.path if path.endswith(_PACKAGE_FOLDERS)]
    found = [(path, os.stat(path).st_mtime_ns) for path in folders if os.path.isdir(path)]  # noqa: PTH112, PTH116 - strings as they are
    if home.name not in _PACKAGE_FOLDERS:  # argmap is being written: each of its files counts
        found += _stamps(_PACKAGE)
    return tuple(found)


def _stamps(folder: Path) -> Iterator[tuple[str, int]]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = os.path.join(root, name)  # noqa: PTH118 - hundreds of files
            yield path, os.stat(path).st_mtime_ns  # noqa: PTH116 - likewise


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
        entry = {"text": output.text, "code": output.code, "reads": list(reads)}
        write_entry(key, json.dumps(entry))


def read_entry(key: str) -> Any:
    """Give what an entry holds; None where there is none, or it is damaged."""
    try:
        data = _entry(key).read_bytes()
    except OSError:
        return None
    stamp, _, body = data.partition(b"\n")
    return json.loads(body) if stamp.decode("ascii", "replace") == digest(body) else None


def write_entry(key: str, held: str) -> None:
    """Write an entry, and make room; where nothing can be written all works as well.

    Args:
        key: names it.
        held: what it holds, as JSON.
    """
    from argmap.app.files import write_file

    body = held.encode()
    with suppress(OSError):
        _begin(_checks())
        write_file(_entry(key), digest(body).encode() + b"\n" + body)
        _make_room(_checks())


def _entry(key: str) -> Path:
    return _checks() / (key + _SUFFIX)


def _checks() -> Path:
    """Give the folder of the entries alone: of a folder that someone names other files may be."""
    return cache_folder() / "checks"


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
    found = _files(_checks())
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
