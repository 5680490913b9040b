"""The base of the models: what validates becomes a plain value."""

from __future__ import annotations

from typing import Any, ClassVar

from argmap.model.fields import Frozen


class Validated(Frozen):
    """A model with a plain counterpart of the same fields."""

    plain: ClassVar[type]
    """The class of that counterpart."""

    def record(self) -> Any:
        """Give the plain value."""
        return self.plain(**{name: _record(value) for name, value in self})


def _record(value: Any) -> Any:
    if isinstance(value, Validated):
        return value.record()
    if isinstance(value, tuple):
        return tuple(map(_record, value))
    if isinstance(value, dict):
        return {key: _record(item) for key, item in value.items()}
    return value
