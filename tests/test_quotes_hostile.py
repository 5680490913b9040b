"""Texts and quotations that were made to take long are read to their end.

What takes the square of their size would take hours; these take seconds.
"""

from __future__ import annotations

import pytest

from argmap.source.edition import Edit, compare_paragraphs
from argmap.source.fingerprint import build_fingerprint
from argmap.source.paragraphs import read_paragraphs
from argmap.source.proof import can_prove, prove_quote
from argmap.source.quotes import find_quote
from argmap.source.verdicts import QuoteStatus

SIZE = 60_000
MANY = 20_000


@pytest.mark.parametrize("is_markdown", [True, False], ids=["markdown", "plain"])
@pytest.mark.parametrize(
    "unit",
    [
        *(" ", "\n", " \t\n", "\\", "*", " *", "`", "~", "_", "_a", "-", "- ", "- \n", "=\n"),
        *("[", "![", "[a](", "](", "](a)", "](a", "[^", "[a]: b\n", "<", "<a", "<a ", "<a:", "</"),
        *("<!--", "<!-->", "-->", "&", "&#", "&amp", ">", "> ", "a > ", "```\n", "~~~a\n", "# \n"),
        *("---\n", "***\n", "a\n=\n", "a\n\n", "#", "\r", "\r\n", "\xad", "a\xad", "\u200b ", "ﬁ"),
        *("\u0301", "a\u0301", "e\u0327\u0301", "\u1112\u1161\u11ab", "1'", "«", "\0", "\ud800"),
    ],
    ids=ascii,
)
def test_a_sign_may_be_repeated_at_will(unit: str, is_markdown: bool) -> None:
    content = f"first\n\n{unit * (SIZE // len(unit))}\n\nlast word"
    text = read_paragraphs(content, is_markdown=is_markdown)
    assert text.text(1).startswith("first")
    found = find_quote(text, "last word")
    assert found.status.is_verified or "<!--" in unit or unit in {"```\n", "~~~a\n"}
    assert find_quote(text, "another thing").status is QuoteStatus.MISSING


@pytest.mark.parametrize(
    ("unit", "quote", "stands"),
    [
        pytest.param("a ", "a " * MANY + "a", True, id="long"),
        pytest.param("a ", "a " * MANY + "b", False, id="long, of which the end is not there"),
        pytest.param("a ", " … ".join(["a"] * MANY), True, id="gaps"),
        pytest.param("a ", " … ".join(["a"] * MANY + ["b"]), False, id="gaps up to a word"),
        pytest.param("a b c d ", " … ".join("abcd" * (MANY // 4)), True, id="spread"),
        pytest.param("a b c d ", "d c b a " * MANY, False, id="turned round"),
        pytest.param("a", "a", False, id="a letter of one word"),
        pytest.param("a", "a" * MANY, False, id="half of one word"),
        pytest.param("a", "a … a", False, id="two letters of one word"),
        pytest.param("1.", "1." * MANY, False, id="one number"),
        pytest.param("1.", "1 … 2", False, id="parts of one number"),
        pytest.param("a'", "a'" * MANY, True, id="one word with apostrophes"),
        pytest.param("a-", "a-a", False, id="one word with hyphens"),
        pytest.param("a\u0301", "\u0301" * MANY, False, id="marks"),
        pytest.param("中", "中" * MANY, True, id="no spaces"),
        pytest.param("中", "中" * MANY + "国", False, id="no spaces, an end that is not there"),
        pytest.param("中", " … ".join("中" * MANY), True, id="no spaces, gaps"),
        pytest.param("ab中", "中ab中" * MANY, False, id="two scripts"),
        pytest.param("a\n\n", "a … a", False, id="a gap between paragraphs"),
        pytest.param("a b\n\n", "b … a", False, id="the wrong order in each paragraph"),
        pytest.param("a ", "[" * MANY, False, id="brackets"),
        pytest.param("a ", "[a]" * MANY, False, id="insertions"),
        pytest.param("a ", "..." * MANY, False, id="nothing but gaps"),
    ],
)
def test_a_quotation_may_be_as_long_as_it_likes(unit: str, quote: str, stands: bool) -> None:
    text = read_paragraphs(unit * (SIZE // len(unit)), is_markdown=False)
    assert find_quote(text, quote).status.is_verified == stands
    assert find_quote(text, quote, 1).status.is_verified == stands
    kept = build_fingerprint(text, [quote])
    assert prove_quote(kept, quote).status.is_verified == stands
    assert can_prove(kept, quote)


def test_a_text_may_have_two_hundred_thousand_paragraphs() -> None:
    words = [f"word{number}" for number in range(200_000)]
    text = read_paragraphs("\n\n".join(words), is_markdown=True)
    assert len(text.paragraphs) == 200_000
    assert find_quote(text, "word199999", 1).matches[0].paragraph == 200_000
    assert find_quote(text, "word199999", 1, 200_000).status is QuoteStatus.EXACT
    assert find_quote(text, "word1 word2").status is QuoteStatus.MISSING
    kept = build_fingerprint(text, ["word199999"])
    assert prove_quote(kept, "word199999").matches[0].paragraph == 200_000


def test_editions_of_many_paragraphs_are_compared() -> None:
    words = [f"word{number}" for number in range(20_000)]
    kept = build_fingerprint(read_paragraphs("\n\n".join(words), is_markdown=True))
    edited = [*words[1:10_000], "new", *words]
    text = read_paragraphs("\n\n".join(edited), is_markdown=True)
    assert compare_paragraphs(kept, text) == [
        Edit(0, 1, 0, 0),
        Edit(10_000, 10_000, 9_999, 20_000),
    ]


def test_paragraphs_may_all_be_the_same() -> None:
    kept = build_fingerprint(read_paragraphs("so it is\n\n" * 20_000, is_markdown=False))
    text = read_paragraphs("so it is\n\n" * 20_001, is_markdown=False)
    assert compare_paragraphs(kept, text) == [Edit(20_000, 20_000, 20_000, 20_001)]
