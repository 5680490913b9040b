"""What several tests share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from argmap.cli.main import execute

ROOT = Path(__file__).parent.parent
bash_only = pytest.mark.skipif(
    sys.platform == "win32", reason="`bash` may be another system's there (WSL)"
)


class Outcome(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


class Invoke(Protocol):
    """Runs the command line in this process."""

    def __call__(self, *arguments: str) -> Outcome:
        """Run `argmap` with some arguments."""


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the results of each test apart from those of others, and of the user."""
    folder = tmp_path_factory.mktemp("cache") / "argmap"
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def argmap(capsys: pytest.CaptureFixture[str]) -> Invoke:
    """Give the command line, as a function from arguments to exit code and output."""

    def invoke(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = execute(list(arguments))
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return invoke


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the program `argmap` for a shell to call; this code, wherever it is installed."""
    path = tmp_path_factory.mktemp("programs") / "argmap"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def tablet(tmp_path: Path) -> Path:
    """Write a small map with one weakness: a claim without a reason."""
    path = tmp_path / "tablet.yaml"
    path.write_text(TABLET, encoding="utf-8")
    return path


TABLET = """\
argmap: 1
title: Should the museum lend the tablet?
sources:
  survey: {title: Visitor survey, author: The museum, date: 2023}
thesis:
  claim: The museum should lend the tablet.
  id: lend
  because:
    - evidence: Two thirds of the visitors walked past it.
      cite: survey
    - claim: The borrower can keep it safe.
      id: safe
"""
