"""AM102 unknown-reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, Fixable, rule
from argmap.check.structure import NameFinder, group_ids, question_ref_span, written_target
from argmap.diagnostics import Severity
from argmap.evaluate.outcome import key_span, value_span
from argmap.model.nodes import Premises
from argmap.source.renaming import changing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.diagnostics import Fix, Span


@rule(
    "AM102",
    "unknown-reference",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Fixable.UNSAFE,
    occasion="unknown-name",
)
def check(context: Context) -> Iterator[Finding]:
    """A name that no node has.

    Why:
        A `ref` that leads nowhere is a reason or an answer that is missing: the map looks complete
        and the argument is not. In `expect` the assertion is silently about nothing.

    Mend:
        Correct the name; the finding shows the closest one. Or give the node that is meant that
        `id`.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - ref: visitors
            - claim: The tablet is hardly seen at home.
              because:
                - evidence: Two thirds of the visitors walked past it.
                  id: visitor
                  cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - ref: visitors
            - claim: The tablet is hardly seen at home.
              because:
                - evidence: Two thirds of the visitors walked past it.
                  id: visitors
                  cite: survey

    Source:
        Extensible Markup Language (XML) 1.0, 5th ed., 3.3.1, validity constraint «IDREF»: a name
        that refers matches some id.
    """
    if not context.map.is_whole:
        return
    names = NameFinder(context.graph.by_id)
    yield from _references(context, names)
    yield from _expectations(context, names)


def _references(context: Context, names: NameFinder) -> Iterator[Finding]:
    groups = group_ids(context)
    for place in context.map.places:
        target = written_target(place)
        if target is not None:
            if target in context.graph.by_id:
                continue
            named = [(target, context.map.text_span(place.index), "`ref`")]
        elif isinstance(place.model, Premises):
            named = [
                (
                    answer.ref,
                    question_ref_span(context.map, place, question),
                    f"the answer to `{question}`",
                )
                for question, answer in place.model.questions.items()
                if answer.ref is not None
            ]
        else:
            continue
        for name, span, where in named:
            if name in context.graph.by_id or name in groups:
                continue
            yield Finding(
                span,
                f"{where} names `{name}`, which no node has as its id",
                _mend(context, names, name),
                context.map.name(place.index),
                fix=_fix(context, names, name, span),
            )


def _expectations(context: Context, names: NameFinder) -> Iterator[Finding]:
    expected = context.map.header.expect
    if expected is None:
        return
    groups = group_ids(context)
    for way, name in expected.names():
        if context.graph.by_name(name) is not None:
            continue
        what = way[-2]
        message = f"`{what}` names `{name}`, which no node has as its id or address"
        mend = _mend(context, names, name)
        if name in groups:
            message = f"`{what}` names `{name}`, a group of premises, expected a node"
            mend = "name the conclusion of the group, or one of its premises"
        span = (key_span if what == "strength" else value_span)(context.map, way)
        fix = None if name in groups else _fix(context, names, name, span)
        yield Finding(span, message, mend, fix=fix)


def _fix(context: Context, names: NameFinder, name: str, span: Span) -> Fix | None:
    near = None if name.startswith("thesis") else names.closest(name)
    return None if near is None else changing(context.map.text, span, name, near)


def _mend(context: Context, names: NameFinder, name: str) -> str:
    if context.map.place_at(name) is not None:
        return f"`{name}` is an address: give the node there an `id`, and name that"
    if name.startswith("thesis"):
        return "give the node that is meant an `id`, and name that"
    return names.suggest(name) or f"give the node that is meant `id: {name}`"
