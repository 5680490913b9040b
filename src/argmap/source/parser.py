"""The door to PyYAML's parsers: libyaml where PyYAML has it, else the one in Python."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event


SPARE_LEVELS = 1_100
"""The parser may go so much deeper than our own bound, so that ours is met first: it looks up to
1,024 characters ahead for the end of a key."""


class EventParser(Protocol):
    """What the C parser and the Python one have in common."""

    def get_event(self) -> Event | None:
        """Give the next event."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Switch the garbage collector off while many small objects are made.

    Measured: 50,000 nodes compose in 0.8 s without it and in 5.7 s with it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Nesting:
    """How deep libyaml lets collections nest, which it keeps for the whole process.

    Since 0.2.6 it refuses more than 1,000 levels unless told otherwise (yaml/libyaml#287). It is
    told so while one of our parsers runs, and has its own bound again when the last one ends: what
    else uses it in this process, composers that recurse above all, keeps that protection.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._running = 0
        self._usual = 0

    @contextmanager
    def raised_to(self, levels: int) -> Iterator[None]:
        """Let collections nest so deep at least."""
        try:
            libyaml: Any = import_module("yaml._yaml")
            read, write = libyaml._get_max_nest_level, libyaml._set_max_nest_level
        except (ImportError, AttributeError):  # no libyaml, or one that knows no bound
            yield
            return
        with self._lock:
            if not self._running:
                self._usual = read()
            self._running += 1
            write(max(read(), levels))
        try:
            yield
        finally:
            with self._lock:
                self._running -= 1
                if not self._running:
                    write(self._usual)


nesting = _Nesting()
"""The one bound there is in a process."""


def make_c_parser(content: str) -> EventParser:
    """Open libyaml's parser on a text.

    Raises:
        ImportError: where PyYAML was built without libyaml.
    """
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    return cast("EventParser", CParser(content))


def make_python_parser(content: str) -> EventParser:
    """Open PyYAML's own parser on a text."""
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PythonParser(Reader, Scanner, Parser):
        """Reader, scanner and parser in one, as PyYAML's loaders combine them."""

        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)

    return cast("EventParser", PythonParser(content))


def make_parser(content: str) -> EventParser:
    """Open the fastest parser there is: libyaml where PyYAML has it."""
    try:
        return make_c_parser(content)
    except ImportError:
        return make_python_parser(content)
