"""Files of data that come with the program."""

from __future__ import annotations


def read_packaged(package: str, name: str) -> str | None:
    """Read a text that lies in a package of the program; None where there is none.

    `importlib.resources` does the same and is ten times as long in being imported.

    Args:
        package: its dotted name.
        name: path of the file below it, with `/` between folders.
    """
    from pkgutil import get_data

    try:
        data = get_data(package, name)
    except OSError:
        return None
    return None if data is None else data.decode("utf-8")
