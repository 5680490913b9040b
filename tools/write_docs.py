"""Write what is made from the program, pages and picture of `docs/` and table: `make docs`."""

from __future__ import annotations

import re
from pathlib import Path

from argmap import load, render
from argmap.app.files import write_file
from argmap.app.pages import PAGES
from argmap.check.tabulating import write_table, written_rules

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
TABLE = ROOT / "src" / "argmap" / "check" / "rule_table.py"
_FIRST_MAP = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Write the table of the rules and every page, and draw the first map of the README."""
    write_file(TABLE, write_table(written_rules()).encode())
    print("wrote the table of the rules")
    for name, page in PAGES.items():
        write_file(DOCS / name, page().encode())
        print(f"wrote docs/{name}")
    (example,) = _FIRST_MAP.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    write_file(DOCS / "tablet.svg", render(load(example)))
    print("wrote docs/tablet.svg")


if __name__ == "__main__":
    main()
