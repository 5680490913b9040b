"""A rule that waits for an occasion finds nothing where a map does not give it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap import load
from argmap.check.acceptance import Acceptances
from argmap.check.context import Context
from argmap.check.occasions import MET, OCCASIONS, has_occasion
from argmap.check.registry import all_rules
from argmap.check.tabulating import write_table, written_rules
from tests.conftest import ROOT
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from argmap.app.load import Argument
    from argmap.check.rule import Rule

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
RULES = all_rules()


def contexts(argument: Argument) -> list[Context]:
    """Give what the rules see of a map: the usual ones, and those that run last."""
    if argument.graph is None or argument.evaluation is None:
        return []
    context = Context(
        argument.graph, argument.evaluation, argument.problems, materials=argument.materials
    )
    judged = Acceptances(context).judge(rule.code for rule in RULES)
    return [context, context.with_acceptances(judged, {rule.code: rule.name for rule in RULES})]


def found_without_occasion(argument: Argument) -> dict[str, int]:
    """Count by code what rules find that were not to be asked."""
    found: dict[str, int] = {}
    for context in contexts(argument):
        for rule in RULES:
            if has_occasion(context, rule.occasion, rule.code):
                continue
            options = () if rule.options is None else (rule.options(),)
            count = len(list(rule.check(context, *options)))
            if count:
                found[rule.code] = count
            assert list(rule.apply(context)) == []
    return found


def test_the_table_of_the_rules_is_current() -> None:
    table = ROOT / "src" / "argmap" / "check" / "rule_table.py"
    assert table.read_text(encoding="utf-8") == write_table(written_rules()), "run `make docs`"


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_is_the_same_in_the_table_and_in_its_file(rule: Rule) -> None:
    (written,) = (one for one in written_rules() if one.code == rule.code)
    assert rule.check is written.check
    assert rule.options is written.options
    assert rule.has_options == (rule.options is not None)


def test_each_occasion_is_waited_for() -> None:
    assert {rule.occasion for rule in RULES} - {"", MET} == set(OCCASIONS)


def test_only_optional_rules_look_at_every_map() -> None:
    assert [rule.code for rule in RULES if not (rule.occasion or rule.is_optional)] == []


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_nothing_is_found_in_a_case_that_gives_no_occasion(path: Path) -> None:
    assert found_without_occasion(load(path)) == {}


@given(maps())
@settings(max_examples=150)
def test_nothing_is_found_in_any_map_that_gives_no_occasion(data: Data) -> None:
    assert found_without_occasion(load(write(data))) == {}


CLEAN = """\
argmap: 1
title: A tablet
article: survey
sources:
  survey: {title: Visitor survey, author: The museum, date: 2023}
thesis:
  claim: The museum should lend the tablet.
  because:
    - evidence: Two thirds of the visitors walked past it.
      cite: survey
"""


def test_no_rule_is_imported_for_a_map_that_gives_no_occasion() -> None:
    code = (
        "import sys; from argmap import check; assert check(sys.argv[1]).findings == ();"
        "print([name for name in sys.modules if name.startswith('argmap.check.rules.')])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code, CLEAN], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
