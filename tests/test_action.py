"""The GitHub action: its shell runs as it stands, with the exit codes of the plain command."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from tests.conftest import ROOT, TABLET, bash_only
from tests.test_hooks import SOUND
from tests.wheelhouse import copy_project, offline, write_wheels

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

TEXT = (ROOT / "action.yml").read_text(encoding="utf-8")
ACTION = yaml.safe_load(TEXT)
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
MAPS = {
    "clean": SOUND,
    "weak": TABLET,
    "broken": "argmap: 1\ntitle: [\n",
    "missing": None,
}
CODES = {"clean": 0, "weak": 1, "broken": 1, "missing": 2}


class Ran(NamedTuple):
    """What a step of the action came to."""

    code: int
    out: str
    outputs: dict[str, str]


def step(name: str) -> dict[str, Any]:
    """Give the step with an id."""
    (found,) = (step for step in STEPS if step.get("id") == name)
    return found


def run_step(name: str, folder: Path, given: dict[str, str], environment: dict[str, str]) -> Ran:
    """Run a step's script as GitHub does.

    Args:
        name: the step's id.
        folder: the repository that is checked.
        given: inputs and outputs of earlier steps, as `inputs.paths` names them.
        environment: what the runner sets.
    """
    defaults = {f"inputs.{key}": item["default"] for key, item in ACTION["inputs"].items()}
    found = step(name)
    variables = {
        key: re.sub(r"\$\{\{ (.+?) \}\}", lambda hit: (defaults | given)[hit[1]], value)
        for key, value in found["env"].items()
    }
    output = folder.parent / f"{name}.output"
    output.write_text("", encoding="utf-8")
    script = folder.parent / f"{name}.sh"
    script.write_text(found["run"], encoding="utf-8")
    bash = shutil.which("bash")
    assert bash is not None, "the action is a bash script: bash is needed to test it"
    done = subprocess.run(  # noqa: S603 - the script under test
        [bash, "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder,
        env=environment
        | {"GITHUB_OUTPUT": str(output), "RUNNER_TEMP": str(folder.parent)}
        | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = output.read_text(encoding="utf-8").splitlines()
    written = dict(line.split("=", 1) for line in lines)
    return Ran(done.returncode, done.stdout + done.stderr, written)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make somebody's repository."""
    made = tmp_path / "work"
    made.mkdir()
    for name, text in MAPS.items():
        if text is not None:
            (made / f"{name}.yaml").write_text(text, encoding="utf-8")
    return made


def check(folder: Path, program: Path, **inputs: str) -> Ran:
    """Run the step `check` with some inputs."""
    given = {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
    return run_step(
        "check", folder, given | {"steps.install.outputs.command": str(program)}, {**os.environ}
    )


@bash_only
@pytest.mark.parametrize("upload", ["false", "true"], ids=["log", "upload"])
@pytest.mark.parametrize("name", MAPS)
def test_the_step_ends_as_the_plain_command_does(
    argmap: Invoke,
    folder: Path,
    program: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    upload: str,
) -> None:
    monkeypatch.chdir(folder)
    plain = argmap("check", f"{name}.yaml", "--output-format", "github")
    ran = check(folder, program, paths=f"{name}.yaml\n", upload_sarif=upload)
    assert plain.code == CODES[name]
    assert (ran.code, ran.out) == (plain.code, plain.out + plain.err)
    assert ran.outputs["exit-code"] == str(plain.code)
    assert ("sarif" in ran.outputs) == (upload == "true")
    if upload == "true":
        log = json.loads((folder.parent / "argmap.sarif").read_text(encoding="utf-8"))
        assert ran.outputs["sarif"] == str(folder.parent / "argmap.sarif")
        assert bool(log["runs"][0]["results"]) == bool(plain.out)


@bash_only
def test_without_paths_the_whole_folder_is_checked(folder: Path, program: Path) -> None:
    ran = check(folder, program, output_format="concise")
    assert ran.code == 1
    assert "weak.yaml:11:14: AM201" in ran.out
    assert "broken.yaml:" in ran.out


@bash_only
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        pytest.param({"fail_on": "error"}, 0, id="fail-on"),
        pytest.param({"args": "--ignore\nAM201\n"}, 0, id="args"),
        pytest.param({"args": "--fail-on\nerror"}, 0, id="args have the last word"),
        pytest.param({"fail_on": "disaster"}, 2, id="wrong usage"),
        pytest.param({"fail_on": "disaster", "upload_sarif": "true"}, 2, id="nothing to upload"),
        pytest.param({"output_format": "punch card"}, 2, id="unknown format"),
    ],
)
def test_inputs_reach_the_command(
    folder: Path, program: Path, inputs: dict[str, str], code: int
) -> None:
    ran = check(folder, program, paths="weak.yaml", **inputs)
    assert ran.code == code, ran.out
    assert "sarif" not in ran.outputs


