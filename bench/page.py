"""Measure the page in a browser: `python -m bench.page`.

Each figure is the median of several openings of a page, in milliseconds; what is opened is a file
on disk. A step ends when its frame has been painted.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import load, render
from bench.maps import write_map
from tests.browser.watching import launch
from tools.install_browser import HOW, find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = (100, 1_000, 10_000, 50_000)
RUNS = 3
NOTE_READY = """new MutationObserver((_, self) => {
  if (!document.documentElement.classList.contains('ready')) return;
  self.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.shownAt = performance.now(); }));
}).observe(document, { subtree: true, childList: true, attributes: true })"""
"""Notes when the map has been painted."""

STEPS = """async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const time = async (act) => {
    const from = performance.now();
    act();
    await painted();
    return performance.now() - from;
  };
  const press = (words) => [...document.querySelectorAll('button')]
    .find((button) => button.textContent === words).click();
  const fold = () => document.querySelector('[data-toggle]')
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const search = document.querySelector('input[type=search]');
  const type = (words) => {
    search.value = words;
    search.dispatchEvent(new Event('input'));
  };
  const view = document.getElementById('view');
  const tree = document.getElementById('tree');
  const found = { unfold: await time(() => press('Unfold all')) };
  found.fold = await time(fold);
  found.reopen = await time(fold);
  const scroll = async (part) => {
    const steps = [];
    for (let at = 1; at <= 20; at += 1) {
      steps.push(await time(() => { part.scrollTop = at * part.scrollHeight / 21; }));
    }
    return steps.sort((one, other) => one - other)[10];
  };
  found.scroll = await scroll(view);
  found.outline = await scroll(tree);
  found.search = await time(() => type('river bridge'));
  found.zoom = await time(() => press('−'));
  return found;
}"""
"""Times what a reader does, with everything unfolded."""


def measure(browser: Browser, page: Path) -> dict[str, float]:
    """Open a page once and time what a reader does on it."""
    opened = browser.new_page(viewport={"width": 1600, "height": 1000})
    opened.add_init_script(NOTE_READY)
    opened.goto(page.as_uri())
    opened.wait_for_function("window.shownAt !== undefined", timeout=120_000)
    found: dict[str, float] = {"shown": opened.evaluate("window.shownAt")}
    found |= opened.evaluate(STEPS)
    opened.close()
    return found


def main() -> None:
    """Print a table of times."""
    from playwright.sync_api import sync_playwright

    program = find_browser()
    if program is None:
        raise SystemExit(f"there is no browser: {HOW}")
    with sync_playwright() as started, tempfile.TemporaryDirectory() as folder:
        browser = launch(started, program, dict(os.environ))
        for number, size in enumerate(SIZES):
            path = Path(folder) / "map.yaml"
            path.write_text(write_map(size), encoding="utf-8")
            begun = time.perf_counter()
            data = render(load(path), "html")
            written = 1_000 * (time.perf_counter() - begun)
            page = path.with_suffix(".html")
            page.write_bytes(data)
            runs = [measure(browser, page) for _ in range(RUNS)]
            found = {step: statistics.median(run[step] for run in runs) for step in runs[0]}
            if number == 0:
                print(f"{'nodes':>7} {'MB':>6} {'written':>8}", *(f"{step:>8}" for step in found))
            figures = " ".join(f"{figure:8.0f}" for figure in found.values())
            print(f"{size:7} {len(data) / 1e6:6.1f} {written:8.0f} {figures}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
