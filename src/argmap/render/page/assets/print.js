/** The page on paper: the thesis, a sheet or more for each section, then the map in words. */
import { make } from './dom.js';
import { drawApart } from './drawing.js';
import { printOutline } from './printed.js';
import { cutPanel } from './sheets.js';
import { statusSentence } from './words.js';

/** What fits on A4 and on Letter, both lying, below a heading; in pixels. */
const ROOM = { width: 955, height: 610 };
const SIGNS =
  'A line leads from each statement to what it supports (+), what it speaks against (−), or the ' +
  'step it speaks against (×). A number on a card says how many statements are folded away.';

/**
 * Prints the map as it is folded, whenever the reader prints the page.
 *
 * @param {object} store the page's state.
 * @param {object} picture draws boxes and lines.
 */
export function createPrint(store, picture) {
  let printed = null;
  addEventListener('beforeprint', () => {
    printed?.remove();
    printed = make(
      'div',
      { class: 'ui-print' },
      ...printHead(store.model),
      ...printSections(store, picture),
      printOutline(store),
    );
    document.body.append(printed);
  });
  addEventListener('afterprint', () => {
    printed?.remove();
    printed = null;
  });
}

function printHead({ title, items, parts }) {
  const theses = parts.filter(({ banner }) => banner).map(({ banner }) => items[banner.item]);
  return [
    make('h1', { dir: 'auto' }, title),
    make('p', { class: 'ui-about' }, document.querySelector('.ui-about').textContent),
    ...theses.map((thesis) =>
      make(
        'div',
        { class: 'ui-printed-thesis' },
        make('p', { class: 'ui-full', dir: 'auto' }, thesis.text),
        make('p', {}, `The thesis ${statusSentence(thesis)}`),
      ),
    ),
    make('p', { class: 'ui-line' }, SIGNS),
  ];
}

function printSections(store, picture) {
  const { boxes } = store.model;
  const plan = picture.plan();
  return plan.panels.map(({ panel, boxes: shown }) => {
    const placed = shown.map((index) => ({
      index,
      ...plan.places.get(index),
      width: boxes[index].width,
      height: boxes[index].height,
    }));
    const sheets = cutPanel(placed, ROOM);
    const figures = sheets.map((sheet, at) =>
      make(
        'figure',
        { class: 'ui-sheet' },
        make('figcaption', { dir: 'auto' }, heading(panel, at, sheets.length)),
        drawSheet(store, plan, sheet),
      ),
    );
    return make('section', { class: 'ui-sheets' }, ...figures);
  });
}

function heading({ heading: words = 'What the thesis rests on' }, at, count) {
  return count > 1 ? `${words} (${at + 1} of ${count})` : words;
}

function drawSheet(store, plan, sheet) {
  const svg = drawApart(store, plan, sheet.boxes);
  const { x, y, width, height, scale } = sheet;
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  svg.setAttribute('width', String(width * scale));
  svg.setAttribute('height', String(height * scale));
  return svg;
}
