/** The article beside the map: its paragraphs, who cites them, and which words are quoted. */
import { make, makeButton, makeSelect } from './dom.js';
import { listEntries } from './entries.js';
import { buildPassage } from './passages.js';
import { citedIn, countUsed, hasText, nodesAt, readingOf } from './reading.js';
import { createSplitter } from './splitter.js';
import { counted, referredTo } from './words.js';

/** Frames in which a place that is scrolled to may still move. */
const FRAMES = 6;

/**
 * Fills the pane of the article, and puts the button that shows it into the bar of tools.
 *
 * @param {object} store the page's state.
 * @param {{pane: HTMLElement, bar: HTMLElement, picture: object}} parts of the page.
 */
export function createArticle(store, { pane, bar, picture }) {
  if (store.model.readings.length === 0) return;
  const state = {
    store,
    pane,
    picture,
    reading: null,
    rows: [],
    marked: [],
    kept: null,
    open: null,
  };
  state.list = make('div', { class: 'ui-passages', tabindex: 0, role: 'group' });
  state.head = make('div', { class: 'ui-reading' });
  state.button = makeButton('Article', () => toggle(state, pane.hidden), {
    title: 'The article beside the map',
    'aria-expanded': 'false',
    'aria-controls': pane.id,
  });
  bar.append(state.button);
  pane.append(
    createSplitter(pane, 'Width of the article', -1),
    makeBar(state),
    state.head,
    state.list,
  );
  listen(state);
}

function makeBar(state) {
  const { sources, readings } = state.store.model;
  const options = readings.map((reading, at) => [String(at), sources[reading.source].text]);
  const words =
    readings.length === 1
      ? make('h2', { dir: 'auto' }, options[0][1])
      : makeSelect(options, '0', (at) => turnTo(state, readings[Number(at)]), {
          'aria-label': 'Source that is shown',
        });
  state.select = readings.length === 1 ? null : words;
  return make(
    'div',
    { class: 'ui-bar' },
    words,
    makeButton('×', () => toggle(state, false), { label: 'Close the article' }),
  );
}

function listen(state) {
  const { store, pane, list } = state;
  store.on('select', ({ index, from }) => {
    if (!pane.hidden) follow(state, index, from !== 'article');
  });
  store.on('read', () => {
    if (store.passage === null) close(state);
    else open(state, store.passage);
  });
  store.on('mark', () => {
    if (state.kept === null || store.kept === state.kept) return;
    // a search has taken the marks over
    state.kept = null;
    store.read(null);
  });
  list.addEventListener('click', ({ target }) => {
    const row = target.closest('.ui-passage');
    if (row === null || target.closest('.ui-citing')) return;
    // words that are being copied are no press on the paragraph
    if (target.closest('.ui-number') === null && !getSelection().isCollapsed) return;
    press(state, Number(row.dataset.number));
  });
  pane.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (state.open === null) toggle(state, false);
    else store.read(null);
  });
}

/** Shows the pane or hides it. */
function toggle(state, shown) {
  const { pane, button, store } = state;
  const held = pane.contains(document.activeElement);
  pane.hidden = !shown;
  button.setAttribute('aria-expanded', String(shown));
  if (!shown) {
    store.read(null);
    if (held) button.focus();
    return;
  }
  if (state.reading === null) choose(state, store.model.readings[0]);
  follow(state, store.selected, true);
}

/** Shows another source, with no passage open. */
function turnTo(state, reading) {
  if (state.reading === reading) return;
  state.store.read(null);
  choose(state, reading);
}

function choose(state, reading) {
  if (state.reading === reading) return;
  const { store, list, head, select } = state;
  const { model } = store;
  state.marked = [];
  state.unused = null;
  state.reading = reading;
  if (select) select.value = String(model.readings.indexOf(reading));
  list.setAttribute('aria-label', `Paragraphs of ${model.sources[reading.source].text}`);
  head.replaceChildren(...tellReading(state));
  state.rows = reading.passages.map((_, at) => buildPassage(store, reading, at + 1));
  list.replaceChildren(...state.rows);
  list.scrollTop = 0;
}

/** Says how much of a source is used, and what is missing of it. */
function tellReading(state) {
  const { store, reading } = state;
  const used = countUsed(reading);
  const all = reading.passages.length;
  const told = [
    make(
      'p',
      {},
      `${used} of ${counted(all, 'paragraph')} ${used === 1 ? 'is' : 'are'} used in the map `,
      used < all ? makeButton('Next unused', () => nextUnused(state)) : null,
    ),
  ];
  if (!hasText(reading)) {
    const words =
      'The text of this source is not in this file. Shown are the numbers of its paragraphs, ' +
      'and what the map quotes from them.';
    told.push(make('p', { class: 'ui-line' }, words));
  }
  if (reading.whole !== undefined) {
    const summary = make('summary', {}, wholeWords(reading));
    told.push(make('details', {}, summary, listCiting(store, reading.whole)));
  }
  return told;
}

