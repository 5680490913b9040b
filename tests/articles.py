"""An article for tests, and maps of it; a world of its own, told in words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ESSAY = """\
---
title: "The ferry: keep it or lose it"
author: A. Lindqvist
date: 2024-03-05
url: https://example.org/ferry
lang: en
---
# The ferry

The council voted to close the ferry. It did not ask the people who use it.

## What it carries

Forty people cross every day, most of them to work. The harbour master counted them twice.

The bus takes an hour longer, and it does not run on Sundays.

## What it costs

The ferry costs less than the bus, and the ferry is loved.
"""

MAP = """\
argmap: 1
title: Should the ferry stay?
article: essay
sources:
  essay: {title: The ferry, date: 2024-03, url: https://example.org/ferry, text: essay.md}
thesis:
  claim: The ferry should stay.
  id: stay
  because:
    - evidence: Forty people use it each day.
      id: forty
      cite: {source: essay, at: 2, quote: "Forty people cross every day"}
    - evidence: No bus runs on Sundays.
      id: sundays
      cite: essay:3
    - evidence: The people concerned were not heard.
      id: unheard
      cite: {source: essay, quote: "did not ask the people"}
"""


def write_essay(folder: Path) -> Path:
    """Write the article and a map of it into a folder, and give the map's path."""
    (folder / "essay.md").write_text(ESSAY, encoding="utf-8")
    path = folder / "ferry.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path
