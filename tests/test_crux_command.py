"""`argmap crux` tells which single nodes decide the fate of the thesis."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from argmap.app.crux import crux_text
from argmap.app.load import load
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

HEAD = "argmap: 1\ntitle: T\nsources: {s: {title: S}}\nthesis:\n"
CHAIN = (
    "  claim: A.\n  id: a\n"
    "  because: [{claim: B., id: b, because: [{evidence: Seen., cite: s, id: e}]}]\n"
)


def told(thesis: str, most: int = 10) -> str:
    """Tell the cruxes of a map."""
    return crux_text(load(HEAD + thesis), most=most, width=100)


def test_each_loss_is_told_with_what_else_it_changes() -> None:
    assert told(CHAIN) == (
        "1. evidence e\n       Seen.\n"
        "   If it were left out, the thesis, which stands, would have no support, and 1 other"
        " statement would\n   change.\n"
        "   If it were defeated, the thesis, which stands, would be defeated, and 1 other statement"
        " would\n   change.\n"
        "2. claim b\n       B.\n"
        "   If it were left out, the thesis, which stands, would have no support.\n"
        "   If it were defeated, the thesis, which stands, would be defeated.\n"
        "The thesis stands; 2 statements change that, each by itself.\n"
    )


def test_what_both_losses_do_is_told_once() -> None:
    thesis = (
        "  claim: A.\n  id: a\n  because: [{assumption: P.}, {assumption: Q.}]\n"
        "  but: [{assumption: C., id: c}]\n"
    )
    assert told(thesis) == (
        "1. assumption c\n       C.\n"
        "   If it were left out or defeated, the thesis, which is defeated, would stand.\n"
        "The thesis is defeated; one statement changes that by itself.\n"
    )


def test_no_more_are_told_than_is_asked() -> None:
    lines = told(CHAIN, most=1).splitlines()
    assert [line for line in lines if line[0].isdigit()] == ["1. evidence e"]
    assert lines[-1] == "The thesis stands; 2 statements change that, each by itself; 1 are shown."


def test_two_theses_go_by_name() -> None:
    thesis = (
        "- {claim: A., id: a, because: [{evidence: E., cite: s, id: e}]}\n"
        "- {claim: B., id: b, because: [{ref: e}]}\n- {claim: C., id: c}\n"
    )
    shown = " ".join(told(thesis).split())
    assert "thesis a, which stands, would be defeated and thesis b, which stands," in shown
    assert "Thesis a stands and thesis b stands and thesis c has no support; one" in shown


def test_a_thesis_that_hangs_on_nothing_is_told() -> None:
    assert told("  claim: A.\n  id: a\n") == (
        "The thesis has no support; no single statement changes that.\n"
    )


def test_json_tells_every_change(argmap: Invoke, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(HEAD + CHAIN, encoding="utf-8")
    found = argmap("crux", str(path), "--output-format", "json", "--most", "1")
    assert (found.code, found.err) == (0, "")
    assert json.loads(found.out) == {
        "version": 1,
        "thesis": {"a": "stands"},
        "found": 2,
        "cruxes": [
            {
                "node": "e",
                "text": "Seen.",
                "status": "stands",
                "reach": 2,
                "left_out": {"a": "unsupported", "b": "unsupported"},
                "defeated": {"a": "defeated", "b": "defeated"},
            }
        ],
    }
    assert argmap("crux", str(path), "--width", "60").out.startswith("1. evidence e\n")
    assert argmap("crux", str(tmp_path / "none.yaml")).code == 2


def test_the_nato_map_is_searched_within_a_second() -> None:
    argument = load(str(ROOT / "maps" / "nato_asia.yaml"))
    start = time.perf_counter()
    crux_text(argument, width=80)
    assert time.perf_counter() - start < 1
