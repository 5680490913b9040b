"""Maps are found in folders, and files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from argmap.app.files import find_maps, keep_maps, write_file

MAP = "argmap: 1\ntitle: T\nthesis: {assumption: A.}\n"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def _touch(path: Path, content: str = MAP) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_a_folder_is_searched_for_maps_in_order(tmp_path: Path) -> None:
    second = _touch(tmp_path / "b.yml")
    first = _touch(tmp_path / "a.yaml")
    below = _touch(tmp_path / "deep" / "er" / "C.YAML")
    _touch(tmp_path / "deep" / "map.txt")
    _touch(tmp_path / ".hidden" / "d.yaml")
    _touch(tmp_path / "config.yaml", "title: no map\n# argmap\n")
    assert list(find_maps([str(tmp_path)])) == [first, second, below]


@pytest.mark.parametrize(
    ("content", "is_found"),
    [
        pytest.param("argmap: 1\n", True, id="plain"),
        pytest.param('"argmap": 1\n', True, id="quoted"),
        pytest.param("{'argmap' : 1}\n", True, id="flow"),
        pytest.param("# a comment\ntitle: T\nargmap: 1\n", True, id="later"),
        pytest.param("%YAML 1.2\n---\n\n  title: T\n  argmap: 1\n", True, id="indented"),
        pytest.param('{\n  "title": "T",\n  "argmap": 1\n}\n', True, id="JSON"),
        pytest.param("\ufeffargmap: 1\n", True, id="byte order mark"),
        pytest.param("title: T\n", False, id="none"),
        pytest.param("my-argmap: 1\n", False, id="other key"),
        pytest.param("title: |\n  an argmap: of what\n", False, id="inside a text"),
        pytest.param("title: |\n  argmap: 1\n", False, id="at the start of a text's line"),
        pytest.param("jobs:\n  argmap:\n    steps: []\n", False, id="a job of that name"),
        pytest.param("- id: check\n  argmap: 1\n", False, id="in a list"),
        pytest.param("{title: T}\n", False, id="flow without"),
        pytest.param("# argmap: 1\n\n---\n", False, id="only comments"),
        pytest.param(" " * 50_000 + "\n" + "{" * 50_000, False, id="long lines"),
    ],
)
def test_a_map_is_known_by_its_key(tmp_path: Path, content: str, *, is_found: bool) -> None:
    path = _touch(tmp_path / "a.yaml", content)
    assert list(find_maps([str(tmp_path)])) == ([path] if is_found else [])


def test_what_is_named_is_given_as_it_is_and_once(tmp_path: Path) -> None:
    named = _touch(tmp_path / "notes.txt", "no map at all\n")
    found = _touch(tmp_path / "a.yaml")
    missing = str(tmp_path / "missing.yaml")
    paths = [named, missing, "-", str(tmp_path), found, "-", named]
    assert list(find_maps(paths)) == [named, missing, "-", found]


def test_files_without_the_key_are_left_out_and_nothing_else(tmp_path: Path) -> None:
    found = _touch(tmp_path / "a.yaml")
    other = _touch(tmp_path / "b.yaml", "argmpa: 1\n")
    missing = str(tmp_path / "missing.yaml")
    assert list(keep_maps([found, other, missing, "-", str(tmp_path)])) == [
        found,
        missing,
        "-",
        str(tmp_path),
    ]


def test_a_map_that_cannot_be_read_is_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _touch(tmp_path / "a.yaml")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert list(find_maps([str(tmp_path)])) == [path]


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "out" / "put" / "map.svg"
    write_file(path, b"<svg/>")
    write_file(path, b"<svg></svg>")
    assert path.read_bytes() == b"<svg></svg>"
    assert list(path.parent.iterdir()) == [path]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".svg")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


def _break(monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    if step == "write":
        monkeypatch.setattr(os, "fdopen", _broken_file(error))
    else:
        monkeypatch.setattr(Path, step, fail)


def _broken_file(error: BaseException) -> object:
    class Broken:
        def __init__(self, handle: int, _: str) -> None:
            self.handle = handle

        def __enter__(self) -> Broken:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

        def write(self, data: bytes) -> None:
            os.write(self.handle, data[:3])
            raise error

    return Broken


@pytest.mark.parametrize("step", ["write", "chmod", "replace"])
@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()], ids=["disk", "stop"])
def test_a_write_that_breaks_off_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")
    _break(monkeypatch, step, error)
    with pytest.raises(type(error)):
        write_file(path, b"new and longer")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@posix_only
def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")
    path.chmod(0o604)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@posix_only
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_the_mode_of_a_new_file_follows_the_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_file(tmp_path / "map.svg", b"new")
        during = os.umask(mask)
    finally:
        os.umask(before)
    assert during == mask
    assert stat.S_IMODE((tmp_path / "map.svg").stat().st_mode) == 0o666 & ~mask


@posix_only
def test_a_folder_where_the_file_should_be_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=r"map\.svg"):
        write_file(path, b"new")
    assert list(tmp_path.iterdir()) == [path]
    assert [found.name for found in path.iterdir()] == ["inside"]


def test_a_map_may_begin_with_a_long_comment(tmp_path: Path) -> None:
    path = tmp_path / "late.yaml"
    for content, is_found in (
        ("argmap: 1\n", True),
        ("a: 1\nargmap: 1\n", True),
        ("a: 1\n", False),
    ):
        path.write_text("# a word on it\n" * 500 + content, encoding="utf-8")
        assert list(find_maps([str(tmp_path)])) == ([str(path)] if is_found else [])
