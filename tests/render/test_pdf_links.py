"""Jumps in a PDF can be followed: from the mark to the node it names."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

import pytest
from pypdfium2 import raw

from argmap.render.draw import draw_svg
from argmap.render.options import PictureOptions
from argmap.render.pdf import MOST_POINTS, write_pdf
from argmap.render.pdf_links import Link, Place, find_links
from argmap.render.plan.names import list_sections
from tests.render.drawing import market
from tests.render.opened import opened


class Followed(NamedTuple):
    """A link that was followed."""

    words: str
    """What the mark says."""
    page: int
    there: str
    """What stands at the height that the link leads to, on the whole width of the page."""


def follow(pdf: bytes) -> list[Followed]:
    """Follow every link of a PDF."""
    with opened(pdf) as document:
        return [
            Followed(_within(page, *mark), target, _below(document[target], height))
            for page in document
            for mark, target, height in _annotations(document, page)
        ]


def _annotations(document: Any, page: Any) -> list[tuple[tuple[float, ...], int, float]]:
    found: list[tuple[tuple[float, ...], int, float]] = []
    position, link, mark = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        raw.FPDFLink_GetAnnotRect(link, ctypes.byref(mark))
        target = raw.FPDFLink_GetDest(document, link)
        known = [ctypes.c_int() for _ in range(3)]
        x, y, zoom = (raw.FS_FLOAT() for _ in range(3))
        raw.FPDFDest_GetLocationInPage(target, *known, x, y, zoom)
        edges = (mark.left, mark.bottom, mark.right, mark.top)
        found.append((edges, raw.FPDFDest_GetDestPageIndex(document, target), y.value))
    return found


def _within(page: Any, left: float, bottom: float, right: float, top: float) -> str:
    text: str = page.get_textpage().get_text_bounded(left, bottom, right, top)
    return text


def _below(page: Any, height: float) -> str:
    return _within(page, 0, height - 60, page.get_width(), height)


def jumping(name: str, other: str, *, x: float = 40, height: float = 400) -> str:
    """Make a picture of a node that has a jump to another."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="{height}" '
        f'viewBox="0 0 300 {height}"><style>text{{font:12px Inter}}</style>'
        f'<g class="node" id="{name}"><title>{name}</title><rect class="card" x="{x}" y="60" '
        f'width="200" height="90"/><text class="tx" x="50" y="80">Here is {name}</text>'
        f'<a href="#{other}" class="jump"><text class="sb" x="50" y="100" textLength="11">'
        f"to</text></a></g></svg>"
    )


def test_every_jump_leads_to_the_node_it_names() -> None:
    svg = draw_svg(market().graph, market().evaluation)
    links = follow(write_pdf([svg], title="T"))
    assert len(links) == svg.count('<a href="#') > 5
    labelled = [link for link in links if re.match(r"[A-Z]\d+\b", link.words)]
    assert len(labelled) == len(links) - 1
    assert all(link.words.split()[0] in link.there.split() for link in labelled)


def test_jumps_lead_from_page_to_page() -> None:
    pdf = write_pdf([jumping("n1", "n2"), jumping("n2", "n1"), jumping("n3", "n9")], title="T")
    assert [(link.words, link.page, link.there.split()[2]) for link in follow(pdf)] == [
        ("to", 1, "n2"),
        ("to", 0, "n1"),
    ]


def test_jumps_lead_from_section_to_section() -> None:
    names = list_sections(market().graph)
    pages = [
        draw_svg(market().graph, market().evaluation, options=PictureOptions(section=name))
        for name in names
    ]
    links = follow(write_pdf(pages, title="T"))
    leading = [link for link in links if re.match(r"[A-Z]\d+\b", link.words)]
    assert len({link.page for link in leading}) > 2
    assert all(link.words.split()[0] in link.there.split() for link in leading)
    (crossing,) = [link for link in leading if link.words.startswith("A3 The pier was built")]
    assert names[crossing.page] == "Safety"


def test_a_node_on_the_same_page_is_preferred() -> None:
    pages = [jumping("n1", "n1"), jumping("n1", "n1", x=5), jumping("n2", "n1")]
    mark = Link(50, 89, 11, 15, Place(0, 24, 60))
    assert find_links(pages) == [[mark], [mark._replace(target=Place(1, 0, 60))], [mark]]


def test_a_jump_without_a_line_of_known_length_is_no_link() -> None:
    assert find_links([jumping("n1", "n1").replace("textLength", "length")]) == [[]]


def test_links_shrink_with_a_page_that_is_too_large() -> None:
    pdf = write_pdf([jumping("n1", "n1", height=40_000)], title="T")
    with opened(pdf) as document:
        ((mark, page, height),) = _annotations(document, document[0])
    scale = MOST_POINTS / 40_000
    assert [round(edge / scale) for edge in mark] == [50, 39_896, 61, 39_911]
    assert page == 0
    assert (height - 10) / scale == pytest.approx(39_940, abs=0.1)
