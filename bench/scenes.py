"""What is measured: floors, argmap and its peers, on one map or on many."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from bench.maps import write_map
from bench.peers import ARGDOWN, find_argdown, find_verocase
from bench.timing import Figures, measure

if TYPE_CHECKING:
    from pathlib import Path

CHECKED = (50, 500, 5_000, 50_000)
DRAWN = (1_000, 5_000, 50_000)
MAPS = 2_000
FEW = 5
_MAP_SIZES = (20, 40, 60, 80)
"""Nodes of the many maps, in turn."""
_LARGE = 50_000

_IMPORTS = "import click, yaml, pydantic"
_COMPOSE = (
    "import gc, pathlib, sys, yaml; gc.disable(); "
    "yaml.compose(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'), Loader=yaml.CSafeLoader)"
)
_PYTHON = sys.executable
_ARGMAP = [_PYTHON, "-m", "argmap"]


class Scene(NamedTuple):
    """Processes measured beside one another."""

    name: str
    nodes: int
    figures: dict[str, Figures]


def _runs(nodes: int) -> int:
    return 3 if nodes >= _LARGE else 5


def start(folder: Path) -> Scene:
    """Measure how long it takes to say a version, beside what is imported for it."""
    del folder
    commands = {
        "python": [_PYTHON, "-c", "pass"],
        "import click": [_PYTHON, "-c", "import click"],
        "imports": [_PYTHON, "-c", _IMPORTS],
        "argmap --version": [*_ARGMAP, "--version"],
    }
    return Scene("start", 0, measure(commands, 15))


def check(folder: Path, nodes: int) -> Scene:
    """Measure checking a map, beside floors and beside what peers do with the same argument."""
    path = _write(folder, nodes)
    checking = [*_ARGMAP, "check", str(path), "--output-format", "concise"]
    commands = {
        "python": [_PYTHON, "-c", "pass"],
        "import click": [_PYTHON, "-c", "import click"],
        "imports": [_PYTHON, "-c", _IMPORTS],
        "compose": [_PYTHON, "-c", f"{_IMPORTS}; {_COMPOSE}", str(path)],
        "check": [*checking, "--no-cache"],
        "check, warm": checking,
    }
    for version, program in _argdowns():
        foreign = str(path.with_suffix(".argdown"))
        commands[f"Argdown {version} json"] = [program, "json", foreign, str(folder)]
    verocase = find_verocase()
    if verocase is not None:
        ltac = str(path.with_suffix(".ltac"))
        commands["verocase --validate"] = [verocase, "--ltac", ltac, "--validate"]
    return Scene("check", nodes, measure(commands, _runs(nodes)))


def draw(folder: Path, nodes: int) -> Scene:
    """Measure drawing a map as SVG: as argmap chooses, all its cards, and as Argdown does."""
    path = _write(folder, nodes)
    out = str(folder / "drawn.svg")
    commands = {
        "render": [*_ARGMAP, "render", str(path), "-o", out],
        "render --whole": [*_ARGMAP, "render", str(path), "--whole", "-o", out],
    }
    for version, program in _argdowns():
        foreign = str(path.with_suffix(".argdown"))
        commands[f"Argdown {version} svg"] = [program, "map", "-f", "svg", foreign, str(folder)]
    return Scene("draw", nodes, measure(commands, 3))


def check_many(folder: Path, maps: int) -> Scene:
    """Measure checking a folder of maps in one process, in two, and in as many as argmap takes."""
    corpus = folder / f"corpus{maps}"
    corpus.mkdir()
    for number in range(maps):
        text = write_map(_MAP_SIZES[number % len(_MAP_SIZES)], seed=number)
        (corpus / f"map{number:04}.yaml").write_text(text, encoding="utf-8")
    checking = [*_ARGMAP, "check", str(corpus), "--output-format", "concise", "--no-cache"]
    commands = {
        "--jobs 1": [*checking, "--jobs", "1"],
        "--jobs 2": [*checking, "--jobs", "2"],
        "as argmap chooses": checking,
    }
    return Scene("many", maps, measure(commands, 3))


def _argdowns() -> list[tuple[str, str]]:
    found = ((version, find_argdown(version)) for version in ARGDOWN)
    return [(version, program) for version, program in found if program is not None]


def _write(folder: Path, nodes: int) -> Path:
    """Write a map, and its argument in the peers' formats."""
    path = folder / f"map{nodes}.yaml"
    # In another process: on Linux the memory of one that starts others counts as theirs, too.
    subprocess.run([_PYTHON, "-m", "bench.foreign", str(path), str(nodes)], check=True)
    return path
