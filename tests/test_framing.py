"""What stands outside a quotation and changes what it says."""

from __future__ import annotations

import pytest

from argmap.check.framing import Frame, find_framings, framing_words, says_any
from argmap.source.gaps import find_gaps
from argmap.source.paragraphs import read_paragraphs
from argmap.source.quotes import find_quote

TEXT = """\
The council denied that the landing was safe. Nobody should call it a wreck. It is not a toy.
The pier is sound, but its piles are rotten. The boat runs daily. However, it is old.
Reportedly the skipper will leave; the mate alleged that fares were stolen. There is no doubt that
it pays. The ferry is cheap, the report says, and it isn't only loved by tourists. If the price is
right, it may sail on. The harbour master, however, counts them. It was slow but steady work.
The pumps work well and the lamps never fail on winter nights, which pleases the whole of the small
crew, the skipper, the mate and each one of the forty people who cross to work, and the engine runs.
"""


def framings(quote: str, most_words: int = 20) -> list[tuple[Frame, str]]:
    source = read_paragraphs(TEXT, is_markdown=False)
    known = framing_words("en")
    assert known is not None
    (match,) = find_quote(source, quote).matches
    found = find_framings(source, quote, match, known, most_words)
    return [(framing.frame, framing.words) for framing in found]


@pytest.mark.parametrize(
    ("quote", "frame", "words"),
    [
        ("the landing was safe", Frame.DENIAL, "denied"),
        ("landing was safe", Frame.DENIAL, "denied"),
        ("should call it a wreck", Frame.NEGATION, "nobody"),
        ("only loved by tourists", Frame.NEGATION, "isn't"),
        ("a toy", Frame.NEGATION, "not"),
        ("toy", Frame.NEGATION, "not"),
        ("The pier is sound", Frame.TURN, "but"),
        ("The boat runs daily", Frame.TURN, "however"),
        ("The boat runs daily.", Frame.TURN, "however"),
        ("the skipper will leave", Frame.HEDGE, "reportedly"),
        ("fares were stolen", Frame.ALLEGATION, "alleged"),
        ("the price is right", Frame.HEDGE, "if"),
        ("sail on", Frame.HEDGE, "may"),
        ("The pumps work … the lamps … on winter nights", Frame.GAP_NEGATION, "never"),
        ("on winter nights … the engine runs", Frame.GAP_WIDTH, "24"),
        ("it is [not] old", Frame.INSERTED_NEGATION, "not"),
    ],
)
def test_what_changes_a_quotation_is_found(quote: str, frame: Frame, words: str) -> None:
    assert (frame, words) in framings(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "The council denied that the landing was safe",
        "It is not a toy",
        "The pier is sound, but its piles are rotten",
        "it pays",
        "The ferry is cheap",
        "loved by tourists",
        "The harbour master",
        "It was slow",
        "its piles are rotten",
        "The pumps work … the lamps never fail",
        "the engine runs",
        "the [steam] engine runs",
    ],
)
def test_what_changes_nothing_is_passed_over(quote: str) -> None:
    assert framings(quote) == []


def test_gaps_are_where_words_are_left_out() -> None:
    source = read_paragraphs(TEXT, is_markdown=False)
    quote = "The boat … runs ... it [too] is old"
    (match,) = find_quote(source, quote).matches
    left_out = [source.content[start:end] for start, end in find_gaps(source, quote, match)]
    assert left_out == [" ", " daily. However, "]


def test_a_piece_inside_a_word_is_not_the_piece() -> None:
    source = read_paragraphs("He went there and then the end came.", is_markdown=False)
    (match,) = find_quote(source, "He … the … came").matches
    left_out = [
        source.content[start:end] for start, end in find_gaps(source, "He … the … came", match)
    ]
    assert left_out == [" went there and then ", " end "]


def test_a_quotation_with_brackets_of_its_own_has_no_gap() -> None:
    source = read_paragraphs("He said [sic] it was so.", is_markdown=False)
    (match,) = find_quote(source, "said [sic] it").matches
    assert find_gaps(source, "said [sic] it", match) == []


def test_a_node_that_says_it_itself_has_taken_notice() -> None:
    known = framing_words("en-GB")
    assert known is not None
    assert says_any("Officials denied that the landing is safe.", known)
    assert says_any("It’s no longer safe.", known)
    assert not says_any("The landing is safe.", known)


def test_a_language_without_a_file_is_not_known() -> None:
    assert framing_words("tlh") is None
    assert framing_words("../en") is None
    assert framing_words("../wording/en") is None
