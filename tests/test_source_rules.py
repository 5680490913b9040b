"""The rules on sources: which addresses are the same, where one source is told and pointed at."""

from __future__ import annotations

import pytest

from argmap.app.check import check
from argmap.check.sameness import fold_address
from tests.test_bibliography import declare


@pytest.mark.parametrize(
    ("url", "other"),
    [
        pytest.param("http://a.org/x", "https://a.org/x", id="scheme"),
        pytest.param("https://A.org/x", "https://a.org/x", id="case of the host"),
        pytest.param("https://www.a.org/x", "https://a.org/x", id="www"),
        pytest.param("https://a.org/x/", "https://a.org/x", id="final slash"),
        pytest.param("https://a.org/x#part", "https://a.org/x", id="fragment"),
        pytest.param("https://a.org:443/x", "http://a.org:80/x", id="usual ports"),
        pytest.param("https://a.org/caf%C3%A9", "https://a.org/café", id="percent"),
        pytest.param("https://dx.doi.org/10.1/A", "doi:10.1/a", id="doi"),
        pytest.param("URN:isbn:123", "urn:isbn:123", id="urn"),
    ],
)
def test_addresses_that_lead_to_the_same_place(url: str, other: str) -> None:
    assert fold_address(url) == fold_address(other)


@pytest.mark.parametrize(
    ("url", "other"),
    [
        pytest.param("https://a.org/x", "https://a.org/X", id="case of the path"),
        pytest.param("https://a.org/x?y=1", "https://a.org/x?y=2", id="query"),
        pytest.param("https://a.org/#/x", "https://a.org/#/y", id="pages behind a hash"),
        pytest.param("https://a.org:8080/x", "https://a.org/x", id="port"),
        pytest.param("https://b.a.org/x", "https://a.org/x", id="host"),
        pytest.param("ftp://a.org/x", "https://a.org/x", id="protocol"),
        pytest.param("urn:isbn:123", "urn:isbn:124", id="urn"),
        pytest.param("http://[a/x", "http://[b/x", id="not an address"),
        pytest.param("http://a.org:99999/x", "http://a.org/x", id="not a port"),
    ],
)
def test_addresses_that_lead_elsewhere(url: str, other: str) -> None:
    assert fold_address(url) != fold_address(other)


def test_circles_of_support_do_not_hang() -> None:
    """AM104 tells them; whatever comes from one source does so with them or without."""
    yaml = (
        "argmap: 1\ntitle: T\nsources:\n  s: {title: S}\nthesis:\n"
        "  claim: A.\n  id: a\n  because:\n"
        "    - {claim: B., id: b, because: [{ref: a}, {evidence: C., cite: s}]}\n"
        "    - {evidence: D., cite: s}\n"
    )
    (finding,) = check(yaml, select=["AM311"]).findings
    assert finding.problem.span.line == 6
    assert [related.span.line for related in finding.problem.related] == [9, 10]


def test_related_places_say_by_which_way_a_source_is_known() -> None:
    yaml = (
        "argmap: 1\ntitle: T\nsources:\n" + declare("a>b", "b>c", "c") + "thesis:\n"
        "  claim: A.\n  because:\n    - {evidence: B., id: e, cite: a}\n"
    )
    (finding,) = check(yaml, select=["AM312"]).findings
    (related,) = finding.problem.related
    assert related.message == "evidence `e` cites `a`, by way of `b`"
    assert (related.span.line, related.span.column) == (10, 35)


def test_one_source_points_at_some_of_the_citations() -> None:
    pieces = "".join(f"    - {{evidence: E{n}., cite: {'as'[n % 2]}:{n}}}\n" for n in range(2, 9))
    yaml = (
        "argmap: 1\ntitle: T\nsources:\n" + declare("s", "a>s") + "thesis:\n"
        f"  claim: A.\n  because:\n{pieces}"
    )
    (finding,) = check(yaml, select=["AM311"]).findings
    assert [(one.span.line, one.message) for one in finding.problem.related] == [
        (9, "`a` is known through `s`"),
        (10, "cites `s`"),
        (11, "`a` is known through `s`"),
    ]
