"""No word of an author's, of a file name or of a configuration is obeyed by what reads it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from argmap.app.source_list import EXPORTS
from argmap.render.engine import run_graphviz
from argmap.report.formats import REPORTS, STATISTICS
from tests.hostile import WORDS, write_hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Invoke

OBEYED = re.compile(
    "[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal or a reader of lines obeys; marks of one letter's direction are none of it."""
DRAWN_TAGS = {"svg", "title", "desc", "style", "rect", "g", "a", "path", "text"}
SHORT = [name for name in WORDS if name != "one long word"]


def check_lines(text: str) -> None:
    """Demand that no character is obeyed."""
    found = OBEYED.search(text)
    assert found is None, repr(text[max(0, found.start() - 40) : found.end() + 20])


def check_json(text: str) -> None:
    check_lines(text)
    assert json.loads(text)


def check_json_lines(text: str) -> None:
    for line in text.splitlines():
        check_json(line)


def check_xml(text: str) -> None:
    check_lines(text)
    assert len(_elements(text)) > 1


def check_svg(text: str) -> None:
    check_lines(text)
    elements = _elements(text)
    assert {element.tag.rpartition("}")[2] for element in elements} <= DRAWN_TAGS
    assert not [name for one in elements for name in one.attrib if name.startswith("on")]


def _elements(text: str) -> list[ET.Element]:
    return list(ET.fromstring(text).iter())  # noqa: S314 - it was written here


def check_github(text: str) -> None:
    check_lines(text)
    lines = text.split("\n")[:-1]
    assert lines
    for line in lines:
        assert re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,", line), line


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def check_page(text: str) -> None:
    check_lines(text)
    reader = _Tags()
    reader.feed(text)
    assert reader.tags.count("script") == 2
    assert "image" not in reader.tags
    assert reader.handlers == []


def check_dot(text: str) -> None:
    check_lines(text.replace("\t", " "))
    drawn = json.loads(run_graphviz(text, "json0"))
    names = {one["name"] for one in drawn.get("objects", [])}
    assert names == {name for name in names if re.fullmatch(r"[nr]\d+", name)}
    # all nodes of the map, or none of a map that cannot be read past its title
    assert len([name for name in names if name.startswith("n")]) in {0, 8}


def check_markdown(text: str) -> None:
    check_lines(text)
    outside = re.sub(r"(`+).+?\1", "", text)
    assert not re.search(r"<(?!/?details>|/?summary>|br>)", outside)
    assert "](javascript" not in outside.replace("\\]", "")


REPORT_CHECKS: dict[str, Callable[[str], None]] = {
    "json": check_json,
    "jsonl": check_json_lines,
    "sarif": check_json,
    "gitlab": check_json,
    "junit": check_xml,
    "github": check_github,
    "markdown": check_markdown,
}
_MAPS = ("map", "broken")
COMMANDS: list[tuple[str, Callable[[str], None]]] = [
    *(
        (f"check {name}.yaml --extend-select ALL --output-format {form}", check)
        for form in REPORTS
        for name in _MAPS
        for check in [REPORT_CHECKS.get(form, check_lines)]
    ),
    *((f"check map.yaml --statistics --output-format {form}", check_lines) for form in STATISTICS),
    ("check map.yaml --show-accepted --color", lambda text: check_lines(_plain(text))),
    ("check broken.yaml --fix --diff --unsafe-fixes", check_lines),
    ("test map.yaml", check_lines),
    ("test map.yaml --output-format json", check_json),
    ("test map.yaml --output-format junit", check_xml),
    ("render map.yaml -o - -f svg", check_svg),
    ("render map.yaml -o - -f svg --overview", check_svg),
    ("render map.yaml -o - -f html", check_page),
    ("render map.yaml -o - -f dot", check_dot),
    ("render map.yaml -o - -f txt", check_lines),
    *((f"{name} {which}.yaml", check_lines) for name in ("status", "crux") for which in _MAPS),
    ("status map.yaml --color", lambda text: check_lines(_plain(text))),
    ("crux map.yaml --output-format json", check_json),
    ("coverage map.yaml", check_lines),
    ("coverage map.yaml --output-format json", check_json),
    ("sources map.yaml", check_lines),
    *((f"sources map.yaml --output-format {form}", check_lines) for form in EXPORTS),
    ("why map.yaml thesis", check_lines),
    ("why map.yaml second --output-format json", check_json),
    ("convert map.yaml --to json", check_json),
    ("source show map.yaml", check_lines),
    ("source show text.txt", check_lines),
    ("source show map.yaml --output-format json", check_json),
    ("source lock map.yaml", check_lines),
    ("cite map.yaml A", check_lines),
    ("scheme", check_lines),
    ("scheme own", check_lines),
    ("scheme own --output-format json", check_json),
    ("check map.yaml --config wrong.toml", check_lines),
    ("new text.txt", check_lines),
]


def _plain(text: str) -> str:
    """Take out the colours that are our own."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("name", SHORT)
def test_no_word_is_obeyed(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_hostile(tmp_path, WORDS[name])
    monkeypatch.chdir(tmp_path)
    for command, check in COMMANDS:
        done = argmap(*command.split())
        assert done.code in {0, 1, 2}, (command, done.err)
        if done.out:
            check(done.out)
        assert done.out or done.err, command
        check_lines(done.err)


NAMED = [
    "check {}.yaml",
    "check map.yaml --write-baseline {}.json",
    "check map.yaml --select {}",
    "check map.yaml --stdin-filename {}",
    "check - --output-format {}",
    "check --{}",
    "convert map.yaml --to json -o {}.json",
    "new text.txt -o {}.yaml",
    "new {}.md",
    "render map.yaml -o {}.dot",
    "render map.yaml -o {}",
    "render map.yaml -o - --section {}",
    "status map.yaml --without {}",
    "why map.yaml {}",
    "rule {}",
    "scheme {}",
    "{}",
]


@pytest.mark.parametrize("name", [name for name in SHORT if name not in {"null", "lone surrogate"}])
def test_no_name_is_obeyed(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_hostile(tmp_path, "plain")
    monkeypatch.chdir(tmp_path)
    word = WORDS[name].replace("/", "")
    for command in NAMED:
        done = argmap(*(part.replace("{}", word) for part in command.split()))
        assert done.code in {0, 1, 2}, (command, done.err)
        check_lines(done.err)


def test_a_word_of_a_megabyte_ends_no_command(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = WORDS["one long word"]
    (tmp_path / "map.yaml").write_text(
        f"argmap: 1\ntitle: T\nthesis: {{claim: {word}, id: thesis}}\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    for command in ("check map.yaml", "status map.yaml", "why map.yaml thesis"):
        assert argmap(*command.split()).code in {0, 1}, command