@bash_only
def test_inputs_are_data_and_never_shell(folder: Path, program: Path) -> None:
    odd = folder / 'it\'s "$(touch pwned)"; `touch pwned` && *.yaml'
    odd.write_text(SOUND, encoding="utf-8")
    ran = check(folder, program, paths=f"{odd.name}\n\n-- no option.yaml\n", upload_sarif="true")
    assert ran.code == 2, "one path is missing"
    assert "-- no option.yaml" in ran.out
    assert "pwned" not in ran.out
    assert not (folder / "pwned").exists()
    assert check(folder, program, paths=odd.name).code == 0


@bash_only
def test_the_action_installs_itself_and_checks(
    tmp_path_factory: pytest.TempPathFactory, folder: Path
) -> None:
    base = tmp_path_factory.mktemp("action")
    (base / "wheels").mkdir()
    write_wheels(base / "wheels")
    copy_project(base / "source")
    environment = offline(base / "wheels", base / "scratch")
    programs = os.path.dirname(sys.executable)  # noqa: PTH120 - a symbolic link stays one
    environment["PATH"] = programs + os.pathsep + environment["PATH"]
    environment["GITHUB_ACTION_PATH"] = str(base / "source")

    installed = run_step("install", folder, {}, environment)
    assert installed.code == 0, installed.out
    given = {
        "steps.install.outputs.command": installed.outputs["command"],
        "inputs.paths": "weak.yaml",
        "inputs.output-format": "concise",
    }
    ran = run_step("check", folder, given, environment)
    assert ran.code == 1, ran.out
    assert ran.out.startswith("weak.yaml:11:14: AM201")


def test_no_script_holds_an_expression_and_every_one_names_its_shell() -> None:
    scripts = [step for step in STEPS if "run" in step]
    assert len(scripts) == 2
    for found in scripts:
        assert "${{" not in found["run"]
        assert found["shell"] == "bash"


def test_the_findings_are_uploaded_although_they_fail_the_step() -> None:
    upload = STEPS[-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["if"] == "${{ !cancelled() && steps.check.outputs.sarif != '' }}"
    assert not any("continue-on-error" in found for found in STEPS)


@pytest.mark.parametrize("path", ["action.yml", ".github/workflows/ci.yml", "docs/ci.md"])
def test_what_others_wrote_is_pinned_to_a_commit_with_its_version(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert used
    for line in used:
        is_pinned = re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
        assert is_pinned or line in {"./", "OWNER/argmap@COMMIT"}, line


def test_pins_agree_wherever_they_stand() -> None:
    pins: dict[str, set[str]] = {}
    for path in ("action.yml", ".github/workflows/ci.yml", "docs/ci.md"):
        text = (ROOT / path).read_text(encoding="utf-8")
        for name, pin in re.findall(r"uses: ([\w./-]+)@([0-9a-f]{40} # \S+)", text):
            pins.setdefault(name, set()).add(pin)
    assert all(len(found) == 1 for found in pins.values()), pins


def test_every_input_is_used_and_described() -> None:
    assert set(re.findall(r"inputs\.([\w-]+)", TEXT)) == set(ACTION["inputs"])
    assert all(item["description"] for item in ACTION["inputs"].values())
