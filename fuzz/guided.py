"""Let atheris look for maps that take new ways through the code.

`python -m fuzz.guided DIRECTORY -max_total_time=600`: the directory holds maps to begin from, and
what is found. Needs `pip install atheris`, which has wheels for some systems only (3.0.0: Linux on
x86-64, Python 3.11 to 3.13).
"""

from __future__ import annotations

import sys

DRAWN = 10
"""One of so many sizes is drawn as well."""
_MAP = b"argmap: 1\ntitle: T\nthesis: {claim: A., because: [{evidence: E., cite: s:1}]}\n"


def main() -> None:
    """Hand the command line to atheris."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: `pip install atheris`, where it has a wheel")
    with atheris.instrument_imports(include=["argmap"]):
        from fuzz.target import try_map

        try_map(_MAP)  # so that what is imported late is watched as well
    # which outputs are written hangs on the size: an input that was kept does the same again
    atheris.Setup(
        sys.argv, lambda data: try_map(data, turn=len(data), is_drawn=len(data) % DRAWN == 0)
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
