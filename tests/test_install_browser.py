"""The browser of the page tests: found where browsers are, installed only where that works."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tools import install_browser
from tools.install_browser import CHOICE, HOW, PACKAGES, find_browser, main, may_install

if TYPE_CHECKING:
    from collections.abc import Callable

DEBIAN = {"ID": "debian"}
UBUNTU = {"ID": "ubuntu", "ID_LIKE": "debian"}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Make a machine without any browser; give its folder of programs."""
    for variable in (CHOICE, "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    if sys.platform == "darwin":
        monkeypatch.setattr(sys, "platform", "linux")
    return programs


def put_program(path: Path) -> Path:
    """Put an empty program somewhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    path.chmod(0o755)
    return path


@pytest.fixture
def program_name() -> str:
    """Give the name of a browser as it stands on `PATH`."""
    return "chrome.exe" if os.name == "nt" else "google-chrome"


def test_nothing_is_found_where_nothing_is(bare: Path) -> None:
    assert not list(bare.iterdir())
    assert find_browser() is None


def test_a_browser_on_the_path_is_found(bare: Path, program_name: str) -> None:
    put_program(bare / program_name)
    found = find_browser()
    assert found is not None
    assert found.parent == bare


def test_the_browser_that_is_named_is_the_only_one(
    bare: Path, program_name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put_program(bare / program_name)
    named = put_program(tmp_path / "mine" / program_name)
    monkeypatch.setenv(CHOICE, str(named))
    assert find_browser() == named
    monkeypatch.setenv(CHOICE, str(tmp_path / "gone"))
    assert find_browser() is None


def test_the_usual_place_of_windows_is_looked_into(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edge = put_program(bare / "Microsoft" / "Edge" / "Application" / "msedge.exe")
    monkeypatch.setenv("PROGRAMFILES(X86)", str(bare))
    assert find_browser() == edge


@pytest.mark.usefixtures("bare")
def test_the_usual_place_of_macos_is_looked_into(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    app = tmp_path / "Applications" / "Chromium.app"
    program = put_program(app / "Contents" / "MacOS" / "Chromium")
    assert find_browser() in {program, Path("/Applications") / program.relative_to(app.parent)}


@pytest.mark.parametrize(
    ("user", "release", "has_apt", "expected"),
    [
        (0, DEBIAN, True, True),
        (0, DEBIAN, False, False),
        (0, UBUNTU, True, False),
        (0, {}, True, False),
        (1000, DEBIAN, True, False),
    ],
    ids=["root", "no apt-get", "stub of a snap", "unknown", "no root"],
)
def test_only_root_on_debian_installs(
    bare: Path,
    monkeypatch: pytest.MonkeyPatch,
    user: int,
    release: dict[str, str],
    *,
    has_apt: bool,
    expected: bool,
) -> None:
    def read_release() -> dict[str, str]:
        if not release:
            raise OSError
        return release

    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(platform, "freedesktop_os_release", read_release)
    if has_apt:
        put_program(bare / ("apt-get.exe" if os.name == "nt" else "apt-get"))
    assert may_install() == expected
    monkeypatch.setenv(CHOICE, "mine")
    assert not may_install()


def run_main(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    run: Callable[..., None],
) -> str:
    """Run the tool where it may install, with `apt-get` played by a function."""
    monkeypatch.setattr(install_browser, "may_install", lambda: True)
    monkeypatch.setattr(subprocess, "run", run)
    main()
    return capsys.readouterr().out


def test_what_lacks_is_installed(
    bare: Path,
    program_name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...], **options: object) -> None:
        assert options["check"]
        asked.append(command)
        put_program(bare / program_name)

    said = run_main(monkeypatch, capsys, run)
    assert [command[1] for command in asked] == ["update", "install"]
    assert asked[1][-len(PACKAGES) :] == PACKAGES
    assert "the page tests use " in said
    main()
    assert len(asked) == 2


@pytest.mark.usefixtures("bare")
def test_a_failed_installation_is_told_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: tuple[str, ...], **_: object) -> None:
        raise subprocess.CalledProcessError(100, command)

    said = run_main(monkeypatch, capsys, run)
    assert "`apt-get` failed with exit code 100" in said
    assert HOW in said


@pytest.mark.parametrize(("demanded", "code"), [("0", 0), ("1", 1)], ids=["left out", "demanded"])
def test_page_tests_without_a_browser(tmp_path: Path, demanded: str, code: int) -> None:
    test = "tests/browser/test_watching.py"
    done = subprocess.run(  # noqa: S603 - this Python
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", test],
        cwd=ROOT,
        env={**os.environ, CHOICE: str(tmp_path / "gone"), "ARGMAP_DEMAND_BROWSER": demanded},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert done.stdout.count("PAGE TESTS LEFT OUT") == 1 - code
    assert HOW in done.stdout
    assert "passed" not in done.stdout
