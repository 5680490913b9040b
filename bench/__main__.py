"""Measure argmap against its floors and its peers: `make bench`.

Every figure is the median over whole processes started in turn. `make bench-peers` installs the
peers; without them they are left out. Writes `bench/RESULTS.md`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import quotes, scenes
from bench.results import FILE, write_results


def main() -> None:
    """Measure everything, and write and print the tables."""
    measured = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured.append(scenes.start(folder))
        measured += [scenes.check(folder, nodes) for nodes in scenes.CHECKED]
        measured += [scenes.draw(folder, nodes) for nodes in scenes.DRAWN]
        measured += [scenes.check_many(folder, maps) for maps in (scenes.FEW, scenes.MAPS)]
    written = write_results(measured)
    FILE.write_text(written, encoding="utf-8", newline="\n")
    print(written)
    quotes.main()


if __name__ == "__main__":
    main()
