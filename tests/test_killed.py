"""A command that is killed while it writes leaves the old file or the new one."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from argmap.app.cache import clear_cache, read_entry
from tests.conftest import TABLET

if TYPE_CHECKING:
    from pathlib import Path

CHILD = """\
import os, sys, time
from pathlib import Path
import argmap.app.files as files
from argmap.cli.main import execute

step, target = sys.argv[1], Path(sys.argv[2]).name
opened = os.fdopen

class Slow:
    def __init__(self, handle, mode):
        self.file = opened(handle, mode)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        self.file.close()
    def write(self, data):
        half = len(data) // 2
        self.file.write(data[:half])
        self.file.flush()
        reach("write")
        for start in range(half, len(data), max(1, half // 20)):
            self.file.write(data[start : start + max(1, half // 20)])
            self.file.flush()
            if step == "slow":
                time.sleep(0.01)

def reach(here):
    if step == "slow" and here == "write":
        print("writing", flush=True)
    if step == here:
        os.kill(os.getpid(), 9) if os.name == "posix" else os._exit(137)

def around(name):
    done = getattr(Path, name)
    def act(self, *given):
        is_ours = self.name.startswith("." + target) or self.parent.name == target
        if is_ours:
            reach(name)
        result = done(self, *given)
        if is_ours:
            reach("after " + name)
        return result
    setattr(Path, name, act)

os.fdopen = Slow
around("chmod")
around("replace")
sys.exit(execute(sys.argv[3:]))
"""
STEPS = ("write", "chmod", "replace", "after replace")
COMMANDS = {
    "render": ("map.svg", ["render", "map.yaml", "-o", "map.svg"]),
    "png": ("map.png", ["render", "map.yaml", "-o", "map.png"]),
    "pdf": ("map.pdf", ["render", "map.yaml", "-o", "map.pdf"]),
    "html": ("map.html", ["render", "map.yaml", "-o", "map.html"]),
    "--fix": ("map.yaml", ["check", "map.yaml", "--fix", "--no-cache"]),
    "--write-baseline": (
        "known.json",
        ["check", "map.yaml", "--write-baseline", "known.json", "--no-cache"],
    ),
    "source lock": ("survey.fingerprint.json", ["source", "lock", "map.yaml"]),
    "new": ("begun.yaml", ["new", "survey.txt", "-o", "begun.yaml", "--force"]),
    "convert": ("graph.json", ["convert", "map.yaml", "--to", "json", "-o", "graph.json"]),
}
ENTRIES = 2
"""What a run keeps of several maps: its output, and what was found in each."""
OLD_BASELINE = '{"version": 1, "findings": []}\n'


def _prepare(folder: Path, target: str) -> bytes:
    """Write what the commands work on, with an older file where they write; give its bytes."""
    folder.mkdir()
    (folder / "survey.txt").write_text("Many walked past it.\n" * 50, encoding="utf-8")
    source = "survey: {text: survey.txt, "
    content = TABLET.replace("survey: {", source).replace(
        "  id: lend\n", "  id: lend\n  tags: []\n"
    )
    (folder / "map.yaml").write_text(content, encoding="utf-8")
    old = folder / target
    if not old.exists():
        old.write_text(OLD_BASELINE, encoding="utf-8")
    return old.read_bytes()


def _start(folder: Path, step: str, name: str) -> subprocess.Popen[bytes]:
    """Start a command that ends, or is slow, at a step of its writing."""
    target, arguments = COMMANDS[name]
    command = [sys.executable, "-c", CHILD, step, target, *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=pipe)  # noqa: S603 - our own


def _run(folder: Path, step: str, name: str) -> int:
    with _start(folder, step, name) as child:
        child.communicate()
    return child.returncode


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_is_the_old_or_the_new_at_every_step(tmp_path: Path, name: str) -> None:
    target, _ = COMMANDS[name]
    whole = tmp_path / "whole"
    old = _prepare(whole, target)
    code = _run(whole, "", name)
    assert code in {0, 1}
    new = (whole / target).read_bytes()
    assert new != old
    for step in STEPS:
        folder = tmp_path / step
        _prepare(folder, target)
        assert _run(folder, step, name) in {-9, 137}, step
        expected = new if step == "after replace" else old
        assert (folder / target).read_bytes() == expected, step
    folder = tmp_path / "write"
    assert _run(folder, "", name) == code, "what was left beside the file hinders nothing"
    assert (folder / target).read_bytes() == new


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.1, 0.15, 0.2, 0.3])
def test_a_file_is_the_old_or_the_new_at_any_moment(tmp_path: Path, delay: float) -> None:
    target, _ = COMMANDS["convert"]
    folder = tmp_path / "maps"
    old = _prepare(folder, target)
    with _start(folder, "slow", "convert") as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"writing"
        time.sleep(delay)
        child.kill()
    found = (folder / target).read_bytes()
    assert found == old or found.endswith(b"}\n")


def test_what_is_kept_is_whole_or_absent_at_every_step(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "maps"
    _prepare(folder, "map.yaml")
    (folder / "other.yaml").write_text(TABLET, encoding="utf-8")
    command = [sys.executable, "-c", CHILD, "", "checks", "check", "."]
    whole = _check(command, folder)
    assert whole.returncode in {0, 1}
    for step in STEPS:
        clear_cache()
        killed = _check([*command[:3], step, *command[4:]], folder)
        assert killed.returncode in {-9, 137}, step
        kept = list((cache / "checks").glob("[!.]*.json"))
        assert len(kept) == (step == "after replace"), step
        assert all(read_entry(entry.stem) is not None for entry in kept)
        assert _check(command, folder).stdout == whole.stdout, step
        assert len(list((cache / "checks").glob("[!.]*.json"))) == ENTRIES, step


def _check(command: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - our own


@pytest.mark.skipif(
    sys.platform == "win32", reason="Ctrl-C reaches every process of a console there, this one too"
)
@pytest.mark.parametrize("name", COMMANDS)
def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, name: str
) -> None:
    target, _ = COMMANDS[name]
    folder = tmp_path / "maps"
    old = _prepare(folder, target)
    before = sorted(path.name for path in folder.iterdir())
    with _start(folder, "slow", name) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"writing"
        child.send_signal(signal.SIGINT)
        _, errors = child.communicate()
    assert child.returncode == 130
    assert errors.decode().split("\n")[-2:] == ["argmap: interrupted", ""]
    assert (folder / target).read_bytes() == old
    assert sorted(path.name for path in folder.iterdir()) == before
