"""Parts of a map on the command line: options, split files, standard output."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from argmap.app.draw import FORMATS
from argmap.app.honoured import _HONOURED
from argmap.app.outline import can_show_signs
from argmap.app.split import slug

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke

SECTIONS = """\
argmap: 1
title: Should the tram go?
thesis:
  claim: The tram should go.
  id: go
  because:
    - {claim: It is slow., id: slow, section: "What: it/costs?"}
    - {claim: It is old., id: old, section: 費用, because: [{claim: It squeaks., id: squeaks}]}
    - {claim: It is loved., id: loved, section: "what it costs"}
    - {claim: It is here., id: here}
"""
OPTIONS = {
    "title": ("--title", "Mine"),
    "theme": ("--theme", "dark"),
    "legend": ("--no-legend",),
    "width": ("--width", "600"),
    "depth": ("--depth", "1"),
    "focus": ("--focus", "old"),
    "section": ("--section", "費用"),
    "highlight": ("--highlight", "unsupported"),
    "strength": ("--strength", "df-quad"),
}


@pytest.fixture
def tram(tmp_path: Path) -> Path:
    """Write a map of three sections, of which two have the same letters."""
    path = tmp_path / "tram.yaml"
    path.write_text(SECTIONS, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["svg", "html", "dot", "txt"])
@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_makes_a_difference_or_is_refused(
    argmap: Invoke, tram: Path, form: str, option: str
) -> None:
    command = ("render", str(tram), "-f", form, "-o", "-")
    narrow = form == "txt" and option == "width"
    asked = argmap(*command, *(("--width", "25") if narrow else OPTIONS[option]))
    if option in _HONOURED[form]:
        assert asked.code == 0, asked.err
        assert asked.out != argmap(*command).out
    else:
        assert asked.code == 2
        assert asked.out == ""
        assert asked.err.startswith(f"argmap: `{option}` does nothing in a {form} file\n")
        assert "help: draw one of svg, png" in asked.err


def test_every_format_says_what_it_honours() -> None:
    assert set(_HONOURED) == set(FORMATS)


def test_an_overview_shows_a_part_as_well(argmap: Invoke, tram: Path) -> None:
    whole = argmap("render", str(tram), "-o", "-", "--overview")
    part = argmap("render", str(tram), "-o", "-", "--overview", "--depth", "1")
    assert whole.code == part.code == 0
    assert 0 < part.out.count("data-node") < whole.out.count("data-node")


def test_an_overview_has_a_width_of_its_own(argmap: Invoke, tram: Path) -> None:
    outcome = argmap("render", str(tram), "-o", "-", "--overview", "--width", "900")
    assert outcome.code == 2
    assert "`width` does nothing in an overview" in outcome.err
    assert "leave out `width` or `overview`" in outcome.err


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--focus", "olt"), "there is no node `olt` in"),
        (("--section", "zzz"), "help: sections: `What: it/costs?`, `費用`, `what it costs`"),
        (("--highlight", "why:squeak"), "help: did you mean `squeaks`?"),
        (("--width", "100"), "help: give 474 pixels or more"),
    ],
    ids=["focus", "section", "highlight", "width"],
)
def test_what_is_not_there_is_told(
    argmap: Invoke, tram: Path, asked: tuple[str, str], told: str
) -> None:
    outcome = argmap("render", str(tram), "-o", str(tram.with_suffix(".svg")), *asked)
    assert outcome.code == 2
    assert told in outcome.err
    assert not tram.with_suffix(".svg").exists()


def test_status_shows_a_part(argmap: Invoke, tram: Path) -> None:
    assert "It squeaks." in argmap("status", str(tram), "--section", "費用").out
    assert "It is slow." not in argmap("status", str(tram), "--section", "費用").out
    assert "1 of 6 statements" in argmap("status", str(tram), "--focus", "squeaks").out
    assert argmap("status", str(tram), "--focus", "nothing").code == 2


@pytest.mark.parametrize("form", ["svg", "txt"])
def test_a_split_gives_each_section_a_file(
    argmap: Invoke, tram: Path, tmp_path: Path, form: str
) -> None:
    names = ["00-no-section", "01-what-it-costs", "02-費用", "03-what-it-costs"]
    files = [tmp_path / f"tram-{name}.{form}" for name in names]
    command = ("render", str(tram), "-o", str(tmp_path / f"tram.{form}"), "--split", "sections")
    missing = argmap(*command, "--check")
    assert missing.code == 1
    assert missing.err.count(" is not there\n") == 4
    assert argmap(*command).code == 0
    assert all(file.is_file() for file in files)
    assert not (tmp_path / f"tram.{form}").exists()
    assert argmap(*command, "--check") == (0, "", "")
    files[2].write_bytes(b"")
    assert argmap(*command, "--check").err.startswith(f"{files[2]} is out of date\n")


def test_a_split_tells_of_files_that_a_former_one_left(
    argmap: Invoke, tram: Path, tmp_path: Path
) -> None:
    command = ("render", str(tram), "-o", str(tmp_path / "tram.svg"), "--split", "sections")
    stale = tmp_path / "tram-07-gone.svg"
    for name in (stale.name, "tram-2023-gone.svg", "tram-07-gone.png", "tramway-07-gone.svg"):
        (tmp_path / name).write_bytes(b"")
    told = f"{stale} is left of a former split\n  help: delete it\n"
    written = argmap(*command)
    assert written.code == 0
    assert written.err.endswith(told)
    assert argmap(*command, "--check") == (1, "", told)
    assert stale.exists()


def test_a_split_into_a_pdf_is_one_file(argmap: Invoke, tram: Path, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    target = tmp_path / "tram.pdf"
    command = ("render", str(tram), "-o", str(target), "--split", "sections")
    assert argmap(*command) == (0, "", argmap(*command).err)
    data = target.read_bytes()
    assert data.count(b"/Type /Page\n") + data.count(b"/Type/Page/") == 4
    assert argmap(*command, "--check").code == 0
    assert list(tmp_path.glob("tram*.pdf")) == [target]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("-o", "tram.dot"), "`split` does nothing in a dot file"),
        (("-o", "tram.html"), "`split` does nothing in a html file"),
        (("-o", "tram.svg", "--section", "費用"), "`section` and `split` exclude each other"),
        (("-o", "-"), "`--split` needs a file, not standard output"),
    ],
    ids=["dot", "html", "section", "stdout"],
)
def test_a_split_that_cannot_be_is_refused(
    argmap: Invoke, tram: Path, asked: tuple[str, ...], told: str
) -> None:
    outcome = argmap("render", str(tram), "--split", "sections", *asked)
    assert outcome.code == 2
    assert told in outcome.err


def test_a_map_without_sections_is_not_split(argmap: Invoke, tablet: Path) -> None:
    outcome = argmap("render", str(tablet), "-o", "x.svg", "--split", "sections")
    assert outcome.code == 2
    assert "the map has no sections" in outcome.err


def test_where_all_has_a_section_there_is_no_file_for_the_rest(
    argmap: Invoke, tram: Path, tmp_path: Path
) -> None:
    whole = SECTIONS.replace(", id: here}", ", id: here, section: Here}")
    whole = whole.replace("  id: go\n", "  id: go\n  section: The thesis\n")
    tram.write_text(whole, encoding="utf-8")
    argmap("render", str(tram), "-o", str(tmp_path / "tram.svg"), "--split", "sections")
    assert sorted(path.name[:7] for path in tmp_path.glob("tram-*")) == [
        f"tram-0{number}" for number in (1, 2, 3, 4, 5)
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("...", "section"),
        ("👍", "section"),
        ("Café", "café"),
        ("x" * 80, "x" * 40),
        ("x" * 39 + " y", "x" * 39),
        ("成本 与 收益", "成本-与-收益"),
    ],
    ids=["forbidden", "dots", "emoji", "accent", "long", "cut", "chinese"],
)
def test_a_heading_becomes_part_of_a_file_name(heading: str, name: str) -> None:
    assert slug(heading) == name


def test_standard_output_takes_text_only(argmap: Invoke, tram: Path) -> None:
    assert argmap("render", str(tram), "-o", "-").out.startswith("<svg ")
    assert argmap("render", str(tram), "-o", "-", "-f", "dot").out.startswith("digraph")
    refused = argmap("render", str(tram), "-o", "-", "-f", "png")
    assert refused.code == 2
    assert "png goes into a file, not to standard output" in refused.err
    assert argmap("render", str(tram), "-o", "-", "--check").code == 2


def test_an_outline_on_standard_output_is_as_wide_as_asked(argmap: Invoke, tram: Path) -> None:
    narrow = argmap("render", str(tram), "-o", "-", "-f", "txt", "--width", "24").out
    assert max(map(len, narrow.splitlines())) <= 24
    refused = argmap("render", str(tram), "-o", "-", "-f", "txt", "--width", "19")
    assert refused.code == 2
    assert "help: give 20 columns or more" in refused.err


def test_signs_are_in_ascii_where_a_terminal_has_no_others() -> None:
    assert can_show_signs("utf-8")
    assert not can_show_signs("cp1252")
    assert not can_show_signs("ascii")
    assert not can_show_signs(None)
    assert not can_show_signs("no-such-encoding")


class _OldTerminal(io.TextIOWrapper):
    """A terminal that knows ASCII only."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("command", [("status",), ("render", "-f", "txt", "-o", "-")])
def test_an_old_terminal_is_written_to_in_ascii(
    tram: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    from argmap.cli.main import execute

    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", _OldTerminal(data, encoding="ascii"))
    assert execute([command[0], str(tram), *command[1:]]) == 0
    sys.stdout.flush()
    written = data.getvalue().decode("ascii")
    assert "! no support" in written
    assert "\\u26a0" not in written


def test_why_is_short_for_a_highlight(argmap: Invoke, tram: Path) -> None:
    command = ("render", str(tram), "-o", "-")
    short = argmap(*command, "--why", "old")
    assert short.out == argmap(*command, "--highlight", "why:old").out
    assert short.out != argmap(*command).out
    both = argmap(*command, "--why", "old", "--highlight", "against")
    assert both.code == 2
    assert "not both" in both.err
    assert "did you mean `squeaks`" in argmap(*command, "--why", "squeeks").err
