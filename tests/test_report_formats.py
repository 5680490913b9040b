"""The output formats: valid by their own schemas, whole, and safe whatever a map holds."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from argmap.app.check import check
from argmap.diagnostics import Diagnostic, Edit, Fix, Problem, Related, Severity, Span
from argmap.report.formats import REPORTS
from argmap.report.place import file_uri, relative_path
from argmap.report.types import Report
from argmap.source.text import Text
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = ROOT / "tests" / "data"
OPEN_ONLY = ("github", "gitlab")
"""Formats that say nothing of accepted findings."""


@dataclass(frozen=True)
class Page:
    """A rule's page."""

    summary: str = "A claim for which no reason is given."
    why: str = "The reader has only the author's word."
    mend: str = "Give a reason under `because`."


@dataclass(frozen=True)
class Info:
    """A rule."""

    code: str = "AM201"
    name: str = "unsupported-claim"
    severity: Severity = Severity.WARNING
    documentation: Page = Page()


HOSTILE = [
    "::error file=x::gone",
    "]]>",
    "</failure></testcase>",
    "</script><script>alert(1)</script>",
    "a\nb\r\nc",
    "\x00\x07\x1b[31m\x7f\x85",
    "\u2028\u2029\u202e\u2066right to left",
    "\ufffe\uffff",
    "\udc80",
    "中文。路桩",
    "lone ' and \" and `",
    "``",
    "`a|b\\`",
    "| a | b |\\",
    "@ann #12 GH-3 www.example.org https://example.org",
    "100%25%0A,:",
    "[text](0) {0} {{1}}",
    "<!-- --> <details>",
    "&amp;&#124;",
]
texts = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=30))
paths = st.one_of(
    st.sampled_from(
        [
            "map.yaml",
            "maps\\sub\\карта 1.yaml",
            "./a,b:c%.yaml",
            "-",
            "<stdin>",
            "C:\\x\\y.yaml",
            "/abs/map.yaml",
            "../up.yaml",
            "#a?b&c.yaml",
            "a`b|c.yaml",
        ]
    ),
    texts,
)
codes = st.sampled_from(["AM001", "AM201", "AM403"])


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw a span that ends where it starts or later."""
    line, column = draw(st.integers(1, 40)), draw(st.integers(1, 40))
    more = draw(st.integers(0, 2))
    end = draw(st.integers(1 if more else column, 80))
    return Span(line, column, line + more, end)


@st.composite
def findings(draw: st.DrawFn) -> Diagnostic:
    """Draw a finding with hostile words."""
    related = st.builds(Related, spans(), texts, st.none() | paths)
    optional = st.none() | texts
    edits = st.lists(st.builds(Edit, spans(), st.just("") | texts), min_size=1, max_size=2)
    fixes = st.builds(Fix, texts, edits.map(tuple), st.booleans())
    problem = Problem(
        draw(codes),
        draw(spans()),
        draw(texts),
        draw(optional),
        draw(optional),
        tuple(draw(st.lists(related, max_size=2))),
        draw(st.none() | fixes),
    )
    severity = draw(st.sampled_from(Severity))
    return Diagnostic(draw(paths), problem, "some-rule", severity, draw(optional))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report; some files are clean."""
    found = draw(st.lists(findings(), max_size=6))
    found.sort(key=lambda finding: finding.sort_key)
    known = draw(st.lists(paths, max_size=3))
    contents: Mapping[str, Text] = {path: Text(path, draw(texts)) for path in known}
    return Report(tuple(found), len(contents), contents, (Info(),), "1.0", "/srv/folder")


def validator(name: str) -> Draft202012Validator:
    """Give the validator of a schema under `tests/data` or `docs`."""
    path = DATA / name if (DATA / name).exists() else ROOT / "docs" / name
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


SARIF = validator("sarif-schema-2.1.0.json")
GITLAB = validator("gitlab-codequality.schema.json")
REPORT = validator("report.schema.json")


def written(name: str, report: Report) -> str:
    """Write a report and show that every channel carries it."""
    text = REPORTS[name](report, lambda text, **_: text)
    assert text.encode("utf-8").decode("utf-8") == text
    return text


@given(reports())
@settings(deadline=None)
def test_json_and_jsonl_follow_the_schema_and_hold_the_same(report: Report) -> None:
    document = json.loads(written("json", report))
    REPORT.validate(document)
    lines = written("jsonl", report).splitlines()
    assert [json.loads(line) for line in lines] == document["findings"]
    assert [found["message"] for found in document["findings"]] == [
        finding.problem.message for finding in report.findings
    ]


@given(reports())
@settings(deadline=None)
def test_sarif_follows_the_standard_and_holds_every_finding(report: Report) -> None:
    log = json.loads(written("sarif", report))
    SARIF.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert len(run["results"]) == len(report.findings)
    for result, finding in zip(run["results"], report.findings, strict=True):
        span = finding.problem.span
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.problem.code
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert list(region.values()) == [span.line, span.column, span.end_line, span.end_column]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]*|file:///[A-Za-z0-9/._~%:-]*", uri)
        assert ("suppressions" in result) == (finding.accepted is not None)
        assert len(result.get("relatedLocations", ())) == len(finding.problem.related)
        assert ("fixes" in result) == (finding.problem.fix is not None)
        for fix in result.get("fixes", ()):
            (change,) = fix["artifactChanges"]
            assert change["artifactLocation"]["uri"] == uri
            texts = [one.get("insertedContent", {"text": ""}) for one in change["replacements"]]
            edits = finding.problem.fix.edits if finding.problem.fix else ()
            assert [text["text"] for text in texts] == [edit.text for edit in edits]
    prints = [tuple(result["partialFingerprints"].values()) for result in run["results"]]
    assert len(set(prints)) == len(prints)


