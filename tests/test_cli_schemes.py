"""`argmap scheme`, and the schemes of a project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argmap import check
from argmap.app.config import read_config
from argmap.app.schemes import iter_skeleton
from argmap.model.schemes.library import read_schemes
from tests.config_files import problems, write

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model.schemes.scheme import Scheme
    from tests.conftest import Invoke

OWN = """\
[schemes.tide]
title = "Argument from the tide"
aliases = ["ebb"]
conclusion = "The boat can leave."
roles = [
    {name = "high", says = "The water is high."},
    {name = "law", says = "At high water a boat floats.", warrant = true},
    {name = "calm", says = "The sea is calm.", optional = true, warrant = true},
]
questions = [{id = "wind", asks = "Is there a storm?", attacks = "exception"}]
"""
MAP = """\
argmap: 1
title: Can the boat leave?
sources:
  log: {title: Log of the harbour, date: 2021, url: https://example.org/log}
thesis:
  claim: The boat can leave.
  because:
    - premises:
        - evidence: The water stands at four metres.
          cite: log
      scheme: ebb
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, with a map and a scheme."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "argmap.toml", OWN)
    write(tmp_path / "boat.yaml", MAP)
    return tmp_path


def test_schemes_are_listed_by_id(argmap: Invoke) -> None:
    outcome = argmap("scheme", "--no-config")
    ids = [line.split()[0] for line in outcome.out.splitlines()]
    assert ids == sorted(scheme.id for scheme in read_schemes())
    assert "expert-opinion                   Argument from expert opinion\n" in outcome.out
    assert outcome.code == 0


def test_a_scheme_is_shown_in_full(argmap: Invoke) -> None:
    assert (
        argmap("scheme", "Symptom", "--no-config").out
        == """\
sign: Argument from sign
also called argument-from-sign, symptom

Premises
  sign        The sign was observed.
  connection  Where the sign is, what it points to usually is. (or the `warrant`)

Conclusion
  What the sign points to is there.

Critical questions
  strength      How firmly does the sign go with what it points to? (premise `connection`)
  other-causes  Is there something else that would explain the sign better? (exception)

  A bad answer is a counterpoint: to a premise or to the conclusion under its `but`, \
to the step (undercut, exception) under `unless` of the group.

In a map
  - premises:
      - claim: …  # sign: The sign was observed.
      - claim: …  # connection: Where the sign is, what it points to usually is.
    scheme: sign
    questions:
      # strength: How firmly does the sign go with what it points to?
      # other-causes: Is there something else that would explain the sign better?
"""
    )


def test_a_scheme_without_aliases_and_questions_is_shown(argmap: Invoke, folder: Path) -> None:
    bare = OWN.replace('aliases = ["ebb"]\n', "").partition("questions")[0]
    write(folder / "argmap.toml", bare)
    shown = argmap("scheme", "tide").out
    assert "also called" not in shown
    assert "uestions" not in shown
    assert "      # - claim: …  # calm: The sea is calm.\n    scheme: tide\n" in shown


def test_a_scheme_is_written_as_json(argmap: Invoke, folder: Path) -> None:
    assert folder.is_dir()
    document = json.loads(argmap("scheme", "ebb", "--output-format", "json").out)
    assert document["version"] == 1
    (scheme,) = document["schemes"]
    assert scheme["own"] is True
    assert scheme["roles"][1] == {
        "name": "law",
        "says": "At high water a boat floats.",
        "optional": False,
        "warrant": True,
    }
    assert scheme["questions"] == [
        {"id": "wind", "asks": "Is there a storm?", "attacks": "exception", "role": None}
    ]
    whole = json.loads(argmap("scheme", "--output-format", "json").out)["schemes"]
    assert len(whole) == len(read_schemes()) + 1
    assert [one["id"] for one in whole if one["own"]] == ["tide"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("expert-opinon", "did you mean `expert-opinion`?", id="close"),
        pytest.param("Expert", "there is `expert-opinion`", id="a part"),
        pytest.param("horoscope", "`argmap scheme` lists them", id="far"),
    ],
)
def test_an_unknown_scheme_is_refused(argmap: Invoke, name: str, hint: str) -> None:
    expected = f"argmap: there is no scheme `{name}`\n  help: {hint}\n"
    assert argmap("scheme", name, "--no-config") == (2, "", expected)


@pytest.mark.parametrize("scheme", read_schemes(), ids=lambda scheme: scheme.id)
def test_what_is_to_be_pasted_is_a_reason_still_to_be_written(scheme: Scheme) -> None:
    head = (
        "argmap: 1\ntitle: T\nlang: en\nthesis:\n  claim: The museum should lend it.\n  because:\n"
    )
    pasted = head + "".join(f"    {line}\n" for line in iter_skeleton(scheme))
    codes = {finding.problem.code for finding in check(pasted).findings}
    assert {"AM110", "AM503"} <= codes
    assert not codes & {"AM001", "AM004", "AM501", "AM502", "AM505"}


