"""PDF: every word selectable and seen, pages whole, and nothing in it but the picture."""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import ArgmapError
from argmap.render.draw import draw_svg
from argmap.render.options import THEMES, PictureOptions, ThemeChoice
from argmap.render.pdf import MOST_POINTS, POINTS, write_pdf
from argmap.render.static import missing_characters, size_of
from tests.conftest import ROOT
from tests.render.drawing import market, one_claim, read_case
from tests.render.ink import lines_of, lines_without_ink, without_text
from tests.render.opened import opened, text_of, texts
from tests.strategies import maps, write

if TYPE_CHECKING:
    from PIL.Image import Image


def svg_of(theme: ThemeChoice = "light") -> str:
    """Draw the sample map."""
    return draw_svg(market().graph, market().evaluation, options=PictureOptions(theme=theme))


def labelled(text: str, width: float, height: float) -> str:
    """Make a picture of a title and of one line, at its lower edge."""
    size = f'width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
        f"<title>{text}</title><style>.tx{{font-size:20px;font-family:Inter}}</style>"
        f'<text class="tx" x="10" y="{height - 10}">{text}</text></svg>'
    )


def painted(pdf: bytes, scale: float = 1 / POINTS) -> Image:
    """Paint the only page of a PDF."""
    with opened(pdf) as (page,):
        image: Image = page.render(scale=scale).to_pil().copy()
    return image


@pytest.mark.parametrize("theme", THEMES)
def test_every_line_of_text_has_ink(theme: ThemeChoice) -> None:
    svg = svg_of(theme)
    whole, bare = (painted(write_pdf([text], title="T")) for text in (svg, without_text(svg)))
    assert lines_without_ink(svg, whole, bare) == []


def test_every_word_can_be_selected() -> None:
    case = read_case((ROOT / "maps" / "nato_asia.yaml").read_text(encoding="utf-8"))
    svg = draw_svg(case.graph, case.evaluation)
    (text,) = texts(write_pdf([svg], title="T"))
    words = " ".join(line.text for line in lines_of(svg)).split()
    assert len(words) > 2000
    assert Counter(words) == Counter(text.split())


@given(maps())
@settings(max_examples=30, deadline=None)
def test_every_line_of_any_map_can_be_selected(data: dict[str, object]) -> None:
    case = read_case(write(data))
    svg = draw_svg(case.graph, case.evaluation)
    (text,) = texts(write_pdf([svg], title="T"))
    unseen = {" ", "\u00a0", *missing_characters(svg)}
    letters = Counter("".join(line.text for line in lines_of(svg)))
    lost = letters - Counter(text)
    assert {letter for letter in lost if letter not in unseen} == set()


def test_words_that_are_drawn_as_empty_boxes_can_be_selected() -> None:
    (text,) = texts(write_pdf([svg_of()], title="T"))
    assert "魚市場の移転に関する報告書" in text
    assert Counter("نصف ربحهم في") - Counter(text) == Counter()


def test_only_the_bundled_font_is_used_and_it_is_embedded() -> None:
    pdf = write_pdf([svg_of()], title="T")
    named = set(re.findall(rb"/FontName/([^/]*)", pdf))
    assert {name.partition(b"+")[2] for name in named} == {b"Inter-Regular", b"Inter-SemiBold"}
    assert pdf.count(b"/FontFile2") == 2


def test_a_pdf_says_what_it_is_and_not_when_it_was_made() -> None:
    title = 'A "title" \\ #with (all) [sorts] of <signs>, ü & 魚'
    pdf = write_pdf([svg_of()], title=title, language="en")
    with opened(pdf) as document:
        told = document.get_metadata_dict()
    assert told["Title"] == title
    assert told["CreationDate"] == told["ModDate"] == ""
    assert b"CreateDate" not in pdf
    assert pdf.count(b"/Lang(en)") == 1


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", b"/Lang(de)"),
        ("pt-br", b"/Lang(pt-BR)"),
        ("zh-Hant-TW", b"/Lang(zh-TW)"),
        ("zh-Hant", b"/Lang(zh)"),
        ("GSW", b"/Lang(gsw)"),
        ("es-419", b"/Lang(es)"),
        ("x", b"/Lang(en)"),
        ("Esperanto", b"/Lang(en)"),
        (None, b"/Lang(en)"),
    ],
)
def test_the_language_is_named_as_far_as_it_can(language: str | None, written: bytes) -> None:
    pdf = write_pdf([labelled("A", 100, 50)], title="T", language=language)
    assert re.findall(rb"/Lang\([^)]*\)", pdf) == [written]


