"""Trying inputs by their numbers, in this process or in several.

What other processes are to find stands here: they do not see what is in `__main__`.
"""

from __future__ import annotations

import faulthandler
import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from fuzz.figures import Figures, peak_memory
from fuzz.inputs import LARGE_SIZE, USUAL_SIZE, Inputs
from fuzz.target import try_configuration, try_map, try_source

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAWN = 25
"""One of so many maps is drawn as well."""
SHARE = 10
"""Of so many inputs one is a source and one a configuration."""
BLOCK = 500
"""So many inputs are tried before another process is given some, or time is looked at."""
BLOCK_SECONDS = 600
"""An input hangs where a block of them takes longer: the process says where, and ends."""


def run_one(number: int, folder: Path, *, is_hostile: bool = False) -> int:
    """Try the input of a number and give its size in bytes.

    Args:
        number: of the input.
        folder: for files.
        is_hostile: whether it is a map in any case, a large one too, and written in every way.
    """
    inputs = Inputs(number, LARGE_SIZE if is_hostile else USUAL_SIZE)
    if is_hostile:
        data = inputs.map()
        try_map(data)
    elif number % SHARE == 0:
        data = inputs.source()
        try_source(data)
    elif number % SHARE == 1:
        data = inputs.configuration()
        try_configuration(data, folder)
    else:
        data = inputs.map()
        try_map(data, turn=number, is_drawn=number % DRAWN == 2)
    return len(data)


def run_block(first: int, end: int, *, is_hostile: bool = False) -> Figures:
    """Try inputs one after another."""
    figures = Figures()
    held = peak_memory()
    faulthandler.dump_traceback_later(BLOCK_SECONDS, exit=True, file=2)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, end):
            before = time.process_time()
            size = 0
            try:
                size = run_one(number, Path(folder), is_hostile=is_hostile)
            except Exception:  # noqa: BLE001 - whatever it is, it is a fault
                print(
                    f"input {number}:\n{traceback.format_exc(limit=-12)}",
                    file=sys.stderr,
                    flush=True,
                )
                figures.faults.append(number)
            figures.note(number, size, time.process_time() - before)
    faulthandler.cancel_dump_traceback_later()
    peak = peak_memory()
    # what the process held before is none of these inputs' doing
    figures.megabytes = peak if peak > held else 0.0
    return figures


def run_all(
    first: int,
    count: int,
    *,
    jobs: int = 1,
    seconds: float = float("inf"),
    is_hostile: bool = False,
) -> Iterator[Figures]:
    """Try inputs block by block; gives the figures so far after each.

    Args:
        first: number of the first input.
        count: of inputs.
        jobs: how many processes try them.
        seconds: of the processor; no block is begun after them.
        is_hostile: as in `run_one`.
    """
    starts = range(first, first + count, BLOCK)
    ends = [min(start + BLOCK, first + count) for start in starts]
    work = partial(run_block, is_hostile=is_hostile)
    figures = Figures()
    if jobs == 1:
        for block in map(work, starts, ends):
            figures.add(block)
            yield figures
            if figures.seconds > seconds:
                return
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        for block in pool.map(work, starts, ends):
            figures.add(block)
            yield figures
            if figures.seconds > seconds:
                pool.shutdown(wait=False, cancel_futures=True)
                return