def test_the_schemes_of_a_project_are_known_to_the_rules(argmap: Invoke, folder: Path) -> None:
    assert folder.is_dir()
    found = argmap("check", "boat.yaml", "--output-format", "concise").out
    assert "AM502 `thesis.because[0]` has no premise for `law` of `tide`" in found
    assert "AM503 `thesis.because[0]` leaves open what `tide` asks: `wind`" in found
    assert "AM501" not in found
    isolated = argmap("check", "boat.yaml", "--no-config", "--output-format", "concise").out
    assert "AM501 there is no scheme `ebb`" in isolated


def test_other_processes_know_them_too(argmap: Invoke, folder: Path) -> None:
    write(folder / "other.yaml", MAP)
    found = argmap("check", "--jobs", "2", "--output-format", "concise").out
    assert found.count("AM502") == len(list(folder.glob("*.yaml")))


def test_a_map_without_schemes_reads_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError

    monkeypatch.setattr("argmap.model.schemes.library.read_schemes", refuse)
    bare = MAP.replace("      scheme: ebb\n", "")
    assert [finding.problem.code for finding in check(bare).findings] == []


def test_a_scheme_of_a_project_is_read(tmp_path: Path) -> None:
    (scheme,) = read_config(write(tmp_path / "argmap.toml", OWN)).schemes
    assert scheme.names == ("tide", "ebb")
    assert [role.name for role in scheme.roles if role.warrant] == ["law", "calm"]


HEAD = '[schemes.tide]\ntitle = "T"\nconclusion = "C."\n'
ROLE = '{name = "high", says = "It is high."}'
REFUSED = {
    "no table": (
        "schemes = []",
        ["1:11: `schemes` is a list, expected a table | write a table for each scheme: `[tool."],
    ),
    "no table of a scheme": (
        'schemes.tide = "x"',
        ["1:16: `tide` is a text, expected a table | write a table for each scheme: `[tool."],
    ),
    "nothing said": (
        "[schemes.tide]",
        [
            "1:10: scheme `tide` has no `title` | add `title`",
            "1:10: scheme `tide` has no `conclusion` | add `conclusion`",
            "1:10: scheme `tide` has no `roles` | add `roles`",
        ],
    ),
    "no roles": (
        f"{HEAD}roles = []",
        ["4:9: `roles` is empty | add the premises that such a reason needs"],
    ),
    "unknown key": (
        f"{HEAD}role = 3\nroles = [{ROLE}]",
        ["4:1: unknown key `role` in scheme `tide` | did you mean `roles`?"],
    ),
    "far key": (
        f"{HEAD}roles = [{{name = 'a', says = 'b', xyz = 1}}]",
        [
            "4:35: unknown key `xyz` in `roles[0]`"
            " | known here: `name`, `says`, `optional`, `warrant`"
        ],
    ),
    "id": (
        f'{HEAD}id = "ebb"\nroles = [{ROLE}]',
        ["4:1: unknown key `id`: a scheme is called what its table is called | remove it"],
    ),
    "role without words": (
        f"{HEAD}roles = [{{name = 'high'}}]",
        ["4:10: `roles[0]` has no `says` | add `says`"],
    ),
    "role as a text": (
        f"{HEAD}roles = ['high']",
        ["4:10: `roles[0]` is a text, expected a table"],
    ),
    "types": (
        f"{HEAD}aliases = 'ebb'\nroles = [{{name = 'high', says = 3, optional = 'yes'}}]",
        [
            "4:11: `aliases` is a text, expected a list",
            "5:33: `roles[0].says` is a whole number, expected a text",
            "5:47: `roles[0].optional` is a text, expected `true` or `false`",
        ],
    ),
    "names": (
        f"{HEAD}aliases = ['Ebb Tide']\nroles = [{ROLE}]",
        ["4:12: `Ebb Tide` is no name | write it in small letters and digits, with `-`"],
    ),
    "name of the scheme": (
        f'[schemes."High Tide"]\ntitle = "T"\nconclusion = "C."\nroles = [{ROLE}]',
        ["1:10: `High Tide` is no name for a scheme | write it in small letters and digits"],
    ),
    "question about no role": (
        f"{HEAD}roles = [{ROLE}]\nquestions = [{{id = 'how', asks = 'How?', attacks = 'hihg'}}]",
        [
            "5:52: `how` attacks `hihg`, which is no role"
            " | write `undercut`, `exception`, `conclusion` or the name of a role"
        ],
    ),
    "names given twice": (
        f"{HEAD}aliases = ['ebb']\nroles = [{ROLE}]\n"
        f'[schemes.ebb]\ntitle = "E"\nconclusion = "C."\nroles = [{ROLE}]',
        ["6:10: `ebb` and `tide` are both called `ebb` | give one of them another name"],
    ),
}


@pytest.mark.parametrize(("content", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_a_scheme_that_is_not_understood_is_refused(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    found = problems(write(tmp_path / "argmap.toml", content))
    assert len(found) == len(expected), found
    for one, part in zip(found, expected, strict=True):
        assert one.startswith(part)


def test_a_configuration_with_a_bad_scheme_stops_the_command(argmap: Invoke, folder: Path) -> None:
    write(folder / "argmap.toml", "[schemes.tide]\n")
    outcome = argmap("scheme")
    assert outcome.code == 2
    assert outcome.err.startswith("argmap: argmap.toml:1:10: scheme `tide` has no `title`\n")
