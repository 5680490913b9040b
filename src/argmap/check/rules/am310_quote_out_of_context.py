"""AM310 quote-out-of-context."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.check.framing import Frame, Framing, find_framings, framing_words, says_any
from argmap.check.rule import Finding, rule
from argmap.diagnostics import Severity
from argmap.source.verdicts import QuoteStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.check.framing import FramingWords
    from argmap.check.quotations import Compared


_SAID = {
    Frame.NEGATION: "`{}` stands right before it",
    Frame.DENIAL: "it is what is denied: `{}` stands before it",
    Frame.ALLEGATION: "it is only alleged: `{}` stands before it",
    Frame.HEDGE: "`{}` stands right before it",
    Frame.TURN: "the source turns behind it: `{}`",
    Frame.GAP_NEGATION: "its gap leaves `{}` out",
    Frame.GAP_WIDTH: "its gap leaves {} words out",
    Frame.INSERTED_NEGATION: "`{}` is put in",
}
_SOFT = frozenset({Frame.HEDGE, Frame.ALLEGATION})
"""What a qualifier or a voice of the node says as well."""


@dataclass(frozen=True)
class Options:
    """Options of AM310."""

    most_gap_words: int = field(
        default=40, metadata={"help": "words that a gap in a quotation may leave out", "least": 1}
    )


@rule(
    "AM310",
    "quote-out-of-context",
    severity=Severity.WARNING,
    since="0.1.0",
    options=Options,
    occasion="exact-quotation",
)
def check(context: Context, options: Options) -> Iterator[Finding]:
    """A quotation that leaves out what changes its meaning.

    Why:
        Word for word and yet not what was said: «he denied that [the vault is safe]», «reportedly
        [the piles are sound]», «[it is cheap], but nobody uses it», a gap that swallows a «not».
        Nothing is told where the node says such a word itself, and nothing of an allegation or a
        hedge where it has a `by` or a `qualifier`. This is asked of texts in English so far; the
        language is the source's own or, where it names none, the map's `lang`.

    Mend:
        Quote from the word that is named on, or say in the node what the source says: that it is
        denied, that somebody alleges it (`by`), how sure it is (`qualifier`). Where the node is
        right all the same, accept the finding with the reason.

    Fires:
        # essay.txt:
        #   The council denied that the vault is safe from fire.
        argmap: 1
        title: A tablet
        lang: en
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: The vault protects what is in it.
              cite: {source: essay, at: 1, quote: "the vault is safe from fire"}

    Clean:
        # essay.txt:
        #   The council denied that the vault is safe from fire.
        argmap: 1
        title: A tablet
        lang: en
        sources:
          essay: {title: Lending the tablet, date: 2024, text: essay.txt}
        thesis:
          claim: The museum should keep the tablet.
          because:
            - evidence: The council denied that the vault protects it.
              cite: {source: essay, at: 1, quote: "denied that the vault is safe from fire"}

    Source:
        McGlone, M. S. (2005), Contextomy: the art of quoting out of context, Media, Culture &
        Society 27(4).
    """
    for one in context.compared:
        if not one.stands(QuoteStatus.EXACT, QuoteStatus.FOLDED):
            continue
        known = _words(context, one)
        if known is None or says_any(one.node.text, known):
            continue
        framing = _framing(one, known, options.most_gap_words)
        if framing is not None:
            said = _SAID[framing.frame].format(framing.words)
            yield Finding(
                one.quote_span(context.graph),
                f"quotation is cut out of its context: {said}",
                "quote that too, or say in the node what the source says of it",
                context.name(one.node.index),
            )


def _words(context: Context, one: Compared) -> FramingWords | None:
    text = one.material.text
    if text is None:
        return None
    own = next((value for key, value in text.metadata if key in {"lang", "language"}), None)
    language = own or context.map.header.lang
    return None if language is None else framing_words(language)


def _framing(one: Compared, known: FramingWords, most_words: int) -> Framing | None:
    """Give the first thing that changes the quotation and that the node does not say itself."""
    text, verdict, quote = one.material.text, one.verdict, one.citation.quote
    assert text and verdict and quote  # noqa: S101, PT018 - its words are known, and it stands
    is_voiced = one.node.model.by is not None or one.node.model.qualifier is not None
    for framing in find_framings(text, quote, verdict.matches[0], known, most_words):
        if not (is_voiced and framing.frame in _SOFT):
            return framing
    return None
