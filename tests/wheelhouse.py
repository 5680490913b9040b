"""Wheels made from what is installed here: pip installs argmap from them without an index.

A hook and the action install argmap into an environment of their own. For a test to do so really
and offline, pip needs a folder with everything that argmap needs to be built and to run.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import shutil
import tomllib
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PROJECT = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "src")
"""What is copied of the project: enough to build it, and to be a repository of hooks."""
_OF_THE_INSTALLER = ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")
_DEAD_PROXY = "http://127.0.0.1:9"


def copy_project(folder: Path) -> None:
    """Copy what a user of the hooks or of the action gets."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)


def offline(wheels: Path, scratch: Path) -> dict[str, str]:
    """Give an environment in which pip has these wheels and nothing else, git no settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(
            ("PIP_", "PYTHON", "GIT_", "PRE_COMMIT", "VIRTUALENV_", "COV")
        )
        and name not in {"SKIP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    }
    return kept | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_CACHE_DIR": str(scratch / "pip"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PRE_COMMIT_HOME": str(scratch / "pre-commit"),
        "VIRTUALENV_OVERRIDE_APP_DATA": str(scratch / "virtualenv"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "http_proxy": _DEAD_PROXY,
        "https_proxy": _DEAD_PROXY,
        "HTTP_PROXY": _DEAD_PROXY,
        "HTTPS_PROXY": _DEAD_PROXY,
    }


def write_wheels(folder: Path) -> None:
    """Write a wheel of everything that argmap needs to be built and to run."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    for found in _closure(project["build-system"]["requires"] + project["project"]["dependencies"]):
        _write_wheel(found, folder)


def _closure(requirements: Iterable[str]) -> Iterator[Distribution]:
    seen: set[str] = set()
    waiting = list(requirements)
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        if name in seen or not (requirement.marker is None or requirement.marker.evaluate()):
            continue
        seen.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError as error:
            message = f"{name} is not installed: run `make test`, or install the group `dev`"
            raise AssertionError(message) from error
        waiting += found.requires or []
        yield found


def _write_wheel(found: Distribution, folder: Path) -> None:
    name = canonicalize_name(found.metadata["Name"]).replace("-", "_")
    stem = f"{name}-{found.version}"
    records: list[tuple[str, str, str | int]] = []
    with zipfile.ZipFile(folder / f"{stem}-{_tag(found)}.whl", "w") as wheel:
        for path, data in _iter_files(found):
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            records.append((path, f"sha256={digest}", len(data)))
            wheel.writestr(path, data)
        (info,) = {path.split("/")[0] for path, *_ in records if path.endswith("/METADATA")}
        table = io.StringIO()
        csv.writer(table, lineterminator="\n").writerows([*records, (f"{info}/RECORD", "", "")])
        wheel.writestr(f"{info}/RECORD", table.getvalue())


def _iter_files(found: Distribution) -> Iterator[tuple[str, bytes]]:
    for path in found.files or []:
        is_inside = ".." not in path.parts and "__pycache__" not in path.parts
        if is_inside and path.name not in _OF_THE_INSTALLER:
            yield path.as_posix(), path.read_binary()


def _tag(found: Distribution) -> str:
    """Compress the tags of a wheel as its file name has them."""
    lines = (found.read_text("WHEEL") or "").splitlines()
    tags = [line.removeprefix("Tag: ").split("-") for line in lines if line.startswith("Tag: ")]
    return "-".join(".".join(dict.fromkeys(column)) for column in zip(*tags, strict=True))
