"""The outline: every node, every line within the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.draw import draw_outline
from argmap.render.options import DEFAULT, PictureOptions
from argmap.render.outline_lines import Style, text_columns
from tests.render.drawing import Case, chain, market, one_claim, read_case
from tests.strategies import maps, write


def text_of(
    case: Case,
    width: int = 80,
    *,
    ascii: bool = False,  # noqa: A002 - as the function it calls
    options: PictureOptions = DEFAULT,
) -> list[str]:
    """Write an outline as plain lines."""
    lines = draw_outline(case.graph, case.evaluation, width=width, ascii=ascii, options=options)
    return ["".join(segment.text for segment in line) for line in lines]


@pytest.mark.parametrize("width", [20, 33, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = text_of(market(), width)
    assert max(map(text_columns, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


@given(maps(), st.integers(20, 90))
@settings(max_examples=40, deadline=None)
def test_no_line_of_any_map_is_wider(data: dict[str, object], width: int) -> None:
    case = read_case(write(data))
    assert all(text_columns(line) <= width for line in text_of(case, width))


def test_every_word_is_there() -> None:
    text = " ".join(" ".join(text_of(market(), 60)).split())
    for node in market().graph.nodes:
        if node.text.isascii() and "https" not in node.text:
            assert node.text in text


def test_signs_statuses_and_links_are_told_in_words() -> None:
    lines = text_of(market(), 100)
    text = "\n".join(lines)
    for words in (
        "− ",
        "+ ",
        "× ",
        "and ",
        "given that ",
        "✗ defeated",
        "⚠ no support",
        "? undecided",
        "⚠ no source",
        "→ [load]",
        "conceded: So be it.",
        "warrant: ",
        "scheme: analogy",
    ):
        assert words in text, words  # fmt: skip


def test_ascii_holds_no_sign_of_ours_beyond_ascii() -> None:
    case = one_claim("Plain words")
    assert all(line.isascii() for line in text_of(case, ascii=True))
    assert not all(line.isascii() for line in text_of(market()))


def test_depth_says_how_much_is_left_out() -> None:
    lines = text_of(market(), 100, options=PictureOptions(depth=1))
    assert len(lines) < len(text_of(market(), 100)) / 3
    assert any("more below" in line for line in lines)


def test_segments_carry_styles() -> None:
    case = market()
    lines = draw_outline(case.graph, case.evaluation, width=80)
    styles = {segment.style for line in lines for segment in line}
    assert {Style.TITLE, Style.TEXT, Style.ID, Style.DEFEATED, Style.FOR, Style.AGAINST} <= styles


def test_control_characters_do_not_reach_the_terminal() -> None:
    case = one_claim("x")
    for node in case.graph.nodes:
        object.__setattr__(node.model, "text", "red \x1b[31m and \u202e turned")
    text = "".join(text_of(case))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_deep_chain_is_written_whole() -> None:
    lines = text_of(chain(3_000), 40)
    assert sum("Step" in line for line in lines) == 3_000
    assert all(text_columns(line) <= 40 for line in lines)
