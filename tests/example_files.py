"""Examples in the documentation of rules that need files beside the map.

Comments at the top of an example name a file and hold what is in it:

    # essay.txt:
    #   The landing is not safe.
    argmap: 1
    …
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FILE = re.compile(r"# (?P<name>[\w./-]+\.\w+):\n(?P<lines>(?:#(?:   .*)?\n)+)")


def write_example(example: str, folder: Path) -> Path:
    """Write an example, and the files that it shows, into a folder, and give the map's path."""
    for file in _FILE.finditer(example):
        lines = [line.removeprefix("#").removeprefix("   ") for line in file["lines"].splitlines()]
        path = folder / file["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    path = folder / "map.yaml"
    encoding = "latin-1" if example.startswith("# saved as Latin-1") else "utf-8"
    path.write_text(f"{example}\n", encoding=encoding)
    return path
