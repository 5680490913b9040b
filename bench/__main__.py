"""Measure argmap against its floors and its peers: `make bench`.

Every figure is the median over whole processes started in turn. `make bench-peers` installs the
peers; without them they are left out. Writes `bench/RESULTS.md` after each step, so that a run
that is broken off leaves what it has measured.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import scenes
from bench.results import FILE, write_results

if TYPE_CHECKING:
    from collections.abc import Iterator


def main() -> None:
    """Measure everything, and write and print the tables."""
    measured: list[scenes.Scene] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for scene in _scenes(folder):
            measured.append(scene)
            FILE.write_text(write_results(measured), encoding="utf-8", newline="\n")
    print(write_results(measured))
    # Imported late: memory of a process that starts others counts as theirs, too, on Linux.
    from bench import quotes

    quotes.main()


def _scenes(folder: Path) -> Iterator[scenes.Scene]:
    yield scenes.start(folder)
    for nodes in scenes.CHECKED:
        yield scenes.check(folder, nodes)
    for maps in (scenes.FEW, scenes.MAPS):
        yield scenes.check_many(folder, maps)
    for nodes in scenes.DRAWN:
        yield scenes.draw(folder, nodes)


if __name__ == "__main__":
    main()
