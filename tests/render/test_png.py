"""PNG: ink where text is, no more pixels than can be had, and what it cannot show is known."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

from argmap.diagnostics import ArgmapError
from argmap.render.draw import draw_png, draw_svg
from argmap.render.options import THEMES, PictureOptions, ThemeChoice
from argmap.render.png import LEAST_SCALE, MAX_PIXELS, MAX_SIDE, scale_for, write_png
from argmap.render.static import missing_characters, still
from tests.render.drawing import market, one_claim, read_case
from tests.render.ink import lines_of, lines_without_ink, without_text


def svg_of(theme: ThemeChoice = "light") -> str:
    """Draw the sample map."""
    return draw_svg(market().graph, market().evaluation, options=PictureOptions(theme=theme))


def empty(width: float, height: float) -> str:
    """Make a picture of nothing."""
    size = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}"></svg>'


def opened(png: bytes) -> Image.Image:
    """Read a PNG."""
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize("theme", THEMES)
def test_every_line_of_text_has_ink(theme: ThemeChoice) -> None:
    svg = svg_of(theme)
    whole, bare = (opened(write_png(text, 1.0)) for text in (svg, without_text(svg)))
    assert lines_without_ink(svg, whole, bare) == []


def test_a_blank_font_would_be_noticed() -> None:
    svg = svg_of()
    blank = opened(write_png(without_text(svg), 0.5))
    assert len(lines_without_ink(svg, blank, blank)) == svg.count("<text ")


@pytest.mark.parametrize("weight", [400, 600])
def test_text_is_painted_in_both_weights(weight: int) -> None:
    body = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40">'
        '<rect width="200" height="40" fill="#fff"/>{}</svg>'
    )
    text = (
        f'<text x="5" y="25" font-family="Inter" font-size="20" font-weight="{weight}">{{}}</text>'
    )
    blank = write_png(body.format(""), 1.0)
    painted = write_png(body.format(text.format("Hamburg")), 1.0)
    other = write_png(
        body.format(text.replace(str(weight), str(1000 - weight)).format("Hamburg")), 1.0
    )
    assert painted not in (blank, other)
    assert len(painted) > len(blank) + 300


def test_no_word_is_touched_where_the_picture_is_made_ready() -> None:
    words = 'font-kerning:none; is said, and direction="rtl", <style> too'
    case = one_claim("x")
    object.__setattr__(case.graph.nodes[1].model, "text", words)
    svg = draw_svg(case.graph, case.evaluation, options=PictureOptions(title=words))
    ready = still(svg)
    assert "font-kerning" in svg.partition("<style>")[2].partition("</style>")[0]
    assert "font-kerning" not in ready.partition("<style>")[2].partition("</style>")[0]
    assert lines_of(ready) == lines_of(svg)


def test_auto_is_light() -> None:
    case = read_case("argmap: 1\ntitle: T\nthesis: {claim: A.}\n")
    light, auto, dark = (
        draw_png(case.graph, case.evaluation, options=PictureOptions(theme=theme, scale=0.5))
        for theme in ("light", "auto", "dark")
    )
    assert light == auto != dark


def test_what_a_png_cannot_show_is_known() -> None:
    assert {"魚", "ي", "🐟"} <= set(missing_characters(svg_of()))
    case = one_claim("Ωμέγα — “so” & <so>")
    assert missing_characters(draw_svg(case.graph, case.evaluation)) == ""


@pytest.mark.parametrize(
    ("width", "height", "wanted", "scale"),
    [
        (1000, 1000, None, 2.0),
        (2400, 2500, None, 2.0),
        (4000, 3000, None, 2**0.5),
        (4000, 8000, None, 1.0),
        (4000, 3000, 2.0, 2.0),
        (1000, 1000, 0.1, 0.1),
        (1000, 1000, 100.0, (MAX_PIXELS / 1_000_000) ** 0.5),
        (100, 64_000, None, MAX_SIDE / 64_000),
        (100, 64_000, 0.25, 0.25),
    ],
    ids=["small", "just", "large", "larger", "asked", "least", "most", "long", "less"],
)
def test_the_scale_suits_the_size(
    width: float, height: float, wanted: float | None, scale: float
) -> None:
    assert scale_for(empty(width, height), wanted) == pytest.approx(scale)


def test_the_scale_is_the_one_that_is_asked_for() -> None:
    assert opened(write_png(empty(30, 20))).size == (60, 40)
    assert opened(write_png(empty(30, 20), 3.0)).size == (90, 60)


@pytest.mark.parametrize("scale", [0.0, LEAST_SCALE / 2, -1.0, float("nan")])
def test_too_small_a_scale_is_an_error_with_a_mend(scale: float) -> None:
    with pytest.raises(ArgmapError, match="is too small") as caught:
        write_png(empty(30, 20), scale)
    assert caught.value.hint == "give 0.1 or more"


def test_a_picture_too_large_for_a_png_is_an_error_with_a_mend() -> None:
    with pytest.raises(ArgmapError, match="400000 is too large for a PNG") as caught:
        write_png(empty(10, 400_000))
    assert caught.value.hint


def test_a_missing_painter_is_an_error_with_a_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(ArgmapError, match="does not load") as caught:
        draw_png(market().graph, market().evaluation)
    assert caught.value.hint
