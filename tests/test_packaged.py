"""Files of data that come with the program are read."""

from __future__ import annotations

from importlib.resources import files

import pytest

from argmap.source import packaged
from argmap.source.packaged import read_packaged


@pytest.mark.parametrize(
    ("package", "name"),
    [
        ("argmap.check.wording", "en.toml"),
        ("argmap.check", "framing_words/en.toml"),
        ("argmap.model.schemes", "walton.toml"),
    ],
)
def test_a_file_is_read_as_it_is(package: str, name: str) -> None:
    assert read_packaged(package, name) == files(package).joinpath(name).read_text("utf-8")


def test_a_file_that_is_not_there_is_none() -> None:
    assert read_packaged(packaged.__name__.rpartition(".")[0], "xx.toml") is None


def test_a_package_that_holds_no_files_has_none() -> None:
    assert read_packaged("sys", "en.toml") is None
