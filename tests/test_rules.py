"""Every rule has its file, its page, its cases and its line in the changelog."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from argmap.app.check import check
from argmap.check import rules
from argmap.check.registry import all_rules, find_rule, select_rules
from argmap.check.rule import Rule
from argmap.diagnostics import ArgmapError
from tests.case_harness import read_case
from tests.example_files import write_example

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

HERE = Path(__file__).parent
RULES = all_rules()
IDS = [rule.code for rule in RULES]
NOT_SHOWN_IN_YAML = frozenset({"AM007", "AM904"})
"""The file is missing, not UTF-8 or too large (`test_reading`); the finding is about a baseline
(`test_baseline`)."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=IDS)
each_rule_in_yaml = pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if rule.code not in NOT_SHOWN_IN_YAML],
    ids=[code for code in IDS if code not in NOT_SHOWN_IN_YAML],
)
CASES = {path: read_case(path) for path in sorted((HERE / "cases").glob("*.yaml"))}


def test_each_file_holds_a_rule() -> None:
    files = {path.stem for path in Path(rules.__path__[0]).glob("*.py")} - {"__init__"}
    named = {f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in RULES}
    assert all(isinstance(rule, Rule) for rule in RULES)
    assert files == named


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert sorted(set(IDS)) == IDS
    assert len({rule.name for rule in RULES}) == len(RULES)


@each_rule
def test_code_name_and_version_are_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"AM\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)


@each_rule
def test_page_is_whole(rule: Rule) -> None:
    page = rule.documentation
    assert page.summary.endswith(".")
    assert "\n" not in page.summary
    for part in (page.why, page.mend, page.fires, page.clean, page.source):
        assert part.strip()


@each_rule_in_yaml
def test_firing_example_fires(rule: Rule) -> None:
    assert rule.code in {
        finding.problem.code for finding in _findings(rule, rule.documentation.fires)
    }


@each_rule
def test_clean_example_is_clean(rule: Rule) -> None:
    if rule.code == "AM904":
        assert rule.documentation.clean.startswith('{"version"')  # no map: see `test_baseline`
        return
    assert _findings(rule, rule.documentation.clean) == ()


@each_rule
def test_finding_speaks_as_agreed(rule: Rule) -> None:
    for finding in _findings(rule, rule.documentation.fires):
        problem = finding.problem
        for text in (problem.message, problem.help or "x"):
            assert not text.endswith((".", "!"))
            assert "\n" not in text
            assert text[:1] == text[:1].lower()
        assert problem.span.line >= 1
        assert problem.span.column >= 1
        assert (problem.span.line, problem.span.column) <= (
            problem.span.end_line,
            problem.span.end_column,
        )


@each_rule_in_yaml
def test_rule_has_a_firing_case(rule: Rule) -> None:
    firing = [
        path for path, case in CASES.items() if any(e.code == rule.code for e in case.expected)
    ]
    assert any(path.name.startswith(rule.code) for path in firing)


@each_rule_in_yaml
def test_rule_has_a_clean_case(rule: Rule) -> None:
    clean = [path for path, case in CASES.items() if case.is_clean]
    assert any(path.name.startswith(f"{rule.code}_clean_") for path in clean)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case_is_named_for_what_it_shows(path: Path) -> None:
    case = CASES[path]
    code = path.name.partition("_")[0]
    if case.is_clean:
        assert code in IDS
        assert path.name.startswith(f"{code}_clean_")
    elif code == "broken":
        assert len({expected.code for expected in case.expected}) > 1
        assert all(expected.end is not None for expected in case.expected)
    else:
        assert code in {expected.code for expected in case.expected}


def test_changelog_names_each_rule() -> None:
    changelog = (HERE.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    named = set(re.findall(r"AM\d{3}", changelog))
    for first, last in re.findall(r"AM(\d{3})(?:–|-| to )AM(\d{3})", changelog):
        named |= {f"AM{number:03}" for number in range(int(first), int(last) + 1)}
    assert set(IDS) - named == set()


def test_rules_are_found_by_code_and_by_name() -> None:
    assert find_rule("am104") is find_rule("circular-support")
    with pytest.raises(ArgmapError) as caught:
        find_rule("circular-suport")
    assert caught.value.hint == "did you mean `circular-support`?"


def test_rules_are_selected_by_prefix_and_ignored_by_name() -> None:
    chosen = select_rules(["AM10"], ["duplicate-id"])
    assert [rule.code for rule in chosen] == [f"AM10{number}" for number in range(2, 10)]


def _findings(rule: Rule, example: str) -> tuple[Diagnostic, ...]:
    usual = [one.code for one in RULES if not one.is_optional]
    with TemporaryDirectory() as folder:
        path = write_example(example, Path(folder))
        return check(path, select=[*usual, rule.code]).findings
