"""What makes a finding the same one in the next run, wherever its line has moved to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.report.place import relative_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.report.types import Report


def fingerprints(report: Report, findings: Iterable[Diagnostic]) -> list[str]:
    """Give a fingerprint for each of some findings: no two are the same.

    It is made from the file, the code, the node and the text of the source line, not from line
    numbers or wording; findings that agree in all of these are counted.
    """
    from hashlib import sha256

    met: Counter[tuple[str, ...]] = Counter()
    prints = []
    for finding in findings:
        problem = finding.problem
        path = relative_path(finding.path, report.folder)
        line = " ".join(report.source_line(finding).split())
        parts = (path, problem.code, problem.node or "", line)
        met[parts] += 1
        content = "\0".join((*parts, str(met[parts])))
        prints.append(sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return prints
