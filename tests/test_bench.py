"""The benchmark: the same argument in every format, and honest verdicts."""

from __future__ import annotations

import math
import re
import sys

from bench import timing
from bench.bounds import Verdict, judge
from bench.foreign import write_argdown, write_ltac
from bench.maps import write_map
from bench.results import write_results
from bench.scenes import Scene
from bench.timing import Figures, measure

NODES = 200


def test_peers_read_the_same_argument() -> None:
    text = write_map(NODES)
    links = len(re.findall(r"- ref: ", text))
    attacks = len(re.findall(r"counterpoint: ", text))
    argdown, ltac = write_argdown(text).splitlines(), write_ltac(text).splitlines()
    assert len(argdown) == len(ltac) == NODES + links
    assert len({line.split("[")[1].split("]")[0] for line in argdown}) == NODES
    assert sum(line.lstrip().startswith("- ") for line in argdown) == attacks
    assert sum("^" in line for line in ltac) == links
    for line in ltac:
        assert re.fullmatch(r" *- (Claim|Evidence) (n\d+: .+\.|\^n\d+)", line)


def test_a_bound_that_is_missed_is_said_to_be() -> None:
    assert Verdict("a", 1.2, 1.2).words == "met"
    assert Verdict("a", 1.5, 1.2).words == "**missed** by 25 %"
    assert Verdict("a", 3.0, 3, is_least=True).words == "met"
    assert Verdict("a", 2.0, 3, is_least=True).words == "**missed** by 50 %"


def test_every_bound_is_judged() -> None:
    def scene(name: str, nodes: int, **seconds: float) -> Scene:
        return Scene(
            name, nodes, {key.replace("_", " "): Figures(s, 20) for key, s in seconds.items()}
        )

    start = Scene("start", 0, {"import click": Figures(2, 9), "argmap --version": Figures(3, 9)})
    check = scene("check", 5_000, imports=1, compose=2, check=4, Argdown_json=8)
    drawn = Scene("draw", 50_000, {name: Figures(9, 0) for name in ("render", "render --whole")})
    late = Scene("draw", 5_000, {**drawn.figures, "Argdown svg": Figures(math.inf, 0)})
    many = Scene("many", 2_000, {"--jobs 1": Figures(9, 0), "--jobs 2": Figures(6, 0)})
    scenes = [start, check, drawn, late, many]
    assert [found.found for found in judge(scenes)] == [1.5, 2, 2, 1, 9, 9, 0, 0, 1.5]
    written = write_results(scenes)
    assert "gain of `--jobs 2` over `--jobs 1` | 1.50 × | ≥ 1.8 × | **missed** by 20 %" in written
    assert "| Argdown svg |" not in written.split("## Checking one map")[0]


def test_a_process_that_does_not_end_counts_as_endless() -> None:
    kept = timing.TIMEOUT
    timing.TIMEOUT = 0.5
    try:
        commands = {
            "short": [sys.executable, "-c", "pass"],
            "endless": [sys.executable, "-c", "import time; time.sleep(60)"],
        }
        found = measure(commands, 1)
    finally:
        timing.TIMEOUT = kept
    assert math.isinf(found["endless"].seconds)
    assert 0 < found["short"].seconds < math.inf
