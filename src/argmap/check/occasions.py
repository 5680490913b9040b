"""What a map must give for a rule to find anything: few maps give occasion for every rule.

A rule names its occasion. Where a map does not give it the rule finds nothing, so it is not
applied, nor is its file imported. An occasion may be given where nothing is to be found, never the
other way round; to tell it costs a small part of what looking costs.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Status
from argmap.graph.walk import attacked_node
from argmap.model.nodes import AGAINST, Counterpoint, Kind, Slot, Statement
from argmap.source.verdicts import QuoteStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from argmap.check.context import Context

MET = "met"
"""That reading the file met what the rule tells, under its code."""
_SETTLED = (Status.STANDS, Status.UNSUPPORTED)


def has_occasion(context: Context, occasion: str, code: str) -> bool:
    """Tell whether a map gives an occasion; every map gives the one without a name.

    Each is looked for once, when it is first asked for.

    Args:
        context: the map as the rules see it.
        occasion: its name.
        code: of the rule that waits for it.
    """
    if not occasion:
        return True
    if occasion == MET:
        return any(problem.code == code for problem in context.read_problems)
    known = context.known_occasions
    if occasion not in known:
        known[occasion] = OCCASIONS[occasion](context)
    return known[occasion]


def _has_repeated_id(context: Context) -> bool:
    ids = [node.model.id for node in context.graph.nodes]
    ids += [group.id for _, group in context.groups]
    given = [one for one in ids if one is not None]
    return len(set(given)) < len(given)


def _names(context: Context) -> Iterator[str]:
    """Give what references and the answers to questions name."""
    for _, reference in context.references:
        yield reference.target
    for _, group in context.groups:
        for answer in group.questions.values():
            if answer.ref is not None:
                yield answer.ref


def _has_unknown_name(context: Context) -> bool:
    by_id = context.graph.by_id
    return any(name not in by_id for name in _names(context))


def _expects_unknown_name(context: Context) -> bool:
    expected, by_name = context.map.header.expect, context.graph.by_name
    return expected is not None and any(by_name(name) is None for _, name in expected.names())


def _has_own_reference(context: Context) -> bool:
    """Tell whether a reference names what it is written under."""
    from argmap.check.structure import owner

    source = context.map
    for place, reference in context.references:
        above = owner(source, place)
        model = None if above is None else source.places[above].model
        if isinstance(model, Statement) and model.id == reference.target:
            return True
    return False


def _has_repeated_reference(context: Context) -> bool:
    """Tell whether a node stands twice in one list."""
    graph, places = context.graph, context.map.places
    seen: set[tuple[int, Slot, int]] = set()
    for place, reference in context.references:
        node = graph.by_id.get(reference.target)
        if node is None:
            continue
        defined = places[graph.nodes[node].place]
        is_beside = defined.parent == place.parent and defined.slot is place.slot
        if is_beside or (place.parent, place.slot, node) in seen:
            return True
        seen.add((place.parent, place.slot, node))
    return False


def _has_misplaced(context: Context) -> bool:
    """Tell whether a key or a kind, or the name of a group, stands where it has no meaning."""
    places = context.map.places
    counterpoints = context.of_kind(Kind.COUNTERPOINT)
    return (
        _has_unknown_name(context)
        or any(place.misplaced for place in places)
        or any(place.slot is not Slot.BECAUSE for place, _ in context.groups)
        or any(places[node.place].slot not in AGAINST for node in counterpoints)
    )


def _has_opposing_premise(context: Context) -> bool:
    """Tell whether a premise also speaks against something."""
    graph = context.graph
    return any(graph.reasons_from[attack.source] for attack in graph.attacks)


def _has_placeholder(context: Context) -> bool:
    """Tell whether a text may still have to be written; one that was not read may."""
    from argmap.check.placeholders import find_placeholders

    if context.placeholders or context.read_problems or not context.map.is_whole:
        return True
    header = context.map.header
    texts = [header.title, *(source.title for source in header.sources.values())]
    texts += [group.warrant for _, group in context.groups]
    models = (node.model for node in context.of_kind(Kind.COUNTERPOINT))
    texts += [model.conceded for model in models if isinstance(model, Counterpoint)]
    return bool(find_placeholders([text for text in texts if text]))


def _open_counterpoints(context: Context, status: Status) -> Iterator[int]:
    """Give the counterpoints of a status that are not conceded."""
    for node in context.with_status(status, Kind.COUNTERPOINT):
        if not is_conceded(context.graph, node.index):
            yield node.index


def _has_unanswered_counterpoint(context: Context) -> bool:
    """Tell whether nothing but what is conceded is put against a counterpoint that stands."""
    graph = context.graph
    return any(
        all(is_conceded(graph, graph.attacks[number].source) for number in graph.attacks_on[node])
        for node in _open_counterpoints(context, Status.STANDS)
    )


def _may_repeat(context: Context) -> bool:
    """Tell whether an answer may be what it should defend."""
    return context.says_again or any(p.slot in AGAINST for p, _ in context.references)


def _may_be_hollow(context: Context) -> bool:
    """Tell whether what no evidence reaches is put against a counterpoint that stands."""
    graph, wanting = context.graph, set(_open_counterpoints(context, Status.STANDS))
    for attack in graph.attacks if wanting else ():
        is_wanting = attacked_node(graph, attack) in wanting
        if is_wanting and context.evaluation.status(attack.source) is Status.UNSUPPORTED:
            return True
    return False


def _has_other_evidence(context: Context) -> bool:
    """Tell whether anything is cited but the article that the map is a reading of."""
    return not context.cited <= {context.map.header.article}


def _has_incomplete_source(context: Context) -> bool:
    return not all(
        (one.date or one.via)
        and one.title
        and (one.url or one.author or one.publisher or one.text or one.via)
        for one in context.graph.sources.values()
    )


def _has_unproved_text(context: Context) -> bool:
    """Tell whether the text of a source is not at hand, or a quotation cannot be told from it."""
    materials = context.materials.values()
    return any(one.text_problem or one.fingerprint_problem for one in materials) or any(
        one.citation.quote is not None and one.verdict is None for one in context.compared
    )


def _is_worded(context: Context) -> bool:
    """Tell whether the wording of any text can be judged."""
    return context.map.header.lang is not None and any(context.worded.values())


def _has_question(context: Context) -> bool:
    """Tell whether a text holds what ends a question in its language."""
    some = chain.from_iterable(context.worded.values()) if _is_worded(context) else ()
    return any(mark in one.text for one in some for mark in one.language.question_marks)


def _names_scheme(context: Context) -> bool:
    return any(group.scheme for _, group in context.groups)


def _asks_unknown_question(context: Context) -> bool:
    """Tell whether a question is answered that its scheme does not ask."""
    if not _names_scheme(context):
        return False
    from argmap.check.scheme_use import unknown_questions

    uses = ((use.group, use.scheme) for use in context.scheme_uses)
    return any(scheme is not None and unknown_questions(group, scheme) for group, scheme in uses)


def _status(status: Status, kind: Kind) -> Callable[[Context], bool]:
    return lambda context: bool(context.with_status(status, kind))


def _quoted(*statuses: QuoteStatus) -> Callable[[Context], bool]:
    return lambda context: any(one.stands(*statuses) for one in context.compared)


OCCASIONS: Mapping[str, Callable[[Context], bool]] = {
    "repeated-id": _has_repeated_id,
    "unknown-name": lambda c: _has_unknown_name(c) or _expects_unknown_name(c),
    "own-reference": _has_own_reference,
    "circle": lambda c: bool(c.circles),
    "repeated-reference": _has_repeated_reference,
    "misplaced": _has_misplaced,
    "opposing-premise": _has_opposing_premise,
    "likeness": lambda c: bool(c.likeness.pairs),
    "empty-list": lambda c: bool(c.map.empty_lists),
    "placeholder": _has_placeholder,
    "shadow": lambda c: bool(c.says_again and c.said_again.shadows),
    "repeat": lambda c: _may_repeat(c) and bool(c.said_again.repeats),
    "unsupported-claim": _status(Status.UNSUPPORTED, Kind.CLAIM),
    "defeated-claim": _status(Status.DEFEATED, Kind.CLAIM),
    "unsupported-counterpoint": lambda c: bool(list(_open_counterpoints(c, Status.UNSUPPORTED))),
    "unanswered-counterpoint": _has_unanswered_counterpoint,
    "hollow-answer": lambda c: _may_be_hollow(c) and bool(c.answers.hollow),
    "fallen-thesis": lambda c: any(c.evaluation.status(n) not in _SETTLED for n in c.graph.thesis),
    "undecided": lambda c: any(v.status is Status.UNDECIDED for v in c.evaluation.nodes),
    "assumption": lambda c: bool(c.of_kind(Kind.ASSUMPTION)),
    "qualified": lambda c: any(n.model.qualifier for n in c.of_kind(Kind.EVIDENCE)),
    "uncited": lambda c: not all(n.model.cite for n in c.of_kind(Kind.EVIDENCE)),
    "unknown-source": lambda c: not c.used_sources <= c.graph.sources.keys(),
    "unused-source": lambda c: not c.graph.sources.keys() <= c.used_sources,
    "source-text": lambda c: any(one.text or one.fingerprint for one in c.graph.sources.values()),
    "unproved": _has_unproved_text,
    "locked-text": lambda c: any(s.text and s.fingerprint for s in c.graph.sources.values()),
    "missing-quotation": _quoted(QuoteStatus.MISSING),
    "changed-quotation": lambda c: any(o.verdict and o.verdict.near for o in c.compared),
    "moved-quotation": _quoted(QuoteStatus.MOVED),
    "ambiguous-quotation": _quoted(QuoteStatus.AMBIGUOUS),
    "exact-quotation": _quoted(QuoteStatus.EXACT, QuoteStatus.FOLDED),
    "out-of-range": lambda c: any(one.is_out_of_range for one in c.compared),
    "other-evidence": _has_other_evidence,
    "second-hand": lambda c: any(one.via for one in c.graph.sources.values()),
    "incomplete-source": _has_incomplete_source,
    "two-sources": lambda c: len(c.graph.sources) > 1,
    "scheme": _names_scheme,
    "unknown-scheme": lambda c: _names_scheme(c) and any(u.scheme is None for u in c.scheme_uses),
    "unknown-question": _asks_unknown_question,
    "waived": lambda c: any(one.is_waived for _, g in c.groups for one in g.questions.values()),
    "language": _is_worded,
    "question": _has_question,
    "expectation": lambda c: c.map.header.expect is not None,
    "acceptance": lambda c: bool(c.acceptances),
}
"""Each occasion there is but `MET`, and what tells whether a map gives it."""
