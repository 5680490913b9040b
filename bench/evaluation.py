"""How long a large map is read, and how long it is evaluated."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from argmap.app.load import Argument, load
from argmap.evaluate.crux import find_cruxes
from argmap.evaluate.labelling import evaluate
from bench.maps import write_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.graph.types import Graph

SIZE = 100_000
CRUX_SIZE = 5_000
RUNS = 3


def main() -> None:
    """Print what evaluating costs beside reading; it is to cost less."""
    text = write_map(SIZE)
    reading = seconds(lambda: load(text))
    graph = graph_of(load(text))
    evaluating = seconds(lambda: evaluate(graph))
    print(f"{SIZE:,} nodes, median of {RUNS} runs, milliseconds")
    print(f"{'read':>10} {'evaluate':>10} {'evaluate/read':>15}")
    ratio = evaluating / reading
    print(f"{1000 * reading:10.0f} {1000 * evaluating:10.0f} {ratio:15.2f}  (bound 1.0)")
    small = graph_of(load(write_map(CRUX_SIZE)))
    evaluation = evaluate(small)
    crux = seconds(lambda: find_cruxes(small, evaluation))
    print(f"crux of {CRUX_SIZE:,} nodes: {1000 * crux:.0f}")


def graph_of(argument: Argument) -> Graph:
    """Give the graph of a map that has one."""
    if argument.graph is None:
        raise SystemExit("the map of the benchmark cannot be read")
    return argument.graph


def seconds(work: Callable[[], object]) -> float:
    """Do some work several times and give the median of its wall times."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
