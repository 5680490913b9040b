"""Maps that no page can hold: an overview, unless a view is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from argmap import load, render
from argmap.diagnostics import ArgmapError
from argmap.render.engine import LayoutError, Limits
from argmap.render.layout import blocks, place
from bench.maps import write_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Invoke

SAID = "pixels wide and "


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a map that is too large for a page, as pages are small here."""
    monkeypatch.setattr(import_module("argmap.app.picture"), "LARGEST", 1_500.0)
    path = tmp_path / "map.yaml"
    path.write_text(write_map(60), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_what_no_page_holds_is_drawn_as_an_overview(
    argmap: Invoke, large: Path, tmp_path: Path, form: str
) -> None:
    own, asked, whole = (tmp_path / f"{name}.{form}" for name in ("own", "asked", "whole"))
    said = argmap("render", str(large), "-o", str(own)).err
    assert SAID in said
    assert "so this is the overview" in said
    assert argmap("render", str(large), "-o", str(asked), "--overview").err == f"wrote {asked}\n"
    assert own.read_bytes() == asked.read_bytes()
    told = argmap("render", str(large), "-o", str(whole), "--whole").err
    assert SAID in told
    assert "`--overview`, `--split sections`" in told
    assert whole.read_bytes() != own.read_bytes()


@pytest.mark.parametrize("view", [{"depth": 9}, {"direction": "up"}, {"layout": "tree"}])
def test_a_view_that_is_asked_for_is_drawn(
    large: Path, view: dict[str, str], argmap: Invoke
) -> None:
    options = [word for name, value in view.items() for word in (f"--{name}", str(value))]
    outcome = argmap("render", str(large), "-o", "-", *options)
    assert 'class="card"' in outcome.out
    assert outcome.err.startswith("argmap: the picture is ")
    assert 'class="card"' not in argmap("render", str(large), "-o", "-").out


def test_what_a_page_holds_is_the_same_with_whole(argmap: Invoke, tablet: Path) -> None:
    plain = argmap("render", str(tablet), "-o", "-")
    assert plain.err == ""
    assert argmap("render", str(tablet), "-o", "-", "--whole") == plain


def test_a_map_is_not_laid_out_where_its_statements_say_enough(
    argmap: Invoke, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("laid out")

    monkeypatch.setattr(import_module("argmap.app.picture"), "MOST_STATEMENTS", 59)
    monkeypatch.setattr(blocks, "build_blocks", refuse)
    outcome = argmap("render", str(large), "-o", "-")
    assert "60 cards are more than a page can hold, so this is the overview" in outcome.err


@pytest.mark.parametrize("direction", ["right", "up"])
def test_every_layout_draws_every_statement(tmp_path: Path, direction: str) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(write_map(60), encoding="utf-8")
    drawn = {
        layout: render(load(path), layout=layout, direction=direction).decode()  # type: ignore[arg-type]
        for layout in ("auto", "graphviz", "tree")
    }
    for svg in drawn.values():
        assert {number for number in range(60) if f'data-node="{number}"' in svg} == {*range(60)}
    assert drawn["graphviz" if direction == "right" else "tree"] == drawn["auto"]
    assert drawn["graphviz"] != drawn["tree"]


def _late(*_: object) -> dict[str, tuple[float, float]]:
    raise LayoutError("the layout takes longer than 60 s", "draw the map in parts")


def _one_place(dot: str, limits: Limits) -> dict[str, tuple[float, float]]:
    del limits
    return {f"n{number}": (0.0, 0.0) for number in range(dot.count("\n"))}


@pytest.mark.parametrize(("engine", "said"), [(_late, "longer than 60 s"), (_one_place, "over")])
def test_graphviz_that_was_asked_for_is_never_replaced_in_silence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    engine: Callable[..., dict[str, tuple[float, float]]],
    said: str,
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(write_map(60), encoding="utf-8")
    monkeypatch.setattr(place, "place_nodes", engine)
    with pytest.raises(ArgmapError, match=said):
        render(load(path), layout="graphviz")
    assert render(load(path)) == render(load(path), layout="tree")
