"""The workflows of `docs/ci.md` work as they stand: their scripts are run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.conftest import ROOT, TABLET, bash_only
from tests.test_docs import blocks
from tests.test_hooks import SOUND

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
WORKFLOWS: list[dict[str, Any]] = [yaml.safe_load(block) for block in blocks(PAGE, "yaml")]
HOOKS = [workflow["repos"] for workflow in WORKFLOWS if "repos" in workflow]
GITHUB = [workflow["jobs"]["check"] for workflow in WORKFLOWS if "jobs" in workflow]
GITLAB = [workflow["maps"] for workflow in WORKFLOWS if "maps" in workflow]


def scripts() -> list[str]:
    """Give every script of the page, without its installation."""
    found = [[step["run"] for step in job["steps"] if "run" in step] for job in GITHUB]
    found += [job["script"] for job in GITLAB]
    lines = [[line for line in script if not line.startswith("pip ")] for script in found]
    return ["\n".join(script) for script in lines if script] + blocks(PAGE, "sh")


def test_the_page_holds_what_it_says() -> None:
    assert (len(HOOKS), len(GITHUB), len(GITLAB)) == (2, 4, 1)
    assert len(HOOKS) + len(GITHUB) + len(GITLAB) == len(WORKFLOWS)
    assert len(scripts()) == 5
    assert all("argmap check" in script for script in scripts())


@bash_only
@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (TABLET, 1)], ids=["sound", "weak"])
def test_the_scripts_pass_and_fail_with_the_maps(
    program: Path, tmp_path: Path, number: int, text: str, code: int
) -> None:
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    bash = shutil.which("bash")
    assert bash is not None, "the page's scripts are for bash: it is needed to test them"
    done = subprocess.run(  # noqa: S603 - the scripts under test
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", scripts()[number]],
        cwd=tmp_path,
        env=os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    written = re.findall(r"> (\S+)", scripts()[number])
    for name in written:
        content = (tmp_path / name).read_text(encoding="utf-8")
        assert json.loads(content) is not None if "json" in name else content


@pytest.mark.parametrize("job", GITLAB)
def test_gitlab_is_given_the_files_that_are_written(job: dict[str, Any]) -> None:
    written = set(re.findall(r"> (\S+)", "\n".join(job["script"])))
    assert set(job["artifacts"]["reports"].values()) == written


@pytest.mark.parametrize("repositories", HOOKS)
def test_the_hooks_exist(repositories: list[dict[str, Any]]) -> None:
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    known = {hook["id"] for hook in manifest}
    used = {hook["id"] for repository in repositories for hook in repository["hooks"]}
    assert used <= known


def test_the_inputs_of_the_action_are_listed_with_their_defaults() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    _, table, _ = re.split(r"Its inputs:|Its outputs", PAGE)
    listed = dict(re.findall(r"^\| `([\w-]+)` \|.*\| (.*) \|$", table, re.MULTILINE))
    assert set(listed) == set(action["inputs"])
    for name, default in listed.items():
        value = action["inputs"][name]["default"]
        assert default == f"`{value}`" if value else "`" not in default
    steps = [step for job in GITHUB for step in job["steps"]]
    used = [step for step in steps if step.get("uses") == "OWNER/argmap@COMMIT"]
    assert len(used) == 2
    assert all(set(step.get("with", {})) <= set(listed) for step in used)