def test_whoever_has_it_read_out_hears_the_statements() -> None:
    case = one_claim("Fish is sold here & now.")
    pdf = write_pdf([draw_svg(case.graph, case.evaluation)], title="T")
    (told,) = re.findall(rb"/Alt<(\w*)>", pdf)
    words = bytes.fromhex(told.decode()).decode("utf-16")
    assert words.startswith("Fish is sold here & now.\n2 statements")
    assert words.index("Claim T, unsupported: ") < words.index("Claim A1, unsupported: ")


def test_a_page_is_as_large_as_its_picture() -> None:
    svg = svg_of()
    width, height = size_of(svg)
    with opened(write_pdf([svg], title="T")) as (page,):
        size = page.get_size()
    assert size == pytest.approx((width * 0.75, height * 0.75), abs=0.01)


@pytest.mark.parametrize(("width", "height"), [(400, 40_000), (40_000, 400), (200_000, 200_000)])
def test_no_page_is_larger_than_readers_show_and_none_is_cut(width: float, height: float) -> None:
    svg = labelled("The last line", width, height)
    pdf = write_pdf([svg], title="T")
    with opened(pdf) as (page,):
        size, text = page.get_size(), text_of(page)
        _, bottom, right, _ = page.get_textpage().get_charbox(0)
    assert max(size) == pytest.approx(MOST_POINTS)
    assert size[0] / size[1] == pytest.approx(width / height, rel=1e-3)
    assert text.strip() == "The last line"
    assert 0 < bottom < 10
    assert 0 < right < 20


def test_pictures_become_pages_with_bookmarks() -> None:
    pictures = [labelled("One &amp; more", 300, 200), labelled("Two", 500, 100)]
    with opened(write_pdf(pictures, title="T")) as document:
        pages = [(page.get_size(), text_of(page).strip()) for page in document]
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert pages == [((225, 150), "One & more"), ((375, 75), "Two")]
    assert marks == [("One & more", 0), ("Two", 1)]


def test_one_page_needs_no_bookmark() -> None:
    with opened(write_pdf([labelled("One", 300, 200)], title="T")) as document:
        assert list(document.get_toc()) == []


def test_fonts_of_the_machine_are_used_when_asked_for() -> None:
    pdf = write_pdf([svg_of()], title="T", system_fonts=True)
    (text,) = texts(pdf)
    assert "魚市場の移転に関する報告書" in text
    assert b"+Inter-Regular" in pdf


@given(st.text(st.characters(codec=None), min_size=1))
@example("lone \ud800 surrogate \ufffe nul\x00")
@settings(max_examples=40, deadline=None)
def test_any_text_is_set(text: str) -> None:
    case = read_case("argmap: 1\ntitle: T\nthesis: {claim: A.}\n")
    object.__setattr__(case.graph.nodes[0].model, "text", text)
    pdf = write_pdf([draw_svg(case.graph, case.evaluation)], title=text, language=text)
    with opened(pdf) as document:
        assert len(document) == 1


def test_without_the_extra_the_mend_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ArgmapError, match="written with typst, which does not load") as caught:
        write_pdf([svg_of()], title="T")
    assert caught.value.hint == "install it: pip install 'argmap[pdf]'"


def test_what_is_no_picture_is_an_error_with_a_mend() -> None:
    with pytest.raises(ArgmapError, match="cannot be made into a PDF: failed to parse") as caught:
        write_pdf(["<svg"], title="T")
    assert caught.value.hint == "write SVG, or draw the map in parts"
