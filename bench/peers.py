"""Other tools to be measured beside argmap: `python -m bench.peers` installs them.

They live in a folder of their own and are no part of argmap.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / ".peers"
ARGDOWN = ("1.7.5", "2.0.0")
VEROCASE = "0.7.2"
_PINS = {"2.0.0": {"@argdown/markdown-it-plugin": "1.7.7"}}
"""Argdown 2.0.0 asks for a version of this that was never published; JSON and maps need none."""


def find_argdown(version: str) -> str | None:
    """Give the program of a version of Argdown, where it is installed."""
    return shutil.which("argdown", path=str(_argdown_folder(version) / "node_modules" / ".bin"))


def find_verocase() -> str | None:
    """Give the program of verocase, where it is installed."""
    return shutil.which("verocase", path=str(_verocase_programs()))


def _argdown_folder(version: str) -> Path:
    return FOLDER / f"argdown-{version}"


def _verocase_programs() -> Path:
    return FOLDER / "verocase" / ("Scripts" if sys.platform == "win32" else "bin")


def main() -> None:
    """Install what is missing, with npm and pip."""
    npm = shutil.which("npm")
    for version in ARGDOWN if npm else ():
        if find_argdown(version) is None:
            _install_argdown(str(npm), version)
    if npm is None:
        print("npm is not there: without Node there is no Argdown to measure", file=sys.stderr)
    if find_verocase() is None:
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "verocase")], check=True)
        python = shutil.which("python", path=str(_verocase_programs())) or sys.executable
        wanted = f"verocase=={VEROCASE}"
        subprocess.run([python, "-m", "pip", "install", "--quiet", wanted], check=True)


def _install_argdown(npm: str, version: str) -> None:
    folder = _argdown_folder(version)
    folder.mkdir(parents=True, exist_ok=True)
    package = {
        "private": True,
        "dependencies": {"@argdown/cli": version},
        "overrides": _PINS.get(version, {}),
    }
    (folder / "package.json").write_text(json.dumps(package), encoding="utf-8")
    subprocess.run([npm, "install", "--no-audit", "--no-fund"], cwd=folder, check=True)


if __name__ == "__main__":
    main()
