"""The output formats of `argmap check`, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.report.json import report_json
from argmap.report.text import report_concise, report_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.report.types import Report, Style

REPORTS: dict[str, Callable[[Report, Style], str]] = {
    "text": report_text,
    "concise": report_concise,
    "json": report_json,
}
