"""Fixes mend what they say they mend, bring nothing new, and leave everything else as it is."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.app.fix import Fixed, fix, fix_map
from argmap.app.judge import judge
from argmap.app.load import load, read_text
from argmap.check.registry import all_rules
from argmap.check.rule import Fixable
from argmap.check.settings import default_settings
from argmap.source.change import Change, stretches
from argmap.source.text import Text
from tests.case_harness import scalar_spans
from tests.faults import FAULTS
from tests.strategies import Data, maps, walk, write

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
IDS = [path.stem for path in CASES]
SETTINGS = default_settings(["ALL"])
PIECES = [
    *("&a ", "*a", "? ", "- ", ": ", "# x\n", " # x", "\n", "\r", ",", "[", "]", "{", "}", "|\n"),
    *("    - ref: open\n", "  tags: []\n", "  but:\n", '"', "'", "\u2028", "𝔸", "\ufeff", "\t"),
]
HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S, date: 2024, url: https://s.org}}\nthesis:\n"


def run(content: str, *, is_unsafe: bool = True) -> Fixed:
    """Fix a text."""
    argument = read_text(Text("map.yaml", content))
    return fix_map(argument, lambda one: judge(one, SETTINGS), is_unsafe=is_unsafe)


def content_of(fixed: Fixed) -> str:
    """Give the text of a fixed map."""
    assert fixed.argument.text is not None
    return fixed.argument.text.content


def open_codes(findings: list[Diagnostic]) -> Counter[str]:
    """Count the findings that are not accepted, by code."""
    return Counter(one.problem.code for one in findings if one.accepted is None)


def comments(content: str) -> list[str]:
    """Give the comments of a YAML text that has no syntax error."""
    texts = scalar_spans(content)
    found, at = [], 0
    while (sign := re.compile(r"(?<!\S)#[^\r\n]*").search(content, at)) is not None:
        inside = next((end for start, end in texts if start <= sign.start() < end), None)
        if inside is None:
            found.append(sign[0])
        at = sign.end() if inside is None else inside
    return found


def assert_well_fixed(content: str, *, is_unsafe: bool = True) -> Fixed:
    """Demand of the fixes of a map all that may be demanded of any."""
    argument = read_text(Text("map.yaml", content))
    found = judge(argument, SETTINGS).findings
    fixed = run(content, is_unsafe=is_unsafe)
    after = content_of(fixed)
    assert fixed.judged.findings == judge(read_text(Text("map.yaml", after)), SETTINGS).findings
    gone = open_codes(found) - open_codes(fixed.judged.findings)
    assert not open_codes(fixed.judged.findings) - open_codes(found), "nothing is brought"
    assert sum(gone.values()) >= fixed.count, "what is counted is gone"
    assert (after == content) == (fixed.count == 0)
    again = run(after, is_unsafe=is_unsafe)
    assert (content_of(again), again.count, again.left_out) == (after, 0, fixed.left_out)
    return fixed


def assert_each_is_honest(content: str) -> int:
    """Demand of each fix by itself that it does what it says, or that it is refused.

    Returns:
        How many fixes were made.
    """
    text = Text("map.yaml", content)
    argument = read_text(text)
    found = judge(argument, SETTINGS).findings
    made = 0
    for finding in found:
        if finding.problem.fix is None:
            continue
        assert argument.graph is not None
        change = Change(text, stretches(text, finding.problem.fix.edits))
        new = read_text(change.text)
        assert new.graph is not None
        assert change.keeps(argument.graph.map.root, new.graph.map.root)
        lost = Counter(comments(content)) - Counter(comments(change.text.content))
        cut = "".join(
            content[edit.start : edit.end] for edit in stretches(text, finding.problem.fix.edits)
        )
        assert all(comment in cut for comment in lost), "comments are lost with the thing only"
        after = judge(new, SETTINGS).findings
        brought = open_codes(after) - open_codes(found)
        place = change.moved(text.offset(finding.problem.span.line, finding.problem.span.column))
        still = [
            one
            for one in after
            if one.problem.code == finding.problem.code
            and change.text.offset(one.problem.span.line, one.problem.span.column) == place
        ]
        assert not still or brought
        made += 1
    return made


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_cases_are_well_fixed(path: Path) -> None:
    content = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    assert_each_is_honest(content)
    for is_unsafe in (False, True):
        fixed = assert_well_fixed(content, is_unsafe=is_unsafe)
        crlf = assert_well_fixed(content.replace("\n", "\r\n"), is_unsafe=is_unsafe)
        assert content_of(crlf).replace("\r\n", "\n") == content_of(fixed)
        assert content_of(crlf).count("\n") == content_of(crlf).count("\r\n")


def test_faults_are_well_fixed() -> None:
    left_out = [one.reason for fault in FAULTS for one in assert_well_fixed(fault.content).left_out]
    assert left_out == ["would bring AM201"], "the claim of that fault has no reason"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=maps(), more=st.data())
def test_random_maps_are_well_fixed(data: Data, more: st.DataObject) -> None:
    content = write(spoil(data, more))
    assert_each_is_honest(content)
    assert_well_fixed(content, is_unsafe=more.draw(st.booleans()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=maps(), more=st.data())
def test_random_maps_in_block_style_are_well_fixed(data: Data, more: st.DataObject) -> None:
    lines = block_lines(spoil(data, more))
    content = more.draw(st.sampled_from(["\n", "\r\n", "\r"])).join([*lines, ""])
    content = content if more.draw(st.booleans()) else content.rstrip("\r\n")
    assert_each_is_honest(content)
    assert_well_fixed(content, is_unsafe=more.draw(st.booleans()))


@st.composite
def mutated_cases(draw: st.DrawFn) -> str:
    """Draw a case with a few random edits: signs of YAML, anchors, line ends."""
    content = draw(st.sampled_from(CASES)).read_bytes().decode(errors="replace")
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        length = draw(st.sampled_from([0, 0, 1, 3, 30]))
        content = content[:start] + draw(st.sampled_from(PIECES)) + content[start + length :]
    return content.lstrip("\ufeff")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=mutated_cases())
def test_mutated_cases_are_well_fixed(content: str) -> None:
    assert_well_fixed(content)


def spoil(data: Data, more: st.DataObject) -> Data:
    """Add what can be fixed: empty lists, repeated references, unused sources and acceptances."""
    for node in walk(data["thesis"]):
        if more.draw(st.integers(0, 3)) == 0:
            node[more.draw(st.sampled_from(["tags", "but", "becuase", "unless"]))] = []
        if more.draw(st.integers(0, 3)) == 0:
            codes = st.sampled_from(["AM201", "AM301", "AM401", "AM999", "AM30"])
            node["accept"] = dict.fromkeys(more.draw(st.lists(codes, min_size=1, max_size=3)), "R.")
        if more.draw(st.integers(0, 2)) == 0 and node.get("because"):
            node["because"] = [*node["because"], *node["because"][:1], {"ref": "n0"}, {"ref": "n0"}]
    spare = {"spare": {"title": "Spare", "date": "2020"}, "other": {"title": "Other"}}
    data["sources"] = {**data["sources"], **spare} if more.draw(st.booleans()) else spare
    return data


def block_lines(value: object, indent: str = "") -> list[str]:
    """Write data in block style, with comments above and behind things."""
    if isinstance(value, dict):
        lines = []
        for key, item in value.items():
            below = block_lines(item, f"{indent}  ")
            lines += [f"{indent}# above {key}"] if len(key) % 2 else []
            is_one_line = not isinstance(item, dict | list) or not item
            lines += [f"{indent}{key}: {below[0].strip()}  # behind {key}"] if is_one_line else []
            lines += [] if is_one_line else [f"{indent}{key}:", *below]
        return lines
    if isinstance(value, list) and value:
        lines = []
        for item in value:
            below = block_lines(item, f"{indent}  ")
            while below[0].lstrip().startswith("#"):
                lines.append(below.pop(0)[2:])
            lines += [f"{indent}- {below[0][len(indent) + 2 :]}", *below[1:]]
        return lines
    return [f"{indent}[]" if value == [] else f'{indent}"{value}"']


def test_rules_say_truly_whether_they_can_be_fixed() -> None:
    kinds: dict[str, set[bool]] = {rule.code: set() for rule in all_rules()}
    for path in CASES:
        for finding in judge(load(path), SETTINGS).findings:
            if finding.problem.fix is not None:
                kinds[finding.problem.code].add(finding.problem.fix.is_safe)
    expected = {Fixable.NEVER: set(), Fixable.SAFE: {True}, Fixable.UNSAFE: {False}}
    assert kinds == {rule.code: expected[rule.fixable] for rule in all_rules()}


FALLBACK = f"""{HEAD}  claim: A stands.
  tags: []
  becuase:
    - evidence: E is so.
      cite: s
    - assumption: F is so.
    - claim: C has no reason.
      wieght: 0.4
  accept: {{AM401: R., AM205: S.}}
