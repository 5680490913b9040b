"""Of many maps only those that changed are checked again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from argmap.app import check as checking
from argmap.app.check import check
from argmap.app.kept import KeptMaps
from argmap.app.load import load, read_map_text
from argmap.app.reads import Read
from tests.conftest import ROOT, TABLET

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.app.load import Argument
    from argmap.diagnostics import Diagnostic
    from tests.conftest import Invoke

CASES = sorted((ROOT / "tests" / "cases").glob("*.yaml"))


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the maps that are read as YAML."""
    names: list[str] = []

    def listing(source: str, **given: Any) -> Argument:
        names.append(source)
        return load(source, **given)

    monkeypatch.setattr(checking, "load", listing)
    return names


@pytest.fixture
def maps(tmp_path: Path) -> list[Path]:
    """Write three maps, one of them no YAML and one no UTF-8."""
    found = [tmp_path / "maps" / f"{name}.yaml" for name in ("one", "three", "two")]
    found[0].parent.mkdir()
    for path in found:
        path.write_text(TABLET, encoding="utf-8")
    found[1].write_bytes(b"argmap: 1\n\xff")
    return found


def test_only_what_changed_is_checked_again(
    maps: list[Path], argmap: Invoke, loaded: list[str]
) -> None:
    command = ("check", str(maps[0].parent))
    argmap(*command)
    loaded.clear()
    maps[2].write_text(TABLET.replace("id: safe", "id: sound"), encoding="utf-8")
    again = argmap(*command)
    assert loaded == [str(maps[2])]
    assert again == argmap(*command, "--no-cache")
    loaded.clear()
    assert argmap(*command) == again
    assert not loaded


def test_several_processes_find_what_one_does(maps: list[Path], argmap: Invoke) -> None:
    command = ("check", str(maps[0].parent), "--jobs", "2")
    first = argmap(*command)
    assert first == argmap(*command, "--no-cache")
    for path in maps[::2]:
        path.write_text(TABLET.replace("id: safe", "id: sound"), encoding="utf-8")
    assert argmap(*command) == argmap(*command, "--no-cache") != first


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
def test_the_report_is_the_same(maps: list[Path], argmap: Invoke, form: str) -> None:
    command = ("check", str(maps[0].parent), "--output-format", form)
    argmap(*command)
    maps[0].write_text(TABLET + "# seen\n", encoding="utf-8")
    assert argmap(*command) == argmap(*command, "--no-cache")


def test_a_map_that_is_added_or_taken_away(
    maps: list[Path], argmap: Invoke, loaded: list[str]
) -> None:
    command = ("check", str(maps[0].parent))
    argmap(*command)
    loaded.clear()
    added = maps[0].with_name("added.yaml")
    maps[2].rename(added)
    assert argmap(*command) == argmap(*command, "--no-cache")
    assert loaded[0] == str(added)
    assert loaded.count(str(maps[0])) == 1


def test_other_settings_check_all_again(
    maps: list[Path], argmap: Invoke, loaded: list[str]
) -> None:
    command = ("check", str(maps[0].parent))
    argmap(*command)
    loaded.clear()
    settings = maps[0].parent / "argmap.toml"
    settings.write_text("[severity]\nAM201 = 'error'\n", encoding="utf-8")
    argmap(*command)
    assert len(loaded) == len(maps)


def test_with_a_baseline_all_are_checked_again(
    maps: list[Path], argmap: Invoke, loaded: list[str], tmp_path: Path
) -> None:
    known = tmp_path / "known.json"
    command = ("check", str(maps[0].parent))
    argmap(*command, "--write-baseline", str(known))
    argmap(*command, "--baseline", str(known))
    loaded.clear()
    maps[0].write_text(TABLET + "# seen\n", encoding="utf-8")
    assert argmap(*command, "--baseline", str(known)).code == 0
    assert len(loaded) == len(maps)


def findings_of_cases() -> list[Diagnostic]:
    """Check every case there is."""
    return [
        finding for path in CASES for finding in check(path, select=("ALL",), ignore=()).findings
    ]


def test_findings_come_back_as_they_were(cache: Path) -> None:
    findings = findings_of_cases()
    assert any(finding.problem.fix for finding in findings)
    assert any(finding.problem.related for finding in findings)
    kept = KeptMaps("key")
    kept.keep("map", findings, [])
    kept.write()
    assert cache.exists()
    found = KeptMaps("key").find("map")
    assert found is not None
    assert found.findings == findings


def test_every_field_of_a_finding_is_kept() -> None:
    finding = findings_of_cases()[0]
    assert len(json.loads(json.dumps(finding))) == len(finding._fields)


def test_what_is_not_known_or_has_changed_is_not_found(tmp_path: Path) -> None:
    kept = KeptMaps("key")
    kept.keep("map", [], [Read("file", str(tmp_path / "gone.yaml"), "digest")])
    kept.write()
    assert KeptMaps("key").find("map") is None
    assert KeptMaps("key").find("other") is None


def test_a_text_that_is_gone_is_none(tmp_path: Path) -> None:
    assert read_map_text(str(tmp_path / "gone.yaml")) is None
