"""No file, however broken, ends a command with a traceback or an unknown exit code."""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap import check
from argmap.cli.main import execute
from tests.conftest import ROOT
from tests.strategies import Data, maps, write

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "check": ["check", "{}"],
    "json": ["check", "{}", "--output-format", "json"],
    "status": ["status", "{}", "--width", "30"],
    "why": ["why", "{}", "thesis"],
    "test": ["test", "{}"],
    "convert": ["convert", "{}", "--to", "json"],
    "dot": ["render", "{}", "-o", "{}.dot"],
    "svg": ["render", "{}", "-o", "{}.svg"],
    "txt": ["render", "{}", "-o", "{}.txt"],
}
SAMPLE = (ROOT / "tests" / "data" / "sample.yaml").read_text(encoding="utf-8")
PIECES = [
    *(": ", "- ", "#", " #", "[", "]", "{", "}", "*", "!", "|", ">", "'", '"', "%", "@", "`", "?"),
    *("\t", "\n", "\r", "\r\n", "\0", "\x1b[31m", "\u2028", "\u202e", "\ufeff", "\ud7ff", "中"),
    *("<<: *a", "&a ", "*a", "!!python/object:os.system ", "---\n", "...\n", "\\", "  "),
    *("ref: x", "because:", "but: []", "premises:", "claim:", "</svg>", "]]>", "<b>", "a:b"),
]


def outcome(command: list[str], data: bytes) -> tuple[int, str]:
    """Run a command on a file of some bytes; give its exit code and standard error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.yaml"
        path.write_bytes(data)
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        arguments = [part.replace("{}", str(path)) for part in command]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = execute(arguments)
        return code, err.getvalue()


def assert_well_behaved(name: str, data: bytes) -> None:
    """Demand a known exit code and no word of a bug."""
    code, errors = outcome(COMMANDS[name], data)
    assert code in {0, 1, 2}, errors
    assert "Traceback" not in errors
    assert "internal error" not in errors


@pytest.mark.parametrize("name", sorted(COMMANDS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=200))
def test_any_bytes(name: str, data: bytes) -> None:
    assert_well_behaved(name, data)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw a sound map with a few random edits: characters, pieces, lines."""
    text = SAMPLE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 3, 30, 200]))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)))
        text = text[:start] + piece + text[start + length :]
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", sorted(COMMANDS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=mutated())
def test_mutated_map(name: str, data: bytes) -> None:
    assert_well_behaved(name, data)


@pytest.mark.parametrize("name", sorted(COMMANDS))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=maps())
def test_generated_map(name: str, data: Data) -> None:
    assert_well_behaved(name, write(data).encode())


def _nested_brackets() -> bytes:
    return b"argmap: 1\ntitle: T\nthesis: " + b"[" * 100_000


def _nested_indentation() -> bytes:
    return b"argmap: 1\ntitle: T\nthesis:\n" + b"".join(b" " * n + b"-\n" for n in range(2000))


def _alias_bomb() -> bytes:
    lines = ["argmap: 1", "title: T", "a0: &a0 {claim: A.}"]
    lines += [f"a{n}: &a{n} {{because: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    return "\n".join([*lines, "thesis: *a11", ""]).encode()


def _deep_tree(levels: int = 10_000) -> bytes:
    opened = "".join(f"{{claim: A {n}., because: [" for n in range(levels))
    head = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis: "
    return (head + opened + "{evidence: E., cite: s}" + "]}" * levels + "\n").encode()


def _long_reference_chain(nodes: int = 3_000) -> bytes:
    lines = ["argmap: 1", "title: T", "thesis:", "  claim: Root.", "  because:"]
    for n in range(nodes):
        lines += [f"  - claim: Node {n} says so.", f"    id: n{n}", "    because:"]
        lines += [f"    - ref: n{n + 1 if n + 1 < nodes else 0}"]
    return ("\n".join(lines) + "\n").encode()


def _long_word() -> bytes:
    return b"argmap: 1\ntitle: T\nthesis:\n  claim: " + b"x" * 100_000 + b"\n"


@pytest.mark.parametrize("name", sorted(COMMANDS))
@pytest.mark.parametrize(
    "make",
    [
        _nested_brackets,
        _nested_indentation,
        _alias_bomb,
        _long_reference_chain,
        _long_word,
    ],
)
def test_hostile_file(name: str, make: Callable[[], bytes]) -> None:
    assert_well_behaved(name, make())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_deep_tree(name: str) -> None:
    # Addresses of nodes without id grow with the depth: what prints them all stays shallower.
    levels = 1_000 if name in {"convert", "why"} else 10_000
    assert_well_behaved(name, _deep_tree(levels))


def test_a_deep_tree_is_read_and_judged_to_its_end() -> None:
    report = check(_deep_tree())
    assert {finding.problem.code for finding in report.findings} <= {"AM108", "AM313"}
    assert sys.getrecursionlimit() < 10_000
