"""The hooks for pre-commit, run as their users run them, without a network.

Nothing here is skipped: pre-commit and hatchling come with the group `dev`, git with pre-commit.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from tests.conftest import ROOT, TABLET
from tests.wheelhouse import copy_project, offline, write_wheels

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

SOUND = """\
argmap: 1
title: Should the museum lend the tablet?
sources:
  survey: {title: Visitor survey, date: 2023, url: "https://example.org/survey"}
  loans: {title: Register of loans, date: 2022, url: "https://example.org/loans"}
thesis:
  claim: The museum should lend the tablet.
  id: lend
  because:
    - evidence: Two thirds of the visitors walked past it.
      cite: survey
    - evidence: Each of the forty tablets lent since 1990 came back whole.
      cite: loans
expect:
  stands: [lend]
"""
FALLEN = SOUND.replace("stands: [lend]", "unsupported: [lend]")
OTHER = "jobs:\n  argmap:\n    script: argmap check\n"
_AUTHOR = ("-c", "user.name=Test", "-c", "user.email=test@example.org")


class Place(NamedTuple):
    """Where the hooks come from, and the environment to run them in."""

    hooks: Path
    environment: dict[str, str]

    def run(self, *command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run a command offline, its output in one."""
        return subprocess.run(  # noqa: S603 - commands of this file
            command,
            cwd=folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def git(self, *arguments: str, folder: Path) -> str:
        """Run git and give what it prints."""
        done = self.run("git", *_AUTHOR, *arguments, folder=folder)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def pre_commit(self, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run pre-commit."""
        return self.run(
            sys.executable, "-m", "pre_commit", *arguments, "--color=never", folder=folder
        )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Make a repository of this project and a folder of wheels to install it from."""
    base = tmp_path_factory.mktemp("hooks")
    wheels = base / "wheels"
    wheels.mkdir()
    write_wheels(wheels)
    made = Place(base / "argmap", offline(wheels, base / "scratch"))
    copy_project(made.hooks)
    _commit(made, made.hooks)
    return made


def _commit(place: Place, folder: Path) -> None:
    place.git("init", "--quiet", folder=folder)
    place.git("add", "--all", folder=folder)
    place.git("commit", "--quiet", "--message", "All", folder=folder)


@pytest.fixture
def maps(place: Place, tmp_path: Path) -> Path:
    """Make somebody's repository, with good and bad maps and other YAML."""
    folder = tmp_path / "maps"
    (folder / ".ci").mkdir(parents=True)
    for name, text in {
        "good.yaml": SOUND,
        "bad.yaml": TABLET,
        "fallen.yml": FALLEN,
        "other.yaml": OTHER,
        ".ci/argmap.yaml": "argmap:\n  image: python\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    _commit(place, folder)
    return folder


def test_try_repo_fails_on_a_bad_map_and_passes_on_a_good_one(place: Place, maps: Path) -> None:
    bad = place.pre_commit(
        "try-repo", str(place.hooks), "argmap", "--files", "bad.yaml", folder=maps
    )
    assert "bad.yaml:11:14: AM201" in bad.stdout, bad.stdout
    assert bad.returncode == 1
    good = place.pre_commit(
        "try-repo", str(place.hooks), "argmap", "--files", "good.yaml", folder=maps
    )
    assert "Passed" in good.stdout, good.stdout
    assert good.returncode == 0


def test_the_hooks_of_a_configuration_see_maps_only(place: Place, maps: Path) -> None:
    hooks = {"repo": str(place.hooks), "rev": place.git("rev-parse", "HEAD", folder=place.hooks)}
    wanted = {"repos": [hooks | {"hooks": [{"id": "argmap"}, {"id": "argmap-test"}]}]}
    (maps / ".pre-commit-config.yaml").write_text(yaml.safe_dump(wanted), encoding="utf-8")
    place.git("add", "--all", folder=maps)

    done = place.pre_commit("run", "--all-files", folder=maps)
    checked, _, tested = done.stdout.partition("argmap test...")
    assert done.returncode == 1, done.stdout
    assert "bad.yaml:11:14: AM201" in checked
    assert "fallen.yml:15:17: AM701" in checked
    assert "3 maps checked" in checked
    assert "FAILED fallen.yml:15:17:" in tested
    assert "3 maps tested: 1 passed, 1 failed" in tested
    assert "other.yaml" not in done.stdout
    assert ".ci" not in done.stdout

    passed = place.pre_commit("run", "--files", "good.yaml", "other.yaml", folder=maps)
    assert passed.stdout.count("Passed") == 2, passed.stdout
    assert passed.returncode == 0


def test_pre_commit_accepts_the_manifest(place: Place) -> None:
    done = place.run(
        sys.executable,
        "-m",
        "pre_commit",
        "validate-manifest",
        str(ROOT / ".pre-commit-hooks.yaml"),
        folder=place.hooks,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_every_hook_calls_a_command_with_options_that_it_has(argmap: Invoke) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["argmap", "argmap-test"]
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert program == "argmap"
        known = argmap(command, "--help").out
        assert "--only-maps" in options
        assert all(option in known for option in options)


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_misspelt_key_passes_only_where_it_is_asked_for(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "misspelt.yaml").write_text(SOUND.replace("argmap:", "argmpa:"), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(TABLET.replace("thesis:", "theses:"), encoding="utf-8")
    assert argmap(command, "misspelt.yaml").code == 1
    passed = argmap(command, "--only-maps", "misspelt.yaml")
    assert passed.code == 0
    assert passed.out.startswith("0 maps"), "and this folder is not searched instead"
    assert argmap(command, "--only-maps", "misspelt.yaml", "bad.yaml").code == 1
    assert argmap(command, "--only-maps", "missing.yaml").code == 2
    assert argmap(command, "--only-maps").code == 1
