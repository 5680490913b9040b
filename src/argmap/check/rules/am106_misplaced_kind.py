"""AM106 misplaced-kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Finding, rule
from argmap.check.structure import group_ids, question_ref_span, written_target
from argmap.diagnostics import Related, Severity
from argmap.model.nodes import AGAINST, FIELDS, Kind, Premises, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.context import Context
    from argmap.diagnostics import Span
    from argmap.model.map import Place

_NOUN = {
    Kind.CLAIM: "a `claim`",
    Kind.EVIDENCE: "`evidence`",
    Kind.COUNTERPOINT: "a `counterpoint`",
    Kind.ASSUMPTION: "an `assumption`",
    Kind.PREMISES: "a `premises` group",
    Kind.REF: "a `ref`",
}
_COUNTERPOINT_HELP = {
    Slot.BECAUSE: "write `claim` if it speaks for its parent, or move it under `but`",
    Slot.PREMISES: "write `claim`, or move it under the group's `unless`",
    Slot.WARRANT: "write `claim`, or move it under the group's `unless`",
    Slot.THESIS: "write `claim`",
}
_AS_COUNTERPOINT = (
    "write what they show as a `counterpoint`, with the `premises` under its `because`"
)
_PREMISES_HELP = {
    Slot.THESIS: "write the conclusion as a `claim`, with the `premises` under its `because`",
    Slot.BUT: _AS_COUNTERPOINT,
    Slot.UNLESS: _AS_COUNTERPOINT,
    Slot.PREMISES: "list them in the group around them, or under the `because` of a `claim` in it",
    Slot.WARRANT: "write the rule as one `claim`, with the `premises` under its `because`",
}
_KEY_HELP = {
    (Kind.ASSUMPTION, "because"): "write `claim`: what has reasons is not taken for granted",
    (Kind.ASSUMPTION, "unless"): "move it under `but`, or under the `unless` of what rests on this",
    (Kind.EVIDENCE, "unless"): "move it to what the evidence supports, or under `but` here",
    (Kind.PREMISES, "because"): "move it to the premise that it is a reason for",
    (Kind.PREMISES, "but"): "write `unless` against the step, or `but` on the premise it denies",
}
_HELP = {
    "conceded": "write `counterpoint` if it speaks against its parent, or use `note`",
    "warrant": "put the reasons in a `premises` group under `because`, with `warrant` there",
    "scheme": "put the reasons in a `premises` group under `because`, with `scheme` there",
    "questions": "put the reasons in a `premises` group under `because`, with `questions` there",
}


@rule("AM106", "misplaced-kind", severity=Severity.ERROR, since="0.1.0", occasion="misplaced")
def check(context: Context) -> Iterator[Finding]:
    """A kind of node, or a key, where it has no meaning.

    Why:
        Each kind plays one part: a counterpoint speaks against something, a group of premises is a
        reason, only a counterpoint can be conceded, only a step from reasons can be undercut. In
        any other place the key says nothing that could be evaluated, and what the author meant is
        lost.

    Mend:
        Move the node or the key to where it belongs, or change the kind; the finding says which.

    Fires:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - counterpoint: Transport could crack it.
            - evidence: Two thirds of the visitors walked past it.
              cite: survey

    Clean:
        argmap: 1
        title: A tablet
        sources:
          survey: {title: Visitor survey, author: The museum, date: 2023}

        thesis:
          claim: The museum should lend the tablet.
          because:
            - evidence: Two thirds of the visitors walked past it.
              cite: survey
          but:
            - counterpoint: Transport could crack it.
              conceded: The risk is small beside the gain.

    Source:
        Toulmin, S. (1958), The Uses of Argument, ch. 3. Pollock, J. L. (1987), Defeasible
        reasoning, Cognitive Science 11: rebutting and undercutting defeaters.
    """
    groups = group_ids(context)
    empty = {key.start for key in context.map.empty_lists}
    for place in context.map.places:
        if place.misplaced:
            yield from _keys(context, place, empty)
        if place.kind is Kind.COUNTERPOINT and place.slot not in AGAINST:
            yield Finding(
                context.map.span(place.index),
                f"`counterpoint` stands under `{place.slot.value}`, "
                "expected under `but` or `unless`",
                _COUNTERPOINT_HELP[place.slot],
                context.map.name(place.index),
            )
        elif place.kind is Kind.PREMISES and place.slot is not Slot.BECAUSE:
            yield Finding(
                context.map.span(place.index),
                f"`premises` stands under `{place.slot.value}`, expected under `because`",
                _PREMISES_HELP[place.slot],
                context.map.address(place.index),
            )
        if groups:
            yield from _group_references(context, place, groups)


def _keys(context: Context, place: Place, empty: set[int]) -> Iterator[Finding]:
    address = context.map.address(place.index)
    for key in place.misplaced:
        yield Finding(
            context.map.key_span(place.index, key),
            f"`{key}` has no meaning on {_NOUN[place.kind]}, expected on {_homes(key)}",
            f"remove `{key}`, which is empty"
            if place.value.entries[key][0].start in empty
            else _key_help(place.kind, key),
            address,
        )


def _homes(key: str) -> str:
    homes = [_NOUN[kind] for kind in Kind if key in FIELDS[kind] and kind is not Kind.REF]
    return homes[0] if len(homes) == 1 else f"{', '.join(homes[:-1])} or {homes[-1]}"


def _key_help(kind: Kind, key: str) -> str:
    if kind is Kind.REF:
        return f"move `{key}` to the node that the `ref` names"
    if kind is Kind.PREMISES and key not in {Slot.BECAUSE, Slot.BUT, "conceded"}:
        return f"move `{key}` to the premise that it belongs to"
    return _KEY_HELP.get((kind, key)) or _HELP.get(key) or f"remove `{key}`, or change the kind"


def _group_references(context: Context, place: Place, groups: dict[str, int]) -> Iterator[Finding]:
    named: list[tuple[str, Span]] = []
    target = written_target(place)
    if target is not None:
        named.append((target, context.map.text_span(place.index)))
    elif isinstance(place.model, Premises):
        for question, answer in place.model.questions.items():
            if answer.ref is not None:
                named.append((answer.ref, question_ref_span(context.map, place, question)))
    for name, span in named:
        if name in groups and name not in context.graph.by_id:
            yield Finding(
                span,
                f"`ref` names `{name}`, a group of premises, expected a node",
                "name what the group supports, or one of its premises",
                context.map.address(place.index),
                (Related(context.map.span(groups[name]), f"group `{name}` is here"),),
            )