@given(reports())
@settings(deadline=None)
def test_github_writes_one_command_for_each_open_finding(report: Report) -> None:
    text = written("github", report)
    found = re.findall(
        r"::(error|warning|notice) file=([^:,\n]+),line=(\d+),col=(\d+),endLine=\d+,endColumn=\d+,"
        r"title=[^:,\n]+::([^\n]+)\n",
        text,
    )
    assert text.count("\n") == len(text.splitlines()) == len(found)
    expected = [
        (str(finding.problem.span.line), str(finding.problem.span.column))
        for finding in report.open_findings
    ]
    assert [(line, column) for _, _, line, column, _ in found] == expected
    assert {one for one in text if unicodedata.category(one) in {"Cc", "Zl", "Zp"}} <= {"\n"}


@given(reports())
@settings(deadline=None)
def test_gitlab_follows_its_schema_and_holds_every_open_finding(report: Report) -> None:
    issues = json.loads(written("gitlab", report))
    GITLAB.validate(issues)
    assert len(issues) == len(report.open_findings)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


@given(reports())
@settings(deadline=None)
def test_junit_is_xml_and_holds_every_finding(report: Report) -> None:
    root = ElementTree.fromstring(written("junit", report))  # noqa: S314 - our own text
    assert len(root) == len(report.paths)
    assert len(root.findall(".//failure")) == len(report.open_findings)
    assert len(root.findall(".//skipped")) == report.accepted
    clean = sum(not any(one.path == path for one in report.findings) for path in report.paths)
    assert len(root.findall(".//testcase")) == len(report.findings) + clean
    assert int(root.attrib["tests"]) == len(report.findings) + clean
    assert int(root.attrib["failures"]) == len(report.open_findings)


def test_junit_follows_the_schema_that_jenkins_reads_by() -> None:
    import xmlschema

    schema = xmlschema.XMLSchema(str(DATA / "junit-4.xsd"))

    @given(reports())
    @settings(max_examples=40, deadline=None)
    def follows(report: Report) -> None:
        schema.validate(ElementTree.fromstring(written("junit", report)))  # noqa: S314 - our own text

    follows()
    with pytest.raises(xmlschema.XMLSchemaException):
        schema.validate(ElementTree.fromstring("<testsuites><testcase/></testsuites>"))  # noqa: S314 - our own text


@given(reports())
@settings(deadline=None)
def test_markdown_has_a_row_for_each_open_finding_and_a_line_for_each_accepted(
    report: Report,
) -> None:
    text = written("markdown", report)
    lines = text.split("\n")
    rows = [line for line in lines if re.match(r"\| \d+:\d+ \|", line)]
    assert len(rows) == len(report.open_findings)
    assert all(row.count("|") == 4 for row in rows)
    assert sum("(accepted: " in line for line in lines) >= report.accepted
    prose = re.sub(r"`+[^`]*`+", "", "\n".join(rows))
    assert not re.search(r"@(?!&#8203;)|#(?!\d+;|&#8203;)|://", prose)
    assert not re.search(r"<(?!br>)", prose)
    kinds = Counter(line[:4] for line in lines if line.startswith("#"))
    assert set(kinds) <= {"### ", "####"}


@given(reports(), st.integers(1, 30))
@settings(deadline=None)
def test_fingerprints_outlast_lines_put_above(report: Report, lines: int) -> None:
    moved = report._replace(
        findings=tuple(_moved(finding, lines) for finding in report.findings),
        texts={
            path: Text(path, "\n" * lines + text.content) for path, text in report.texts.items()
        },
    )
    assert _fingerprints("gitlab", report) == _fingerprints("gitlab", moved)
    assert _fingerprints("sarif", report) == _fingerprints("sarif", moved)


def _moved(finding: Diagnostic, lines: int) -> Diagnostic:
    span = finding.problem.span
    there = Span(span.line + lines, span.column, span.end_line + lines, span.end_column)
    return finding._replace(problem=finding.problem._replace(span=there))


def _fingerprints(name: str, report: Report) -> list[Any]:
    document = json.loads(written(name, report))
    if name == "gitlab":
        return [issue["fingerprint"] for issue in document]
    return [result["partialFingerprints"] for result in document["runs"][0]["results"]]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("maps\\sub folder\\a.yaml", "maps/sub%20folder/a.yaml"),
        ("./a.yaml", "a.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("中.yaml", "%E4%B8%AD.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
        ("/srv/folder/a.yaml", "a.yaml"),
        ("/srv/folders/a.yaml", "file:///srv/folders/a.yaml"),
        ("D:\\maps\\a.yaml", "file:///D:/maps/a.yaml"),
    ],
)
def test_uris(path: str, expected: str) -> None:
    assert file_uri(path, "/srv/folder") == expected
    split = urlsplit(expected)
    assert unquote(split.path, errors="surrogateescape").endswith(
        relative_path(path, "/srv/folder")
    )


def test_windows_folders_are_left_out_too() -> None:
    assert relative_path("C:\\work\\maps\\a.yaml", "C:\\work") == "maps/a.yaml"


def test_a_real_report_follows_the_schemas() -> None:
    report = check(ROOT / "maps" / "nato_asia.yaml")
    assert report.findings
    REPORT.validate(json.loads(written("json", report)))
    SARIF.validate(json.loads(written("sarif", report)))
    GITLAB.validate(json.loads(written("gitlab", report)))
    rules = json.loads(written("sarif", report))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in report.rules]
    assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)
