"""Print the lowest version of each dependency that argmap says it runs with, as constraints.

`make test-lowest` installs these, so that the lower bounds in `pyproject.toml` are true.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
_OWN = "argmap"


def iter_lowest(project: dict[str, Any]) -> Iterator[str]:
    """Give `name==version` for each dependency, those of extras included.

    Args:
        project: the table `project` of a `pyproject.toml`.

    Raises:
        ValueError: for a dependency without a lower bound.
    """
    extras = project.get("optional-dependencies", {}).values()
    written = [*project["dependencies"], *(one for extra in extras for one in extra)]
    for requirement in map(Requirement, written):
        if requirement.name == _OWN:
            continue
        bounds = [one.version for one in requirement.specifier if one.operator == ">="]
        if len(bounds) != 1:
            message = f"`{requirement}` has no lower bound"
            raise ValueError(message)
        marker = f"; {requirement.marker}" if requirement.marker else ""
        yield f"{requirement.name}=={bounds[0]}{marker}"


def main() -> None:
    """Print the constraints."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    print("\n".join(iter_lowest(project)))


if __name__ == "__main__":
    main()
