"""No quotation is cut inside a number, nor between it and the sign it is read with."""

from __future__ import annotations

import pytest

from argmap.source.paragraphs import read_paragraphs
from argmap.source.quotes import find_quote
from argmap.source.verdicts import QuoteStatus


def status(quote: str, content: str) -> QuoteStatus:
    return find_quote(read_paragraphs(content, is_markdown=False), quote).status


@pytest.mark.parametrize(
    ("quote", "content"),
    [
        ("5 million", "It costs .5 million."),
        ("5 million", ".5 million is lost."),
        ("5 million", "It costs ($.5 million)."),
        ("2 of them", "We saw 1/2 of them."),
        ("saw 1", "We saw 1/2 of them."),
        ("2 of them", "We saw 1⁄2 of them."),
        ("At 10", "At 10:30 it left."),
        ("30 it left", "At 10:30 it left."),
        ("000 came", "In all 13’000 came."),
        ("all 13", "In all 13’000 came."),
        ("000 came", "In all 13'000 came."),
        ("000 kamen", "Rund 13\u202f000 kamen."),
        ("Rund 13", "Rund 13\u202f000 kamen."),
        ("Rund 13", "Rund 13\xa0000"),
        ("345 kamen", "Rund 12\xa0345 kamen."),
        ("5 mg", "Take <5 mg a day."),
        ("5 mg", "Take ≤5 mg a day."),
        ("5 mg", "Take <=5 mg a day."),
        ("3 mm", "It is ±3 mm wide."),
        ("9 men", "It took ~9 men."),
        ("5 metres", "It is 1·5 metres wide."),
        ("power 10", "To the power 10^6 it rose."),
        ("rose by 8.5", "It rose by 8.5% then."),
        ("只占8.5", "中灯税只占8.5%；可是。"),
        ("只占8.5", "中灯税只占8.5％；可是。"),
        ("below 20", "It stayed below 20° then."),
        ("over 50", "It took over 50+ men."),
    ],
)
def test_a_number_that_is_torn_is_another_one(quote: str, content: str) -> None:
    assert status(quote, content) is QuoteStatus.CHANGED


@pytest.mark.parametrize(
    ("quote", "content"),
    [
        (".5 million", "It costs .5 million."),
        ("1/2 of", "We saw 1/2 of them."),
        ("At 10:30", "At 10:30 it left."),
        ("13'000", "In all 13'000 came."),
        ("13\xa0000", "Rund 13\xa0000 kamen."),
        ("<5 mg", "Take <5 mg a day."),
        ("8.5%", "It rose by 8.5% then."),
        ("only 5", "There were only 5. Then 6 came."),
        ("6 came", "There were only 5: 6 came."),
        ("6 came", "There were... 6 came."),
        ("6 came", "There were...6 came."),
        ("300 came", "In 2019\xa0300 came."),
        ("only 5", "There were only 5 300 km away."),
        ("300 km", "There were only 5 300 km away."),
        ("in 12", "Made in 12\xa03456 pieces."),
        ("in 12", "Made in 12\xa034"),
        ("3 is", "With x=3 is meant the third."),
        ("said 5", "He “said 5” and left."),
        ("no", "Tick no/yes."),
        ("1990", "The 1990's are gone."),
        ("1990", "It was 1990/91-style, or 1990 at all."),
        ("8.5 %", "Es stieg um 8.5 % an."),
        ("um 8.5", "Es stieg um 8.5 % an."),
    ],
)
def test_a_whole_number_is_found(quote: str, content: str) -> None:
    assert status(quote, content) in {QuoteStatus.EXACT, QuoteStatus.FOLDED}