/** Lists statements that cite something, each to be chosen. */
function listCiting(store, nodes) {
  const { items, itemOfNode } = store.model;
  const entries = nodes.map((node) => ({ item: items[itemOfNode.get(node)], sign: null }));
  return listEntries(store, entries, 'article');
}

function wholeWords({ whole }) {
  return `${counted(whole.length, 'statement')} cite${whole.length === 1 ? 's' : ''} it as a whole`;
}

function nextUnused(state) {
  const { reading, rows, list } = state;
  const top = list.getBoundingClientRect().top;
  const isUnused = (at) => nodesAt(reading, at + 1).length === 0;
  const isBelow = (at) => rows[at].getBoundingClientRect().top > top + 2;
  const unused = [...rows.keys()].filter(isUnused);
  const at = unused.find((one) => one !== state.unused && isBelow(one)) ?? unused[0];
  state.unused = at;
  scrollTo(state, rows[at], 0);
}

/** Marks what the selected item cites, and shows it where `scrolls` says so. */
function follow(state, index, scrolls) {
  const { store } = state;
  const item = index === null ? null : referredTo(store.model, store.model.items[index]);
  const reading = item && readingOf(store.model, item, state.reading);
  if (reading) turnTo(state, reading);
  for (const row of state.marked) mark(row, null);
  const cited = reading ? citedIn(reading, item) : new Map();
  state.marked = [...cited.keys()].map((number) => state.rows[number - 1]);
  for (const [number, spots] of cited) mark(state.rows[number - 1], spots);
  const [first] = state.marked;
  if (first === undefined || (!scrolls && isSeen(state, first))) return;
  const quoted = state.marked.find((row) => row.querySelector('mark') !== null);
  scrollTo(state, quoted?.querySelector('mark') ?? first);
}

/** Marks a passage as cited, and the words that are quoted from it; null for neither. */
function mark(row, spots) {
  row.classList.toggle('ui-cited', spots !== null);
  const words = row.querySelector('.ui-words');
  if (words === null) return;
  const text = words.textContent;
  const pieces = [];
  let done = 0;
  for (const [start, end] of spots ?? []) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    pieces.push(text.slice(done, from), make('mark', {}, text.slice(from, end)));
    done = end;
  }
  words.replaceChildren(...pieces, text.slice(done));
}

function press(state, number) {
  const { store, reading } = state;
  store.read(state.open === number ? null : { source: reading.source, number });
}

/** Opens a passage: lists the statements that cite it, and dims all others in map and outline. */
function open(state, { source, number }) {
  const { store, pane, picture } = state;
  if (pane.hidden) toggle(state, true);
  fold(state);
  choose(
    state,
    store.model.readings.find((reading) => reading.source === source),
  );
  const row = state.rows[number - 1];
  if (row === undefined) {
    keep(state, []);
    return;
  }
  const nodes = nodesAt(state.reading, number);
  state.open = number;
  row.querySelector('.ui-number').setAttribute('aria-expanded', 'true');
  row.querySelector('.ui-citing').append(listCiting(store, nodes));
  const items = nodes.map((node) => store.model.itemOfNode.get(node));
  keep(state, items);
  store.emit('say', saidOf(number, items.length));
  const rect = items.length > 0 ? picture.rectOf(items[0]) : null;
  if (rect && !items.includes(store.selected)) picture.zoom.center(rect);
  if (!isSeen(state, row)) scrollTo(state, row);
}

function saidOf(number, count) {
  if (count === 0) return `No statement cites paragraph ${number}`;
  return `${counted(count, 'statement')} cite${count === 1 ? 's' : ''} paragraph ${number}`;
}

function isSeen({ list }, row) {
  const { top, bottom } = row.getBoundingClientRect();
  const box = list.getBoundingClientRect();
  return top >= box.top && bottom <= box.bottom;
}

/** Dims all but some items; where there are none, all but the hits of a search. */
function keep(state, items) {
  const { store, kept } = state;
  state.kept = items.length > 0 ? new Set(items) : null;
  if (state.kept !== null) store.keep(state.kept);
  else if (kept !== null) store.keep(store.hits === null ? null : new Set(store.hits));
}

/** Closes the passage that is open, and takes its marks away. */
function close(state) {
  fold(state);
  keep(state, []);
}

function fold(state) {
  const row = state.rows[state.open - 1];
  state.open = null;
  row?.querySelector('.ui-number').setAttribute('aria-expanded', 'false');
  row?.querySelector('.ui-citing').replaceChildren();
}

/**
 * Scrolls to a passage or to words in it. Those on the way take their true height only once they
 * have been seen, hence again in the next frames. The page itself stays where it is.
 */
function scrollTo(state, target, share = 0.5, frames = FRAMES) {
  const { list } = state;
  const { top, height } = target.getBoundingClientRect();
  const room = Math.max(0, (list.clientHeight - height) * share);
  list.scrollTop += top - list.getBoundingClientRect().top - room;
  cancelAnimationFrame(state.turn);
  if (frames === 0) return;
  state.turn = requestAnimationFrame(() => scrollTo(state, target, share, frames - 1));
}
