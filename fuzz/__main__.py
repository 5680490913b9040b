"""Try hostile inputs, made by their numbers, and say what came of it: `make fuzz`.

What was found so far, and the number to go on from with `--first`, is told every so often.
"""

from __future__ import annotations

import argparse
import sys
import time

from fuzz.figures import Figures
from fuzz.run import run_all

TOLD = 60.0
"""How far it has come is told every so many seconds."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for; 1 where there is a fault."""
    parser = argparse.ArgumentParser(prog="fuzz", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--executions", type=int, default=20_000, metavar="N")
    parser.add_argument("--hostile", type=int, metavar="N", help="maps only, written in every way")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="of the first input")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="of the processor")
    asked = parser.parse_args(arguments)
    figures = Figures()
    count = asked.executions if asked.hostile is None else asked.hostile
    told = time.monotonic()
    try:
        for figures in run_all(
            asked.first,
            count,
            jobs=asked.jobs,
            seconds=asked.seconds,
            is_hostile=asked.hostile is not None,
        ):
            if time.monotonic() - told > TOLD:
                told = time.monotonic()
                print(f"{figures}\nto go on: --first {asked.first + figures.executions}\n")
                sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"interrupted; to go on: --first {asked.first + figures.executions}")
    print(figures)
    return int(figures.is_faulty)


if __name__ == "__main__":
    sys.exit(main())
