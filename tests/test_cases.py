"""Every case file brings exactly the findings that its comments say; and the harness sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argmap.diagnostics import ArgmapError
from argmap.source.limits import DEFAULT_LIMITS
from tests.case_harness import BrokenCaseError, differences, encoding_of, read_case

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
    for path in CASES[0].parent.glob("*.json"):
        shutil.copy(path, tmp_path)
    for path in CASES:
        crlf = tmp_path / path.name
        content = path.read_bytes()
        windows, unix = ("\r\n".encode(encoding_of(content)), "\n".encode(encoding_of(content)))
        crlf.write_bytes(content.replace(windows, unix).replace(unix, windows))
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


_WRITTEN = "argmap: 1\ntitle: A tablet\nthesis:\n  assumption: It is safe.\n"


@pytest.mark.parametrize(
    ("encoding", "marker"),
    [
        pytest.param("utf-16", "# expect@1-1: AM007 file is UTF-16, expected UTF-8", id="UTF-16"),
        pytest.param("latin-1", "# é # expect@3-3: AM007 byte 0xe9 cannot stand", id="Latin-1"),
    ],
)
def test_the_markers_of_a_file_that_is_not_utf_8_are_read(
    tmp_path: Path, encoding: str, marker: str
) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(f"{marker}\n{_WRITTEN}".encode(encoding))
    assert differences(read_case(path)) == []
    path.write_bytes(f"{marker.replace('AM007', 'AM001')}\n{_WRITTEN}".encode(encoding))
    assert len(differences(read_case(path))) == 2
    path.write_bytes(f'{_WRITTEN}title: "\xe9 {marker}"\n'.encode(encoding))
    with pytest.raises(BrokenCaseError, match="inside a text"):
        read_case(path)


def test_limits_hold_for_the_case_that_names_them(tmp_path: Path) -> None:
    told = "# expect[+4]@3-4: AM007 file nests over 1 levels deep"
    assert _differences(tmp_path, f"# limits: depth=1\n{told}\n{_WRITTEN}") == []
    assert _differences(tmp_path, f"# clean\n# limits: depth=2, values=9\n{_WRITTEN}") == []
    limits = read_case(tmp_path / "case.yaml").limits
    assert (limits.depth, limits.values, limits.bytes) == (2, 9, DEFAULT_LIMITS.bytes)


_BY_BASELINE = "# baseline: known.json\n"
_KNOWN_CLAIM = f"{_BY_BASELINE}{_CLAIM}  # known@10-28: {_NO_REASON}\n"
_STALE = "# expect in baseline[3]@3-73: AM904 the baseline holds AM303"
_BASELINE = """{"version": 1, "findings": [
  {"path": "case.yaml", "code": "AM201", "node": "thesis", "fingerprint": "%s"},
  {"path": "case.yaml", "code": "AM303", "node": "", "fingerprint": "0"}
]}
"""


def _with_baseline(tmp_path: Path, content: str) -> list[str]:
    known = tmp_path / "known.json"
    known.write_text(_BASELINE % "1dd0efa16f6218b87c77103b8229356e", encoding="utf-8")
    return _differences(tmp_path, content)


def test_a_case_goes_by_its_baseline(tmp_path: Path) -> None:
    assert _with_baseline(tmp_path, f"{_KNOWN_CLAIM}{_STALE}\n") == []
    told = _with_baseline(tmp_path, f"# clean\n{_KNOWN_CLAIM}")
    assert [_STALE[: len("# expect in baseline[3]@3-73")] in line for line in told] == [True]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        pytest.param("baseline[3]", "baseline[2]", id="wrong line"),
        pytest.param("@3-73", "@4-73", id="wrong column"),
        pytest.param("# expect in baseline[3]", "# expect", id="in the map"),
        pytest.param("# expect in", "# accepted in", id="stale is not accepted"),
        pytest.param("# known@10", "# expect@10", id="known is not expected"),
        pytest.param("# known@10", "# accepted@10", id="known is not accepted"),
        pytest.param("# known@10", "# known in baseline[5]@10", id="in the baseline"),
    ],
)
def test_a_false_marker_of_a_baseline_is_told(tmp_path: Path, written: str, instead: str) -> None:
    content = f"{_KNOWN_CLAIM}{_STALE}\n"
    assert content.count(written) == 1
    assert len(_with_baseline(tmp_path, content.replace(written, instead))) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(f"# clean\n# limits: depth\n{_CLAIM}", "limits:` cannot", id="no number"),
        pytest.param(f"# clean\n# limits: lines=2\n{_CLAIM}", "limits:` cannot", id="no limit"),
        pytest.param(f"# clean\n#limits: depth=2\n{_CLAIM}", "limits:` cannot", id="no space"),
        pytest.param(f"# clean\n# Select AM402\n{_CLAIM}", "Select:` cannot", id="no colon"),
        pytest.param(
            f"# clean\n# baseline: ../known.json\n{_CLAIM}", "baseline:` cannot", id="elsewhere"
        ),
        pytest.param(
            f"# clean\n# baseline: gone.json\n{_CLAIM}", "no baseline `gone.json`", id="gone"
        ),
        pytest.param(
            f"# limits: depth=9\n{_KNOWN_CLAIM}", "no limits of its own", id="both conditions"
        ),
        pytest.param(f"{_CLAIM}  # known: AM201\n", "marker cannot", id="no part of a message"),
        pytest.param(f"{_CLAIM}  # known: {_NO_REASON}\n", "no marker", id="only known findings"),
        pytest.param(f"{_CLAIM}\n{_STALE}\n", "names the baseline", id="no baseline"),
        pytest.param(f"{_BY_BASELINE}{_CLAIM}\n", "no marker", id="nothing said"),
        pytest.param(
            f"{_BY_BASELINE}{_CLAIM}\n{_STALE.replace('[3]', '[0]')}", "cannot", id="line 0"
        ),
        pytest.param(f"# clean\n{_KNOWN_CLAIM}{_STALE}\n", "says `# clean`", id="clean and stale"),
    ],
)
def test_a_broken_condition_is_refused(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(BrokenCaseError, match=message):
        _with_baseline(tmp_path, content)
