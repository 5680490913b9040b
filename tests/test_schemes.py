"""The argumentation schemes that argmap knows."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from argmap.model.schemes.library import (
    SchemeLibrary,
    question_text,
    read_schemes,
    scheme_title,
)
from argmap.model.schemes.scheme import Attack, Question, Role, Scheme, iter_flaws

SCHEMES = read_schemes()
FEWEST = 24
MIN_QUESTIONS = 2
each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=[one.id for one in SCHEMES])


def made(**changes: Any) -> Scheme:
    """Make a scheme of a project."""
    values: dict[str, Any] = {
        "id": "tide",
        "title": "Argument from the tide",
        "conclusion": "The boat can leave.",
        "roles": (Role(name="high", says="The water is high."),),
    }
    return Scheme(**values | changes)


def test_there_are_many() -> None:
    assert len(SCHEMES) >= FEWEST


def test_no_two_bear_one_name() -> None:
    names = Counter(name for scheme in SCHEMES for name in scheme.names)
    assert [name for name, count in names.items() if count > 1] == []


@each_scheme
def test_a_scheme_fits_together(scheme: Scheme) -> None:
    assert list(iter_flaws(scheme)) == []
    assert len(scheme.questions) >= MIN_QUESTIONS
    assert any(not role.optional for role in scheme.roles)


@each_scheme
def test_a_scheme_is_told_in_sentences(scheme: Scheme) -> None:
    for sentence in (scheme.conclusion, *(role.says for role in scheme.roles)):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
    assert all(question.asks.endswith("?") for question in scheme.questions)


def test_every_kind_of_attack_occurs() -> None:
    attacks = {question.attack for scheme in SCHEMES for question in scheme.questions}
    assert attacks == set(Attack)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("expert-opinion", "expert-opinion", id="id"),
        pytest.param("authority", "expert-opinion", id="alias"),
        pytest.param("Argument_from_Sign", "sign", id="other spelling"),
        pytest.param("horoscope", None, id="unknown"),
    ],
)
def test_a_scheme_is_found_by_any_of_its_names(name: str, expected: str | None) -> None:
    found = SchemeLibrary().find(name)
    assert (found and found.id) == expected


def test_the_schemes_of_a_project_go_before_others() -> None:
    own = (made(aliases=("symptom",)), made(id="sign"))
    library = SchemeLibrary(own)
    assert library.find("symptom") is own[0]
    assert library.find("sign") is own[1]
    assert library.find("argument-from-sign") is None
    assert library.is_own(own[1])
    assert not library.is_own(SCHEMES[0])
    assert len(library.schemes) == len(SCHEMES) + 1
    assert {"tide", "symptom", "analogy"} <= set(library.names)


def test_an_id_goes_before_an_alias() -> None:
    own = (made(id="ebb"), made(aliases=("ebb",)))
    assert SchemeLibrary(own).find("ebb") is own[0]


def test_what_does_not_fit_together_is_told() -> None:
    scheme = made(
        roles=(
            Role(name="high", says="The water is high."),
            Role(name="high", says="The water rises."),
            Role(name="conclusion", says="The boat floats."),
        ),
        questions=(
            Question(id="how", asks="How high?", attacks="hihg"),
            Question(id="how", asks="How deep?", attacks="high"),
        ),
    )
    told = [(flaw.path, flaw.message.partition(",")[0]) for flaw in iter_flaws(scheme)]
    assert told == [
        (("roles", 1, "name"), "`high` is given twice"),
        (("questions", 1, "id"), "`how` is given twice"),
        (("roles", 2, "name"), "no role can be called `conclusion`"),
        (("questions", 0, "attacks"), "`how` attacks `hihg`"),
    ]


def test_a_question_attacks_one_thing() -> None:
    premise = Question(id="how", asks="How high?", attacks="high")
    step = Question(id="wind", asks="Is there a storm?", attacks="exception")
    assert (premise.attack, premise.role) == (Attack.PREMISE, "high")
    assert (step.attack, step.role) == (Attack.EXCEPTION, None)


def test_a_title_is_given_for_any_name() -> None:
    assert scheme_title("symptom") == "Argument from sign"
    assert scheme_title("from_the-tide") == "from the tide"


@pytest.mark.parametrize(
    ("scheme", "name", "expected"),
    [
        pytest.param("symptom", "Other_Causes", "Is there something else that", id="known"),
        pytest.param("sign", "Who pays?", "Who pays?", id="unknown question"),
        pytest.param("tide", "strength", "strength", id="unknown scheme"),
        pytest.param(None, "strength", "strength", id="no scheme"),
    ],
)
def test_a_question_is_told_in_full(scheme: str | None, name: str, expected: str) -> None:
    assert question_text(scheme, name).startswith(expected)
