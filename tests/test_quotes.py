"""Where quotations stand: word for word, and only so."""

from __future__ import annotations

import unicodedata

import pytest

from argmap.source.material import NOTHING, Material
from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.quotes import MOST_MATCHES, find_quote, read_quote
from argmap.source.verdicts import QuoteStatus

EXACT, FOLDED, AMBIGUOUS, MOVED, CHANGED, MISSING = QuoteStatus

SENTENCES = {
    "ar": "لم يقل المجلسُ إن المَرسى آمن، بل قال إنه «ليس خطِرًا» في ٢٠٢١. ولا أحد يصدّقه.",
    "he": "המועצה לא אמרה שהמזח בטוח; היא אמרה שהוא „אינו מסוכן” בשנת 2021. אף אחד לא האמין.",
    "th": "สภาไม่ได้บอกว่าท่าเรือปลอดภัย แต่บอกว่า “ไม่อันตราย” ในปี 2564 ไม่มีใครเชื่อ",
    "ko": "의회는 선착장이 안전하다고 하지 않았다. NATO가 2021년에 ‘위험하지 않다’고 했을 뿐이다.",
    "ru": "Совет не сказал, что причал безопасен; он сказал, что тот «не опасен» — в 2021 году.",
    "hi": "परिषद ने यह नहीं कहा कि घाट सुरक्षित है; उसने कहा कि वह “ख़तरनाक नहीं” है।",
    "vi": "Hội đồng không nói rằng bến tàu an toàn; họ nói nó “không nguy hiểm” vào năm 2021.",
    "ja": "評議会は桟橋が安全だとは言わなかった。2021年に「危険ではない」と言っただけだ。",
}


def text(content: str, *, is_markdown: bool = False) -> SourceText:
    return read_paragraphs(content, is_markdown=is_markdown)


def status(content: str, quote: str, at: int | None = None, *, is_markdown: bool = False) -> str:
    return find_quote(text(content, is_markdown=is_markdown), quote, at).status.value


FERRY = """\
The ferry isn’t legal, and no one calls it illegal. It can’t run; it cost 1.5 million — not 2,000.

The non-aligned members said: “We carry forty people a day… and nobody counts them” [sic].

The ferry is loved. The ferry is loved by the Smiths’ children. Minus is −5, and 5–7 is a range.
"""


@pytest.mark.parametrize(
    ("quote", "at", "expected"),
    [
        ("and no one calls it illegal", 1, EXACT),
        ("The ferry isn't legal", 1, FOLDED),
        ("The  ferry\nisn’t legal", 1, FOLDED),
        ("1.5 million - not 2,000", 1, FOLDED),
        ("1.5 million–not 2,000.", 1, FOLDED),
        ("“no one”", 1, CHANGED),
        ("the ferry isn’t legal", 1, CHANGED),
        ("The ferry", 3, AMBIGUOUS),
        ("The ferry", 1, EXACT),
        ("The ferry", None, AMBIGUOUS),
        ("The ferry is loved by", 1, MOVED),
        ("The ferry is loved by", 99, MOVED),
        ("The ferry is loved by", None, EXACT),
        ("a day… and nobody counts them", 2, EXACT),
        ("a day ... and nobody counts them", 2, FOLDED),
        ("We carry … nobody counts them", 2, FOLDED),
        ("We carry [...] nobody counts them", 2, FOLDED),
        ("We carry [ … ] nobody counts them", 2, FOLDED),
        ("nobody counts them … We carry", 2, CHANGED),
        ("calls it illegal … members said", 1, CHANGED),
        ("counts them” [sic].", 2, EXACT),
        ("counts [all of] them", 2, FOLDED),
        ("[They said:] We carry forty people", 2, FOLDED),
        ("We carry forty people [each] day", 2, CHANGED),
        ("it [il]legal", 1, MISSING),
        ("legal", 1, EXACT),
        ("can", 1, CHANGED),
        ("can’t", 1, EXACT),
        ("t run; it cost", 1, CHANGED),
        ("5 million", 1, CHANGED),
        ("1.5", 1, EXACT),
        ("1", 1, CHANGED),
        ("2", 1, CHANGED),
        ("2,000", 1, EXACT),
        ("aligned members", 2, CHANGED),
        ("members said", 2, EXACT),
        ("is 5", 3, MISSING),
        ("−5", 3, EXACT),
        ("5", 3, EXACT),
        ("7 is a range", 3, EXACT),
        ("5–7", 3, EXACT),
        ("5-7 is", 3, FOLDED),
        ("Smiths’ children", 3, EXACT),
        ("the Smiths", 3, EXACT),
        ("Smith", 3, CHANGED),
        ("", 1, MISSING),
        ("…", 1, MISSING),
        ("[…]", 1, MISSING),
        ("[nothing]", 1, MISSING),
        ("dragons", 1, MISSING),
    ],
)
def test_a_quotation_stands_or_not(quote: str, at: int | None, expected: QuoteStatus) -> None:
    assert find_quote(text(FERRY), quote, at).status is expected


