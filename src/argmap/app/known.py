"""The baselines of a run: which one holds for each map, and what is told or written at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.app.baseline import (
    Baseline,
    describe,
    hide_known,
    missing_maps,
    read_baseline,
    stale_problem,
    write_baseline,
)
from argmap.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from argmap.app.baseline import Entry
    from argmap.app.load import Argument
    from argmap.app.settings import Configurations
    from argmap.check.settings import Settings
    from argmap.source.text import Text

_CODE = "AM904"


class Known(NamedTuple):
    """What is known of one map; small enough to be sent to another process."""

    baseline: Baseline
    """The entries about this map only."""
    is_written: bool
    """Whether the baseline is written anew in this run."""
    applied: frozenset[str] = frozenset()
    """Codes of the rules that were applied."""
    entries: tuple[Entry, ...] = ()
    """What is known from now on, where the baseline is written anew."""
    stale: tuple[Entry, ...] = ()
    """Entries that no finding answers to any more."""

    def compare(
        self, argument: Argument, findings: Iterable[Diagnostic], settings: Settings
    ) -> tuple[list[Diagnostic], Known]:
        """Mark the findings that are known, or make all known where the baseline is written."""
        listed = list(findings)
        codes = frozenset(rule.code for rule in settings.rules)
        if not self.is_written:
            marked, stale = hide_known(self.baseline, argument, listed, codes)
            return marked, self._replace(applied=codes, stale=tuple(stale))
        open_ = [finding for finding in listed if finding.accepted is None]
        entries = tuple(describe(self.baseline, argument, open_))
        marked, _ = hide_known(self.baseline.holding(entries), argument, listed, codes)
        return marked, self._replace(applied=codes, entries=entries)


class Baselines:
    """The baselines of a run, each read once."""

    def __init__(self, configurations: Configurations, written: Path | None) -> None:
        """Take over where baselines are found, and which one is written anew.

        Raises:
            ArgmapError: when there is a file where the new one is to be and it is no baseline.
        """
        self._configurations = configurations
        self._read: dict[str, Baseline] = {}
        self._stale: dict[str, list[Entry]] = {}
        self._written: Baseline | None = None
        if written is not None:
            path = str(written)
            self._written = read_baseline(path) if written.exists() else Baseline(path, ())
        self._entries: list[Entry] = []
        self._replaced: set[tuple[str, str]] = set()

    def known(self, path: str) -> Known | None:
        """Give what is known of a map; None where no baseline is asked for.

        Raises:
            ArgmapError: when its baseline cannot be read.
        """
        if self._written is not None:
            return Known(Baseline(self._written.path, ()), is_written=True)
        found = self._configurations.baseline(path)
        if found is None:
            return None
        name = str(found)
        if name not in self._read:
            self._read[name] = read_baseline(name)
        whole = self._read[name]
        about = whole.by_map.get(whole.name_of(path), ())
        return Known(Baseline(whole.path, tuple(about)), is_written=False)

    def note(self, path: str, known: Known) -> None:
        """Take what comparing a map came to."""
        if self._written is not None:
            name = self._written.name_of(path)
            self._entries += known.entries
            self._replaced |= {(name, code) for code in known.applied}
        self._stale.setdefault(known.baseline.path, []).extend(known.stale)

    def finish(self) -> tuple[list[Diagnostic], dict[str, Text]]:
        """Write the new baseline, or tell what is stale in those that were read.

        Returns:
            The findings about baselines, and the texts of these.

        Raises:
            OSError: when the new baseline cannot be written.
        """
        if self._written is not None:
            write_baseline(self._written.holding(self._kept() + self._entries))
            return [], {}
        findings: list[Diagnostic] = []
        texts: dict[str, Text] = {}
        for path, baseline in self._read.items():
            rules = self._configurations.settings(path)
            rule = next((rule for rule in rules.rules if rule.code == _CODE), None)
            if rule is None:
                continue
            stale = {*self._stale.get(path, ()), *missing_maps(baseline)}
            findings += [
                Diagnostic(path, stale_problem(entry), rule.name, rules.severity(rule))
                for entry in baseline.entries
                if entry in stale
            ]
            if baseline.text is not None:
                texts[path] = baseline.text
        return findings, texts

    def _kept(self) -> list[Entry]:
        """Give the entries about maps and rules that this run did not look at."""
        if self._written is None:
            return []
        gone = set(missing_maps(self._written))
        return [
            entry
            for entry in self._written.entries
            if (entry.path, entry.code) not in self._replaced and entry not in gone
        ]
