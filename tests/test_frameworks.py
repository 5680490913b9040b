"""Frameworks: our semantics against an independent library's, on random frameworks.

The library is PyPI's `formal-argumentation`, in the test dependencies only. It looks at every
set of arguments, so frameworks stay small.
"""

from __future__ import annotations

from random import Random

import pytest
from argumentation.core import dung
from argumentation.frameworks import setaf

from argmap.evaluate.framework import (
    Framework,
    Label,
    Labelling,
    SetAttack,
    grounded,
    is_complete,
    to_dung,
)
from argmap.evaluate.labellings import Semantics, iter_labellings
from argmap.evaluate.solve import Acceptance, find_acceptance

BATCHES = 20
"""Parts of the comparison, so that a failure names a seed."""
PER_BATCH = 100
OTHERS = [Semantics.COMPLETE, Semantics.PREFERRED, Semantics.STABLE, Semantics.SEMI_STABLE]


def random_dung(random: Random, largest: int = 12) -> Framework:
    """Make a framework of Dung's with up to so many arguments, sparse or dense, loops included."""
    count = random.randint(1, largest)
    density = random.choice((0.05, 0.12, 0.2, 0.35))
    attacks = [
        SetAttack(frozenset((source,)), target)
        for source in range(count)
        for target in range(count)
        if random.random() < density and (source != target or random.random() < 0.3)
    ]
    return Framework(count, tuple(attacks))


def random_setaf(random: Random) -> Framework:
    """Make a framework in which up to three arguments attack together."""
    count = random.randint(1, 7)
    attacks = {
        SetAttack(
            frozenset(random.sample(range(count), random.randint(1, min(3, count)))),
            random.randrange(count),
        ): None
        for _ in range(random.randint(0, 2 * count))
    }
    return Framework(count, tuple(attacks))


def accepted(labels: Labelling, count: int | None = None) -> frozenset[str]:
    """Name the accepted arguments as the library does."""
    return frozenset(
        str(argument) for argument, label in enumerate(labels[:count]) if label is Label.IN
    )


def extensions(framework: Framework, semantics: Semantics) -> set[frozenset[str]]:
    """Give the sets of accepted arguments; each labelling is demanded to come once."""
    labellings = list(iter_labellings(framework, semantics))
    assert len(labellings) == len(set(labellings))
    assert all(is_complete(framework, labels) for labels in labellings)
    return set(map(accepted, labellings))


def theirs(framework: Framework) -> dung.ArgumentationFramework:
    """Write a framework as the library's."""
    pairs = frozenset(
        (str(member), str(attack.target))
        for attack in framework.attacks
        for member in attack.attackers
    )
    return dung.ArgumentationFramework(frozenset(map(str, range(framework.count))), pairs)


@pytest.mark.parametrize("seed", range(BATCHES))
def test_dung_semantics_agree_with_an_independent_library(seed: int) -> None:
    random = Random(seed)
    for _ in range(PER_BATCH):
        framework = random_dung(random)
        other = theirs(framework)
        assert accepted(grounded(framework)) == dung.grounded_extension(other)
        complete = {frozenset(found) for found in dung.complete_extensions(other)}
        assert extensions(framework, Semantics.COMPLETE) == complete
        assert extensions(framework, Semantics.PREFERRED) == set(dung.preferred_extensions(other))
        assert extensions(framework, Semantics.STABLE) == set(dung.stable_extensions(other))
        assert extensions(framework, Semantics.SEMI_STABLE) == set(
            dung.semi_stable_extensions(other)
        )


def test_attacks_by_sets_agree_with_an_independent_library() -> None:
    random = Random(7)
    for _ in range(300):
        framework = random_setaf(random)
        other = setaf.SETAF(
            frozenset(map(str, range(framework.count))),
            frozenset(
                (frozenset(map(str, attack.attackers)), str(attack.target))
                for attack in framework.attacks
            ),
        )
        assert accepted(grounded(framework)) == setaf.grounded_extension(other)
        assert extensions(framework, Semantics.COMPLETE) == set(setaf.complete_extensions(other))
        assert extensions(framework, Semantics.PREFERRED) == set(setaf.preferred_extensions(other))
        assert extensions(framework, Semantics.STABLE) == set(setaf.stable_extensions(other))
        assert extensions(framework, Semantics.SEMI_STABLE) == set(
            setaf.semi_stable_extensions(other)
        )


@pytest.mark.parametrize("semantics", Semantics)
def test_sets_written_as_single_attacks_mean_the_same(semantics: Semantics) -> None:
    random = Random(11)
    for _ in range(60):
        framework = random_setaf(random)
        single = to_dung(framework)
        assert single.is_dung
        found = {accepted(labels, framework.count) for labels in iter_labellings(single, semantics)}
        assert found == extensions(framework, semantics)


@pytest.mark.parametrize("semantics", OTHERS)
def test_acceptance_sums_the_labellings_up(semantics: Semantics) -> None:
    random = Random(13)
    for _ in range(150):
        framework = random_dung(random, 9)
        labellings = list(iter_labellings(framework, semantics))
        found = find_acceptance(framework, semantics)
        if not labellings:
            assert found is None
            continue
        assert found is not None
        for argument, acceptance in enumerate(found):
            labels = [labelling[argument] for labelling in labellings]
            assert acceptance == Acceptance(
                in_some=Label.IN in labels,
                in_all=set(labels) == {Label.IN},
                out_some=Label.OUT in labels,
                out_all=set(labels) == {Label.OUT},
            )
