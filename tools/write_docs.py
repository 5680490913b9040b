"""Write the pages of `docs/` that are made from the program: `make docs`."""

from __future__ import annotations

from pathlib import Path

from argmap.app.files import write_file
from argmap.app.pages import PAGES

DOCS = Path(__file__).parent.parent / "docs"


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        write_file(DOCS / name, page().encode())
        print(f"wrote docs/{name}")


if __name__ == "__main__":
    main()
