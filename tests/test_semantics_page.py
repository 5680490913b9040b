"""What `docs/semantics.md` shows is what the commands print."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from argmap.evaluate.influence import INFLUENCES
from argmap.evaluate.labellings import Semantics
from argmap.evaluate.translate import Support
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.conftest import Invoke

PAGE = (ROOT / "docs" / "semantics.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_example_prints_what_is_shown(
    argmap: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = 0
    for language, body in _BLOCK.findall(PAGE):
        if language == "yaml":
            (tmp_path / "map.yaml").write_text(body, encoding="utf-8")
            assert argmap("check", "map.yaml", "--select", "AM0,AM1").code == 0
            continue
        command, _, output = body.partition("\n")
        found = argmap(*shlex.split(command.removeprefix("$ argmap")))
        assert (found.code, found.out.strip()) == (0, output.strip()), command
        shown += 1
    assert shown == PAGE.count("```console")


def test_the_page_shows_each_semantics_each_support_and_each_strength() -> None:
    commands = " ".join(re.findall(r"^\$ argmap .*$", PAGE, re.MULTILINE))
    for semantics in set(Semantics) - {Semantics.GROUNDED}:
        assert f"--semantics {semantics}" in commands
    assert f"--support {Support.DEDUCTIVE}" in commands
    for name in INFLUENCES:
        assert f"--strength {name}" in commands
