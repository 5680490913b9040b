"""What holds of every quotation, whatever words of whatever text it is made of."""

from __future__ import annotations

import random
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.source.fingerprint import Fingerprint, build_fingerprint
from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.proof import can_prove, prove_quote
from argmap.source.quotes import find_quote
from argmap.source.verdicts import QuoteStatus
from tests.quoting import ARTICLES, source

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES = """\
لم يقل المجلسُ إن المَرسى آمن، بل قال إنه «ليس خطِرًا» في ٢٠٢١. ولا أحد يصدّقه.

המועצה לא אמרה שהמזח בטוח; היא אמרה שהוא „אינו מסוכן” בשנת 2021. אף אחד לא האמין.

สภาไม่ได้บอกว่าท่าเรือปลอดภัย แต่บอกว่า “ไม่อันตราย” ในปี 2564 ไม่มีใครเชื่อ

의회는 선착장이 안전하다고 하지 않았다. NATO가 2021년에 ‘위험하지 않다’고 했을 뿐이다.

Совет не сказал, что причал безопасен; он сказал, что тот «не опасен» — в 2021 году.

परिषद ने यह नहीं कहा कि घाट सुरक्षित है; उसने कहा कि वह “ख़तरनाक नहीं” है।

Hội đồng không nói rằng bến tàu an toàn; họ nói nó “không nguy hiểm” vào năm 2021.

評議会は桟橋が安全だとは言わなかった。2021年に「危険ではない」と言っただけだ。

L’avis n’est pas défavorable : l’ingénieur qualifie la jetée d’« inefficace » – mais pas plus.
"""


class Span(NamedTuple):
    """Some words of a paragraph."""

    text: SourceText
    number: int
    start: int
    end: int

    @property
    def quote(self) -> str:
        return self.text.content[self.start : self.end]


@st.composite
def spans(draw: st.DrawFn) -> Span:
    name = draw(st.sampled_from((*ARTICLES, "")))
    text = source(name) if name else read_paragraphs(SENTENCES, is_markdown=False)
    number = draw(st.integers(1, len(text.paragraphs)))
    paragraph = text.paragraphs[number - 1]
    words = list(re.compile(r"\S+").finditer(text.content, paragraph.start, paragraph.end))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 30, len(words) - 1)))
    return Span(text, number, words[first].start(), words[last].end())


chances = st.integers(0, 2**32).map(random.Random)
PROPERTY = settings(max_examples=150, deadline=None)


@given(spans())
@PROPERTY
def test_words_of_a_text_stand_where_they_were_taken_from(span: Span) -> None:
    found = find_quote(span.text, span.quote, span.number)
    assert found.status in {QuoteStatus.EXACT, QuoteStatus.AMBIGUOUS}
    assert (span.number, span.start, span.end) in found.matches
    anywhere = find_quote(span.text, span.quote)
    assert (span.number, span.start, span.end) in anywhere.matches or len(anywhere.matches) == 50


def _some(rng: random.Random, expression: str, put_in: Callable[[str], str], quote: str) -> str:
    """Change some of what an expression finds."""
    return re.sub(
        expression, lambda match: put_in(match[0]) if rng.random() < 0.5 else match[0], quote
    )


def _break_lines(rng: random.Random, quote: str) -> str:
    gaps = ["\n", "\r\n", "\t", "  ", "\xa0", "\u202f", " \u2009\n ", "\u3000"]
    return _some(rng, r"[^\S\n]+|\n", lambda _: rng.choice(gaps), quote)


def _turn_quotation_marks(rng: random.Random, quote: str) -> str:
    single, double = "'‘’‚‛‹›", '"“”„«»〝「」『』'
    quote = _some(rng, f"[{single}]", lambda _: rng.choice(single), quote)
    return _some(rng, f"[{double}]", lambda _: rng.choice(double), quote)


