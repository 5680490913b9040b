"""Every rule has its file, its page, its cases and its line in the changelog."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.app.check import check, check_paths
from argmap.app.request import Request
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
FEWEST_CASES = 3
"""So many own cases must show what a rule finds, and so many what it leaves alone."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=IDS)
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


@each_rule
def test_firing_example_fires(rule: Rule, tmp_path: Path) -> None:
    found = _findings(rule, rule.documentation.fires, tmp_path)
    assert rule.code in {finding.problem.code for finding in found}


@each_rule
def test_clean_example_is_clean(rule: Rule, tmp_path: Path) -> None:
    assert _findings(rule, rule.documentation.clean, tmp_path) == ()


@each_rule
def test_finding_speaks_as_agreed(rule: Rule, tmp_path: Path) -> None:
    for finding in _findings(rule, rule.documentation.fires, tmp_path):
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


def test_every_rule_has_enough_firing_cases() -> None:
    firing = [
        path.name
        for path, case in CASES.items()
        if path.name.partition("_")[0] in {expected.code for expected in case.expected}
    ]
    assert _lacking(firing, "") == {}


def test_every_rule_has_enough_clean_cases() -> None:
    clean = [path.name for path, case in CASES.items() if case.is_clean]
    assert _lacking(clean, "clean_") == {}


def _lacking(names: list[str], part: str) -> dict[str, int]:
    """Count the cases of each rule that has too few, by the beginning of their names."""
    counts = {code: sum(name.startswith(f"{code}_{part}") for name in names) for code in IDS}
    return {code: count for code, count in counts.items() if count < FEWEST_CASES}


def test_every_marker_of_a_firing_case_says_its_whole_span() -> None:
    vague = [
        path.name
        for path, case in CASES.items()
        if any(one.end is None and path.name.startswith(one.code) for one in case.expected)
    ]
    assert vague == []


def test_every_baseline_is_used() -> None:
    used = {case.baseline for case in CASES.values()}
    assert set((HERE / "cases").glob("*.json")) <= used


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


def _findings(rule: Rule, example: str, folder: Path) -> tuple[Diagnostic, ...]:
    """Check an example of a page: a map, or a baseline beside a map without a finding."""
    usual = [one.code for one in RULES if not one.is_optional]
    select = (*usual, rule.code)
    if example.startswith("{"):
        known, path = folder / "baseline.json", folder / "tablet.yaml"
        known.write_text(example, encoding="utf-8")
        path.write_text(find_rule("AM001").documentation.clean, encoding="utf-8")
        return check_paths([str(path)], Request(select, baseline=known)).report.findings
    return check(write_example(example, folder), select=select).findings
