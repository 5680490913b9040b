"""Whole processes, timed in turn: a machine whose speed drifts slows all of them alike."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

TIMEOUT = 60.0
"""Seconds after which a process is ended, and counts as never ending."""


class Figures(NamedTuple):
    """What a process takes: medians over its runs."""

    seconds: float
    """Wall time; infinite where it was ended after `TIMEOUT`."""
    megabytes: float
    """Most memory at once; 0 where the system does not tell."""


def measure(commands: Mapping[str, list[str]], runs: int) -> dict[str, Figures]:
    """Measure processes, each once unmeasured and then all in turn.

    Args:
        commands: by name.
        runs: how often each is measured.
    """
    found: dict[str, list[Figures]] = {name: [] for name in commands}
    ended = {name for name, command in commands.items() if math.isinf(_run(command).seconds)}
    for _ in range(runs):
        for name, command in commands.items():
            if name not in ended:
                found[name].append(_run(command))
    return {name: _median(figures) for name, figures in found.items()}


def _median(figures: list[Figures]) -> Figures:
    if not figures:
        return Figures(math.inf, 0.0)
    return Figures(*(statistics.median(values) for values in zip(*figures, strict=True)))


def _run(command: list[str]) -> Figures:
    """Run a process to its end; byte code is kept, as it is where a program is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        code, megabytes = _wait(process, start + TIMEOUT)
    if code is None:
        return Figures(math.inf, 0.0)
    if code not in {0, 1}:
        raise SystemExit(f"exit code {code}: {' '.join(command)}")
    return Figures(time.perf_counter() - start, megabytes)


def _wait(process: subprocess.Popen[bytes], deadline: float) -> tuple[int | None, float]:
    """Wait for a process, and give its exit code and its memory; None where it had to be ended."""
    if sys.platform == "win32":
        try:
            return process.wait(deadline - time.perf_counter()), 0.0
        except subprocess.TimeoutExpired:
            process.kill()
            return None, 0.0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            unit = 1e6 if sys.platform == "darwin" else 1e3
            return process.returncode, usage.ru_maxrss / unit
        if time.perf_counter() > deadline:
            process.kill()
            return None, 0.0
        time.sleep(0.001)
