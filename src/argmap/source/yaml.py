"""YAML text to values with spans, straight from the parser's events.

Events are turned into values here and not by PyYAML's composer: it recurses (in C: a hostile file
overflows the stack), loses duplicate keys, and knows no limits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast

from yaml import events as ev
from yaml.error import MarkedYAMLError

from argmap.diagnostics import Problem, Span
from argmap.source.limits import DEFAULT_LIMITS, Limits, describe_passed, or_raise
from argmap.source.parser import SPARE_LEVELS, make_parser, nesting
from argmap.source.repeated import Repeated, repeated_key, with_fixes
from argmap.source.slips import odd_key
from argmap.source.syntax import explain, find_unprintable, unread
from argmap.source.tree import Mapping, Scalar, Sequence, Value, YamlDocument, last_end

if TYPE_CHECKING:
    from argmap.source.text import Text

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What an escape in double quotes may bring in and no picture, terminal or report may show."""

_OLD_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What YAML 1.1, which PyYAML speaks, takes for the end of a line and YAML 1.2 for text."""


class _ReadingStoppedError(Exception):
    """A second document begins: what follows is not read."""


class _LimitPassedError(Exception):
    """A limit is passed: what was read before is not used either, or it would cost as much."""


class _Open(NamedTuple):
    collection: Sequence | Mapping
    anchor: str | None
    count_before: int
    is_flow: bool


class _Composer:
    """Builds values from the events of one document."""

    def __init__(self, text: Text, content: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.parser = make_parser(content)
        self.problems: list[Problem] = []
        self.repeated: list[Repeated] = []
        self.root: Value | None = None
        self.is_complete = False
        self.is_misread = False
        self._open: list[_Open] = []
        self._collection: Sequence | Mapping | None = None
        self._keys: list[Scalar | None] = []
        self._count = 0
        self._aliases = 0
        self._anchored: dict[str, tuple[Value, int]] = {}
        self._opening: set[str] = set()
        self._unused: dict[str, int] = {}
        self._documents = 0

    def run(self) -> None:
        """Read the whole stream; raises PyYAML's MarkedYAMLError at a syntax error."""
        get_event = self.parser.get_event
        handlers: dict[type, Any] = {
            ev.ScalarEvent: self._scalar,
            ev.MappingStartEvent: self._start,
            ev.SequenceStartEvent: self._start,
            ev.MappingEndEvent: self._end,
            ev.SequenceEndEvent: self._end,
            ev.AliasEvent: self._alias,
            ev.DocumentStartEvent: self._document,
        }
        while True:
            event = get_event()
            kind = type(event)
            if kind is ev.StreamEndEvent:
                break
            handler = handlers.get(kind)
            if handler is not None:
                handler(event)
        self.is_complete = True
        for name, start in self._unused.items():
            message = f"`&{name}` is read as an anchor, which no alias uses"
            mend = "put a text that begins with `&` in quotes"
            self._problem("AM001", start, start + len(name) + 1, message, mend)

    def close_all(self) -> None:
        """Close what an error left open, so that what was read before can be used."""
        while self._open:
            collection = self._open.pop().collection
            collection.end = max(collection.end, last_end(collection))

    def _problem(self, code: str, start: int, end: int, message: str, mend: str) -> None:
        self.problems.append(Problem(code, self.text.span(start, end), message, mend))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            start = event.start_mark.index
            message = "a second document begins here, expected one"
            self._problem("AM001", start, start + 3, message, "put each map in a file of its own")
            raise _ReadingStoppedError

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style
        if style in {"|", ">"}:
            end = start + len(self.text.content[start:end].rstrip())
        value = event.value
        if len(value) > self.limits.text_length:
            self._stop("text_length", start)
        if style == '"' and (control := _CONTROL.search(value)):
            value = self._refuse_control(control, start, end)
        node = Scalar(value, start, end, not style)
        if event.tag is not None:
            self._refuse_tag(event)
        if event.anchor is not None:
            self._anchored[event.anchor] = (node, 1)
            self._unused[event.anchor] = start
        self._count += 1
        if self._count > self.limits.values:
            self._stop("values", start)
        self._attach(node)

    def _refuse_control(self, found: re.Match[str], start: int, end: int) -> str:
        message = f"text holds the control character U+{ord(found[0]):04X}"
        self._problem("AM006", start, end, message, "take the escape out of the text")
        return _CONTROL.sub("\ufffd", found.string)

    def _start(self, event: Any) -> None:
        start = event.start_mark.index
        node = Mapping(start) if type(event) is ev.MappingStartEvent else Sequence(start)
        if event.tag is not None:
            self._refuse_tag(event)
        if event.anchor is not None:
            self._opening.add(event.anchor)
        self._attach(node)
        self._open.append(_Open(node, event.anchor, self._count, bool(event.flow_style)))
        self._collection = node
        self._keys.append(None)
        self._count += 1
        if len(self._open) > self.limits.depth:
            self._stop("depth", start)
        if self._count > self.limits.values:
            self._stop("values", start)

    def _stop(self, limit: str, start: int) -> NoReturn:
        code, message, mend = describe_passed(limit, getattr(self.limits, limit))
        self._problem(code, start, start + 1, message, mend)
        raise _LimitPassedError

    def _end(self, event: Any) -> None:
        collection, anchor, count_before, is_flow = self._open.pop()
        self._keys.pop()
        collection.end = event.end_mark.index if is_flow else last_end(collection)
        if anchor is not None:
            self._opening.discard(anchor)
            self._anchored[anchor] = (collection, self._count - count_before)
        self._collection = self._open[-1].collection if self._open else None

    def _alias(self, event: Any) -> None:
        name = event.anchor
        self._unused.pop(name, None)
        start, end = event.start_mark.index, event.end_mark.index
        self._aliases += 1
        if self._aliases > self.limits.aliases:
            self._stop("aliases", start)
        stand_in = Scalar("…", start, end, True)
        value, size = self._anchored.get(name, (stand_in, 1))
        mend = "give the node an `id` and use `ref`"
        if name in self._opening:
            message = f"alias `*{name}` stands inside what it stands for"
            self._problem("AM010", start, end, message, mend)
            value, size = stand_in, 1
        elif name not in self._anchored:
            message = f"alias `*{name}` has no anchor `&{name}` before it"
            self._problem("AM001", start, end, message, "put a text that begins with `*` in quotes")
        elif self._count + size > self.limits.values:
            message = f"aliases grow to over {self.limits.values} values, the limit"
            self._problem("AM010", start, end, message, mend + or_raise("values"))
            value, size = stand_in, 1
        self._count += size
        self._attach(value)

    def _refuse_tag(self, event: Any) -> None:
        start = event.start_mark.index
        content = self.text.content
        at = content.find("!", start)
        end = at
        while end < len(content) and not content[end].isspace() and content[end] not in ",]}":
            end += 1
        message = f"tag `{content[at:end]}` is not allowed"
        mend = "remove it; put a text that begins with `!` in quotes"
        self._problem("AM010", at, end, message, mend)

    def _attach(self, node: Value) -> None:
        collection = self._collection
        if collection is None:
            self.root = node
        elif type(collection) is Sequence:
            collection.items.append(node)
        else:
            self._attach_to_mapping(cast("Mapping", collection), node)

    def _attach_to_mapping(self, mapping: Mapping, node: Value) -> None:
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._read_key(mapping, node)
            return
        self._keys[-1] = None
        if type(node) is Scalar and node.is_empty:
            # the parsers differ over where nothing is: behind the colon
            colon = self.text.content.find(":", key.end, node.start)
            node.start = node.end = colon + 1 if colon >= 0 else node.start
        if key.value not in mapping.entries:
            mapping.entries[key.value] = (key, node)
        else:
            self.repeated.append(Repeated(mapping, key, node))

    def _read_key(self, mapping: Mapping, node: Value) -> Scalar:
        if not isinstance(node, Scalar):
            message = "a key must be a text"
            self._problem("AM004", node.start, node.start + 1, message, "write `key: value`")
            return Scalar(f"\0{len(mapping.entries)}", node.start, node.start + 1, True)
        odd = odd_key(self.text, node)
        if odd is not None:
            self.problems.append(odd)
            self.is_misread = True
        first = mapping.entries.get(node.value)
        if first is not None:
            self.problems.append(repeated_key(self.text, node, first[0]))
        return node