def _turn_dashes(rng: random.Random, quote: str) -> str:
    dashes = ["-", "–", "—", "―", "--", " – ", " — ", "‐", "−"]
    return _some(rng, r"(?<!^)\s*[-–—−]\s*(?!$)", lambda _: rng.choice(dashes), quote)


def _put_in_soft_hyphens(rng: random.Random, quote: str) -> str:
    unseen = ["\xad", "\u200b", "\u2060", "\xad\u200b", "\xad\n"]
    return _some(rng, r"(?<=[a-z])(?=[a-z])", lambda _: rng.choice(unseen), quote)


def _join_letters(rng: random.Random, quote: str) -> str:
    ligatures = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ"}
    return _some(rng, "|".join(ligatures), ligatures.__getitem__, quote)


def _decompose(rng: random.Random, quote: str) -> str:
    return unicodedata.normalize(rng.choice(["NFD", "NFC"]), quote)


def _put_in_words(rng: random.Random, quote: str) -> str:
    return _some(rng, r"(?<=\w)(?=\s)", lambda _: rng.choice([" [sic]", " [the mayor]"]), quote)


ADMISSIBLE = {
    "line breaks": _break_lines,
    "quotation marks": _turn_quotation_marks,
    "dashes": _turn_dashes,
    "soft hyphens": _put_in_soft_hyphens,
    "ligatures": _join_letters,
    "normalisation": _decompose,
    "insertions": _put_in_words,
}


@pytest.mark.parametrize("kind", ADMISSIBLE)
@given(span=spans(), rng=chances)
@PROPERTY
def test_what_may_differ_moves_nothing(kind: str, span: Span, rng: random.Random) -> None:
    quote = ADMISSIBLE[kind](rng, span.quote)
    if kind == "insertions":
        assume("[" not in span.quote)
    found = find_quote(span.text, quote, span.number)
    assert found.status.is_verified
    assert (span.number, span.start, span.end) in found.matches


@given(spans(), chances)
@PROPERTY
def test_all_that_may_differ_may_differ_at_once(span: Span, rng: random.Random) -> None:
    assume("[" not in span.quote)
    quote = span.quote
    for change in ADMISSIBLE.values():
        quote = change(rng, quote)
    assert (span.number, span.start, span.end) in find_quote(span.text, quote, span.number).matches


@cache
def kept(content: str, *, is_markdown: bool) -> Fingerprint:
    return build_fingerprint(read_paragraphs(content, is_markdown=is_markdown))


@given(spans(), chances)
@PROPERTY
def test_a_fingerprint_knows_what_may_differ(span: Span, rng: random.Random) -> None:
    text = span.text
    quote = text.read(span.start, span.end)
    assume("[" not in quote and quote.strip())
    for change in ADMISSIBLE.values():
        quote = change(rng, quote)
    known = kept(text.content, is_markdown=text.is_markdown)
    if can_prove(known, quote):
        assert find_quote(text, quote, span.number).status.is_verified
        assert prove_quote(known, quote, span.number).status.is_verified


MARKS = [
    *("*{}*", "**{}**", "_{}_", "`{}`", "~~{}~~", "***{}***", "[{}](https://x.org/a_b_(c))"),
    *("<b>{}</b>", "{}[^1]", "{}<!-- *not* -->", "<!-- [ -->{}", "<span class='a'>{}</span>"),
    *("[*{}*](u 'title')", "{}![not](not.png)"),
]


@given(spans(), chances)
@PROPERTY
def test_marks_in_the_source_hide_no_words(span: Span, rng: random.Random) -> None:
    assume(not span.text.is_markdown or not re.search(r"[\[\]()*_`<>&\\~]", span.quote))
    words = re.split(r"(\s+)", span.quote)
    marked = "".join(
        rng.choice(MARKS).format(word) if word.strip() and rng.random() < 0.5 else word
        for word in words
    )
    text = read_paragraphs(f"Before it. {marked} Behind it.", is_markdown=True)
    found = find_quote(text, span.quote, 1)
    assert found.status.is_verified
    assert span.quote in {text.read(match.start, match.end) for match in found.matches}


