"""Every case file brings exactly the findings that its comments say; and the harness sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argmap.diagnostics import ArgmapError
from tests.case_harness import BrokenCaseError, differences, read_case

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))

_CLAIM = "argmap: 1\ntitle: A tablet\nthesis:\n  claim: It should be lent."
_NO_REASON = "AM201 no reason is given for claim `thesis`"


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path) -> None:
    assert differences(read_case(path)) == []


def test_there_are_cases() -> None:
    assert len(CASES) > 40


def test_windows_line_ends_change_no_finding(tmp_path: Path) -> None:
    """The files themselves have LF: Git may change the others when it checks them out."""
    shutil.copytree(CASES[0].parent / "texts", tmp_path / "texts")
    for path in CASES:
        crlf = tmp_path / path.name
        content = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        crlf.write_bytes(content)
        assert (path.name, differences(read_case(crlf))) == (path.name, [])


def _differences(tmp_path: Path, content: str) -> list[str]:
    path = tmp_path / "case.yaml"
    path.write_text(content, encoding="utf-8")
    return differences(read_case(path))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{_CLAIM}  # expect: {_NO_REASON}\n", id="line"),
        pytest.param(f"{_CLAIM}  # expect@10: {_NO_REASON}\n", id="column"),
        pytest.param(f"{_CLAIM}  # expect@10-28: {_NO_REASON}\n", id="span"),
        pytest.param(f"{_CLAIM}  # expect@10-+0:28: {_NO_REASON}\n", id="lines"),
        pytest.param(f"# expect[+4]@10-28: {_NO_REASON}\n{_CLAIM}\n", id="later"),
        pytest.param(f"{_CLAIM}\n# expect[-1]@10-28: {_NO_REASON}\n", id="earlier"),
        pytest.param(f"{_CLAIM}  # expect: AM201 reason is given\n", id="part"),
        pytest.param(
            f"{_CLAIM}\n  accept: {{AM201: seen}}  # accepted[-1]: {_NO_REASON}\n", id="accepted"
        ),
        pytest.param(
            f"{_CLAIM}\n  id: a b  # expect@7-10: AM006 cannot be # expect[+1]@3-7: AM003 noet\n"
            "  noet: a\n",
            id="two in one comment",
        ),
        pytest.param(
            "argmap: 1\ntitle: A tablet\nthesis:\n  claim: >-\n    It should\n    be lent.\n"
            f"# expect[-3]@10-+2:13: {_NO_REASON}\n",
            id="several lines",
        ),
        pytest.param("# clean\nargmap: 1\ntitle: T\nthesis:\n  assumption: A.\n", id="clean"),
    ],
)
def test_a_true_marker_is_met(tmp_path: Path, content: str) -> None:
    assert _differences(tmp_path, content) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(f"{_CLAIM}  # expect@11: {_NO_REASON}\n", 2, id="wrong column"),
        pytest.param(f"{_CLAIM}  # expect@10-27: {_NO_REASON}\n", 2, id="wrong end"),
        pytest.param(f"{_CLAIM}  # expect[+1]: {_NO_REASON}\n", 2, id="wrong line"),
        pytest.param(f"{_CLAIM}  # expect: AM202 no reason\n", 2, id="wrong code"),
        pytest.param(f"{_CLAIM}  # expect: AM201 some reason\n", 2, id="wrong message"),
        pytest.param(f"{_CLAIM}  # accepted: {_NO_REASON}\n", 2, id="not accepted"),
        pytest.param(
            f"{_CLAIM}  # expect: {_NO_REASON} # expect: {_NO_REASON}\n", 1, id="not found"
        ),
        pytest.param(
            f"{_CLAIM}  # expect: {_NO_REASON}\n  but:\n", 1, id="finding that is not expected"
        ),
        pytest.param(f"# clean\n{_CLAIM}\n", 1, id="not clean"),
    ],
)
def test_a_false_marker_is_told(tmp_path: Path, content: str, told: int) -> None:
    assert len(_differences(tmp_path, content)) == told


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            "argmap: 1\nthesis:\n  claim: |\n    Lend it.  # expect: AM201 no reason\n",
            "inside a text",
            id="block",
        ),
        pytest.param(
            'argmap: 1\nthesis:\n  claim: "Lend it.  # expect: AM201 no reason"\n',
            "inside a text",
            id="quotes",
        ),
        pytest.param(
            "argmap: 1\nthesis:\n  claim: Lend it.# expect: AM201 no reason\n",
            "inside a text",
            id="no space before",
        ),
        pytest.param(
            "a: b: c\nthesis:\n  claim: >\n    Lend it. # expect: AM201 no reason\n",
            "inside a text",
            id="behind a syntax error",
        ),
        pytest.param(f"{_CLAIM}  # expect: AM201\n", "cannot be read", id="no part of a message"),
        pytest.param(f"{_CLAIM}  # expects: AM201 no\n", "cannot be read", id="misspelt"),
        pytest.param(f"{_CLAIM}  #expect: AM201 no\n", "cannot be read", id="no space"),
        pytest.param(f"{_CLAIM}\n", "no marker", id="nothing said"),
        pytest.param(f"# clean\n{_CLAIM}  # expect: AM201 no\n", "says `# clean`", id="both"),
        pytest.param("\x00", "no marker", id="not even YAML"),
    ],
)
def test_a_broken_case_is_refused(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(BrokenCaseError, match=message):
        _differences(tmp_path, content)


def test_a_case_names_the_optional_rules_it_selects(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("# clean\n# select: am110\nargmap: 1\n", encoding="utf-8")
    with pytest.raises(BrokenCaseError, match="cannot be read"):
        read_case(path)
    path.write_text("# clean\n# select: AM110, AM111\nargmap: 1\n", encoding="utf-8")
    assert read_case(path).select == ("AM110", "AM111")
    path.write_text("# clean\n# select: AM099\nargmap: 1\n", encoding="utf-8")
    with pytest.raises(ArgmapError, match="no rule `AM099`"):
        read_case(path)