def _compose(text: Text, content: str, limits: Limits) -> tuple[_Composer, MarkedYAMLError | None]:
    composer = _Composer(text, content, limits)
    try:
        with nesting.raised_to(limits.depth + SPARE_LEVELS):
            composer.run()
    except _LimitPassedError:
        composer.root = None
    except _ReadingStoppedError:
        composer.close_all()
    except MarkedYAMLError as error:
        composer.close_all()
        return composer, error
    return composer, None


def read_yaml(text: Text, limits: Limits = DEFAULT_LIMITS) -> YamlDocument:
    """Read one YAML document; every scalar stays the text it is.

    A syntax error that one character explains (`: ` or ` #` inside a text) is stepped over, so
    that the rest of the file is read in the same run.

    Args:
        text: the file.
        limits: bounds on depth and size.

    Returns:
        The document and the findings AM001, AM002, AM004, AM007 and AM010 met on the way.
    """
    unprintable = find_unprintable(text)
    if unprintable is not None:
        return YamlDocument(None, (unprintable,), complete=False)
    content = _OLD_BREAKS.sub(" ", text.content)
    explained: list[Problem] = []
    cuts: list[Span] = []
    for _ in range(limits.repairs):
        composer, error = _compose(text, content, limits)
        if error is None:
            break
        problem, repair = explain(text, content, error)
        explained.append(problem)
        if repair is None:
            cuts.append(unread(text, problem.span, error))
            break
        cuts.append(problem.span)
        content = repair.made_in(content)
    problems = (*explained, *with_fixes(text, composer.problems, composer.repeated))
    is_complete = composer.is_complete and not composer.is_misread
    return YamlDocument(composer.root, problems, is_complete, tuple(cuts))