MIXED = """\
The council did not close the ferry in 2019. It is un\xadlikely that anybody will.

A non-profit operator can't pay 1.5 million; the loss is -5 per cent, 13,000 in all. Ce n'est
pas vrai. The council’s own report—the long one—calls it ofﬁcial.

渡船每天运送四十人。没有人数过他们。 나토는 북쪽. It is sofar-\nreaching.
"""


@pytest.mark.parametrize(
    ("quote", "at", "expected"),
    [
        ("did not close the ferry", 1, EXACT),
        ("did  not\nclose", 1, FOLDED),
        ("is unlikely that", 1, FOLDED),
        ("is likely that", 1, CHANGED),
        ("likely that anybody", 1, CHANGED),
        ("profit operator", 2, CHANGED),
        ("operator can", 2, CHANGED),
        ("5 million", 2, CHANGED),
        ("pay 1", 2, CHANGED),
        ("pay 1.", 2, CHANGED),
        ("5 per cent", 2, CHANGED),
        ("-5 per cent", 2, EXACT),
        ("3,000 in all", 2, CHANGED),
        ("est pas vrai", 2, CHANGED),
        ("The council", 2, EXACT),
        ("report - the long one - calls", 2, FOLDED),
        ("calls it official", 2, FOLDED),
        ("A non", 2, CHANGED),
        ("运送四十人", 3, EXACT),
        ("운", 3, MISSING),
        ("나토", 3, EXACT),
        ("did not … in 2019", 1, FOLDED),
        ("did [indeed] not close", 1, FOLDED),
        ("did not close", 2, MOVED),
        ("did not close", 9, MOVED),
        ("the ferry … the ferry", 1, MISSING),
        ("nothing of the kind was said", 1, MISSING),
        ("", 1, MISSING),
        ("...", None, MISSING),
        ("council", None, AMBIGUOUS),
        ("四十", None, EXACT),
        ("ferri", 1, CHANGED),
    ],
)
def test_a_quotation_is_made_of_whole_words(
    quote: str, at: int | None, expected: QuoteStatus
) -> None:
    assert find_quote(text(MIXED), quote, at).status is expected


@pytest.mark.parametrize(
    ("content", "quote", "expected"),
    [
        pytest.param("It is **not** safe.", "It is not safe", FOLDED, id="emphasis"),
        pytest.param("It is **not** safe.", "It is **not** safe", EXACT, id="its marks as well"),
        pytest.param("It is not safe.", "It is **not** safe", CHANGED, id="marks of one's own"),
        pytest.param("See [the report](r.md).", "See the report", FOLDED, id="link"),
        pytest.param("See [the report](r.md).", "See [the report](r.md).", EXACT, id="raw link"),
        pytest.param("In 2011.[^1] It shut.", "In 2011. It shut", FOLDED, id="footnote"),
        pytest.param("a <!-- x --> b", "a b", FOLDED, id="comment"),
        pytest.param("a ![map](m.png) b", "a b", FOLDED, id="image"),
        pytest.param("one<br>two", "one two", FOLDED, id="line break"),
        pytest.param("one\\\ntwo", "one two", FOLDED, id="escaped line break"),
        pytest.param("5&nbsp;&ndash;&nbsp;7", "5–7", FOLDED, id="named characters"),
        pytest.param("it cost 2*3 euro", "cost 23 euro", CHANGED, id="a product"),
        pytest.param("it cost 2*3 euro", "cost 2*3 euro", EXACT, id="the product itself"),
        pytest.param("10<sup>6</sup> people came", "106 people came", CHANGED, id="a power"),
        pytest.param("H<sub>2</sub>O", "H2O", FOLDED, id="a formula"),
        pytest.param("> He did\n> not.", "He did not", FOLDED, id="quoted block"),
        pytest.param("<https://x.org/a_b> is", "https://x.org/a_b is", FOLDED, id="address"),
        pytest.param("snake_case_name", "case", CHANGED, id="underscores"),
    ],
)
def test_marks_of_markdown_count_for_nothing_or_as_they_are_written(
    content: str, quote: str, expected: QuoteStatus
) -> None:
    assert status(content, quote, 1, is_markdown=True) == expected.value


