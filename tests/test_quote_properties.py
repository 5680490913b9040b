"""What holds of every quotation, whatever words of whatever text it is made of."""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from argmap.source.paragraphs import SourceText, read_paragraphs
from argmap.source.quotes import QuoteStatus, find_quote
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


seeds = st.integers(0, 2**32).map(random.Random)


def stands_at(span: Span, text: SourceText, quote: str, number: int) -> bool:
    """Tell whether a quotation is found where a span is, and nothing less is."""
    found = find_quote(text, quote, number)
    return found.status.is_verified and any(
        (match.start, match.end) == (span.start, span.end) for match in found.matches
    )


@given(spans())
@settings(max_examples=300, deadline=None)
def test_words_of_a_text_stand_where_they_were_taken_from(span: Span) -> None:
    found = find_quote(span.text, span.quote, span.number)
    assert found.status in {QuoteStatus.EXACT, QuoteStatus.AMBIGUOUS}
    assert (span.number, span.start, span.end) in found.matches
    anywhere = find_quote(span.text, span.quote)
    assert (span.number, span.start, span.end) in anywhere.matches or len(anywhere.matches) == 50
