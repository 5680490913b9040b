"""`argmap status` under every semantics, with strengths, and for what might be."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke, Outcome

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis:\n"
SEEN = "{evidence: Seen., cite: s, id: e}"
CHAIN = f"  claim: A.\n  id: a\n  because: [{{claim: B., id: b, because: [{SEEN}]}}]\n"
MUTUAL = (
    "  claim: A.\n  id: a\n  because: [{assumption: P., id: p}]\n"
    "  but:\n  - {claim: B., id: b, because: [{assumption: Q., id: q}], but: [{ref: a}]}\n"
)
"""Two claims of which each denies the other."""
FLOATING = (
    "  claim: A.\n  id: a\n  because: [{assumption: P., id: p}]\n  but:\n"
    "  - claim: B.\n    id: b\n    because: [{assumption: Q.}]\n"
    "    but: [{claim: C., id: c, because: [{assumption: R.}], but: [{ref: b}]}]\n"
    "  - {ref: c}\n"
)
"""One of two that deny each other must hold, and either speaks against the thesis."""
ODD = (
    "  assumption: A.\n  id: a\n  but:\n  - assumption: B.\n    id: b\n"
    "    but: [{assumption: C., id: c, but: [{ref: a}]}]\n"
)
"""Three of which each denies the next."""
CIRCLE = f"  claim: A.\n  id: a\n  because: [{{claim: B., id: b, because: [{{ref: a}}, {SEEN}]}}]\n"


@pytest.fixture
def status(argmap: Invoke, tmp_path: Path) -> Status:
    """Give `argmap status`, as a function from a thesis and options to what it says."""

    def show(thesis: str, *options: str) -> Outcome:
        path = tmp_path / "map.yaml"
        path.write_text(HEAD + thesis, encoding="utf-8")
        return argmap("status", str(path), *options)

    return show


if TYPE_CHECKING:
    from collections.abc import Callable

    Status = Callable[..., Outcome]


def line_of(outcome: Outcome, name: str) -> str:
    """Give the line of a node, as it is where it is defined."""
    lines = [
        one for one in outcome.out.splitlines() if f". [{name}]" in one or f") [{name}]" in one
    ]
    (line,) = lines
    return line


def ending(outcome: Outcome, name: str) -> str:
    """Give what stands behind the name of a node."""
    return line_of(outcome, name).partition(f"[{name}]")[2].strip()


@pytest.mark.parametrize(
    ("thesis", "options", "expected"),
    [
        (MUTUAL, ("grounded",), {"a": "? undecided", "b": "? undecided"}),
        (MUTUAL, ("complete",), {"a": "? undecided", "b": "? undecided"}),
        (MUTUAL, ("preferred",), {"a": "? undecided", "b": "? undecided"}),
        (MUTUAL, ("preferred", "--mode", "credulous"), {"a": "✓", "b": "✓"}),
        (MUTUAL, ("stable", "--mode", "credulous"), {"a": "✓", "b": "✓"}),
        (FLOATING, ("grounded",), {"a": "? undecided", "b": "? undecided", "c": "? undecided"}),
        (FLOATING, ("complete",), {"a": "? undecided"}),
        (FLOATING, ("preferred",), {"a": "✗ defeated", "b": "? undecided"}),
        (FLOATING, ("preferred", "--mode", "credulous"), {"a": "✗ defeated", "b": "✓", "c": "✓"}),
        (ODD, ("preferred", "--mode", "credulous"), {"a": "? undecided", "b": "? undecided"}),
        (ODD, ("semi-stable",), {"a": "? undecided", "b": "? undecided"}),
        ("  claim: A.\n  id: a\n", ("preferred",), {"a": "⚠ no support"}),
        ("  claim: A.\n  id: a\n", ("grounded", "--support", "deductive"), {"a": "✓"}),
    ],
)
def test_statuses_follow_the_semantics(
    status: Status, thesis: str, options: tuple[str, ...], expected: dict[str, str]
) -> None:
    found = status(thesis, "--semantics", *options)
    assert (found.code, found.err) == (0, "")
    assert {name: ending(found, name) for name in expected} == expected


def test_the_semantics_is_named_where_it_is_not_the_usual_one(status: Status) -> None:
    shown = status(MUTUAL, "--semantics", "preferred", "--mode", "credulous").out
    assert "\npreferred, credulous, evidential support\n" in shown
    assert status(MUTUAL, "--semantics", "grounded").out == status(MUTUAL).out
    assert status(MUTUAL, "--mode", "credulous").out == status(MUTUAL).out


def test_no_stable_labelling_is_a_result(status: Status) -> None:
    found = status(ODD, "--semantics", "stable")
    assert found.code == 0
    assert found.err.endswith(
        "has no stable labelling: its attacks go round in a circle of odd length\n"
    )
    assert [ending(found, name) for name in "abc"] == ["no stable labelling"] * 3


def test_a_time_limit_that_is_reached_is_told(status: Status) -> None:
    found = status(MUTUAL, "--semantics", "preferred", "--time-limit", "1e-9")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("argmap: the time limit was reached")
    assert "`--time-limit`" in found.err


@pytest.mark.parametrize(
    "options", [("--semantics", "preferred"), ("--support", "deductive")], ids=str
)
def test_circles_of_support_are_refused_but_under_the_usual_reading(
    status: Status, options: tuple[str, ...]
) -> None:
    assert status(CIRCLE).code == 0
    found = status(CIRCLE, *options)
    assert (found.code, found.out) == (2, "")
    assert "support goes round in a circle at `a`" in found.err
    assert "run `argmap check " in found.err


def test_a_solver_that_is_not_installed_is_named(
    status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    found = status(MUTUAL, "--semantics", "preferred")
    assert (found.code, found.out) == (2, "")
    assert 'pip install "argmap[solve]"' in found.err


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("df-quad", {"a": "✓ (0.90)", "e": "(0.90)"}),
        ("quadratic-energy", {"a": "✓ (0.17)", "e": "(0.90)"}),
        ("h-categorizer", {"a": "✓ (0.90)", "e": "(0.90)"}),
    ],
)
def test_strengths_stand_behind_statuses(
    status: Status, name: str, expected: dict[str, str]
) -> None:
    found = status(CHAIN, "--strength", name)
    assert f"\nStrengths: {name}\n" in found.out
    shown = {node: ending(found, node) for node in expected}
    assert shown == expected


def test_a_strength_that_does_not_settle_is_told(status: Status) -> None:
    loop = (
        "  assumption: A.\n  id: a\n  weight: 1\n  but:\n"
        "  - {assumption: B., weight: 1, but: [{ref: a}]}\n"
    )
    assert ending(status(loop, "--strength", "df-quad"), "a") == "? undecided (does not settle)"


@pytest.mark.parametrize(
    ("options", "head", "expected"),
    [
        (
            ("--without", "e"),
            "What if [e] is left out: 2 other statements change",
            {
                "e": "⚠ left out (was: stands)",
                "b": "⚠ no support (was: stands)",
                "a": "⚠ no support (was: stands)",
            },
        ),
        (
            ("--suppose", "b=defeated"),
            "What if [b] is defeated: 1 other statement changes",
            {
                "e": "",
                "b": "✗ defeated (supposed; was: stands)",
                "a": "✗ defeated (was: stands)",
            },
        ),
        (
            ("--without", "e,b", "--suppose", "a=stands"),
            "What if [a] stands, [b] is left out, [e] is left out: 0 other statements change",
            {"a": "✓ (supposed)", "b": "⚠ left out (was: stands)"},
        ),
        (
            ("--suppose", "thesis.because[0]=defeated, T=stands"),
            "What if [a] stands, [b] is defeated: 0 other statements change",
            {"a": "✓ (supposed)", "b": "✗ defeated (supposed; was: stands)"},
        ),
    ],
)
def test_what_is_supposed_is_told_and_what_it_changes_is_marked(
    status: Status, options: tuple[str, ...], head: str, expected: dict[str, str]
) -> None:
    found = status(CHAIN, *options, "--width", "120")
    assert (found.code, found.err) == (0, "")
    assert found.out.splitlines()[1] == head
    shown = {name: ending(found, name) for name in expected}
    assert shown == expected


def test_evidence_that_stands_anew_has_its_mark(status: Status) -> None:
    thesis = (
        "  evidence: A.\n  cite: s\n  id: a\n  but:\n"
        "  - {counterpoint: C., id: c, because: [{evidence: D., cite: s}]}\n"
    )
    found = status(thesis.replace("evidence: A.", "assumption: A.").replace("  cite: s\n", "", 1))
    assert ending(found, "a").endswith("✗ defeated")
    found = status(thesis, "--without", "c")
    assert ending(found, "a").endswith("✓ (was: defeated)")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--without", "x"), "there is no node `x`"),
        (("--without", "thesis.becuase[0]"), "there is no node `thesis.becuase[0]`"),
        (("--suppose", "b"), "cannot suppose `b`\n  help: write `b=stands` or `b=defeated`"),
        (("--suppose", "b=undecided"), "write `b=stands` or `b=defeated`"),
        (("--suppose", "=stands"), "write `ID=stands` or `ID=defeated`"),
        (
            ("--without", "b", "--suppose", "b=stands"),
            "two things are supposed of `b`\n  help: choose between `--without` and `=stands`",
        ),
        (("--suppose", "b=stands,b=defeated"), "choose between `=stands` and `=defeated`"),
        (
            ("--without", "b", "--semantics", "preferred"),
            "suppositions go with grounded semantics and evidential support only",
        ),
        (("--without", "b", "--strength", "euler"), "ask for `--strength` by itself"),
        (
            ("--strength", "euler", "--semantics", "stable"),
            "strengths are those of the map as it is",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(
    status: Status, options: tuple[str, ...], told: str
) -> None:
    found = status(CHAIN, *options)
    assert (found.code, found.out) == (2, "")
    assert told in found.err


def test_a_near_name_is_suggested(status: Status) -> None:
    thesis = CHAIN.replace("id: b", "id: borrower")
    assert "did you mean `borrower`?" in status(thesis, "--without", "borower").err
