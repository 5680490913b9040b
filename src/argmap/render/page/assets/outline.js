/**
 * The outline: the whole map as a tree of words, for those who read on, and for screen readers.
 *
 * Rows are built in bundles as they come into sight, so that ten thousand stay fast.
 */
import { buildRow, refreshRow, shownRows, treeFacts } from './rows.js';
import { make } from './dom.js';
import { createSplitter } from './splitter.js';
import { listenToKeys } from './treekeys.js';
import { referredTo } from './words.js';

const BUNDLE = 40;
/** Bundles further than so many pixels from what is seen are not built yet. */
const AHEAD = 800;
/** Pixels that a row is thought to take before it is built. */
const ROW = 62;
/** Pixels that are kept free above and below a row that is scrolled to. */
const EDGE = 8;

/**
 * Fills the outline and keeps it up to date.
 *
 * @param {object} store the page's state.
 * @param {HTMLElement} pane what holds the outline.
 */
export function createOutline(store, pane) {
  const tree = make('div', {
    class: 'ui-tree',
    role: 'tree',
    id: 'tree',
    'aria-label': 'The statements of the map',
  });
  pane.append(tree, createSplitter(pane, 'Width of the outline'));
  const state = {
    store,
    tree,
    facts: treeFacts(store.model),
    rows: [],
    places: new Map(),
    bundles: [],
    built: new Map(),
    active: store.model.roots[0] ?? null,
  };
  fill(state);
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      buildSeen(state);
    });
  };
  tree.addEventListener('scroll', later, { passive: true });
  let wasHidden = tree.clientHeight === 0;
  new ResizeObserver(() => {
    // what was selected while the outline was hidden is shown when it is back
    const row = wasHidden && tree.clientHeight > 0 ? rowOf(state, state.active) : null;
    if (row !== null) scrollTo(state, row, true);
    wasHidden = tree.clientHeight === 0;
    later();
  }).observe(tree);
  listen(state);
}

function listen(state) {
  const { store, tree } = state;
  store.on('fold', () => fill(state));
  store.on('mark', () => refresh(state));
  store.on('select', ({ index }) => {
    if (index !== null) activate(state, index);
    else refresh(state);
  });
  tree.addEventListener('click', (event) => press(state, event));
  listenToKeys(tree, {
    rows: () => state.rows,
    active: () => state.active,
    store,
    move: (index) => focusRow(state, index),
    open: (index) => open(state, index),
  });
}

/** Lays the rows out anew, and keeps what is looked at where it is. */
function fill(state) {
  const { tree, store } = state;
  const held = tree.contains(document.activeElement);
  const kept = heldPlace(state);
  state.rows = shownRows(store.model, store.folded);
  state.places = new Map(state.rows.map((index, at) => [index, at]));
  state.active = shownAbove(state, state.active);
  state.bundles = [];
  for (let at = 0; at < state.rows.length; at += BUNDLE) {
    const bundle = make('div', { role: 'none', class: 'ui-bundle' });
    bundle.style.height = `${Math.min(BUNDLE, state.rows.length - at) * ROW}px`;
    state.bundles.push(bundle);
  }
  tree.replaceChildren(...state.bundles);
  if (kept !== null) restorePlace(state, kept);
  buildSeen(state);
  rowOf(state, state.active);
  refresh(state);
  if (held) focusRow(state, state.active);
}

/** Notes the row that is to stay where it is: the active one, else the first that is seen. */
function heldPlace({ tree, built, active }) {
  const top = tree.getBoundingClientRect().top;
  const seen = (row) => {
    const box = row?.isConnected ? row.getBoundingClientRect() : null;
    return box !== null && box.bottom > top && box.top < top + tree.clientHeight;
  };
  const row = seen(built.get(active)) ? built.get(active) : [...built.values()].find(seen);
  if (row === undefined) return null;
  return { index: Number(row.dataset.item), top: row.getBoundingClientRect().top };
}

function restorePlace(state, { index, top }) {
  const row = rowOf(state, shownAbove(state, index));
  if (row !== null) state.tree.scrollTop += row.getBoundingClientRect().top - top;
}

/** Gives an item, or where it is folded away the one above it that is shown. */
function shownAbove({ store, places }, index) {
  let at = index;
  while (at !== null && at >= 0 && !places.has(at)) at = store.model.items[at].parent;
  return at;
}

/** Builds the bundles that are in sight, or near. */
function buildSeen(state) {
  const { tree, bundles } = state;
  if (tree.clientHeight === 0) return;
  const { top, height } = tree.getBoundingClientRect();
  for (const [at, bundle] of bundles.entries()) {
    if (bundle.childElementCount > 0) continue;
    const box = bundle.getBoundingClientRect();
    if (box.top > top + height + AHEAD) break;
    if (box.bottom > top - AHEAD) buildBundle(state, at);
  }
}

function buildBundle(state, at) {
  const bundle = state.bundles[at];
  if (bundle.childElementCount > 0) return;
  const indexes = state.rows.slice(at * BUNDLE, (at + 1) * BUNDLE);
  bundle.append(...indexes.map((index) => madeRow(state, index)));
  bundle.style.height = '';
}

function madeRow(state, index) {
  let row = state.built.get(index);
  if (row === undefined) {
    row = buildRow(state.store.model, state.facts[index]);
    state.built.set(index, row);
  }
  refreshRow(row, state.store, state.active);
  return row;
}

/** Gives the row of an item, built if need be; null where it is folded away. */
function rowOf(state, index) {
  const at = state.places.get(index);
  if (at === undefined) return null;
  buildBundle(state, Math.floor(at / BUNDLE));
  return state.built.get(index);
}

function refresh(state) {
  for (const bundle of state.bundles) {
    for (const row of bundle.children) refreshRow(row, state.store, state.active);
  }
}

/** Makes an item the one that the keys start from, and scrolls to it. */
function activate(state, index) {
  const held = state.tree.contains(document.activeElement);
  const row = rowOf(state, index);
  if (row === null) return;
  state.active = index;
  refresh(state);
  scrollTo(state, row, true);
  if (held) row.focus({ preventScroll: true });
}

function focusRow(state, index) {
  const row = rowOf(state, index);
  if (row === null) return;
  const before = state.built.get(state.active);
  state.active = index;
  for (const changed of [before, row]) if (changed) refreshRow(changed, state.store, index);
  scrollTo(state, row);
  row.focus({ preventScroll: true });
}

/** Scrolls so far that a row is seen; building rows on the way may move it, hence twice. */
function scrollTo(state, row, toMiddle = false) {
  const { tree } = state;
  for (let turn = 0; turn < 2; turn += 1) {
    const above = row.getBoundingClientRect().top - tree.getBoundingClientRect().top - EDGE;
    const room = tree.clientHeight - row.offsetHeight - 2 * EDGE;
    if (above >= 0 && above <= room) break;
    if (toMiddle) tree.scrollTop += above - Math.max(0, room / 2);
    else tree.scrollTop += above < 0 ? above : Math.min(above, above - room);
    buildSeen(state);
  }
}

function open({ store }, index) {
  const target = referredTo(store.model, store.model.items[index]);
  store.select(target.index, { from: 'outline' });
}

function press(state, event) {
  const row = event.target.closest('[role="treeitem"]');
  if (row === null) return;
  const index = Number(row.dataset.item);
  if (event.target.closest('.ui-twist, .ui-count')) {
    focusRow(state, index);
    state.store.toggle(index);
    return;
  }
  focusRow(state, index);
  open(state, index);
}
