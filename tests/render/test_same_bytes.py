"""The same bytes for the same map, whatever the machine has: hash seed, fonts, home, folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest

from argmap import load, render
from argmap.app.draw import FORMATS
from tests.render.drawing import MARKET

if TYPE_CHECKING:
    from pathlib import Path

_PROGRAM = """
import hashlib, sys
from argmap import load, render
argument = load(sys.argv[1])
for form in sys.argv[2:]:
    print(form, hashlib.sha256(render(argument, form)).hexdigest())
"""


@cache
def expected() -> list[str]:
    """Draw the sample map in every format, here."""
    argument = load(MARKET)
    return [f"{form} {hashlib.sha256(render(argument, form)).hexdigest()}" for form in FORMATS]


def drawn_elsewhere(folder: Path, **environment: str) -> list[str]:
    """Draw it in a process of its own, in another folder."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _PROGRAM, str(MARKET), *FORMATS],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, **environment},
        cwd=folder,
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize("seed", ["0", "1", "42"])
def test_whatever_the_hash_seed(seed: str, tmp_path: Path) -> None:
    assert drawn_elsewhere(tmp_path, PYTHONHASHSEED=seed) == expected()


def test_without_any_font(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    empty = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "WINDIR")}
    if sys.platform == "win32":
        del empty["WINDIR"]  # Python itself needs it there
    assert drawn_elsewhere(tmp_path, FONTCONFIG_FILE=str(fonts), **empty) == expected()


def test_whatever_the_day_and_the_language(tmp_path: Path) -> None:
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    assert drawn_elsewhere(tmp_path, **elsewhere) == expected()
