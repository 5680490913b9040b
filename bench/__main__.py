"""Measure argmap against its floors: `make bench`.

Every figure is the median over whole processes started in turn, so that a machine whose speed
drifts slows all of them alike. Ratios are taken within one run.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import evaluation, quotes
from bench.maps import write_map

SIZES = (50, 500, 5_000, 50_000)
RUNS = 5
BOUND = 4.0
"""`check` of 5,000 nodes takes less than so many times the floor."""

IMPORTS = "import click, pydantic, yaml"
COMPOSE = (
    "import gc, pathlib, sys, yaml; gc.disable(); "
    "yaml.compose(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'), Loader=yaml.CSafeLoader)"
)


def commands(path: Path) -> dict[str, list[str]]:
    """Give the processes to measure for one map."""
    python = sys.executable
    check = [python, "-m", "argmap", "check", str(path), "--output-format"]
    return {
        "python": [python, "-c", "pass"],
        "imports": [python, "-c", IMPORTS],
        "compose": [python, "-c", f"{IMPORTS}; {COMPOSE}", str(path)],
        "check": [*check, "concise", "--no-cache"],
    }


def seconds(command: list[str]) -> float:
    """Run a process to its end and give its wall time."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


def measure(path: Path) -> dict[str, float]:
    """Give the median wall time of each process in seconds."""
    chosen = commands(path)
    for command in chosen.values():
        seconds(command)
    times: dict[str, list[float]] = {name: [] for name in chosen}
    for _ in range(RUNS):
        for name, command in chosen.items():
            times[name].append(seconds(command))
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> None:
    """Print tables of times and ratios."""
    measure_checks()
    print()
    quotes.main()
    print()
    evaluation.main()


def measure_checks() -> None:
    """Print how long maps of several sizes take."""
    print(f"Python {sys.version.split()[0]}, median of {RUNS} runs, milliseconds")
    print("floor = imports of click, pydantic and yaml, plus yaml.compose with the C loader\n")
    print(
        f"{'nodes':>7} {'python':>8} {'imports':>8} {'floor':>8} {'check':>8} {'check/floor':>12}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"map{size}.yaml"
            path.write_text(write_map(size), encoding="utf-8")
            found = measure(path)
            ratio = found["check"] / found["compose"]
            figures = (found["python"], found["imports"], found["compose"], found["check"])
            cells = " ".join(f"{1000 * figure:8.0f}" for figure in figures)
            bound = f"  (bound {BOUND})" if size == 5_000 else ""  # noqa: PLR2004 - the size the bound is for
            print(f"{size:7} {cells} {ratio:12.2f}{bound}")


if __name__ == "__main__":
    main()
