"""The layout engine: limits hold, and the next run works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.diagnostics import ArgmapError
from argmap.render.engine import LayoutError, Limits, place_nodes, run_graphviz

SMALL = "digraph {rankdir=LR; a -> b; a -> c}"


def tangled(count: int) -> str:
    """Write a graph that takes Graphviz very long."""
    edges = (f"n{at} -> n{at * step % count};" for at in range(count) for step in (7919, 104729))
    return f"digraph {{{''.join(edges)}}}"


def run_python(
    code: str, environment: dict[str, str] | None = None, cwd: Path | None = None
) -> str:
    """Run Python in a process of its own; give what it prints, on either stream."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        env=environment,
        cwd=cwd,
    )
    return done.stdout.strip()


def test_nodes_are_placed() -> None:
    places = place_nodes(SMALL)
    assert set(places) == {"a", "b", "c"}
    assert places["a"][0] < places["b"][0] == places["c"][0]
    assert places["b"][1] < places["c"][1]


def test_bad_dot_is_an_error_with_a_mend() -> None:
    with pytest.raises(ArgmapError, match="refuses") as caught:
        place_nodes("digraph { a -> ")
    assert caught.value.hint


def test_time_limit_stops_a_layout_and_the_next_one_works() -> None:
    with pytest.raises(LayoutError, match=r"longer than 0\.3 s"):
        run_graphviz(tangled(6000), limits=Limits(seconds=0.3))
    assert set(place_nodes(SMALL)) == {"a", "b", "c"}


def test_memory_limit_stops_a_layout_and_the_next_one_works() -> None:
    edges = "".join(f"n{at} -> n{at + 1};" for at in range(5000))
    with pytest.raises(LayoutError, match="out of memory"):
        run_graphviz(f"digraph {{{edges}}}", limits=Limits(memory=12 << 20))
    assert set(place_nodes(SMALL)) == {"a", "b", "c"}


def test_a_chain_of_twenty_thousand_does_not_overflow_the_stack() -> None:
    edges = "".join(f"n{at} -> n{at + 1};" for at in range(20_000))
    assert len(place_nodes(f"digraph {{{edges}}}", Limits(seconds=120))) == 20_001


def test_ctrl_c_stops_a_layout_at_once() -> None:
    code = (
        "import signal, threading, os\n"
        "from argmap.render.engine import Limits, place_nodes, run_graphviz\n"
        "from tests.render.test_engine import SMALL, tangled\n"
        "dot = tangled(20_000)\n"
        "place_nodes(SMALL)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "try:\n"
        "    run_graphviz(dot, limits=Limits(seconds=100_000))\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped', len(place_nodes(SMALL)))\n"
    )
    assert run_python(code, cwd=Path(__file__).parents[2]) == "stopped 3"


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    code = (
        "import sys, argmap.render.draw, argmap.render.engine;"
        "print([n for n in ('wasmtime', 'graphviz', 'resvg_py') if n in sys.modules])"
    )
    assert run_python(code) == "[]"


def test_a_machine_without_a_cache_folder_lays_out() -> None:
    code = f"from argmap.render.engine import place_nodes; print(len(place_nodes({SMALL!r})))"
    environment = {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/proc/nonexistent", "PATH": ""}
    assert run_python(code, environment) == "3"


def test_the_engine_says_nothing_at_the_end_of_a_process() -> None:
    code = f"from argmap.render.engine import place_nodes; place_nodes({SMALL!r})"
    assert run_python(code) == ""
