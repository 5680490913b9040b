"""Run argmap as `python -m argmap`."""

from __future__ import annotations

if __name__ == "__main__":  # a process that helps to check imports this module by another name
    from argmap.cli.main import run

    run()
