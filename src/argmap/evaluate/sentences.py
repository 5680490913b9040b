"""Why a node stands, falls or hangs, in a sentence that a reader accepts: one step, no chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from argmap.evaluate.labelling import is_conceded
from argmap.evaluate.types import Ground, Status
from argmap.model.nodes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.evaluate.types import Evaluation
    from argmap.graph.types import Graph

Piece: TypeAlias = str | int
"""Words, or the number of a node where a reader finds its name."""

MOST_NAMED = 4
"""Nodes that are named one after the other; of more the rest is counted."""


def say_why(graph: Graph, evaluation: Evaluation, node: int) -> tuple[Piece, ...]:
    """Say in a sentence why a node has its status.

    Args:
        graph: the argument.
        evaluation: its statuses.
        node: what is asked about.

    Returns:
        Words and nodes. Each node is looked at with its neighbours alone, so that saying it of
        all nodes is linear in the size of the map.
    """
    if node in graph.unsound:
        return ("It is not judged, for what the map says of it has an error.",)
    return merge(_BY_STATUS[evaluation.status(node)](graph, evaluation, node))


def say_why_step(graph: Graph, evaluation: Evaluation, reason: int) -> tuple[Piece, ...]:
    """Say in a sentence whether a step carries from premises to their conclusion; see `say_why`."""
    step = graph.reasons[reason]
    if step.conclusion in graph.unsound:
        return ("It is not judged, for what the map says of it has an error.",)
    status = evaluation.reasons[reason].status
    if status is Status.STANDS:
        needed = step.needs
        idle = idle_words(graph, evaluation, graph.undercuts_on[reason], "it")
        verb = " stands" if len(needed) == 1 else " stand"
        return merge(["It carries, for ", *names_of(needed), verb, *idle, "."])
    if status is Status.UNDECIDED:
        return merge(_hanging(graph, evaluation, graph.undercuts_on[reason], [reason]))
    return merge(["It does not carry: ", *_failing(graph, evaluation, [reason], "it"), "."])


def _why_standing(graph: Graph, evaluation: Evaluation, node: int) -> list[Piece]:
    attacks = idle_words(graph, evaluation, graph.attacks_on[node], "it")
    if evaluation.nodes[node].ground is Ground.ITSELF:
        is_assumed = graph.nodes[node].kind is Kind.ASSUMPTION
        why = "it is openly taken for granted" if is_assumed else "it is evidence with a source"
        return [f"It stands because {why}", *attacks, "."]
    standing = _reasons(graph, evaluation, node, Status.STANDS)
    undercuts = [attack for number in standing for attack in graph.undercuts_on[number]]
    attacks += idle_words(graph, evaluation, undercuts, "the step to it")
    return ["It stands because ", *_support(graph, standing), *attacks, "."]


def _support(graph: Graph, reasons: list[int]) -> list[Piece]:
    """Say what supports something: what does so alone first, then what does so together."""
    needed = [graph.reasons[number].needs for number in reasons]
    alone = list(dict.fromkeys(nodes[0] for nodes in needed if len(nodes) == 1))
    together = [nodes for nodes in needed if len(nodes) > 1]
    verb = " supports it" if len(alone) == 1 else " support it"
    said: list[list[Piece]] = [[*names_of(alone), verb]] if alone else []
    said += [[*names_of(nodes), " together support it"] for nodes in together[:MOST_NAMED]]
    if len(together) > MOST_NAMED:
        said.append([f"so do {len(together) - MOST_NAMED} more reasons"])
    return joined(said, "; ", "; ")


def _why_unsupported(graph: Graph, evaluation: Evaluation, node: int) -> list[Piece]:
    ground = evaluation.nodes[node].ground
    if ground is Ground.NO_REASON:
        return ["It has no support: no reason is given for it."]
    if ground is Ground.NO_CITATION:
        return ["It has no support: it is evidence, but names no source."]
    missing = _needed(graph, evaluation, graph.reasons_for[node], Status.UNSUPPORTED)
    verb = "has no support itself" if len(missing) == 1 else "have no support themselves"
    return ["It has no support: it rests on ", *names_of(missing), f", which {verb}."]


def _why_defeated(graph: Graph, evaluation: Evaluation, node: int) -> list[Piece]:
    if evaluation.nodes[node].ground is Ground.REBUTTED:
        against = _attackers(graph, evaluation, graph.attacks_on[node], Status.STANDS)
        verb = "stands and speaks" if len(against) == 1 else "stand and speak"
        return ["It is defeated because ", *names_of(against), f" {verb} against it."]
    failing = _failing(graph, evaluation, graph.reasons_for[node], "the step to it")
    return ["It is defeated because nothing that supports it holds: ", *failing, "."]


def _why_undecided(graph: Graph, evaluation: Evaluation, node: int) -> list[Piece]:
    reasons = _reasons(graph, evaluation, node, Status.UNDECIDED)
    undercuts = [attack for number in reasons for attack in graph.undercuts_on[number]]
    return _hanging(graph, evaluation, [*graph.attacks_on[node], *undercuts], reasons)


_BY_STATUS: dict[Status, Callable[[Graph, Evaluation, int], list[Piece]]] = {
    Status.STANDS: _why_standing,
    Status.UNSUPPORTED: _why_unsupported,
    Status.DEFEATED: _why_defeated,
    Status.UNDECIDED: _why_undecided,
}


def _hanging(
    graph: Graph, evaluation: Evaluation, attacks: Iterable[int], reasons: Iterable[int]
) -> list[Piece]:
    """Say what leaves a node or a step open."""
    caught = [
        *_attackers(graph, evaluation, attacks, Status.UNDECIDED),
        *_needed(graph, evaluation, reasons, Status.UNDECIDED),
    ]
    caught = list(dict.fromkeys(caught))
    verb = "is undecided as well" if len(caught) == 1 else "are undecided as well"
    return [
        *("It is undecided: it hangs on ", *names_of(caught), f", which {verb}"),
        "; what speaks against what goes round in a circle.",
    ]


def _failing(
    graph: Graph, evaluation: Evaluation, reasons: Iterable[int], target: str
) -> list[Piece]:
    """Say by what some reasons fail: premises, or what speaks against the step."""
    against: dict[int, None] = {}
    premises: dict[Status, dict[int, None]] = {}
    for number in reasons:
        verdict = evaluation.reasons[number]
        assert verdict.by is not None  # noqa: S101 - a step that fails names what it fails by
        if verdict.ground is Ground.UNDERCUT:
            against[graph.attacks[verdict.by].source] = None
        else:
            premises.setdefault(evaluation.status(verdict.by), {})[verdict.by] = None
    said: list[list[Piece]] = []
    for status, one, many in FALLEN:
        if status in premises:
            names = list(premises[status])
            said.append([*names_of(names), f" {one if len(names) == 1 else many}"])
    if against:
        verb = "speaks" if len(against) == 1 else "speak"
        said.append([*names_of(list(against)), f" {verb} against {target}"])
    return joined(said, "; ", "; ")


FALLEN = (
    (Status.DEFEATED, "is defeated", "are defeated"),
    (Status.UNSUPPORTED, "has no support", "have no support"),
)


def idle_words(
    graph: Graph, evaluation: Evaluation, attacks: Iterable[int], target: str
) -> list[Piece]:
    """Say what speaks against something and has no force, and why it has none."""
    found: dict[str, dict[int, None]] = {}
    for number in attacks:
        source = graph.attacks[number].source
        is_granted = is_conceded(graph, source)
        why = "conceded" if is_granted else evaluation.status(source).value
        found.setdefault(why, {})[source] = None
    said: list[Piece] = []
    for why, one, many in _WITHOUT_FORCE:
        names = list(found.get(why, ()))
        if names:
            verb = f"speaks against {target}, but {one}"
            verbs = f"speak against {target}, but {many}"
            said += ["; ", *names_of(names), f" {verb if len(names) == 1 else verbs}"]
    return said


_WITHOUT_FORCE = (
    ("conceded", "is conceded", "are conceded"),
    *((s.value, *w) for s, *w in FALLEN),
)


def _reasons(graph: Graph, evaluation: Evaluation, node: int, status: Status) -> list[int]:
    return [
        number for number in graph.reasons_for[node] if evaluation.reasons[number].status is status
    ]


def _needed(
    graph: Graph, evaluation: Evaluation, reasons: Iterable[int], status: Status
) -> list[int]:
    """List the premises of some reasons that have a status, each once."""
    found = (premise for number in reasons for premise in graph.reasons[number].needs)
    return list(dict.fromkeys(one for one in found if evaluation.status(one) is status))


def _attackers(
    graph: Graph, evaluation: Evaluation, attacks: Iterable[int], status: Status
) -> list[int]:
    """List what has a status and makes some attacks that were not granted, each once."""
    found = dict.fromkeys(graph.attacks[number].source for number in attacks)
    return [
        one for one in found if evaluation.status(one) is status and not is_conceded(graph, one)
    ]


def names_of(nodes: list[int] | tuple[int, ...]) -> list[Piece]:
    """Write `A, B and C`; of many the first ones, and how many more there are."""
    items: list[list[Piece]] = [[node] for node in nodes]
    if len(items) > MOST_NAMED + 1:
        items = [*items[:MOST_NAMED], [f"{len(items) - MOST_NAMED} more"]]
    return joined(items, ", ", " and ")


def joined(items: list[list[Piece]], comma: str, last: str) -> list[Piece]:
    """Join items by commas, and the last one by another word."""
    pieces: list[Piece] = []
    for at, item in enumerate(items):
        if at:
            pieces.append(last if at == len(items) - 1 else comma)
        pieces += item
    return pieces


def merge(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Put words that stand side by side into one."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if isinstance(piece, str) and isinstance(last, str):
            merged[-1] = last + piece
        else:
            merged.append(piece)
    return tuple(merged)
