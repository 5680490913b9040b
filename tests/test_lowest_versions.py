"""`make test-lowest` installs the lower bound of each dependency."""

from __future__ import annotations

import tomllib

import pytest

from tests.conftest import ROOT
from tools.lowest_versions import iter_lowest, main


def test_every_dependency_has_a_lower_bound(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    told = capsys.readouterr().out.splitlines()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {one.partition(">=")[0] for one in project["optional-dependencies"]["pdf"]}
    assert {line.partition("==")[0] for line in told} >= {"click", "pydantic", *extras}
    assert len(told) == len(set(told)) >= len(project["dependencies"])


def test_extras_and_markers_are_taken_over() -> None:
    extras = {"pdf": ["b>=2.0; sys_platform == 'linux'"], "all": ["argmap[pdf]"]}
    project = {"dependencies": ["a>=1.5,<3"], "optional-dependencies": extras}
    assert list(iter_lowest(project)) == ["a==1.5", 'b==2.0; sys_platform == "linux"']


@pytest.mark.parametrize("written", ["a", "a==1", "a<2"])
def test_a_dependency_without_a_lower_bound_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="has no lower bound"):
        list(iter_lowest({"dependencies": [written]}))
