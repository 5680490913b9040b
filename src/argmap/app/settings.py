"""What holds for each map: the command line over the configuration over the defaults."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.app.files import folders_upward, is_configured
from argmap.check.registry import select_rules
from argmap.check.settings import Settings, default_settings
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.app.config import Config
    from argmap.app.config_problems import ConfigProblem
    from argmap.app.request import Request

DEFAULT_EXCLUDE = (
    "__pypackages__",
    "_build",
    "buck-out",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)
"""Names of folders that are passed over where no configuration says `exclude`; those that begin
with a dot always are."""
DEFAULT_FAIL_ON = Severity.WARNING


def _read_only(path: Path) -> Config:
    from argmap.app.config import read_config

    return read_config(path)


class Configurations:
    """Finds the configuration of each map, reading each file once."""

    def __init__(self, request: Request) -> None:
        """Take over what is asked for.

        Raises:
            ArgmapError: for a selector that fits no rule.
            ConfigError: when the configuration that is asked for cannot be used.
        """
        self._request = request
        self._problems: list[ConfigProblem] = []
        self._near: dict[str, Config | None] = {}
        self._settings: dict[tuple[Config, frozenset[str]], Settings] = {}
        self._usual = default_settings(request.select or (), request.ignore, request.extend_select)
        self._only = None if request.config is None else _read_only(request.config)

    def config(self, path: str) -> Config | None:
        """Give the configuration of a file or folder: that of the folder it is in."""
        if self._only is not None or self._request.is_isolated:
            return self._only
        passed: list[str] = []
        for one in folders_upward(path):
            passed.append(one)
            if one in self._near:
                break
            self._near[one] = self._read(one)
            if self._near[one] is not None:
                break
        if not passed:
            return None
        found = self._near[passed[-1]]
        self._near |= dict.fromkeys(passed, found)
        return found

    def _read(self, folder: str) -> Config | None:
        if not is_configured(folder):
            return None
        from pathlib import Path

        from argmap.app.config import Config, read_nearest
        from argmap.app.config_problems import ConfigError

        try:
            return read_nearest(Path(folder))
        except ConfigError as error:
            self._problems += error.problems
            return Config(Path(folder))

    def raise_problems(self) -> None:
        """Refuse to go on where a configuration that was met is not understood.

        Raises:
            ConfigError: with the problems of all of them.
        """
        if self._problems:
            from argmap.app.config_problems import ConfigError

            raise ConfigError(self._problems)

    def settings(self, path: str) -> Settings:
        """Give the rules that are applied to a map, and how.

        Raises:
            ConfigError: when its configuration is not understood.
        """
        config = self.config(path)
        self.raise_problems()
        if config is None:
            return self._usual
        key = (config, config.ignored_codes(path))
        if key not in self._settings:
            self._settings[key] = self._read_settings(config).without(key[1])
        return self._settings[key]

    def _read_settings(self, config: Config) -> Settings:
        asked = self._request
        base = select_rules(config.select, config.ignore, extend_select=config.extend_select)
        rules = select_rules(
            asked.select, asked.ignore, extend_select=asked.extend_select, base=base
        )
        return Settings(rules, config.severity, config.options, config.schemes, config.limits)

    def fail_on(self, path: str) -> Severity:
        """Give how grave a finding in a file must be to fail the run."""
        config = self.config(path)
        configured = None if config is None else config.fail_on
        return self._request.fail_on or configured or DEFAULT_FAIL_ON

    def baseline(self, path: str) -> Path | None:
        """Give the file that holds what is known of a map."""
        if self._request.no_baseline:
            return None
        config = self.config(path)
        configured = None if config is None else config.baseline
        return self._request.baseline or configured

    def is_excluded(self, path: str) -> bool:
        """Tell whether a file or folder that was met in a search is passed over."""
        config = self.config(path)
        is_usual = config is None or config.exclude is None
        if is_usual and os.path.basename(path) in DEFAULT_EXCLUDE:
            return True
        return config is not None and any(
            glob.matches(path, config.folder)
            for glob in (*(config.exclude or ()), *config.extend_exclude)
        )