@pytest.mark.parametrize(
    ("quote", "ways"),
    [
        ("a b", [("a b",)]),
        ("a … b", [("a", "b")]),
        ("a...b", [("a", "b")]),
        ("a.... b", [("a.", "b")]),
        ("a [...] b [x] c", [("a", "b [x] c"), ("a", "b c")]),
        ("[x]", [("[x]",)]),
        ("[x]s", [("[x]s",)]),
        ("boat[s] a", [("boat[s] a",), ("boat a",)]),
        ("渡船[每天]运", [("渡船[每天]运",), ("渡船运",)]),
        ("a\0b", [("a b",)]),
        ("… ", []),
    ],
)
def test_quotations_are_read_in_one_way_or_two(quote: str, ways: list[tuple[str, ...]]) -> None:
    assert read_quote(quote) == ways


def places(content: str, quote: str, at: int | None = None) -> list[str]:
    found = text(content)
    return [found.content[one.start : one.end] for one in find_quote(found, quote, at).matches]


def test_a_gap_is_as_narrow_as_it_can_be() -> None:
    assert places("a x a y b z b", "a … b", 1) == ["a y b"]
    assert places("a b a c b c", "a … b … c", 1) == ["a b a c", "a c b c"]
    assert places("a can x can’t end", "a … can … end", 1) == ["a can x can’t end"]
    assert places("a b. a b.", "a … b", 1) == ["a b", "a b"]
    assert places("one two three one two", "one … three", 1) == ["one two three"]


def test_no_more_places_are_told_than_are_read() -> None:
    assert len(places("so it is\n\n" * 80, "it is")) == MOST_MATCHES
    assert len(places("so it is. " * 80, "it is", 1)) == MOST_MATCHES


def test_a_word_may_first_stand_inside_others_in_many_paragraphs() -> None:
    content = "It can’t go.\n\n" * 200 + "It can go."
    verdict = find_quote(text(content), "can")
    assert [one.paragraph for one in verdict.matches] == [201]


@pytest.mark.parametrize(
    ("content", "quote"),
    [
        ("在NATO峰会上", "NATO"),
        ("나는 NATO가 아니다", "NATO"),
        ("เขาพูดว่า NATOไม่มา", "NATO"),
        ("河堤目前“没有危险”", "目前"),
        ("河堤目前“没有危险”", "河堤目前“"),
        ("他说‘不’吗", "不"),
        ("the word“quoted”here", "word"),
    ],
)
def test_words_are_found_beside_other_scripts_and_quotation_marks(content: str, quote: str) -> None:
    assert status(content, quote) == status(content, quote, 1) == "exact"


def test_a_quotation_ends_with_its_paragraph() -> None:
    content = "A hyphen-\n\nated word, see [a\n\nb](c.md).\n\n# Its heading\n\n— Dash"
    assert status(content, "A hyphen", 1, is_markdown=True) == "exact"
    assert status(content, "— Dash", 4, is_markdown=True) == "exact"
    assert status(content, "Its heading", is_markdown=True) == "missing"
    assert status(content, "hyphen- ated", is_markdown=True) != "exact"


def test_of_material_the_text_is_asked_first() -> None:
    assert NOTHING.find_quote("a") is None
    assert NOTHING.paragraph_count is None
    material = Material(text=text("a b\n\nc"))
    assert material.paragraph_count == 2
    verdict = material.find_quote("b", 1)
    assert verdict is not None
    assert verdict.status is EXACT


def test_letters_in_pieces_are_letters() -> None:
    name = "Žižka u Ångström, 한국"
    content = f"Zde je {unicodedata.normalize('NFD', name)} dnes."
    assert find_quote(text(content), name).status is FOLDED
    assert find_quote(text(content), "Z").status is not FOLDED


def test_feet_are_not_inches() -> None:
    assert status("It is a 5' pipe.", 'a 5" pipe') == "changed"
    assert status("It is a 5’ pipe.", "a 5' pipe") == "folded"


def test_long_words_and_empty_headings_are_no_obstacle() -> None:
    long = "x" * 5_000
    found = text(f"#\n\nIt says {long} and no more.\n", is_markdown=True)
    assert found.headings == ()
    assert find_quote(found, long).status is EXACT
    assert find_quote(found, f"says {long} and").status is EXACT
    assert find_quote(found, long[:-1]).status is MISSING
