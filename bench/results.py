"""What was measured, as Markdown."""

from __future__ import annotations

import math
import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bench.bounds import judge
from bench.peers import ARGDOWN, VEROCASE, find_argdown, find_verocase
from bench.timing import TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.scenes import Scene
    from bench.timing import Figures

FILE = Path(__file__).parent / "RESULTS.md"

_TITLES = {
    "start": "Start",
    "check": "Checking one map",
    "draw": "Drawing one map as SVG",
    "many": "Checking many maps",
}
_NOTES = {
    "start": "Milliseconds; `imports` are click, yaml and pydantic.",
    "check": "Milliseconds, and megabytes at the most. `compose` is the imports and `yaml.compose` "
    "with the C loader, the collector off. The peers read the same statements, supports, attacks "
    "and cross links in their own formats, without the citations and concessions.",
    "draw": "Milliseconds. `render` draws an overview where no page can hold all cards; `--whole` "
    "draws every card with its text, as Argdown does, and wraps the lines itself.",
    "many": "Milliseconds, for so many maps of 20 to 80 nodes.",
}


def write_results(scenes: list[Scene]) -> str:
    """Write tables of bounds and times."""
    lines = ["# Speed", "", "<!-- Written by `make bench`: do not edit. -->", ""]
    lines += [_machine(), "", "Medians of whole processes, started in turn; ratios within one run."]
    lines += [f"«> {TIMEOUT:.0f} s»: ended after that time.", "", "## Bounds", ""]
    lines += ["| what | found | bound | |", "|---|--:|--:|---|"]
    for verdict in judge(scenes):
        sign = "≥" if verdict.is_least else "≤"
        found = "∞" if math.isinf(verdict.found) else f"{verdict.found:.2f}"
        bound = f"{sign} {verdict.bound:g} {verdict.unit}"
        lines.append(f"| {verdict.what} | {found} {verdict.unit} | {bound} | {verdict.words} |")
    for name, title in _TITLES.items():
        measured = [scene for scene in scenes if scene.name == name]
        if measured:
            lines += ["", f"## {title}", "", _NOTES[name], "", *_table(measured)]
    return "\n".join(lines) + "\n"


def _table(scenes: list[Scene]) -> Iterator[str]:
    unit = "maps" if scenes[0].name == "many" else "nodes"
    heads = [f"{scene.nodes:,} {unit}" if scene.nodes else "ms" for scene in scenes]
    yield f"| | {' | '.join(heads)} |"
    yield f"|---|{'--:|' * len(scenes)}"
    with_memory = scenes[0].name == "check"
    for name in scenes[0].figures:
        cells = [_cell(scene.figures[name], with_memory=with_memory) for scene in scenes]
        yield f"| {name} | {' | '.join(cells)} |"


def _cell(figures: Figures, *, with_memory: bool) -> str:
    if math.isinf(figures.seconds):
        return f"> {TIMEOUT:.0f} s"
    memory = f" ({figures.megabytes:.0f} MB)" if with_memory and figures.megabytes else ""
    return f"{1_000 * figures.seconds:,.0f}{memory}"


def _machine() -> str:
    """Name machine, versions and date."""
    parts = [f"{datetime.now(UTC):%Y-%m-%d}", platform.system(), _processor()]
    parts.append(f"{os.cpu_count()} cores")
    parts.append(f"Python {platform.python_version()}")
    parts += [f"{name} {version(name)}" for name in ("argmap", "click", "PyYAML", "pydantic")]
    node = shutil.which("node")
    if node and any(map(find_argdown, ARGDOWN)):
        done = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
        parts.append(f"Node {done.stdout.strip()}")
        parts += [f"Argdown {name}" for name in ARGDOWN if find_argdown(name)]
    parts += [f"verocase {VEROCASE}"] if find_verocase() else []
    return ", ".join(parts) + "."


def _processor() -> str:
    """Name the processor, as far as the system tells."""
    told = Path("/proc/cpuinfo")
    if told.is_file():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
