"""What a map's `expect` block asserts, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.evaluate.types import Status
from argmap.model.map import follow
from argmap.source.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.diagnostics import Span

_WORDS = {
    Status.STANDS: "to stand",
    Status.UNSUPPORTED: "to be unsupported",
    Status.DEFEATED: "to be defeated",
    Status.UNDECIDED: "to be undecided",
}
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """One assertion and what came of it."""

    text: str
    """What is asserted: ``lend stands``."""
    span: Span
    node: str | None
    failure: str | None
    """What is the case instead; None where the assertion holds."""
    is_doubtful: bool = False
    """Whether an error in the map may have changed the status."""


def iter_outcomes(context: Context) -> Iterator[Outcome]:
    """Give each assertion of a map in the order of the statuses, then as written."""
    expected = context.map.header.expect
    if expected is None:
        return
    for status in Status:
        names = getattr(expected, status.value)
        if names is not None:
            spans = _spans(context, status.value, len(names))
            yield from (
                _listed(context, status, names, spans)
                if names
                else [_none_at_all(context, status, spans[0])]
            )


def _spans(context: Context, key: str, count: int) -> list[Span]:
    root = context.map.root
    span_of = context.map.span_of
    fallback = root.entries["expect"][0]
    if not count:
        block = root.get("expect")
        entry = block.entries.get(key) if isinstance(block, Mapping) else None
        return [span_of(entry[0] if entry else fallback)]
    paths = (("expect", key, number) for number in range(count))
    return [span_of(follow(root, path) or fallback) for path in paths]


def _listed(
    context: Context, status: Status, names: tuple[str, ...], spans: list[Span]
) -> Iterator[Outcome]:
    for name, span in zip(names, spans, strict=True):
        node = context.graph.by_name(name)
        text = f"{name}: {status.value}"
        if node is None:
            yield Outcome(text, span, None, f"there is no node `{name}`", is_doubtful=True)
            continue
        actual = context.evaluation.status(node)
        wrong = f"`{name}` {_is(actual)}, expected {_WORDS[status]}"
        yield Outcome(
            text, span, name, None if actual is status else wrong, node in context.doubtful
        )


def _none_at_all(context: Context, status: Status, span: Span) -> Outcome:
    found = [
        node.index
        for node in context.graph.nodes
        if context.evaluation.status(node.index) is status and node.index not in context.doubtful
    ]
    text = f"none: {status.value}"
    if not found:
        return Outcome(text, span, None, None)
    told = ", ".join(f"`{context.name(node)}`" for node in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    failure = f"no node is expected {_WORDS[status]}, found {told}{more}"
    return Outcome(text, span, None, failure)


def _is(status: Status) -> str:
    return "stands" if status is Status.STANDS else f"is {status.value}"
