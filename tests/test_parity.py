"""`docs/parity.md` has a row for each check of the others, and names rules as they are."""

from __future__ import annotations

import re

import pytest

from argmap import check
from argmap.check.registry import all_rules
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "parity.md").read_text(encoding="utf-8")
RULES = {rule.code: rule.name for rule in all_rules()}
HEAD = """\
argmap: 1
title: Should the museum lend the tablet?
sources:
  survey: {title: Visitor survey, author: The museum, date: 2023}
"""
SEEN = "{evidence: Two thirds of the visitors walked past it., cite: survey}"
SHOWN = {
    "V01": ("thesis: {id: G1}", "AM009"),
    "V02": ("thesis: {claim: The museum should lend it.}", "AM201"),
    "V03": (f"thesis: {{claim: Lend it., accept: {{AM201: later}}, because: [{SEEN}]}}", "AM901"),
    "V04": ("thesis: {claim: Lend it., because: [{counterpoint: It is frail.}]}", "AM106"),
    "V05": (
        "thesis: {claim: Lend it., because: [{assumption: It is safe., id: a}, {ref: a}]}",
        "AM105",
    ),
    "V06": ("thesis: {claim: Lend it., id: a, because: [{ref: a}]}", "AM103"),
    "V10": (
        f"thesis: {{claim: Lend it., id: a, because: [{SEEN}]}}\nexpect: {{defeated: [a]}}",
        "AM701",
    ),
    "V11": (
        f"thesis: {{claim: Lend it., because: [{SEEN}], but: [{{counterpoint: It is frail.}}]}}",
        "AM206",
    ),
    "C01": ("thesis: []", "AM005"),
    "C02": ("thesis: {counterpoint: It is frail.}", "AM106"),
    "C03": ("thesis: {claim: Lend it., because: [{ref: nobody}]}", "AM102"),
    "C04": (
        "thesis: {claim: Lend it., id: a, because: [{claim: It is safe., because: [{ref: a}]}]}",
        "AM104",
    ),
    "C07": (
        "thesis: {claim: Lend it., id: a, because: [{assumption: It is safe., id: a}]}",
        "AM101",
    ),
    "C11": ("thesis: {claim: Lend it., because: 'G2, G3'}", "AM004"),
    "C13": (f"thesis: {{claim: Lend it., id: a, because: [{SEEN}], but: [{{ref: a}}]}}", "AM103"),
    "C16": ("thesis: {claim: Lend it., unless: [{counterpoint: It is frail.}]}", "AM201"),
    "verocase 4": (f"thesis: {{assumption: Lend it., because: [{SEEN}]}}", "AM106"),
    "verocase 7": ("thesis: {claim: Lend it., because: [{ref: a, claim: It is safe.}]}", "AM009"),
    "verocase 13": (
        "thesis: {evidence: It was lent., cite: survey, unless: [{counterpoint: It was not.}]}",
        "AM106",
    ),
    "verocase 15": ("thesis: {claim: ''}", "AM006"),
    "verocase 16": (
        "thesis: {claim: Lend it., because: [{evidence: It was lent., cite: as discussed}]}",
        "AM006",
    ),
    "vargdown range of a premise": (
        f"thesis: {{claim: Lend it., weight: 1.5, because: [{SEEN}]}}",
        "AM006",
    ),
    "vargdown missing source": (
        "thesis: {claim: Lend it., because: [{evidence: It was lent.}]}",
        "AM301",
    ),
    "Carneades expected labelling: statement": (
        f"thesis: {{claim: Lend it., because: [{SEEN}]}}\nexpect: {{stands: [nobody]}}",
        "AM102",
    ),
}
"""By row: a map with the weakness, and the rule that the row names."""


def table(tool: str) -> dict[str, str]:
    """Give what stands in the last column, by the check."""
    section = PAGE.partition(f"\n## {tool}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| .+? \| (.+) \|$", section, re.MULTILINE)
    assert rows[0] == ("check", "here")
    found = dict(rows[1:])
    assert len(found) == len(rows) - 1, "a check stands twice"
    return found


@pytest.mark.parametrize(
    ("tool", "count"), [("gsn2x", 28), ("verocase", 20), ("vargdown", 21), ("Carneades", 31)]
)
def test_every_row_names_a_rule_or_says_why_there_is_none(tool: str, count: int) -> None:
    rows = table(tool)
    assert len(rows) == count
    for name, here in rows.items():
        assert re.match(r"AM\d{3} [a-z-]+|no meaning: \w", here), name


def test_every_check_of_gsn2x_and_verocase_has_its_row_in_order() -> None:
    numbers = [f"V{number:02}" for number in range(1, 14)]
    numbers += [f"C{number:02}" for number in range(1, 17) if number != 5]
    assert list(table("gsn2x")) == numbers
    assert list(table("verocase")) == [str(number) for number in range(1, 21)]


def test_every_rule_that_is_named_exists_under_that_name() -> None:
    named = re.findall(r"(AM\d{3}) ([a-z]+(?:-[a-z]+)+)", PAGE)
    assert named
    for code, name in named:
        assert name == RULES[code]


def test_the_commits_of_all_lists_are_given() -> None:
    assert len(re.findall(r"at commit `[0-9a-f]{40}`", PAGE)) == 4


@pytest.mark.parametrize("row", SHOWN)
def test_the_rule_of_a_row_tells_what_the_row_is_about(row: str) -> None:
    text, code = SHOWN[row]
    tool, _, name = row.partition(" ")
    here = table(tool)[name] if name else table("gsn2x")[row]
    assert code in here
    assert code in {finding.problem.code for finding in check(f"{HEAD}{text}\n").findings}