@given(spans(), st.integers(1, 4), chances)
@PROPERTY
def test_words_may_be_left_out_where_it_is_said(span: Span, gaps: int, rng: random.Random) -> None:
    words = span.quote.split()
    assume(len(words) > 2 * gaps and not re.search(r"[\[…]|\.\.\.", span.quote))
    for _ in range(gaps):
        at = rng.randrange(1, len(words) - 1)
        words[at] = rng.choice(["…", "...", "[…]", "[...]"])
    found = find_quote(span.text, " ".join(words), span.number)
    assert found.status.is_verified
    within = [match for match in found.matches if span.start <= match.start]
    assert any(match.end <= span.end for match in within)


EDITS = st.text("ab *_[]()`<>&;'\"-—“”…!\u0301\xad不๑1.5,", min_size=1, max_size=60)


def with_paragraph(text: SourceText, number: int, content: str) -> SourceText:
    """Put something else in the place of a paragraph."""
    old = text.paragraphs[number - 1]
    edited = f"{text.content[: old.start]}x{content}x{text.content[old.end :]}"
    return read_paragraphs(edited, is_markdown=text.is_markdown)


@given(spans(), st.integers(0, 11), EDITS, st.booleans(), chances)
@PROPERTY
def test_what_another_paragraph_says_changes_no_verdict(
    span: Span, other: int, content: str, is_true: bool, rng: random.Random
) -> None:
    others = [one.number for one in span.text.paragraphs if one.number != span.number]
    number = others[other % len(others)]
    edited = with_paragraph(span.text, number, content)
    assume(len(edited.paragraphs) == len(span.text.paragraphs))
    quote = span.quote if is_true else _drop(rng, span.quote)
    before = find_quote(span.text, quote, span.number)
    after = find_quote(edited, quote, span.number)
    assert before.status.is_verified == after.status.is_verified
    if after.status.is_verified:
        moved = (
            edited.paragraphs[span.number - 1].start - span.text.paragraphs[span.number - 1].start
        )
        assert after.status is before.status
        assert [(match.start - moved, match.end - moved) for match in after.matches] == [
            (match.start, match.end) for match in before.matches
        ]


def _drop(rng: random.Random, quote: str) -> str:
    words = quote.split()
    words.pop(rng.randrange(len(words)))
    return " ".join(words)


@given(spans(), EDITS)
@PROPERTY
def test_a_paragraph_put_before_moves_quotations_and_loses_none(span: Span, content: str) -> None:
    first = span.text.paragraphs[0].start
    whole = span.text.content
    edited = read_paragraphs(
        f"{whole[:first]}x{content}x\n\n{whole[first:]}", is_markdown=span.text.is_markdown
    )
    assume(len(edited.paragraphs) == len(span.text.paragraphs) + 1)
    found = find_quote(edited, span.quote, span.number)
    if found.status is not QuoteStatus.MOVED:  # it stands in the paragraph before it as well
        assert {match.paragraph for match in found.matches} == {span.number}
        found = find_quote(edited, span.quote, span.number + 1)
    assert span.number + 1 in {match.paragraph for match in found.matches}


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@given(spans())
@PROPERTY
def test_line_ends_change_nothing_but_offsets(line_end: str, span: Span) -> None:
    content = span.text.content.replace("\n", line_end)
    text = read_paragraphs(content, is_markdown=span.text.is_markdown)
    assert [one.text for one in text.headings] == [one.text for one in span.text.headings]
    assert len(text.paragraphs) == len(span.text.paragraphs)
    before = find_quote(span.text, span.quote, span.number)
    after = find_quote(text, span.quote, span.number)
    assert after.status.is_verified
    assert [content[one.start : one.end].replace(line_end, "\n") for one in after.matches] == [
        span.text.content[one.start : one.end] for one in before.matches
    ]
