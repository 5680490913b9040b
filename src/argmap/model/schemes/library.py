"""The schemes that are known: those of this package and those of a project."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from argmap.source.packaged import read_packaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model.schemes.scheme import Scheme

_FILE = "walton.toml"


class SchemeLibrary:
    """Finds schemes by name. The file of this package is read when one is first asked for."""

    def __init__(self, own: Iterable[Scheme] = ()) -> None:
        """Take the schemes of a project; they go before others of the same name."""
        self._own = tuple(own)

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """Every scheme, in order of id; of two with one id that of the project."""
        by_id = {scheme.id: scheme for scheme in (*read_schemes(), *self._own)}
        return tuple(by_id[name] for name in sorted(by_id))

    @cached_property
    def _by_name(self) -> Mapping[str, Scheme]:
        own = {scheme.id for scheme in self._own}
        groups = ([scheme for scheme in self.schemes if scheme.id not in own], self._own)
        found: dict[str, Scheme] = {}
        for schemes in groups:
            found |= {name: scheme for scheme in schemes for name in scheme.aliases}
            found |= {scheme.id: scheme for scheme in schemes}
        return found

    @property
    def names(self) -> tuple[str, ...]:
        """Every id and alias."""
        return tuple(self._by_name)

    def find(self, name: str) -> Scheme | None:
        """Give the scheme of an id or an alias; capitals and `_` for `-` make no difference."""
        return self._by_name.get(plain_name(name))

    def is_own(self, scheme: Scheme) -> bool:
        """Tell whether a scheme is the project's."""
        return scheme in self._own


def plain_name(name: str) -> str:
    """Write a name as those of schemes, roles and questions are written.

    >>> plain_name("Expert_Opinion")
    'expert-opinion'
    """
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())


@cache
def read_schemes() -> tuple[Scheme, ...]:
    """Read the schemes of this package."""
    import tomllib

    from argmap.model.schemes.scheme import Scheme

    tables = tomllib.loads(read_packaged(__package__, _FILE) or "")
    return tuple(Scheme(id=name, **table) for name, table in tables.items())


@cache
def _usual() -> SchemeLibrary:
    return SchemeLibrary()


def scheme_title(name: str) -> str:
    """Give the title of a scheme of this package; of an unknown one the words of its name.

    >>> scheme_title("expert_opinion")
    'Argument from expert opinion'
    >>> scheme_title("our-own_form")
    'our own form'
    """
    found = _usual().find(name)
    return found.title if found else name.replace("-", " ").replace("_", " ")


def question_text(scheme: str | None, question: str) -> str:
    """Give what a question of a scheme of this package asks; of any other its name.

    >>> question_text("sign", "strength")
    'How firmly does the sign go with what it points to?'
    """
    found = None if scheme is None else _usual().find(scheme)
    name = plain_name(question)
    asked = (one.asks for one in (found.questions if found else ()) if one.id == name)
    return next(asked, question)
