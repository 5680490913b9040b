"""Patterns for paths fit what ruff's fit."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argmap.app.globs import read_glob

ROOT = Path(os.path.abspath("/проект"))  # noqa: PTH100 - with a drive on Windows


@pytest.mark.parametrize(
    ("pattern", "path", "is_met"),
    [
        pytest.param("a.yaml", "a.yaml", True, id="path"),
        pytest.param("a.yaml", "deep/er/a.yaml", True, id="name anywhere"),
        pytest.param("er/a.yaml", "deep/er/a.yaml", False, id="path from the folder only"),
        pytest.param("drafts", "drafts", True, id="folder"),
        pytest.param("drafts/", "drafts", True, id="folder with slash"),
        pytest.param("drafts", "drafts/a.yaml", False, id="not what is in it"),
        pytest.param("drafts/*", "drafts/a.yaml", True, id="star"),
        pytest.param("drafts/*", "drafts/old/a.yaml", True, id="star crosses folders"),
        pytest.param("drafts/**", "drafts/old/a.yaml", True, id="two stars at the end"),
        pytest.param("**/a.yaml", "a.yaml", True, id="no folder"),
        pytest.param("x/**/a.yaml", "x/a.yaml", True, id="no folder between"),
        pytest.param("x/**/a.yaml", "x/y/z/a.yaml", True, id="some folders between"),
        pytest.param("x/**/a.yaml", "xy/a.yaml", False, id="whole folders"),
        pytest.param("a**b.yaml", "axb.yaml", True, id="two stars in a name"),
        pytest.param("?.yaml", "ab.yaml", False, id="one character"),
        pytest.param("?.yaml", "中.yaml", True, id="wide character"),
        pytest.param("[a-c].yaml", "b.yaml", True, id="set"),
        pytest.param("[!a-c].yaml", "b.yaml", False, id="negated set"),
        pytest.param("[^a-c].yaml", "d.yaml", True, id="set negated the other way"),
        pytest.param("[]-].yaml", "-.yaml", True, id="bracket and hyphen in a set"),
        pytest.param("[[&&~|].yaml", "&.yaml", True, id="signs in a set"),
        pytest.param("{a,b{c,d}}.yaml", "bd.yaml", True, id="alternatives"),
        pytest.param("{a,b}.yaml", "c.yaml", False, id="no alternative"),
        pytest.param("a,b.yaml", "a,b.yaml", True, id="comma"),
        pytest.param("a.yaml", "axyaml", False, id="point is a point"),
        pytest.param("./drafts//a.yaml", "drafts/a.yaml", True, id="tidied"),
        pytest.param("drafts/./a.yaml", "drafts/a.yaml", True, id="tidied inside"),
        pytest.param("drafts\\*.yaml", "drafts/a.yaml", True, id="backslashes"),
        pytest.param("!drafts/*", "drafts/a.yaml", False, id="negated"),
        pytest.param("!drafts/*", "maps/a.yaml", True, id="negated, others"),
        pytest.param("../x/*.yaml", "../x/a.yaml", True, id="beside the folder"),
        pytest.param("черновики/*", "черновики/а.yaml", True, id="Cyrillic"),
        pytest.param("caf\u00e9.yaml", "cafe\u0301.yaml", True, id="other normal form"),
        pytest.param("A.yaml", "a.yaml", False, id="case counts"),
    ],
)
def test_patterns(pattern: str, path: str, *, is_met: bool) -> None:
    assert read_glob(pattern).matches(str(ROOT / path), ROOT) == is_met


def test_absolute_patterns_and_relative_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = str(ROOT / "x" / "*.yaml")
    assert read_glob(whole).matches(str(ROOT / "x" / "a.yaml"), ROOT / "other")
    assert not read_glob(whole).matches(str(ROOT / "a.yaml"), ROOT)
    assert read_glob(f"{Path.cwd().name}/a.yaml").matches("a.yaml", Path.cwd().parent)

    def on_another_drive(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", on_another_drive)
    assert read_glob("*/a.yaml").matches(str(ROOT / "a.yaml"), ROOT)


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has such paths")
def test_paths_of_windows() -> None:
    assert read_glob("x/*.yaml").matches("C:\\p\\x\\a.yaml", Path("C:\\p"))
