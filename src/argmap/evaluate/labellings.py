"""Complete, preferred, stable and semi-stable labellings, found by a SAT solver.

Labels become two Boolean variables, «in» and «out», and completeness a set of clauses, as in
Cerutti, Dunne, Giacomin & Vallati 2014, «Computing preferred extensions in abstract
argumentation: a SAT-based approach», TAFA; largest labellings are found by growing one until it
grows no more.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import ArgmapError
from argmap.evaluate.framework import Framework, Label, Labelling, grounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    IsOver = Callable[[], bool]
    """Tells whether the time that was given is used up."""


class Semantics(StrEnum):
    """Which labellings count."""

    GROUNDED = "grounded"
    """The least complete one."""
    COMPLETE = "complete"
    """Each label is just what the attacks call for."""
    PREFERRED = "preferred"
    """Complete, and as many accepted as there can be."""
    STABLE = "stable"
    """Complete, and nothing undecided; there may be none."""
    SEMI_STABLE = "semi-stable"
    """Complete, and as little undecided as there can be."""


class OutOfTimeError(ArgmapError):
    """The labellings were not all found in the time that was given."""

    def __init__(self) -> None:
        """Say what is to be done."""
        super().__init__(
            "the time limit was reached before every labelling was found",
            "give more time with `--time-limit`, or ask for `--semantics grounded`",
        )


def iter_labellings(
    framework: Framework, semantics: Semantics, is_over: IsOver = lambda: False
) -> Iterator[Labelling]:
    """Yield every labelling of a semantics, each once.

    Args:
        framework: arguments and attacks; there may be more labellings than anyone can wait for.
        semantics: which labellings count.
        is_over: asked before each labelling; when it says yes the search ends.

    Raises:
        OutOfTimeError: `is_over` said yes.
        ArgmapError: the solver is not installed.
    """
    if semantics is Semantics.GROUNDED:
        yield grounded(framework)
        return
    with _Solver(framework, is_over) as solver:
        yield from _SEARCHES[semantics](solver)


class _Solver:
    """A SAT solver that knows what completeness asks of the labels."""

    def __init__(self, framework: Framework, is_over: IsOver) -> None:
        self.framework = framework
        self.is_over = is_over
        self.variables = 2 * framework.count
        self.solver: Any = _load()(name="cadical153")
        self._demand_completeness()

    def __enter__(self) -> _Solver:
        return self

    def __exit__(self, *_: object) -> None:
        self.solver.delete()

    def inside(self, argument: int) -> int:
        return 2 * argument + 1

    def outside(self, argument: int) -> int:
        return 2 * argument + 2

    def new(self) -> int:
        self.variables += 1
        return self.variables

    def add(self, *literals: int) -> None:
        self.solver.add_clause(literals)

    def _demand_completeness(self) -> None:
        succeeds, fails = [], []
        for attack in self.framework.attacks:
            members = sorted(attack.attackers)
            succeeds.append(self._all([self.inside(member) for member in members]))
            fails.append(-self._all([-self.outside(member) for member in members]))
        for argument in range(self.framework.count):
            inside, outside = self.inside(argument), self.outside(argument)
            attacks = self.framework.attacks_on[argument]
            self.add(-inside, -outside)
            self._equal(inside, [fails[number] for number in attacks])
            self._equal(-outside, [-succeeds[number] for number in attacks])

    def _all(self, literals: list[int]) -> int:
        """Give a literal that says that all of some hold."""
        if len(literals) == 1:
            return literals[0]
        joint = self.new()
        self._equal(joint, literals)
        return joint

    def _equal(self, joint: int, literals: list[int]) -> None:
        for literal in literals:
            self.add(-joint, literal)
        self.add(joint, *(-literal for literal in literals))

    def solve(self, *assumptions: int) -> Labelling | None:
        """Find a complete labelling under some assumptions."""
        if self.is_over():
            raise OutOfTimeError
        if not self.solver.solve(assumptions=assumptions):
            return None
        chosen = {literal for literal in self.solver.get_model() if literal > 0}
        return tuple(
            Label.IN
            if self.inside(argument) in chosen
            else Label.OUT
            if self.outside(argument) in chosen
            else Label.UNDECIDED
            for argument in range(self.framework.count)
        )

    def forbid(self, labels: Labelling) -> None:
        """Never find a labelling again: the accepted arguments determine it."""
        self.add(
            *(
                -self.inside(argument) if label is Label.IN else self.inside(argument)
                for argument, label in enumerate(labels)
            )
        )

    def grow(self, labels: Labelling, literals: list[int], chosen: set[int]) -> Labelling:
        """Find a labelling in which as many of some literals hold as can, those chosen at least."""
        while True:
            rest = [literal for literal in literals if literal not in chosen]
            if not rest:
                return labels
            more = self.new()
            self.add(-more, *rest)
            grown = self.solve(more, *sorted(chosen))
            self.add(-more)
            if grown is None:
                return labels
            labels, chosen = grown, self.holding(grown, literals)

    def holding(self, labels: Labelling, literals: list[int]) -> set[int]:
        """Give which of some literals, one for each argument, hold in a labelling."""
        is_in = literals[:1] == [self.inside(0)]
        return {
            literal
            for literal, label in zip(literals, labels, strict=True)
            if (label is Label.IN if is_in else label is not Label.UNDECIDED)
        }


def _complete(solver: _Solver) -> Iterator[Labelling]:
    while (labels := solver.solve()) is not None:
        yield labels
        solver.forbid(labels)


def _stable(solver: _Solver) -> Iterator[Labelling]:
    for argument in range(solver.framework.count):
        solver.add(solver.inside(argument), solver.outside(argument))
    yield from _complete(solver)


def _preferred(solver: _Solver) -> Iterator[Labelling]:
    """Grow each labelling found; then look for one that accepts something else besides."""
    literals = [solver.inside(argument) for argument in range(solver.framework.count)]
    while (labels := solver.solve()) is not None:
        largest = solver.grow(labels, literals, solver.holding(labels, literals))
        yield largest
        held = solver.holding(largest, literals)
        solver.add(*(literal for literal in literals if literal not in held))


def _semi_stable(solver: _Solver) -> Iterator[Labelling]:
    """Grow what is decided; yield every labelling that decides just as much, then look further."""
    decided = []
    for argument in range(solver.framework.count):
        decided.append(solver.new())
        literal = decided[-1]
        solver.add(-literal, solver.inside(argument), solver.outside(argument))
        solver.add(literal, -solver.inside(argument))
        solver.add(literal, -solver.outside(argument))
    while (labels := solver.solve()) is not None:
        largest = solver.grow(labels, decided, solver.holding(labels, decided))
        held = solver.holding(largest, decided)
        same = sorted(held)
        found: Labelling | None = largest
        while found is not None:
            yield found
            solver.forbid(found)
            found = solver.solve(*same)
        solver.add(*(literal for literal in decided if literal not in held))


_SEARCHES: dict[Semantics, Callable[[_Solver], Iterator[Labelling]]] = {
    Semantics.COMPLETE: _complete,
    Semantics.PREFERRED: _preferred,
    Semantics.STABLE: _stable,
    Semantics.SEMI_STABLE: _semi_stable,
}


def _load() -> Any:
    try:
        from pysat.solvers import Solver
    except ImportError as error:
        message = f"the solver for this semantics does not load: {error}"
        raise ArgmapError(message, 'install it: `pip install "argmap[solve]"`') from error
    return Solver
