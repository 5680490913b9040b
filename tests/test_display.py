"""What a terminal is shown, and what the garbage collector does meanwhile."""

from __future__ import annotations

import gc

import pytest

from argmap.source.display import columns, printable
from argmap.source.parser import collector_paused


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("a\tb", "a b", id="tab"),
        pytest.param("a\x1b[31mb", r"a\x1b[31mb", id="escape sequence"),
        pytest.param("a\u202eb", r"a\u202eb", id="direction"),
        pytest.param("a\u2028b", r"a\u2028b", id="line separator"),
        pytest.param("e\u0301 \U0001f9ea", "e\u0301 \U0001f9ea", id="marks and emoji"),
        pytest.param("soft\u00adhyphen", "soft\u00adhyphen", id="soft hyphen"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "count"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("a\u200db", 2), ("", 0)]
)
def test_columns(text: str, count: int) -> None:
    assert columns(text) == count


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_left_as_it_was_found(is_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if before else gc.disable)()
