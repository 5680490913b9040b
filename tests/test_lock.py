"""`argmap source lock`: fingerprints written, kept up to date, and used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap import load
from argmap.app.sources import locate
from argmap.source.limits import Limits
from argmap.source.material import Unreadable
from argmap.source.verdicts import QuoteStatus
from tests.articles import ESSAY, MAP, write_essay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Invoke


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return write_essay(tmp_path)


def test_a_fingerprint_is_written_beside_the_map(ferry: Path, argmap: Invoke) -> None:
    outcome = argmap("source", "lock", str(ferry))
    kept = ferry.parent / "essay.fingerprint.json"
    assert (outcome.code, outcome.out) == (0, f"{kept}: written\n")
    assert (
        outcome.err
        == "name it in the map, under source `essay`: fingerprint: essay.fingerprint.json\n"
    )
    assert "Forty" not in kept.read_text(encoding="utf-8")


def test_what_is_written_proves_the_quotations(ferry: Path, argmap: Invoke) -> None:
    ferry.write_text(
        MAP.replace("text: essay.md", "text: essay.md, fingerprint: kept/e.json"), encoding="utf-8"
    )
    assert argmap("source", "lock", str(ferry)).err == ""
    (ferry.parent / "essay.md").unlink()
    material = load(ferry).materials["essay"]
    assert material.text is None
    verdict = material.find_quote("did not ask the people", 1)
    assert verdict is not None
    assert verdict.status is QuoteStatus.FOLDED
    assert material.find_quote("the bus", 3) is None


def test_nothing_is_written_twice(ferry: Path, argmap: Invoke) -> None:
    assert argmap("source", "lock", str(ferry), "--check").code == 1
    assert not (ferry.parent / "essay.fingerprint.json").exists()
    argmap("source", "lock", str(ferry))
    again = argmap("source", "lock", str(ferry))
    assert (again.code, again.out) == (0, "")
    assert argmap("source", "lock", str(ferry), "--check").code == 0
    (ferry.parent / "essay.md").write_text(ESSAY.replace("Forty", "Fifty"), encoding="utf-8")
    changed = argmap("source", "lock", str(ferry), "--check")
    assert (changed.code, "out of date" in changed.out) == (1, True)
    assert "`essay` does not prove the quotation: Forty people cross every day" in changed.err


def test_marks_are_no_part_of_what_a_fingerprint_proves(ferry: Path, argmap: Invoke) -> None:
    (ferry.parent / "essay.md").write_text(ESSAY.replace("cross", "*cross*"), encoding="utf-8")
    assert "does not prove" not in argmap("source", "lock", str(ferry)).err
    ferry.write_text(MAP.replace("people cross", "people *cross*"), encoding="utf-8")
    assert load(ferry).materials["essay"].text is not None
    assert "does not prove the quotation" in argmap("source", "lock", str(ferry)).err


def test_the_text_may_be_elsewhere(ferry: Path, argmap: Invoke, tmp_path: Path) -> None:
    ferry.write_text(MAP.replace(", text: essay.md", ""), encoding="utf-8")
    text = tmp_path / "essay.md"
    assert argmap("source", "lock", str(ferry), "essay", "--text", str(text)).code == 0
    assert (ferry.parent / "essay.fingerprint.json").exists()


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        pytest.param(MAP, ["esay"], "did you mean `essay`?", id="name"),
        pytest.param(MAP, ["--text", "essay.md"], "is the text of one source", id="text of what"),
        pytest.param(MAP, ["essay", "--text", "no.md"], "no.md does not exist", id="no such text"),
        pytest.param(
            MAP.replace("essay.md", "no.md"), [], "text of source `essay` does not exist", id="gone"
        ),
        pytest.param(
            MAP.replace(", text: essay.md", ""), [], "names no text of a source", id="none"
        ),
        pytest.param(
            MAP.replace(", text: essay.md", ""),
            ["essay"],
            "source `essay` names no text",
            id="this one has none",
        ),
        pytest.param(
            MAP.replace("text: essay.md", "text: essay.md, fingerprint: /e.json"),
            [],
            "fingerprint of source `essay` is no path relative to the map",
            id="absolute",
        ),
        pytest.param("[]", [], "holds no map", id="no map"),
    ],
)
def test_what_cannot_be_locked_is_told(
    ferry: Path, argmap: Invoke, content: str, options: list[str], said: str
) -> None:
    ferry.write_text(content, encoding="utf-8")
    outcome = argmap("source", "lock", str(ferry), *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not (ferry.parent / "essay.fingerprint.json").exists()


@pytest.mark.parametrize("path", ["/a.md", "\\a.md", "~/a.md", "C:a.md", "C:\\a.md", "a\0.md"])
def test_a_map_names_files_from_its_folder_on(tmp_path: Path, path: str) -> None:
    assert isinstance(locate(path, tmp_path), Unreadable)


def test_a_map_may_name_files_above_its_folder(tmp_path: Path) -> None:
    assert locate("../a/b.md", tmp_path / "maps") == tmp_path / "a" / "b.md"


def test_sources_are_listed_as_the_map_has_them(ferry: Path) -> None:
    materials = load(ferry).materials
    assert (list(materials), len(materials)) == (["essay"], 1)
    assert materials["essay"].paragraph_count == 4


def test_a_file_over_the_limit_is_not_read(ferry: Path) -> None:
    argument = load(ferry)
    argument.limits = Limits(bytes=10)
    problem = argument.materials["essay"].text_problem
    assert problem is not None
    assert problem.message == "is larger than 10 bytes, the limit"


def test_a_file_that_may_not_be_read_is_told(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path as AnyPath

    def fail(self: AnyPath, mode: str = "r") -> None:
        raise PermissionError(13, f"Permission denied ({mode})", str(self))

    argument = load(ferry)
    monkeypatch.setattr(AnyPath, "open", fail)
    problem = argument.materials["essay"].text_problem
    assert problem is not None
    assert problem.message == "cannot be read: Permission denied (rb)"
