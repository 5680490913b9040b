"""What stands in a source in place of a quotation, and how the two differ, in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check.differences import tell_changes
from argmap.source.gaps import find_gaps
from argmap.source.nearness import Change, Near, find_near
from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.quotes import find_quote, read_quote
from argmap.source.verdicts import Match

FERRY = """\
# The ferry is dear

The council did not close the ferry in 2019, although its own report called the landing unsafe.

Two piles out of twelve had lost 1.5 cm of steel; the harbour master’s men can’t mend them alone.
The non-aligned members said: “We carry **forty** people a day and nobody counts them.”

岚州城的灯税不是一致通过的，九名委员中有四人反对。城务会决定不再征收灯税。

The council closed the ferry in 2021. Its landing is unsafe.
"""


def text(content: str = FERRY) -> SourceText:
    return read_paragraphs(content, is_markdown=True)


def near(quote: str, first: int | None = None, last: int | None = None) -> Near | None:
    (*_, way) = read_quote(quote)
    return find_near(text(), way, first, last)


@pytest.mark.parametrize(
    ("quote", "paragraph", "seen", "changes"),
    [
        pytest.param(
            "council did close the ferry in 2019",
            1,
            "council did not close the ferry in 2019",
            [("not", "", "did")],
            id="left out",
        ),
        pytest.param(
            "its own secret report called the landing",
            1,
            "its own report called the landing",
            [("", "secret", "own")],
            id="put in",
        ),
        pytest.param(
            "had lost 1.6 cm of steel",
            2,
            "had lost 1.5 cm of steel",
            [("5", "6", ".")],
            id="a number",
        ),
        pytest.param(
            "Three piles out of twelve",
            2,
            "Two piles out of twelve",
            [("Two", "Three", "")],
            id="the first word",
        ),
        pytest.param(
            "called the landing sound",
            1,
            "called the landing unsafe",
            [("unsafe", "sound", "landing")],
            id="the last word",
        ),
        pytest.param(
            "it said called the landing unsafe",
            1,
            "own report called the landing unsafe",
            [("own report", "it said", "")],
            id="before the paragraph's words",
        ),
        pytest.param(
            "aligned members said", 2, "non-aligned members said", [], id="cut inside a word"
        ),
        pytest.param("5 cm of steel", 2, "1.5 cm of steel", [], id="cut inside a number"),
        pytest.param(
            "them alone. The non", 2, "them alone.\nThe non-aligned", [], id="cut at its end"
        ),
        pytest.param(
            "We carry thirty people a day",
            2,
            "We carry forty people a day",
            [("forty", "thirty", "carry")],
            id="between marks",
        ),
        pytest.param(
            "灯税是一致通过的", 3, "灯税不是一致通过的", [("不", "", "税")], id="a Chinese negation"
        ),
        pytest.param(
            "城务会决定再征收灯税", 3, "城务会决定不再征收灯税", [("不", "", "定")], id="another"
        ),
        pytest.param(
            "the report called the landing unsafe",
            1,
            "own report called the landing unsafe",
            [("own", "the", "")],
            id="a common word stands far off before them",
        ),
        pytest.param(
            "did not close the ferry in 2021 although unsafe",
            1,
            "did not close the ferry in 2019, although its",
            [("2019,", "2021", "in"), ("its", "unsafe", "although")],
            id="and behind them",
        ),
        pytest.param(
            "master’s men can mend them",
            2,
            "master’s men can’t mend them",
            [("can't", "can", "men")],
            id="a contraction",
        ),
        pytest.param(
            "piles weren’t out of twelve had lost",
            2,
            "piles out of twelve had lost",
            [("", "weren't", "piles")],
            id="a contraction put in",
        ),
        pytest.param(
            "t mend them alone", 2, "can’t mend them alone", [("can't", "t", "")], id="half of one"
        ),
        pytest.param(
            "harbour master’s men can",
            2,
            "harbour master’s men can’t",
            [("can't", "can", "men")],
            id="the other half",
        ),
        pytest.param("concil", 1, "council", [("council", "concil", "")], id="one word"),
        pytest.param("aligned", 2, "non-aligned", [], id="one word that is cut"),
        pytest.param("-aligned.", 2, "non-aligned", [], id="a word between signs"),
    ],
)
def test_what_is_near_is_found(
    quote: str, paragraph: int, seen: str, changes: list[tuple[str, str, str]]
) -> None:
    found = near(quote)
    assert found is not None
    assert found.paragraph == paragraph
    assert text().read(found.start, found.end) == seen
    assert found.changes == tuple(Change(*change) for change in changes)


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "…",
        "—",
        "dragon",
        "“”",
        "a dragon was seen at the pier",
        "two of them",
        "The ferry is dear",
        "council nobody twelve",
        "龙飞在天上",
        "x" * 60,
    ],
)
def test_what_is_not_near_is_not_told(quote: str) -> None:
    for way in read_quote(quote) or [()]:
        assert find_near(text(), way) is None


def test_the_paragraph_cited_goes_before_others() -> None:
    quote = "The council closes the ferry"
    for cited in (1, 4):
        found = near(quote, cited)
        assert found is not None
        assert found.paragraph == cited
    far = near("concil", 4)
    assert far is not None
    assert far.paragraph == 4
    assert near("steeel", 4) is None
    ranged = near("steeel", 1, 3)
    assert ranged is not None
    assert ranged.paragraph == 2


def test_a_common_word_tells_no_place() -> None:
    content = "the boat " * 500 + "\n\nthe boat never came back to the pier"
    found = find_quote(text(content), "boat always came back to the pier").near
    assert found is not None
    assert found.paragraph == 2


def test_of_a_long_quotation_the_beginning_is_compared() -> None:
    words = " ".join(f"word{number}" for number in range(3_000))
    found = find_quote(text(words), words.replace("word7 ", "") + " more").near
    assert found is not None
    assert found.changes == (Change("word7", "", "word6"),)


@given(st.text("ab c.'-不是1\n*", max_size=80), st.text("ab c.'-不是1", max_size=30))
@settings(max_examples=300, deadline=None)
def test_what_is_near_stands_in_its_paragraph(content: str, quote: str) -> None:
    found = text(content)
    for way in read_quote(quote):
        one = find_near(found, way)
        if one is not None:
            paragraph = found.paragraphs[one.paragraph - 1]
            assert paragraph.start <= one.start < one.end <= paragraph.end


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([], ""),
        ([Change("not", "", "did")], "leaves out `not` behind `did`"),
        ([Change("Not", "", "")], "leaves out `Not` at its beginning"),
        ([Change("", "not", "did")], "puts in `not` behind `did`"),
        ([Change("", "not", "")], "puts in `not` at its beginning"),
        ([Change("may", "must", "it")], "has `must` for `may`"),
        (
            [Change("a", "", "b")] * 4,
            "leaves out `a` behind `b`, leaves out `a` behind `b`, leaves out `a` behind `b` "
            "and more",
        ),
        ([Change("a" * 41, "b", "")], f"has `b` for `{'a' * 40}…`"),
    ],
)
def test_differences_are_told_in_words(changes: list[Change], told: str) -> None:
    assert tell_changes(changes) == told


def test_words_that_are_not_there_have_no_gaps() -> None:
    assert find_gaps(text(), "dragon … pier", Match(1, 21, 60)) == []
    raw = text("He *said* it **was** so.")
    (match,) = find_quote(raw, "*said* … so").matches
    left_out = [raw.content[start:end] for start, end in find_gaps(raw, "*said* … so", match)]
    assert left_out == [" it **was** "]
