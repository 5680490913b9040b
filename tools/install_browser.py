"""Find a browser for the page tests, and install one where that is sure to work: `make test`.

Standard library only. It never stops `make test`: whether a browser is demanded is said by
`ARGMAP_DEMAND_BROWSER` and judged by the tests themselves.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CHOICE = "ARGMAP_BROWSER"
"""Names the browser to use, as a path or as a name on `PATH`, and no other is looked for."""
HOW = (
    "install Chromium, Google Chrome or Microsoft Edge, "
    f"or name the program of one in the environment variable {CHOICE}"
)
PACKAGES = (
    "chromium",
    "fonts-dejavu-core",
    "fonts-liberation",
    "fonts-noto-core",
    "fonts-noto-cjk",
)
"""What the page tests use of Debian: a browser, and the sets of fonts they are run with."""

_NAMES = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chromium-browser",
)
_MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS_PROGRAMS = (
    ("Google", "Chrome", "Application", "chrome.exe"),
    ("Chromium", "Application", "chrome.exe"),
    ("Microsoft", "Edge", "Application", "msedge.exe"),
)


def find_browser() -> Path | None:
    """Find the browser that `ARGMAP_BROWSER` names, else one on `PATH` or in its usual place."""
    chosen = os.environ.get(CHOICE)
    names = (chosen,) if chosen else _NAMES
    for name in names:
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    places = () if chosen else _usual_places()
    return next((place for place in places if place.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for folder in (Path("/"), Path.home()):
            for app in _MAC_APPS:
                yield folder / "Applications" / f"{app}.app" / "Contents" / "MacOS" / app
    for variable in _WINDOWS_FOLDERS:
        folder_name = os.environ.get(variable)
        if folder_name:
            yield from (Path(folder_name, *parts) for parts in _WINDOWS_PROGRAMS)


def may_install() -> bool:
    """Tell whether this is a Debian that we may install packages on.

    Ubuntu's package `chromium` is a stub for a snap, which does not run in a container.
    """
    if os.environ.get(CHOICE) or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    return release.get("ID") == "debian" and shutil.which("apt-get") is not None


def install() -> None:
    """Install Debian's packages.

    Raises:
        subprocess.CalledProcessError: `apt-get` failed.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-qq", "-y", "--no-install-recommends", *PACKAGES),
    )
    for command in commands:
        subprocess.run(command, check=True, env=environment)


def main() -> None:
    """Say which browser there is, after installing one where there was none."""
    found = find_browser()
    if found is None and may_install():
        print(f"no browser for the page tests: installing {', '.join(PACKAGES)}", flush=True)
        try:
            install()
        except subprocess.CalledProcessError as error:
            print(f"`apt-get` failed with exit code {error.returncode}")
        found = find_browser()
    if found is None:
        print(f"no browser for the page tests: {HOW}")
    else:
        print(f"the page tests use {found}")


if __name__ == "__main__":
    main()
