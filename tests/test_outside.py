"""A map names no file outside its project, unless its configuration allows it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap import check, load
from tests.config_files import problems, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

MAP = """\
argmap: 1
title: A tablet
sources:
  diary: {{title: Diary, date: 2023, {key}: {path}}}
thesis:
  claim: The museum should lend the tablet.
  because:
    - evidence: Many walked past it.
      cite: diary:1
"""
HIDDEN = "a word that nobody may learn"


def _map(folder: Path, path: str, key: str = "text") -> Path:
    return write(folder / "map.yaml", MAP.format(path=json.dumps(path), key=key))


def _told(path: Path) -> list[str]:
    found = [one.problem for one in check(path).findings if one.problem.code == "AM308"]
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("marker", "content"),
    [
        pytest.param(".git/HEAD", "", id="repository"),
        pytest.param(".git", "gitdir: elsewhere", id="work tree"),
        pytest.param("argmap.toml", "", id="configuration"),
        pytest.param("pyproject.toml", "[tool.argmap]\n", id="shared configuration"),
        pytest.param("maps/argmap.toml", "allow-outside = true\n", id="allowed"),
    ],
)
def test_a_text_may_lie_anywhere_in_the_project(tmp_path: Path, marker: str, content: str) -> None:
    write(tmp_path / marker, content)
    write(tmp_path / "texts" / "diary.txt", "Many walked past it.\n")
    path = _map(tmp_path / "maps", "../texts/diary.txt")
    assert _told(path) == []
    assert load(path).materials["diary"].text is not None


@pytest.mark.parametrize(
    ("marker", "content"),
    [
        pytest.param("maps/notes.txt", "", id="no project"),
        pytest.param("maps/.git/HEAD", "", id="smaller repository"),
        pytest.param("maps/argmap.toml", "", id="configuration beside the map"),
        pytest.param("argmap.toml", "allow-outside = tru\n", id="configuration that is none"),
        pytest.param("pyproject.toml", "[project]\n", id="no configuration of ours"),
    ],
)
@pytest.mark.parametrize("key", ["text", "fingerprint"])
def test_no_file_outside_the_project_is_read(
    tmp_path: Path, argmap: Invoke, marker: str, content: str, key: str
) -> None:
    write(tmp_path / marker, content)
    base = tmp_path / "maps" if marker.startswith("maps") else tmp_path
    write(tmp_path.parent / "outside" / "diary.txt", HIDDEN)
    path = _map(base, "../" * (2 if base != tmp_path else 1) + "outside/diary.txt", key)
    assert _told(path) == [
        f"{key} of source `diary` lies outside the project of the map",
    ]
    assert HIDDEN not in argmap("source", "show", str(path), "diary").out
    assert HIDDEN not in argmap("cite", str(path), "a word that nobody").out


def test_a_link_counts_as_what_it_leads_to(tmp_path: Path) -> None:
    write(tmp_path / "outside" / "diary.txt", HIDDEN)
    path = _map(tmp_path / "maps", "diary.txt")
    try:
        (tmp_path / "maps" / "diary.txt").symlink_to(tmp_path / "outside" / "diary.txt")
        (tmp_path / "maps" / "circle.txt").symlink_to(tmp_path / "maps" / "circle.txt")
    except OSError:
        pytest.skip("links need a right that this user has not")
    assert _told(path) == ["text of source `diary` lies outside the project of the map"]
    assert len(_told(_map(tmp_path / "maps", "circle.txt"))) == 1


def test_no_fingerprint_is_written_outside_the_project(tmp_path: Path, argmap: Invoke) -> None:
    kept = write(tmp_path / "outside" / "diary.json", "what is there")
    write(tmp_path / "maps" / "diary.txt", "Many walked past it.\n")
    path = _map(tmp_path / "maps", "../outside/diary.json", "fingerprint")
    done = argmap("source", "lock", str(path), "diary", "--text", str(path.parent / "diary.txt"))
    assert done.code == 2
    assert "lies outside the project of the map" in done.err
    assert kept.read_text(encoding="utf-8") == "what is there"


def test_the_switch_is_true_or_false(tmp_path: Path) -> None:
    path = write(tmp_path / "argmap.toml", 'allow-outside = "yes"\n')
    assert problems(path) == [
        "1:17: `allow-outside` is a text, expected `true` or `false` | write it without quotes"
    ]
