"""Check format and faults of the page's JavaScript and CSS with Biome: `make check`.

Standard library only. Biome is one program without Node; PyPI has it for Linux on x86-64 alone,
and there `make check` installs it. Elsewhere it is used where it is on `PATH` in the same version.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "2.3.11"
"""As in `pyproject.toml`: other versions find other faults and format otherwise."""
DEMAND = "ARGMAP_DEMAND_BIOME"
"""Set to 1, it is an error that there is no Biome."""
_CHECK = ("ci", "--error-on-warnings")
_MEND = ("check", "--write", "--error-on-warnings")


def find_biome() -> Path | None:
    """Find Biome: the one that pip put beside this Python, else on `PATH` in the right version."""
    # what pip installs is pinned, and says of itself that it is 0.0.0
    found = shutil.which("biome", path=str(Path(sys.executable).parent))
    if found is None:
        found = shutil.which("biome")
        found = found if found is not None and _version(found) == VERSION else None
    return None if found is None else Path(found)


def _version(program: str) -> str:
    try:
        told = subprocess.run(
            (program, "--version"), check=False, capture_output=True, text=True, encoding="utf-8"
        )
    except OSError:
        return ""
    return told.stdout.rpartition(" ")[2].strip()


def main(arguments: list[str]) -> int:
    """Check the page's sources, or mend them with `--write`; give the exit code."""
    biome = find_biome()
    if biome is None:
        print(
            f"JAVASCRIPT AND CSS LEFT UNCHECKED: there is no Biome {VERSION}; "
            "see https://biomejs.dev for how to install it"
        )
        return int(os.environ.get(DEMAND) == "1")
    root = Path(__file__).parent.parent
    command = (str(biome), *(_MEND if "--write" in arguments else _CHECK))
    return subprocess.run(command, check=False, cwd=root).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
