"""Where each key and value of a TOML document stands: `tomllib` gives values without places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""The keys, and places in lists, that lead to a value."""
Stretch: TypeAlias = tuple[int, int]
"""Two offsets into the text, the second exclusive."""

_SIGN = re.compile(
    r"""
    (?P<blank> [^\S\n]+ | \#[^\n]* )
    | (?P<other> \n | [\[\]{},.=]
      | \"{3} (?: [^"\\] | \\. | \"{1,2}(?!") )* \"{3,5}
      | '{3} (?: [^'] | '{1,2}(?!') )* '{3,5}
      | " (?: [^"\\] | \\. )* "
      | ' [^']* '
      | [^\s\[\]{},.=\#"']+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS_SCALAR = frozenset(",]}\n")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the keys and the values of a document stand, by key path."""

    keys: dict[KeyPath, Stretch]
    """The first mention of each key, in a header (`[a.b]`) or before `=`."""
    values: dict[KeyPath, Stretch]
    """What stands behind `=`, and the items of lists; a table with a header has no value."""


def find_places(content: str) -> Places:
    r"""Find the keys and values of a document.

    Args:
        content: TOML that `tomllib` reads without complaint; nothing is checked here.

    >>> find_places("[a]\nb = [1, 2]").values[("a", "b", 1)]
    (12, 13)
    """
    return _Scanner(content).scan()


@dataclass(slots=True)
class _Open:
    """A list or an inline table that is not closed yet."""

    path: KeyPath
    start: int
    is_list: bool
    count: int = 0


class _Scanner:
    def __init__(self, content: str) -> None:
        self.signs = [
            (found[0], found.start(), found.end())
            for found in _SIGN.finditer(content)
            if found["other"]
        ]
        self.signs.append(("\n", len(content), len(content)))
        self.at = 0
        self.base: KeyPath = ()
        self.counts: dict[KeyPath, int] = {}
        self.places = Places({}, {})

    def scan(self) -> Places:
        while self.at < len(self.signs):
            sign = self.signs[self.at][0]
            if sign == "[":
                self._header()
            elif sign == "\n":
                self.at += 1
            else:
                self._value(self._key(self.base))
        return self.places

    def _take(self) -> tuple[str, int, int]:
        self.at += 1
        return self.signs[self.at - 1]

    def _header(self) -> None:
        """Pass over `[a.b]` or `[[a.b]]`; a list that has such headers stands for its last item."""
        self.at += 1
        is_list = self.signs[self.at][0] == "["
        self.at += is_list
        path: KeyPath = ()
        end = "."
        while end == ".":
            path = self._name(path)
            end, _, _ = self._take()
            if end == "]" and is_list:
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                path = (*path, self.counts[path])
        self.at += is_list
        self.base = path

    def _key(self, base: KeyPath) -> KeyPath:
        """Pass over `a.b =`."""
        path = self._name(base)
        while self._take()[0] == ".":
            path = self._name(path)
        return path

    def _name(self, base: KeyPath) -> KeyPath:
        sign, start, end = self._take()
        name = tomllib.loads(f"x = {sign}")["x"] if sign[0] in "\"'" else sign
        path = (*base, name)
        self.places.keys.setdefault(path, (start, end))
        return path

    def _value(self, path: KeyPath) -> None:
        """Pass over a value and all that is in it."""
        open_values: list[_Open] = []
        self._begin(path, open_values)
        while open_values:
            inmost = open_values[-1]
            sign, _, end = self._take()
            if sign in "]}":
                self.places.values[inmost.path] = (inmost.start, end)
                open_values.pop()
            elif sign not in ",\n":
                self.at -= 1
                self._begin(self._inner(inmost), open_values)

    def _inner(self, inmost: _Open) -> KeyPath:
        if not inmost.is_list:
            return self._key(inmost.path)
        inmost.count += 1
        return (*inmost.path, inmost.count - 1)

    def _begin(self, path: KeyPath, open_values: list[_Open]) -> None:
        """Pass over a scalar, or over the bracket that opens a list or a table."""
        sign, start, end = self._take()
        if sign in "[{":
            open_values.append(_Open(path, start, is_list=sign == "["))
            return
        while self.signs[self.at][0] not in _ENDS_SCALAR:
            _, _, end = self._take()
        self.places.values[path] = (start, end)