"""


def test_a_fix_that_would_bring_a_finding_is_left_out_and_the_others_are_made() -> None:
    fixed = assert_well_fixed(FALLBACK)
    after = content_of(fixed)
    assert after == FALLBACK.replace("  tags: []\n", "").replace("becuase", "because")
    (left,) = fixed.left_out
    assert (left.finding.problem.code, left.reason) == ("AM003", "would bring AM201")


def test_what_brings_a_finding_is_looked_for_so_often_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argmap.app.fix.LEAST_TRIES", 1)
    monkeypatch.setattr("argmap.app.fix.MOST_READ", 0)
    fixed = run(FALLBACK)
    assert {one.reason for one in fixed.left_out} == {
        "was not tried: too many others are not right"
    }
    assert (len(fixed.left_out), content_of(fixed)) == (3, FALLBACK)


def test_a_fix_that_would_change_a_text_beside_it_is_left_out() -> None:
    content = f"{HEAD}  evidence: E.\n  note: |+\n    N.\n  tags: []\n\n\n  cite: s\n"
    fixed = assert_well_fixed(content)
    assert [one.reason for one in fixed.left_out] == ["would change more than it says"]
    assert content_of(fixed) == content


def test_what_is_accepted_is_not_fixed() -> None:
    content = f"{HEAD}  evidence: E is so.\n  cite: s\n  tags: []\n  accept: {{AM109: Later.}}\n"
    assert run(content).count == 0
    assert run(content.replace("accept", "note").replace("{AM109: Later.}", "N.")).count == 1


def test_fixes_that_lie_across_each_other_are_made_one_after_the_other() -> None:
    content = (
        f"{HEAD}  claim: C.\n"
        "  because: [{evidence: E., id: e, cite: s}, {ref: e}, {ref: e}, {ref: e}]\n"
    )
    fixed = assert_well_fixed(content)
    assert fixed.count == 3
    assert content_of(fixed).endswith("because: [{evidence: E., id: e, cite: s}]\n")


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        pytest.param("- ref: e\n- ref: e\n", "- ref: e\n", id="the second of two references"),
        pytest.param(
            "- ref: e\n- ref: e\n  note: N.\n", "- ref: e\n  note: N.\n", id="the bare one"
        ),
        pytest.param(
            "- ref: e\n  note: N.\n- ref: e\n  note: M.\n",
            "- ref: e\n  note: N.\n- ref: e\n  note: M.\n",
            id="none where each says something",
        ),
        pytest.param(
            "- ref: e\n  note: N.\n- note: N. # x\n  ref: e\n",
            "- ref: e\n  note: N.\n",
            id="the second where both say the same",
        ),
        pytest.param(
            "- ref: e\n- evidence: F.\n  id: f\n  cite: s\n- ref: f\n  note: N.\n- ref: e\n",
            "- ref: e\n- evidence: F.\n  id: f\n  cite: s\n- ref: f\n  note: N.\n",
            id="no reference that says something beside a node",
        ),
    ],
)
def test_repeated_children(lines: str, after: str) -> None:
    node = "- claim: D.\n  because:\n  - evidence: E.\n    id: e\n    cite: s\n"
    head = f"{HEAD}  claim: C.\n  because:\n{_indented(node + '- claim: G.', 2)}\n    because:\n"
    assert content_of(run(head + _indented(lines, 4))) == head + _indented(after, 4)


def _indented(lines: str, width: int) -> str:
    return re.sub("^(?=.)", " " * width, lines, flags=re.MULTILINE)


def test_a_repeated_thesis_is_taken_out() -> None:
    content = f"{HEAD}- evidence: E.\n  id: e\n  cite: s\n- ref: e\n"
    assert content_of(assert_well_fixed(content)) == content.replace("- ref: e\n", "")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("title: [T\n", id="no YAML"),
        pytest.param(
            f"{HEAD}  claim: A: b.\n  because: [{{evidence: E., cite: s, tags: []}}]\n",
            id="colon in a text",
        ),
        pytest.param(f"{HEAD}  evidence: E.\n  cite: !x s\n  tags: []\n", id="tag"),
        pytest.param(f"{HEAD}  evidence: E.\n  cite: s\n  cite: t\n  tags: []\n", id="key twice"),
        pytest.param("argmap: 2\ntitle: T\ntitle: T\n", id="other version"),
        pytest.param(
            f"{HEAD}  claim: C.\n  because:\n  - &e {{evidence: E., cite: s, tags: []}}\n  but:\n"
            "  - *e\n",
            id="node that stands in two places",
        ),
        pytest.param(
            f"{HEAD}  evidence: E.\n  cite: s\n  tags: &t []\n  note: N.\n".replace(
                "sources: {", "sources: {u: {title: &t S}, "
            ).replace("title: T\n", "title: T\n"),
            id="anchor",
        ),
        pytest.param(
            "argmap: 1\ntitle: T\nsources:\n  u: {title: &t U, date: 2024, url: https://u.org}\n"
            "  s: {title: *t, date: 2023, url: https://s.org}\n"
            "thesis: {evidence: E., cite: s}\n",
            id="source with an anchor that is needed",
        ),
        pytest.param(
            f"{HEAD}  claim: C.\n  because: []\n  cite: s\n", id="reasons that are missing"
        ),
        pytest.param(
            f"{HEAD}  evidence: E.\n  cite: []\n  because: [{{evidence: F., cite: s}}]\n",
            id="citation that is missing",
        ),
        pytest.param(
            f"{HEAD}  claim: C.\n  because:\n  - premises: []\n  cite: s\n", id="kind of a node"
        ),
        pytest.param(
            f"{HEAD}  evidence: E.\n  cite: s\n  weight: 1\n  wieght: 1\n", id="name that is taken"
        ),
        pytest.param(
            f'{HEAD}  evidence: E.\n  cite: s\n  "wei\\x66ht": 1\n',
            id="name written with an escape",
        ),
        pytest.param(
            f"{HEAD}  evidence: E.\n  cite: s\n  accept: {{AM201x: R., AM201: S.}}\n",
            id="code that is taken",
        ),
    ],
)
def test_where_nothing_is_certain_nothing_is_fixed(content: str) -> None:
    argument = read_text(Text("map.yaml", content))
    found = judge(argument, SETTINGS).findings
    assert found
    fixable = {one.problem.code for one in found if one.problem.fix}
    assert fixable <= ({"AM901"} if "AM201x" in content else set())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"wieght": 1', '"weight": 1'),
        ("'wieght': 1", "'weight': 1"),
        ("wieght : 1", "weight : 1"),
        ('accept: {"AM41": R.}', "accept: {AM401: R.}"),
    ],
)
def test_names_keep_their_quotes(before: str, after: str) -> None:
    content = f"{HEAD}  evidence: E.\n  cite: s\n  {{}}\n"
    fixed = content_of(run(content.replace("{}", before)))
    expected = after if "AM" not in before else before
    assert fixed == content.replace("{}", expected)


def test_text_goes_in_and_text_comes_out() -> None:
    head = HEAD.replace("{s:", "{survey:")
    content = f"{head}  evidence: E.\n  cite: survye\n  tags: []\n"
    safe = content.replace("  tags: []\n", "")
    assert fix(content) == safe
    assert fix(content, is_unsafe=True) == safe.replace("survye", "survey")
    assert fix(content, default_settings(["AM2"])) == content
    assert fix("title: [\n") == "title: [\n"
    assert fix("") == ""
    assert fix(f"\ufeff{content}") == f"\ufeff{safe}"
