"""Writing configurations for tests, and reading what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.app.config import read_config
from argmap.app.config_problems import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, content: str | bytes) -> Path:
    """Write a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems(path: Path) -> list[str]:
    """Give what is said of a configuration, without its path."""
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value).splitlines() == [message for message, _ in caught.value.parts]
    return [
        message.removeprefix(f"{path}:") + (f" | {hint}" if hint else "")
        for message, hint in caught.value.parts
    ]
