"""How many processes are worth their start; what starts them is in `argmap.app.pool`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BYTES_FOR_A_WORKER = 2_000_000
"""Measured: a process starts in 0.15 s, and checks so much in 0.3 to 0.5 s."""
_MOST_WORKERS = 61
"""Windows waits for no more processes at once."""


def worker_count(jobs: int | None, paths: Sequence[str]) -> int:
    """Say how many processes are to share the work.

    Args:
        jobs: as asked for; 0 for the number of cores, None for what saves time.
        paths: of the files to be checked.
    """
    if jobs is None and len(paths) > 1:
        jobs = min(_core_count(), max(1, sum(map(_size, paths)) // BYTES_FOR_A_WORKER))
    return max(1, min(jobs or _core_count(), len(paths), _MOST_WORKERS))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - paths by the thousand
    except OSError:
        return 0


def _core_count() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
