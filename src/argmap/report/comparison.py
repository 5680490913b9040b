"""Maps beside what their `expect` blocks assert: as text and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.report.json import finding_object, json_text
from argmap.report.text import headline
from argmap.report.types import Style, plain
from argmap.source.display import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Diagnostic
    from argmap.evaluate.outcome import Outcome


@dataclass(frozen=True, slots=True)
class ComparedMap:
    """One map and what came of its expectations."""

    path: str
    errors: tuple[Diagnostic, ...]
    """Findings that make the map fail, whatever it expects."""
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All maps of a run, and what came of their expectations."""

    maps: tuple[ComparedMap, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What came of each expectation."""
        return tuple(outcome for one in self.maps for outcome in one.outcomes)

    @property
    def passed(self) -> int:
        """How many expectations hold."""
        return sum(outcome.failure is None for outcome in self.outcomes)

    @property
    def untold(self) -> int:
        """How many expectations could not be compared."""
        return sum(outcome.is_untold for outcome in self.outcomes)

    @property
    def failed(self) -> int:
        """How many expectations do not hold, and how many errors maps have."""
        errors = sum(len(one.errors) for one in self.maps)
        return len(self.outcomes) - self.passed - self.untold + errors


def text_comparison(comparison: Comparison, style: Style = plain) -> str:
    """Write a line for each error and each expectation, and a summary."""
    lines = [line for one in comparison.maps for line in _lines(one, style)]
    count = len(comparison.maps)
    untold = f", {comparison.untold} untold" if comparison.untold else ""
    lines.append(
        f"{count} {'map' if count == 1 else 'maps'} tested: "
        f"{comparison.passed} passed, {comparison.failed} failed{untold}"
    )
    return "\n".join(lines) + "\n"


def _lines(compared: ComparedMap, style: Style) -> Iterator[str]:
    for finding in compared.errors:
        yield headline(finding, style)
    path = printable(compared.path)
    for outcome in compared.outcomes:
        place = f"{path}:{outcome.span.line}:{outcome.span.column}:"
        word, colour = _SHOWN[result_of(outcome)]
        pad = " " * (_WIDEST - len(word))
        told = outcome.text if outcome.is_untold else outcome.failure or outcome.text
        yield f"{style(word, fg=colour)}{pad} {place} {printable(told)}"
    if not (compared.errors or compared.outcomes):
        yield f"{path}: no `expect` block"


def result_of(outcome: Outcome) -> str:
    """Name what came of an expectation: `passed`, `failed` or `untold`."""
    if outcome.failure is None:
        return "passed"
    return "untold" if outcome.is_untold else "failed"


_SHOWN = {"passed": ("ok", "green"), "failed": ("FAILED", "red"), "untold": ("UNTOLD", "yellow")}
_WIDEST = 6


def json_comparison(comparison: Comparison, style: Style = plain) -> str:
    """Write all results as one JSON document."""
    del style
    document = {
        "version": 1,
        "maps": [
            {
                "path": one.path,
                "errors": [finding_object(finding) for finding in one.errors],
                "expectations": [_outcome_object(outcome) for outcome in one.outcomes],
            }
            for one in comparison.maps
        ],
        "summary": {
            "maps": len(comparison.maps),
            "passed": comparison.passed,
            "failed": comparison.failed,
            "untold": comparison.untold,
        },
    }
    return json_text(document, indent=2) + "\n"


def _outcome_object(outcome: Outcome) -> dict[str, Any]:
    span = outcome.span
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "node": outcome.node,
        "semantics": outcome.semantics,
        "mode": outcome.mode,
        "expected": outcome.expected,
        "found": outcome.found,
        "result": result_of(outcome),
        "message": outcome.failure,
    }
