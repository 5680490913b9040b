"""Rules that only tests know: with options, which few rules of the program have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from argmap.check import registry
from argmap.check.rule import Finding, Rule, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from argmap.check.context import Context


@dataclass(frozen=True)
class Options:
    """An option of each kind that rules have."""

    most_words: Annotated[int, Field(ge=1, le=900)] = field(
        default=30, metadata={"help": "words that a text may have"}
    )
    share: Annotated[float, Field(gt=0, lt=1)] = field(default=0.5, metadata={"help": "a share"})
    is_strict: bool = field(default=False, metadata={"help": "whether titles count"})
    marks: tuple[str, ...] = field(default=("!", "中"), metadata={"help": "what ends a text"})
    unit: Literal["word", "sign"] = field(default="word", metadata={"help": "what is counted"})
    lead: Annotated[str, Field(min_length=2, max_length=4, pattern="^[a-z]+$")] = field(
        default="re", metadata={"help": "how a text begins"}
    )
    pair: tuple[int, int] = field(default=(1, 2), metadata={"help": "two numbers"})

    def __post_init__(self) -> None:
        """Refuse a number."""
        if self.most_words == 13:
            raise ValueError("`most-words` brings bad luck")


def make_rule(code: str = "AM699", name: str = "wordy-text", *, is_optional: bool = False) -> Rule:
    """Make a rule that finds every claim with more words than its option says."""

    @rule(
        code,
        name,
        severity=Severity.NOTE,
        since="0.1.0",
        is_optional=is_optional,
        options=Options,
    )
    def check(context: Context, options: Options) -> Iterator[Finding]:
        """A text of many words.

        Why:
            It is made for tests.

        Mend:
            Leave it.

        Source:
            None.
        """
        for node in context.graph.nodes:
            if len(node.text.split()) > options.most_words:
                yield Finding(context.text_span(node.index), f"more than {options.most_words}")

    return check


def add_rule(monkeypatch: pytest.MonkeyPatch, made: Rule) -> None:
    """Let the registry know a rule besides its own."""
    rules = sorted((*registry.all_rules(), made), key=lambda one: one.code)
    monkeypatch.setattr(registry, "all_rules", lambda: tuple(rules))
