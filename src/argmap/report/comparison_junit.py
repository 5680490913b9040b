"""Expectations as JUnit XML: one suite a map, one test an expectation.

Source: as `argmap.report.junit`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.report.comparison import result_of
from argmap.report.junit import add_case, clean, finish
from argmap.report.types import Style, plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from argmap.evaluate.outcome import Outcome
    from argmap.report.comparison import ComparedMap, Comparison


def junit_comparison(comparison: Comparison, style: Style = plain) -> str:
    """Write a suite for each map; a map that expects nothing is skipped."""
    from xml.etree.ElementTree import Element

    del style
    root = Element("testsuites", name="argmap test")
    for one in comparison.maps:
        _add_suite(root, one)
    return finish(root)


def _add_suite(root: Element, compared: ComparedMap) -> None:
    from xml.etree.ElementTree import SubElement

    results = [result_of(outcome) for outcome in compared.outcomes]
    count = len(compared.errors) + len(results)
    counts = {
        "tests": str(max(1, count)),
        "failures": str(len(compared.errors) + results.count("failed")),
        "errors": str(results.count("untold")),
        "skipped": str(int(count == 0)),
    }
    path = clean(compared.path)
    suite = SubElement(root, "testsuite", {"name": path} | counts)
    for finding in compared.errors:
        add_case(suite, finding)
    for outcome in compared.outcomes:
        _add_outcome(suite, path, outcome)
    if count == 0:
        case = SubElement(suite, "testcase", name="no expectations", classname=path)
        SubElement(case, "skipped").text = "the map has no `expect` block"


def _add_outcome(suite: Element, path: str, outcome: Outcome) -> None:
    from xml.etree.ElementTree import SubElement

    place = f"{outcome.span.line}:{outcome.span.column}"
    case = SubElement(suite, "testcase", name=clean(f"{outcome.text} at {place}"), classname=path)
    if outcome.failure is None:
        return
    message = clean(outcome.failure)
    kind = "error" if outcome.is_untold else "failure"
    SubElement(case, kind, type="expectation", message=message).text = f"{path}:{place}: {message}"
