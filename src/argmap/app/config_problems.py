"""What is wrong with a configuration: where, what and how to mend it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.diagnostics import ArgmapError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.source.text import Text
    from argmap.source.toml import KeyPath, Places

_BARE = r"[A-Za-z0-9_-]+"


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """One thing that is wrong with a configuration."""

    path: str
    """The file, as it is named to the user."""
    place: tuple[int, int] | None
    """Line and column, from 1, in code points; None where it is not known."""
    key: str
    """The key that it is about, from the top of the file; empty for the file as a whole."""
    message: str
    help: str | None = None

    def __str__(self) -> str:
        """Say where and what, in one line."""
        if self.place is not None:
            return f"{self.path}:{self.place[0]}:{self.place[1]}: {self.message}"
        key = f" `{self.key}`:" if self.key else ""
        return f"{self.path}:{key} {self.message}"


class ConfigError(ArgmapError):
    """Configurations that are not understood, with all that is wrong with them."""

    def __init__(self, problems: Iterable[ConfigProblem]) -> None:
        """Keep the problems, in order of file and place."""
        self.problems = tuple(
            sorted(problems, key=lambda problem: (problem.path, problem.place or (0, 0)))
        )
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def parts(self) -> tuple[tuple[str, str | None], ...]:
        """Give each problem with its mend."""
        return tuple((str(problem), problem.help) for problem in self.problems)


class Complaints:
    """Gathers what is wrong with one file."""

    def __init__(self, text: Text, root: KeyPath) -> None:
        """Start with nothing.

        Args:
            text: TOML that can be read.
            root: where the keys of argmap stand in it.
        """
        self._text = text
        self._root = root
        self.problems: list[ConfigProblem] = []

    def add(
        self,
        path: KeyPath,
        message: str,
        mend: str | None = None,
        *,
        is_key: bool = False,
    ) -> None:
        """Keep a problem.

        Args:
            path: below the root, of the value that is wrong.
            message: what is wrong with it.
            mend: how to mend it.
            is_key: whether the key is wrong, not the value.
        """
        whole = (*self._root, *path)
        self.problems.append(
            ConfigProblem(self._text.path, self._place(whole, is_key), dotted(whole), message, mend)
        )

    @cached_property
    def _places(self) -> Places:
        from argmap.source.toml import find_places

        return find_places(self._text.content)

    def _place(self, path: KeyPath, is_key: bool) -> tuple[int, int] | None:
        by_path = (self._places.keys, self._places.values)
        found = by_path[not is_key].get(path) or by_path[is_key].get(path)
        return None if found is None else self._text.position(found[0])


def dotted(path: KeyPath) -> str:
    """Write a key path as TOML does, items of lists by their number from 0.

    >>> dotted(("per-file-ignores", "old/*", 0))
    'per-file-ignores."old/*"[0]'
    """
    written = ""
    for step in path:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            name = step if re.fullmatch(_BARE, step) else json.dumps(step, ensure_ascii=False)
            written += f".{name}" if written else name
    return written
