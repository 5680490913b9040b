"""The base of plain values: made once, then only read."""

from __future__ import annotations

from typing import Any


class Record:
    """A value that is equal to another of its class where all its fields are.

    Its classes have slots and write out their constructors: to make such a class costs next to
    nothing, which a command that checks one small map would feel.
    """

    __slots__ = ()

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Give the names of the fields, those of the base classes first."""
        return tuple(name for base in reversed(cls.__mro__) for name in _slots(base))

    def fields(self) -> dict[str, Any]:
        """Give the fields by their names."""
        return {name: getattr(self, name) for name in self.field_names()}

    def __eq__(self, other: object) -> bool:
        """Compare class and fields."""
        if not isinstance(other, Record) or type(self) is not type(other):
            return NotImplemented
        return self.fields() == other.fields()

    def __hash__(self) -> int:
        """Hash the fields; raises TypeError where one is a mapping."""
        return hash(tuple(self.fields().values()))

    def __repr__(self) -> str:
        """Write the value as it could be made."""
        written = ", ".join(f"{name}={value!r}" for name, value in self.fields().items())
        return f"{type(self).__name__}({written})"


def _slots(base: type) -> tuple[str, ...]:
    return tuple(base.__dict__.get("__slots__", ()))
