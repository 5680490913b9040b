"""The picture of the page: what is shown, where it stands, and what the mouse does to it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.browser.samples import SAMPLES, SHOWN, WHOLE, file_page, made_page, page_of, unfold
from tests.render.drawing import read_case
from tests.strategies import maps, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.watching import OpenPage

FOLD_EACH = """(shown) => {
  const count = new Function(`return (${shown})()`);
  const click = (at) => document.querySelector(`[data-toggle="${at}"]`)
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const all = count();
  const items = [...document.querySelectorAll('[data-toggle]')].map((one) => one.dataset.toggle);
  return items.map((item) => {
    click(item);
    const says = Number(document.querySelector(`[data-toggle="${item}"] text`).textContent);
    const hidden = all - count();
    click(item);
    return { item, says, hidden, back: count() === all };
  });
}"""
"""Folds all there is, one after the other; tells what each button said and what it hid."""

GEOMETRY = """() => {
  const boxes = [...document.querySelectorAll('.box')].map((box) => {
    const [x, y] = /translate\\(([-\\d.]+) ([-\\d.]+)\\)/.exec(box.getAttribute('transform'))
      .slice(1).map(Number);
    const frames = [...box.querySelectorAll('.grp, .card')].map((frame) => {
      const of = (name) => Number(frame.getAttribute(name) ?? 0);
      return { x: x + of('x'), y: y + of('y'), width: of('width'), height: of('height') };
    });
    return frames;
  });
  const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const end = (data) => {
    stroke.setAttribute('d', data);
    const { x, y } = stroke.getPointAtLength(stroke.getTotalLength());
    return [x, y];
  };
  const ends = [...document.querySelectorAll('#map > g > path.e')]
    .flatMap((path) => path.getAttribute('d').match(/M[^M]+/g) ?? []).map(end);
  const { width, height } = document.getElementById('map').viewBox.baseVal;
  const moved = JSON.parse(document.getElementById('data').textContent).boxes
    .filter((box) => box.moved).length;
  return { boxes, ends, moved, width, height };
}"""
"""Gives the frames of each box, where lines end, the boxes that hang on no line, and the size."""


UNBUILT = """() => {
  const { left, top, right, bottom } = view.getBoundingClientRect();
  const ends = [...document.querySelectorAll('#map > g > path.e')].flatMap((path) => {
    const strokes = path.getAttribute('d').match(/M[^M]+/g) ?? [];
    const one = path.cloneNode();
    path.parentNode.append(one);
    const found = strokes.map((stroke) => {
      one.setAttribute('d', stroke);
      return one.getPointAtLength(one.getTotalLength()).matrixTransform(path.getScreenCTM());
    });
    one.remove();
    return found;
  });
  const boxes = [...document.querySelectorAll('.box')].map((box) => box.getBoundingClientRect());
  const isBox = ({ x, y }) => boxes.some((box) => box.left < x + 12 && box.right > x
    && box.top < y && box.bottom > y);
  return ends.filter(({ x, y }) => x > left && x < right && y > top && y < bottom)
    .filter((end) => !isBox(end)).length;
}"""
"""Counts the lines that end in sight, but at no box."""


def whole(open_page: OpenPage, html: str) -> Page:
    """Open a page so high that all of it is built."""
    return open_page(html, width=1600, height=WHOLE).page


@pytest.mark.parametrize("name", SAMPLES)
def test_folding_hides_as_many_as_the_button_says(browser_page: OpenPage, name: str) -> None:
    page = whole(browser_page, file_page(SAMPLES[name]))
    folds = page.evaluate(FOLD_EACH, SHOWN)
    assert len(folds) > 5
    assert [fold for fold in folds if fold["says"] != fold["hidden"] or not fold["back"]] == []


@given(maps())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_folding_hides_as_many_in_any_map(browser_page: OpenPage, data: dict[str, object]) -> None:
    page = whole(browser_page, page_of(read_case(write(data))))
    folds = page.evaluate(FOLD_EACH, SHOWN)
    page.context.close()
    assert [fold for fold in folds if fold["says"] != fold["hidden"] or not fold["back"]] == []


def outer(frames: list[dict[str, float]]) -> tuple[float, float, float, float]:
    """Give the edges of what holds all frames of a box."""
    return (
        min(frame["x"] for frame in frames),
        min(frame["y"] for frame in frames),
        max(frame["x"] + frame["width"] for frame in frames),
        max(frame["y"] + frame["height"] for frame in frames),
    )


@pytest.mark.parametrize("name", [*SAMPLES, "made"])
def test_boxes_stand_apart_and_lines_end_at_them(browser_page: OpenPage, name: str) -> None:
    html = made_page(80) if name == "made" else file_page(SAMPLES[name])
    drawn: dict[str, Any] = whole(browser_page, html).evaluate(GEOMETRY)
    boxes = [outer(frames) for frames in drawn["boxes"]]
    assert len(boxes) > 10
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= drawn["width"]
        assert bottom <= drawn["height"]
    overlapping = [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert overlapping == []
    assert len(drawn["ends"]) == len(boxes) - drawn["moved"]
    astray = [
        (x, y)
        for x, y in drawn["ends"]
        if not any(abs(left - x) < 1 and top < y < bottom for left, top, _, bottom in boxes)
    ]
    assert astray == []


def test_jumps_lead_to_what_they_name(browser_page: OpenPage) -> None:
    watched = browser_page(file_page(SAMPLES["nato"]), width=1400, height=900)
    page = watched.page
    jump = page.locator('.box a[href^="#n"]').first
    node = (jump.get_attribute("href") or "").removeprefix("#n")
    jump.dispatch_event("click")
    card = page.locator(f'.box [data-node="{node}"].selected')
    card.wait_for()
    page.wait_for_function(
        """(node) => {
          const card = document.querySelector(`.box [data-node="${node}"]`).getBoundingClientRect();
          return card.top > 0 && card.bottom < innerHeight && card.left > 0;
        }""",
        arg=node,
    )
    assert page.url == watched.address or "#" in page.url
    watched.assert_quiet()


def scroll_of(page: Page) -> tuple[int, int]:
    """Give how far the picture is scrolled."""
    left, top = page.evaluate("[view.scrollLeft, view.scrollTop].map(Math.round)")
    return left, top


def middle(page: Page) -> tuple[float, float]:
    """Give a point of the picture where no card is."""
    box = page.locator("#view").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_drag_moves_the_picture_and_selects_nothing(browser_page: OpenPage) -> None:
    page = browser_page(file_page(SAMPLES["nato"]), width=1000, height=700).page
    x, y = middle(page)
    before = scroll_of(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 30, y - 100)
    page.mouse.move(x - 60, y - 200)
    page.mouse.up()
    after = scroll_of(page)
    assert after[1] - before[1] == 200
    assert page.locator(".box .selected").count() == 0


def test_the_wheel_zooms_where_the_mouse_is(browser_page: OpenPage) -> None:
    page = browser_page(file_page(SAMPLES["nato"]), width=1000, height=700).page
    card = page.locator(".box .card").first
    box = card.bounding_box()
    assert box is not None
    page.mouse.move(box["x"], box["y"])
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_timeout(50)
    larger = card.bounding_box()
    assert larger is not None
    assert larger["width"] > 1.5 * box["width"]
    assert (larger["x"], larger["y"]) == pytest.approx((box["x"], box["y"]), abs=3)


def test_scrolling_builds_what_comes_into_sight(browser_page: OpenPage) -> None:
    """And takes down what has left it, so that a page of any length stays light."""
    page = browser_page(made_page(1_000), width=1200, height=800).page
    unfold(page)
    counts = []
    for step in range(15):
        page.evaluate(f"view.scrollTo(0, {step * 900})")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        counts.append(page.locator(".box").count())
        assert page.evaluate(UNBUILT) == 0
    assert max(counts) <= 400
    assert any(one != other for one, other in pairwise(counts))
