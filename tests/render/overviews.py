"""What the tests of overviews share."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from argmap.render.draw import draw_svg
from argmap.render.options import DEFAULT, PictureOptions
from argmap.render.overview.page import Page, lay_out
from argmap.render.overview.tree import build_shape
from argmap.render.plan.build import build_plan
from tests.render.drawing import SVG, Case, read_case

if TYPE_CHECKING:
    from xml.etree import ElementTree

    Data = dict[str, object]


def overview(case: Case, options: PictureOptions = DEFAULT) -> str:
    """Draw an overview of a map."""
    return draw_svg(case.graph, case.evaluation, options=replace(options, overview=True))


def page_of(case: Case, title: str = "Title") -> Page:
    """Lay an overview out."""
    plan = build_plan(case.graph, case.evaluation)
    return lay_out(plan, build_shape(plan), title)


def words_of(element: ElementTree.Element) -> list[str]:
    """List the lines of text in a picture or a part of it."""
    return ["".join(text.itertext()) for text in element.iter(f"{SVG}text")]


def case_of(thesis: object) -> Case:
    """Make a map of a thesis, or of several."""
    sources = {"s": {"title": "Source"}}
    return read_case(
        json.dumps({"argmap": "1", "title": "Title", "sources": sources, "thesis": thesis})
    )


def theses(count: int, sections: int = 0) -> Case:
    """Make a map of so many theses."""
    found = []
    for number in range(count):
        thesis: Data = {"claim": f"Thesis {number}.", "because": [{"evidence": "E.", "cite": "s"}]}
        if sections:
            thesis["section"] = f"Part {number % sections}"
        found.append(thesis)
    return case_of(found)


def referring(count: int, besides: int = 0) -> Case:
    """Make a map with so many references, and so many claims besides."""
    told: Data = {"claim": "Told here.", "id": "here"}
    users = [
        {"claim": f"Number {number}.", "because": [{"ref": "here"}]} for number in range(count)
    ]
    idle = [{"claim": "Besides."}] * besides
    return case_of({"claim": "T.", "because": [told, *users, *idle]})


@cache
def comb(length: int) -> Case:
    """Make a map of one long line of argument, of which every step has a reason besides."""
    node: Data = {"evidence": "The end.", "cite": "s"}
    for number in range(length):
        node = {"claim": f"Step {number}.", "because": [node, {"claim": "Besides."}]}
    return case_of({"claim": "T.", "because": [node]})
