"""What is kept of checks: used while nothing has changed, and never otherwise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from argmap.app import cache as module
from argmap.app import check as checking
from argmap.app.cache import Output, cache_folder, find_output, keep_output
from argmap.app.files import find_maps
from argmap.app.reads import Reads, note_file, note_folder, recorded
from argmap.report.formats import REPORTS, STATISTICS
from tests.conftest import TABLET

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.conftest import Invoke

QUOTING = """\
argmap: 1
title: T
sources:
  essay: {title: An essay, author: A. Author, date: 2024, text: essay.txt}
thesis:
  claim: The museum should lend the tablet.
  because:
    - evidence: Few come to see it.
      cite: {source: essay, quote: few come to see the tablet at all}
"""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the runs that did not come from the cache, in the list's only item."""
    count = [0]
    check_paths = checking.check_paths

    def counting(*args: object, **options: object) -> object:
        count[0] += 1
        return check_paths(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_paths", counting)
    return count


@pytest.mark.parametrize("form", REPORTS)
@pytest.mark.parametrize("color", ["always", "never"])
def test_a_hit_writes_the_same_in_every_format(
    tablet: Path, argmap: Invoke, counted: list[int], form: str, color: str
) -> None:
    command = ("check", str(tablet), "--output-format", form, "--color", color)
    fresh = argmap(*command, "--no-cache")
    assert fresh.code == 1
    assert [argmap(*command), argmap(*command)] == [fresh, fresh]
    assert counted == [2]


@pytest.mark.parametrize("form", STATISTICS)
def test_statistics_are_kept_apart_from_findings(
    tablet: Path, argmap: Invoke, counted: list[int], form: str
) -> None:
    command = ("check", str(tablet), "--output-format", form)
    assert argmap(*command) != argmap(*command, "--statistics")
    assert argmap(*command, "--statistics") == argmap(*command, "--statistics", "--no-cache")
    assert counted == [3]


def write_quoting(folder: Path) -> Path:
    """Write a map, its source and a configuration."""
    path = folder / "maps" / "quoting.yaml"
    path.parent.mkdir()
    path.write_text(QUOTING, encoding="utf-8")
    (path.parent / "essay.txt").write_text("Few come to see the tablet at all.\n", encoding="utf-8")
    (folder / "argmap.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    return path


CHANGES: dict[str, tuple[str, str | None]] = {
    "map": ("maps/quoting.yaml", QUOTING.replace("Few come", "Nobody comes")),
    "source text": ("maps/essay.txt", "Many come to see it.\n"),
    "source text gone": ("maps/essay.txt", None),
    "configuration": ("argmap.toml", 'fail-on = "warning"\n'),
    "options of a rule": ("argmap.toml", "[options.overlong-text]\nmost-words = 3\n"),
    "configuration gone": ("argmap.toml", None),
    "nearer configuration": ("maps/argmap.toml", 'select = ["ALL"]\n'),
    "nearer shared configuration": ("maps/pyproject.toml", '[tool.argmap]\nselect = ["ALL"]\n'),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("is_folder", [False, True], ids=["file", "folder"])
def test_whatever_was_read_must_be_the_same(
    tmp_path: Path, argmap: Invoke, counted: list[int], change: str, is_folder: bool
) -> None:
    path = write_quoting(tmp_path)
    command = ("check", str(path.parent if is_folder else path))
    argmap(*command)
    argmap(*command)
    assert counted == [1]
    name, content = CHANGES[change]
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert argmap(*command) == argmap(*command, "--no-cache")
    assert counted == [3]


def test_a_folder_is_searched_anew_when_a_map_is_added(
    tmp_path: Path, tablet: Path, argmap: Invoke
) -> None:
    assert argmap("check", str(tmp_path)) == argmap("check", str(tmp_path))
    (tmp_path / "other.yaml").write_text(tablet.read_text(encoding="utf-8"), encoding="utf-8")
    assert "2 maps" in argmap("check", str(tmp_path)).out


def test_a_folder_that_was_closed_is_searched_once_it_is_open(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    with recorded() as reads:
        note_folder(str(closed), None)
    (read,) = reads
    assert read.is_current
    closed.mkdir()
    assert not read.is_current


def test_a_search_notes_what_it_may_not_look_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scan(path: str) -> None:
        raise PermissionError(13, "closed", path)

    monkeypatch.setattr("os.scandir", scan)
    with recorded() as reads:
        assert not list(find_maps([str(tmp_path)]))
    assert [(read.path, read.state) for read in reads] == [(str(tmp_path), None)]


def test_a_baseline_counts_as_read(
    tmp_path: Path, tablet: Path, argmap: Invoke, counted: list[int]
) -> None:
    baseline = tmp_path / "known.json"
    gone = tmp_path / "gone.yaml"
    gone.write_text(tablet.read_text(encoding="utf-8"), encoding="utf-8")
    argmap("check", str(tmp_path), "--write-baseline", str(baseline))
    command = ("check", str(tablet), "--baseline", str(baseline))
    assert argmap(*command).code == argmap(*command).code == 0
    assert counted == [2]
    gone.unlink()
    assert "AM904" in argmap(*command).out
    baseline.write_text('{"version": 1, "findings": []}', encoding="utf-8")
    assert argmap(*command).code == 1


@pytest.mark.parametrize(
    "more",
    [("--select", "AM2"), ("--ignore", "AM201"), ("--fail-on", "error"), ("--show-accepted",)],
    ids=lambda more: more[0],
)
def test_what_is_asked_for_makes_another_entry(
    tablet: Path, argmap: Invoke, counted: list[int], more: Sequence[str]
) -> None:
    argmap("check", str(tablet))
    assert argmap("check", str(tablet), *more) == argmap("check", str(tablet), *more, "--no-cache")
    assert counted == [3]


@pytest.mark.parametrize("name", ["__version__", "_installed"])
def test_another_version_finds_nothing_kept(
    tablet: Path,
    argmap: Invoke,
    counted: list[int],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    argmap("check", str(tablet))
    monkeypatch.setattr(module, name, "0.0.1" if name == "__version__" else lambda: ("other",))
    argmap("check", str(tablet))
    assert counted == [2]


def test_the_folder_of_the_run_matters(
    tablet: Path, argmap: Invoke, counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    argmap("check", str(tablet))
    monkeypatch.chdir(tablet.parent)
    argmap("check", str(tablet))
    assert counted == [2]


def test_a_run_of_several_processes_is_kept_too(
    tmp_path: Path, tablet: Path, argmap: Invoke
) -> None:
    (tmp_path / "other.yaml").write_text(TABLET, encoding="utf-8")
    command = ("check", str(tmp_path), "--jobs", "2")
    first = argmap(*command)
    assert argmap(*command) == first
    tablet.write_text(TABLET.replace("id: safe", "id: unsafe"), encoding="utf-8")
    assert argmap(*command, "--output-format", "json") == argmap(
        *command, "--output-format", "json", "--no-cache"
    )
    assert argmap(*command) == argmap(*command, "--no-cache")


def entries(folder: Path) -> list[Path]:
    """Give the files of the entries."""
    return sorted((folder / "checks").glob("*.json"))


@pytest.mark.parametrize(
    "command",
    [
        ("check", "{map}", "--no-cache"),
        ("check", "{map}", "missing.yaml"),
        ("check", "{map}", "--diff"),
        ("check", "{map}", "--fix"),
        ("check", "{map}", "--write-baseline", "{folder}/known.json"),
        ("check", "-"),
    ],
    ids=lambda command: command[-1].lstrip("-"),
)
def test_some_runs_are_never_kept(
    tablet: Path,
    argmap: Invoke,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: Sequence[str],
) -> None:
    with tablet.open(encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        argmap(*(word.format(map=tablet, folder=tablet.parent) for word in command))
    assert not entries(cache)


def test_a_configuration_with_a_mistake_is_not_kept(
    tablet: Path, argmap: Invoke, cache: Path
) -> None:
    (tablet.parent / "argmap.toml").write_text("selct = 1\n", encoding="utf-8")
    assert argmap("check", str(tablet)).code == 2
    assert not entries(cache)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_read_once(tmp_path: Path, argmap: Invoke, cache: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for _ in range(2):
        with ThreadPoolExecutor() as threads:
            threads.submit(pipe.write_text, TABLET, "utf-8")
            assert "AM201" in argmap("check", str(pipe)).out
    assert not entries(cache)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "changed": lambda data: data.replace(b"AM201", b"AM202"),
    "no text": lambda _: b"\xff\xfe\n{}",
    "another's": lambda _: b"{}",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_counts_as_absent(
    tablet: Path, argmap: Invoke, cache: Path, counted: list[int], damage: str
) -> None:
    first = argmap("check", str(tablet))
    (entry,) = entries(cache)
    entry.write_bytes(DAMAGES[damage](entry.read_bytes()))
    assert argmap("check", str(tablet)) == first
    assert argmap("check", str(tablet)) == first
    assert counted == [2]


@pytest.mark.parametrize("is_file", [True, False], ids=["a file", "below a file"])
def test_where_nothing_can_be_kept_everything_works(
    tablet: Path, argmap: Invoke, monkeypatch: pytest.MonkeyPatch, is_file: bool
) -> None:
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tablet if is_file else tablet / "cache"))
    first = argmap("check", str(tablet))
    assert argmap("check", str(tablet)) == first
    assert first.code == 1
    assert tablet.read_text(encoding="utf-8") == TABLET


def test_a_folder_that_may_not_be_written_to(
    tablet: Path, argmap: Invoke, counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = argmap("check", str(tablet))

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.utime", refuse)
    monkeypatch.setattr("argmap.app.files.write_file", refuse)
    assert argmap("check", str(tablet)) == first
    assert argmap("check", str(tablet), "--select", "AM2").code == 1
    assert counted == [2]


def test_what_changes_during_a_run_is_not_kept(tablet: Path, cache: Path) -> None:
    with recorded() as reads:
        note_file(tablet, b"one")
        note_file(tablet, b"two")
    keep_output("key", Output("", 0), reads)
    assert not entries(cache)


def test_what_was_not_used_for_longest_makes_room(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, key in enumerate(("one", "two", "three")):
        keep_output(key, Output("x" * 100, 0), Reads())
        os.utime(cache / "checks" / f"{key}.json", (number, number))
    left = cache / "checks" / ".four.json.killed"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    assert find_output("one") == Output("x" * 100, 0)
    size = (cache / "checks" / "one.json").stat().st_size
    monkeypatch.setattr(module, "MOST_BYTES", 3 * size)
    keep_output("five", Output("x" * 100, 0), Reads())
    assert [path.stem for path in entries(cache)] == ["five", "one", "three"]
    assert not left.exists()


def test_an_entry_may_vanish_while_room_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_files", lambda folder: [folder / "gone.json"])
    keep_output("key", Output("text", 1), Reads())
    assert find_output("key") == Output("text", 1)


def test_many_may_write_at_once(tablet: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "argmap", "check", str(tablet), "--output-format", "json"]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - our own command
        for _ in range(4)
    ]
    outputs = {process.communicate()[0] for process in running}
    assert len(outputs) == 1
    assert {process.returncode for process in running} == {1}
    (entry,) = entries(cache)
    stored = json.loads(entry.read_bytes().partition(b"\n")[2])
    assert stored["text"].encode() in outputs


def test_other_files_in_the_folder_are_left_alone(
    tablet: Path, argmap: Invoke, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.mkdir()
    (cache / "mine.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(module, "MOST_BYTES", 0)
    argmap("check", str(tablet))
    argmap("cache", "clear")
    assert (cache / "mine.json").read_text(encoding="utf-8") == "{}"


def test_the_folder_ignores_itself(tablet: Path, argmap: Invoke, cache: Path) -> None:
    argmap("check", str(tablet))
    assert (cache / "checks" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_the_cache_can_be_shown_and_cleared(tablet: Path, argmap: Invoke, cache: Path) -> None:
    argmap("check", str(tablet))
    assert argmap("cache", "dir").out == f"{cache}\n"
    outcome = argmap("cache", "clear")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"{cache}: 1 removed\n"
    assert not entries(cache)
    assert argmap("cache", "clear").err == f"{cache}: 0 removed\n"


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/argmap"),
        ("linux", {"HOME": "/home/she"}, "/home/she/.cache/argmap"),
        ("darwin", {"HOME": "/Users/she"}, "/Users/she/Library/Caches/argmap"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/argmap/Cache"),
        ("win32", {"HOME": "/home/she"}, "/home/she/AppData/Local/argmap/Cache"),
        ("linux", {"ARGMAP_CACHE_DIR": "/mine", "XDG_CACHE_HOME": "/x"}, "/mine"),
    ],
)
def test_the_folder_is_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: str
) -> None:
    for name in ("ARGMAP_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
        if name == "HOME":
            monkeypatch.setenv("USERPROFILE", value)
    monkeypatch.setattr("sys.platform", platform)
    assert cache_folder().as_posix().endswith(expected)


def test_nothing_is_kept_without_a_working_folder(
    tablet: Path, argmap: Invoke, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr("os.getcwd", gone)
    assert argmap("check", str(tablet)).code == 1
    assert not entries(cache)


def test_a_hit_imports_nothing_heavy(tablet: Path) -> None:
    script = """
import sys
from argmap.cli.main import execute
execute(["check", sys.argv[1]])
unwanted = ("yaml", "pydantic", "argmap.check.registry", "argmap.model", "argmap.report.text")
sys.exit(", ".join(name for name in unwanted if name in sys.modules) or None)
"""
    command = [sys.executable, "-c", script, str(tablet)]
    fresh, again = (
        subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        for _ in range(2)
    )
    assert "argmap.model" in fresh.stderr
    assert (again.returncode, again.stderr, again.stdout) == (0, "", fresh.stdout)
