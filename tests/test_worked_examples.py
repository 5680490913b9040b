"""Examples that were worked by hand elsewhere, in the papers and by others who follow them."""

from __future__ import annotations

import pytest

from argmap.evaluate.framework import Framework, Label, SetAttack, grounded
from argmap.evaluate.influence import DF_QUAD, H_CATEGORIZER, QUADRATIC_ENERGY, probabilistic_sum
from argmap.evaluate.labellings import Semantics, iter_labellings
from argmap.evaluate.strength import find_strengths
from tests.test_strength import graph_of

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis:\n"


def framework(names: str, attacks: str) -> Framework:
    """Make a framework from letters: `ab cb`; before the last letter stand those that attack."""
    return Framework(
        len(names),
        tuple(
            SetAttack(frozenset(map(names.index, word[:-1])), names.index(word[-1]))
            for word in attacks.split()
        ),
    )


def extensions(names: str, attacks: str, semantics: Semantics) -> set[str]:
    """Name the accepted arguments of each labelling."""
    return {
        "".join(name for name, label in zip(names, labels, strict=True) if label is Label.IN)
        for labels in iter_labellings(framework(names, attacks), semantics)
    }


@pytest.mark.parametrize("semantics", Semantics)
def test_the_last_word_wins(semantics: Semantics) -> None:
    """The dispute of the two negotiators: Dung 1995, section 1.

    Each blocks the other, and the last thing said (`j`) answers one of them: that side is
    accepted under every semantics.
    """
    assert extensions("iaj", "ia ai ja", semantics) == {"ij"}


def test_the_nixon_diamond() -> None:
    """Dung 1995, section 2: a credulous reasoner takes one side, a sceptical one none."""
    assert extensions("ab", "ab ba", Semantics.PREFERRED) == {"a", "b"}
    assert extensions("ab", "ab ba", Semantics.STABLE) == {"a", "b"}
    assert extensions("ab", "ab ba", Semantics.COMPLETE) == {"", "a", "b"}
    assert set(grounded(framework("ab", "ab ba"))) == {Label.UNDECIDED}


def test_what_attacks_itself_has_a_preferred_extension_and_no_stable_one() -> None:
    """Dung 1995, section 2, on why stable extensions need not exist."""
    assert extensions("a", "aa", Semantics.PREFERRED) == {""}
    assert extensions("a", "aa", Semantics.STABLE) == set()


def test_semi_stable_lies_between_stable_and_preferred() -> None:
    """Caminada 2006, «Semi-stable semantics», COMMA: stable ⊆ semi-stable ⊆ preferred.

    An odd circle (`c`, `d`, `e`) that one of two preferred extensions breaks; with `f`, which
    attacks itself, nothing is stable any more, and semi-stable still chooses.
    """
    circle = "ab ba bc cd de ec"
    assert extensions("abcde", circle, Semantics.PREFERRED) == {"a", "bd"}
    assert extensions("abcde", circle, Semantics.STABLE) == {"bd"}
    assert extensions("abcde", circle, Semantics.SEMI_STABLE) == {"bd"}
    assert extensions("abcdef", f"{circle} ff", Semantics.STABLE) == set()
    assert extensions("abcdef", f"{circle} ff", Semantics.SEMI_STABLE) == {"bd"}


def test_arguments_that_attack_together() -> None:
    """Nielsen & Parsons 2006: a set defeats where all of it is accepted, and no part of it does."""
    assert extensions("abc", "abc", Semantics.PREFERRED) == {"ab"}
    assert extensions("abcd", "abc db", Semantics.PREFERRED) == {"acd"}


def test_quadratic_energy() -> None:
    """Figures of Example 4.1 in the notebook at github.com/kcyras/QDT.

    They follow Potyka 2018, KR, p. 150, Definition 2.
    """
    graph = graph_of(
        HEAD + "  claim: A.\n  id: a\n  weight: 0.5\n"
        "  because:\n"
        "  - {claim: B., id: b, weight: 0.2, but: [{claim: E., id: e, weight: 0.4}]}\n"
        "  - {claim: D., weight: 0.65}\n"
        "  but:\n"
        "  - {claim: C., id: c, weight: 0.85, because: [{ref: e}], but: [{claim: F., weight: 1}]}\n"
    )
    strengths = find_strengths(graph, QUADRATIC_ENERGY).nodes
    expected = {"a": 0.519, "b": 0.172, "c": 0.625, "e": 0.4}
    for name, strength in expected.items():
        assert strengths[graph.by_id[name]] == pytest.approx(strength, abs=5e-4)


def test_the_categorizer_of_a_tree() -> None:
    """Besnard & Hunter 2001: the h-categorizer gives 1 ∕ (1 + the sum over the attackers)."""
    graph = graph_of(
        HEAD + "  claim: A.\n  id: a\n  weight: 1\n  but:\n"
        "  - {claim: B., id: b, weight: 1, but: [{claim: D., weight: 1}]}\n"
        "  - {claim: C., weight: 1}\n"
    )
    strengths = find_strengths(graph, H_CATEGORIZER).nodes
    assert strengths[graph.by_id["b"]] == pytest.approx(1 / 2)
    assert strengths[graph.by_id["a"]] == pytest.approx(1 / (1 + 1 / 2 + 1))


def test_df_quad_has_no_jump_where_attack_and_support_meet() -> None:
    """Rago, Toni, Aurisicchio & Baroni 2016, KR, p. 66, Lemma 3: QuAD's discontinuity is gone.

    A little attack against full support moves the score a little, not to the mean of both.
    """
    assert probabilistic_sum([0.5, 0.5, 0.5]) == pytest.approx(0.875)
    assert DF_QUAD.combine(0.5, 0.0, 0.8) == pytest.approx(0.9)
    assert DF_QUAD.combine(0.5, 1e-6, 0.8) == pytest.approx(0.9, abs=1e-5)
    assert DF_QUAD.combine(0.5, 0.8, 0.8) == pytest.approx(0.5)
