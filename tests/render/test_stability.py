"""A word more in one leaf moves nothing but its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from argmap.render.layout.page import lay_out
from argmap.render.plan.build import build_plan
from tests.conftest import ROOT
from tests.render.drawing import Case, market, read_case
from tests.render.generated import generated


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the box of a place stands, and in which panel."""

    x: float
    y: float
    height: float
    panel: int
    below: float
    """From the panel's upper edge."""


Spots = dict[int, Spot]


@dataclass(frozen=True, slots=True)
class Change:
    """A map before and after a word was added to a leaf."""

    before: Spots
    after: Spots

    @property
    def grown(self) -> set[int]:
        """Panels in which a box is higher than it was."""
        pairs = ((spot, self.after[place]) for place, spot in self.before.items())
        return {was.panel for was, now in pairs if was.height != now.height}

    @property
    def keeps_columns(self) -> bool:
        """Whether every box is where it was from left to right."""
        return all(spot.x == self.after[place].x for place, spot in self.before.items())


def spots(case: Case) -> Spots:
    """Lay a map out."""
    page = lay_out(build_plan(case.graph, case.evaluation), 100.0)
    panels = [panel for part in page.parts for panel in part.panels]
    return {
        placed.box.place: Spot(
            placed.x, placed.y, placed.drawn.drawing.height, number, round(placed.y - panel.y, 2)
        )
        for number, panel in enumerate(panels)
        for placed in panel.boxes
    }


def changes(case: Case, *, every: int = 1, most: int | None = None) -> list[Change]:
    """Add a word to some of a map's leaves, one at a time."""
    places = case.graph.map.places
    leaves = [node for node in case.graph.nodes if not places[node.place].children]
    before = spots(case)
    found = []
    for node in leaves[::every][:most]:
        text = node.model.text
        object.__setattr__(node.model, "text", f"{text} indeed")
        found.append(Change(before, spots(case)))
        object.__setattr__(node.model, "text", text)
    return found


@cache
def all_changes(name: str) -> list[Change]:
    """Give the changes of a map, or of many generated ones."""
    if name == "nato":
        text = (ROOT / "maps" / "nato_asia.yaml").read_text(encoding="utf-8")
        return changes(read_case(text), every=3)
    if name == "market":
        return changes(market())
    cases = generated(500, is_plain=True)[:150]
    return [change for case in cases for change in changes(case, most=2)]


names = pytest.mark.parametrize("name", ["nato", "market", "generated"])


@names
def test_a_word_that_adds_no_line_moves_nothing(name: str) -> None:
    found = [change for change in all_changes(name) if not change.grown]
    assert len(found) > 15
    assert all(change.before == change.after for change in found)


@names
def test_a_word_that_adds_a_line_moves_nothing_in_other_panels(name: str) -> None:
    found = [change for change in all_changes(name) if change.grown and change.keeps_columns]
    assert found
    for change in found:
        assert len(change.grown) == 1
        for place, was in change.before.items():
            now = change.after[place]
            assert was.panel in change.grown or was.below == now.below


@names
def test_boxes_change_their_column_rarely(name: str) -> None:
    """A tree may go to the next lane when its own gets higher, and a page may get wider."""
    found = all_changes(name)
    moved = sum(not change.keeps_columns for change in found)
    assert moved <= 1 + len(found) // 100
