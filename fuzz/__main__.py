"""Try hostile inputs, made by their numbers, and say what came of it: `make fuzz`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.inputs import Inputs
from fuzz.target import try_configuration, try_map, try_source

DRAWN = 25
"""One of so many maps is drawn in every way."""
SHARE = 10
"""Of so many inputs one is a source and one a configuration."""
SECONDS_PER_KILOBYTE = 1.0
"""What takes longer is a fault."""


@dataclass
class Figures:
    """What came of the inputs so far."""

    executions: int = 0
    seconds: float = 0.0
    faults: list[int] = field(default_factory=list)
    """Numbers of the inputs that raised something."""
    slow: list[int] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    """Seconds per kilobyte, and the number of the input."""

    def __str__(self) -> str:
        """Write the figures in lines."""
        rate, number = self.slowest
        return (
            f"executions: {self.executions}\nseconds: {self.seconds:.0f}\n"
            f"tracebacks: {len(self.faults)} {self.faults[:20]}\n"
            f"over {SECONDS_PER_KILOBYTE:g} s per kilobyte: {len(self.slow)} {self.slow[:20]}\n"
            f"slowest: {rate:.3f} s per kilobyte (input {number})\n"
            f"peak memory: {peak_memory()}"
        )


def peak_memory() -> str:
    """Give the most memory that this process has held, where the system tells."""
    if sys.platform == "win32":
        return "not known here"
    import resource

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit:.0f} MB"


def run_one(number: int, folder: Path) -> int:
    """Try the input of a number and give its size in bytes."""
    inputs = Inputs(number)
    if number % SHARE == 0:
        data = inputs.source()
        try_source(data)
    elif number % SHARE == 1:
        data = inputs.configuration()
        try_configuration(data, folder)
    else:
        data = inputs.map()
        try_map(data, is_drawn=number % DRAWN == 2)
    return len(data)


def run_all(first: int, count: int, folder: Path, *, seconds: float = float("inf")) -> Figures:
    """Try inputs one after another, for some time at most."""
    figures = Figures()
    began = time.process_time()
    for number in range(first, first + count):
        before = time.process_time()
        size = 0
        try:
            size = run_one(number, folder)
        except Exception:  # noqa: BLE001 - whatever it is, it is a fault
            print(f"input {number}:\n{traceback.format_exc()}", file=sys.stderr, flush=True)
            figures.faults.append(number)
        rate = (time.process_time() - before) / max(1.0, size / 1024)
        figures.slowest = max(figures.slowest, (rate, number))
        if rate > SECONDS_PER_KILOBYTE:
            figures.slow.append(number)
        figures.executions += 1
        figures.seconds = time.process_time() - began
        if figures.seconds > seconds:
            break
    return figures


def main() -> int:
    """Run what the command line asks for; 1 where there is a fault."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--executions", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="of this process")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = run_all(asked.first, asked.executions, Path(folder), seconds=asked.seconds)
    print(figures)
    return int(bool(figures.faults or figures.slow))


if __name__ == "__main__":
    sys.exit(main())
