"""A map of an article in several scripts, with mistakes in it, for tests of details and article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
# A house by the river

The river rose **four metres** in March — higher than in 1954. 🐟 “Nobody saw the like,” they said.

The dyke held. It was built by the old abbey.

## What the town says

المدينة تقول إن السد آمن ولا يحتاج إلى إصلاح.

市政府认为，堤坝是安全的。专家们不同意这一看法。

A repair costs two million.

The town has a new mayor.
"""

MAP = """\
argmap: 1
title: Should the dyke be repaired?
article: river
sources:
  letter: {title: A letter, via: river}
  river: {title: A house by the river, text: river.md, url: "https://example.org/river"}
  odd: {title: Odd, url: "javascript:alert(1)"}
thesis:
  claim: The dyke should be repaired.
  id: repair
  because:
    - premises:
        - claim: The river rises higher than before.
          id: higher
          title: Higher and higher
          because:
            - evidence: It rose four metres.
              id: rose
              by: the miller
              qualifier: certainly
              weight: 0.9
              tags: [weather]
              note: Seen by many.
              cite:
                - {source: river, at: 1, quote: "four metres in March - higher"}
                - {source: river, at: 1, quote: "“Nobody saw the like,”", page: "2"}
        - assumption: A higher river needs a better dyke.
          id: better
        - claim: Repair is cheap.
          id: cheap
          because:
            - evidence: It costs two million.
              id: million
              cite: {source: river, at: 3, quote: A repair costs two million., note: as of 2021}
            - evidence: The dyke fell.
              id: fell
              cite: [{source: river, at: 2, quote: the dyke fell}, {source: river, at: 9}]
      warrant: What is needed and cheap should be done.
      scheme: practical-reasoning
      questions:
        other-goals: {waived: the town}
        possible: {ref: higher}
        other-means: Soon.
        best-means: It is.
        side-effects: None.
      unless:
        - counterpoint: It may never rise again.
          id: never
    - ref: rose
    - evidence: 专家们不同意。
      id: experts
      cite: {source: river, at: 4-5, quote: 专家们不同意这一看法}
    - evidence: All of it says so.
      id: whole
      cite: [river, {source: letter, quote: repair it}, odd]
  but:
    - counterpoint: السد آمن
      id: safe
      conceded: It held once.
      cite: {source: river, at: 3, quote: السد آمن}
    - counterpoint: The town cannot pay.
      id: poor
"""


def write_river(folder: Path) -> Path:
    """Write the article and its map into a folder, and give the map's path."""
    (folder / "river.md").write_text(ARTICLE, encoding="utf-8")
    path = folder / "dyke.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path
