"""Widths agree with the font, and lines hold what they promise."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.render.fonts import is_latin, read_metrics
from argmap.render.measure.breaking import break_lines
from argmap.render.measure.clean import clean, shorten
from argmap.render.measure.clusters import iter_clusters
from argmap.render.measure.scripts import EMPTY_BOX_EM
from argmap.render.measure.styles import BANNER_KIND, STYLES, TextStyle
from argmap.render.measure.widths import load_face
from argmap.render.outline_lines import text_columns

NAMES = {400: "Inter-Regular", 600: "Inter-SemiBold"}
TEXTS = st.text() | st.text(
    alphabet="ab -/.,中文。「」한글שلםع́👨‍👩\U0001f1e6🏽\n\x00", max_size=200
)


def open_font(name: str) -> Any:
    """Open one of the bundled fonts."""
    return TTFont(str(files("argmap.render.fonts") / name))


@pytest.fixture(params=[400, 600])
def weight(request: pytest.FixtureRequest) -> int:
    value: int = request.param
    return value


def test_widths_are_the_advances_of_the_font(weight: int) -> None:
    font = open_font(f"{NAMES[weight]}.ttf")
    advances = font["hmtx"].metrics
    face = load_face(weight)
    assert face.units_per_em == font["head"].unitsPerEm
    assert face.advances == {
        chr(code): advances[glyph][0] for code, glyph in font.getBestCmap().items()
    }


def test_a_sample_is_as_wide_as_the_sum_of_its_advances() -> None:
    font = open_font("Inter-Regular.ttf")
    glyphs = font.getBestCmap()
    text = "Tö “Avoid” Ωμέγα Жизнь — 5 € → x"
    units = sum(font["hmtx"].metrics[glyphs[ord(character)]][0] for character in text)
    assert load_face(400).width(text, 10) == pytest.approx(units * 10 / font["head"].unitsPerEm)


def test_fonts_keep_the_names_that_painters_look_for(weight: int) -> None:
    font = open_font(f"{NAMES[weight]}.ttf")
    assert font["name"].getDebugName(6)
    family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
    assert family == "Inter"
    assert font["OS/2"].usWeightClass == weight


@pytest.mark.parametrize("suffix", ["", "-Latin"])
def test_browsers_get_the_same_widths(weight: int, suffix: str) -> None:
    font = open_font(f"{NAMES[weight]}{suffix}.woff2")
    advances = load_face(weight).advances
    for code, glyph in font.getBestCmap().items():
        assert font["hmtx"].metrics[glyph][0] == advances[chr(code)]
        assert not suffix or is_latin(chr(code))


def test_the_small_font_has_all_that_counts_as_latin() -> None:
    font = open_font("Inter-Regular-Latin.woff2")
    latin = {chr(code) for code in range(0x2300) if is_latin(chr(code))}
    assert latin & set(load_face(400).advances) == {chr(code) for code in font.getBestCmap()}


def test_metrics_hold_two_faces() -> None:
    assert set(read_metrics()) == {"units_per_em", "regular", "semibold"}


@settings(deadline=None)
@given(TEXTS, st.sampled_from([30.0, 120.0, 262.0]), st.sampled_from(STYLES))
@example("x" * 10_000, 262.0, STYLES[0])
@example("中" * 500 + "。", 30.0, STYLES[0])
def test_lines_lose_nothing_and_fit(text: str, width: float, style: TextStyle) -> None:
    face, size = style.face, style.size
    lines = break_lines(text, width, size, face)
    kept = "".join(line.text for line in lines).replace(" ", "")
    assert kept == clean(text).replace(" ", "")
    for line in lines:
        assert line.text == line.text.strip(" ") or line.text.startswith(" ")
        clusters = [cluster for cluster in iter_clusters(line.text) if cluster != " "]
        assert line.width <= width + 0.01 or len(clusters) == 1
        assert line.exact == face.knows(line.text)


@settings(deadline=None)
@given(TEXTS)
def test_clusters_are_the_text(text: str) -> None:
    assert "".join(iter_clusters(text)) == text


@pytest.mark.parametrize(
    "cluster",
    ["e\u0301", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "각", "❤️", "क्"],
    ids=["accent", "family", "flag", "skin", "jamo", "variation", "virama"],
)
def test_a_cluster_stays_whole(cluster: str) -> None:
    assert list(iter_clusters(cluster + "x" + cluster)) == [cluster, "x", cluster]


@pytest.mark.parametrize("suffix", [".ttf", ".woff2", "-Latin.woff2"])
def test_an_empty_box_is_as_wide_as_the_font_has_it(weight: int, suffix: str) -> None:
    font = open_font(f"{NAMES[weight]}{suffix}")
    width = font["hmtx"][".notdef"][0] / font["head"].unitsPerEm
    assert width == pytest.approx(EMPTY_BOX_EM, abs=0.03)


@pytest.mark.parametrize(
    ("text", "boxes"),
    [("中文", 2), ("क्षि", 4), ("បី", 2), ("בְּ", 1), ("نِ", 1), ("👩🏽\u200d🏫", 2), ("\u200b", 0)],
    ids=["wide", "indic", "khmer", "hebrew", "arabic", "joined", "nothing"],
)
def test_without_a_font_each_letter_is_an_empty_box(text: str, boxes: int) -> None:
    face = load_face(400)
    assert face.bounds(text)[1] == boxes * round(EMPTY_BOX_EM * face.units_per_em)


@pytest.mark.parametrize(
    ("character", "em"), [("സ", 1.0), ("ꦧ", 1.29), ("௵", 2.2), ("﷽", 7.2), ("⸻", 2.9), ("Ⅷ", 1.6)]
)
def test_wide_characters_are_known_to_be_wide(character: str, em: float) -> None:
    face = load_face(400)
    assert face.units(character) >= em * face.units_per_em


def test_spaced_letters_are_measured_with_their_spacing() -> None:
    plain, spaced = load_face(600), load_face(600, 0.07)
    assert spaced.units("abcd") - plain.units("abcd") == 4 * round(0.07 * plain.units_per_em)
    lines = BANNER_KIND.lines("Schifffahrt" * 40, 300.0)
    assert len(lines) > len(break_lines("Schifffahrt" * 40, 300.0, BANNER_KIND.size, plain))


def test_no_line_begins_with_closing_punctuation() -> None:
    text = "中文字符测试，这是一个很长的句子。包括标点符号，「不应该」在行首出现逗号。" * 3
    for width in range(60, 300, 7):
        lines = break_lines(text, float(width), 12.5, load_face(400))
        assert not [line for line in lines if line.text[0] in "，。」"]
        assert not [line for line in lines if line.text[-1] == "「"]


def test_an_address_breaks_after_its_signs() -> None:
    text = "see https://example.org/a/very/long/path?query=one&other=two"
    lines = break_lines(text, 150.0, 12.5, load_face(400))
    assert len(lines) > 2
    assert {line.text[-1] for line in lines[1:-1]} <= set("/?&=")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("(1) שלום", True), ("a שלום", False), ("مرحبا b", True), ("123", False), ("", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, *, expected: bool) -> None:
    lines = break_lines(text, 500.0, 12.5, load_face(400))
    assert any(line.right_to_left for line in lines) == expected


@settings(deadline=None)
@given(st.text(), st.integers(3, 80))
def test_shortening_keeps_the_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= max(limit, 1)
    assert short == clean(text) or clean(text).startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("👍", 2), ("→ ×", 3)]
)
def test_columns_of_a_terminal(text: str, expected: int) -> None:
    assert text_columns(text) == expected
