"""`argmap render` on the command line: files by their suffix, what is told, `--check`."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.app.draw import FORMATS
from tests.conftest import TABLET

if TYPE_CHECKING:
    from tests.conftest import Invoke


@pytest.mark.parametrize("form", FORMATS)
def test_render_by_suffix_and_check(
    argmap: Invoke, tablet: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / "out" / f"map.{form}"
    mend = "  help: run the same command without `--check`\n"
    checked = argmap("render", str(tablet), "-o", str(target), "--check")
    assert checked == (1, "", f"{target} is not there\n{mend}")
    assert not target.exists()
    assert argmap("render", str(tablet), "-o", str(target)).code == 0
    drawn = target.read_bytes()
    heads = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}
    assert drawn.startswith(heads.get(form, b""))
    assert argmap("render", str(tablet), "-o", str(target), "--check") == (0, "", "")
    tablet.write_text(TABLET.replace("safe.", "very safe."), encoding="utf-8")
    checked = argmap("render", str(tablet), "-o", str(target), "--check")
    assert checked == (1, "", f"{target} is out of date\n{mend}")
    assert target.read_bytes() == drawn


def test_render_into_several_files(argmap: Invoke, tablet: Path, tmp_path: Path) -> None:
    picture, text = tmp_path / "map.svg", tmp_path / "map.txt"
    command = ("render", str(tablet), "-o", str(picture), "-o", str(text))
    assert argmap(*command) == (0, "", f"wrote {picture}\nwrote {text}\n")
    assert argmap(*command, "--check") == (0, "", "")
    picture.write_bytes(b"<svg/>")
    checked = argmap(*command, "--check")
    assert checked.code == 1
    assert checked.err.startswith(f"{picture} is out of date\n")
    assert str(text) not in checked.err


def test_render_looks_at_every_suffix_first(argmap: Invoke, tablet: Path, tmp_path: Path) -> None:
    picture = tmp_path / "map.svg"
    outcome = argmap("render", str(tablet), "-o", str(picture), "-o", "map.jpeg")
    assert outcome.code == 2
    assert "cannot draw into `map.jpeg`" in outcome.err
    assert not picture.exists()


def test_render_names_the_file_after_the_map(
    argmap: Invoke, tablet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tablet.parent)
    assert argmap("render", "tablet.yaml").err == f"wrote {Path('output/tablet.svg')}\n"
    assert (
        argmap("render", "tablet.yaml", "-f", "dot").err == f"wrote {Path('output/tablet.dot')}\n"
    )


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_render_warns_of_characters_that_are_not_in_the_font(
    argmap: Invoke, tablet: Path, tmp_path: Path, form: str
) -> None:
    tablet.write_text(TABLET.replace("keep it safe", "保管它"), encoding="utf-8")
    target = str(tmp_path / f"map.{form}")
    outcome = argmap("render", str(tablet), "-o", target)
    assert outcome.code == 0
    assert outcome.err.startswith(
        f"argmap: {target}: the bundled font lacks 3 characters, drawn as empty boxes: 保它管; "
        "`--system-fonts` takes them from this machine\n"
    )
    assert argmap("render", str(tablet), "-o", target, "--system-fonts").err.count("lacks") == 0
    assert argmap("render", str(tablet), "-o", str(tmp_path / "map.svg")).err.count("lacks") == 0


def test_render_names_twenty_characters_at_most(
    argmap: Invoke, tablet: Path, tmp_path: Path
) -> None:
    signs = "".join(map(chr, range(0x4E00, 0x4E00 + 21)))
    target = str(tmp_path / "map.png")
    for written, told in ((signs[0], "lacks 1 character, "), (signs, f"{signs[:20]}…")):
        tablet.write_text(TABLET.replace("keep it safe", written), encoding="utf-8")
        assert told in argmap("render", str(tablet), "-o", target, "--scale", "0.1").err


def test_render_tells_when_a_scale_is_more_than_a_png_holds(
    argmap: Invoke, tablet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("argmap.render.png"), "MAX_PIXELS", 2_000_000)
    target = str(tmp_path / "map.png")
    small, large = (argmap("render", str(tablet), "-o", target, "--scale", s) for s in ("1", "90"))
    assert small == (0, "", f"wrote {target}\n")
    assert re.search(r"map.png: drawn at scale \d+\.\d\d, the largest", large.err)
    assert argmap("render", str(tablet), "-o", target, "--scale", "0").code == 2


def test_render_refuses_an_unknown_suffix(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("render", str(tablet), "-o", "map.jpeg")
    assert outcome.code == 2
    assert "name it `.svg`" in outcome.err


def test_render_into_a_folder_that_is_a_file(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("render", str(tablet), "-o", str(tablet / "map.svg"))
    assert outcome.code == 2
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_render_an_overview(argmap: Invoke, tablet: Path, tmp_path: Path, form: str) -> None:
    target, whole = tmp_path / f"overview.{form}", tmp_path / f"whole.{form}"
    assert argmap("render", str(tablet), "--overview", "-o", str(target)).code == 0
    assert argmap("render", str(tablet), "-o", str(whole)).code == 0
    assert target.read_bytes()[:4] == whole.read_bytes()[:4]
    assert target.read_bytes() != whole.read_bytes()


@pytest.mark.parametrize("form", ["dot", "html", "txt"])
def test_render_refuses_an_overview_that_is_no_picture(
    argmap: Invoke, tablet: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"map.{form}"
    outcome = argmap("render", str(tablet), "--overview", "-o", str(target))
    assert outcome.code == 2
    assert f"`overview` does nothing in a {form} file" in outcome.err
    assert not target.exists()
