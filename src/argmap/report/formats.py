"""The output formats of commands, by name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap.report.types import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.report.comparison import Comparison
    from argmap.report.types import Report, Style


def _later(module: str, function: str | None = None) -> Callable[[Any, Style], str]:
    """Give the report of a module that is imported when it is called: start-up counts."""

    def report(findings: Any, style: Style = plain) -> str:
        found = import_module(f"argmap.report.{module}")
        return str(getattr(found, function or f"report_{module}")(findings, style))

    return report


Write: TypeAlias = "Callable[[Report, Style], str]"
REPORTS: dict[str, Write] = {
    "text": _later("text"),
    "concise": _later("text", "report_concise"),
    "json": _later("json"),
    "jsonl": _later("jsonl"),
    "sarif": _later("sarif"),
    "github": _later("github"),
    "gitlab": _later("gitlab"),
    "junit": _later("junit"),
    "markdown": _later("markdown"),
}
"""The output formats of `argmap check`, by name."""

STATISTICS: dict[str, Write] = {
    "text": _later("statistics", "text_statistics"),
    "concise": _later("statistics", "concise_statistics"),
    "json": _later("statistics", "json_statistics"),
}
"""The output formats of `argmap check --statistics`, by name."""

COMPARISONS: dict[str, Callable[[Comparison, Style], str]] = {
    "text": _later("comparison", "text_comparison"),
    "json": _later("comparison", "json_comparison"),
    "junit": _later("comparison_junit", "junit_comparison"),
}
"""The output formats of `argmap test`, by name."""
