"""Pages opened in a browser, and all they said, asked for and got wrong meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

Scheme: TypeAlias = Literal["light", "dark", "no-preference"]

FLAGS = (
    "--no-sandbox",  # the tests run as root in containers, and open only what they wrote
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_OWN = ("data:", "blob:", "about:")


@dataclass(frozen=True, slots=True)
class Watched:
    """A page, and what came of it since it was opened."""

    page: Page
    address: str
    """Where it was opened, without a fragment."""
    requests: list[str] = field(default_factory=list)
    """Addresses it asked for beyond its own."""
    console: list[str] = field(default_factory=list)
    """What it said on the console, each with its type: `error: no such node`."""
    errors: list[str] = field(default_factory=list)
    """Exceptions that nothing caught."""

    def assert_quiet(self) -> None:
        """Demand that it asked for nothing, said nothing and got nothing wrong."""
        assert (self.requests, self.console, self.errors) == ([], [], [])

    def _watch(self) -> None:
        self.page.on("request", lambda request: self._note_request(request.url))
        self.page.on("console", lambda said: self.console.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note_request(self, address: str) -> None:
        if not address.startswith(_OWN) and address.partition("#")[0] != self.address:
            self.requests.append(address)

    @classmethod
    def open(cls, page: Page, path: Path, fragment: str = "") -> Watched:
        """Open a file in a page and watch it from the beginning."""
        watched = cls(page, path.resolve().as_uri())
        watched._watch()
        page.goto(watched.address + fragment)
        page.evaluate("document.fonts.ready.then(() => true)")
        return watched


class OpenPage(Protocol):
    """Opens pages; see the fixture `browser_page`."""

    def __call__(
        self,
        html: str | Path,
        *,
        width: int = 1280,
        height: int = 800,
        scheme: Scheme = "light",
        reduced_motion: bool = False,
        offline: bool = True,
        fragment: str = "",
    ) -> Watched:
        """Open a page in a context of its own.

        Args:
            html: the text of the page, or of an SVG, or the file that holds it.
            width: of the window, in pixels.
            height: of the window, in pixels.
            scheme: the colour scheme that the reader prefers.
            reduced_motion: whether the reader prefers little motion.
            offline: whether the network is cut off; what the page asks for is noted all the same.
            fragment: what follows the address, with its `#`.
        """


def launch(playwright: Playwright, program: Path, environment: dict[str, str]) -> Browser:
    """Start a browser without a window.

    Args:
        playwright: the driver.
        program: the browser.
        environment: all of the browser's environment variables.
    """
    return playwright.chromium.launch(
        executable_path=program, args=list(FLAGS), env={**environment}, headless=True
    )


@cache
def _axe_source() -> str:
    path = files("axe_playwright_python") / "axe.min.js"
    return path.read_text(encoding="utf-8")


def axe(page: Page, part: str = "html") -> list[str]:
    """Check a page with axe-core, or a part of it; give violations with what they are about."""
    # evaluated, not added as a script, which a page's own policy may refuse
    page.evaluate(_axe_source())
    found: dict[str, Any] = page.evaluate(
        "part => axe.run(part, {resultTypes: ['violations']})", part
    )
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
