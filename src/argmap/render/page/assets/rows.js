/** The rows of the outline: which are shown, and how one is built. */
import { make, makeSign } from './dom.js';
import { isStatement } from './model.js';
import {
  fewOf,
  isIdle,
  kindWords,
  partners,
  referredTo,
  relationWords,
  saidBy,
  signOf,
  statusOf,
} from './words.js';

/** Levels past which rows are indented no further. */
const MOST_INDENT = 14;

/** Lists the items that are not below a folded one, in reading order. */
export function shownRows({ items, roots }, folded) {
  const rows = [];
  const waiting = [...roots].reverse();
  while (waiting.length > 0) {
    const index = waiting.pop();
    rows.push(index);
    if (folded.has(index)) continue;
    const { children } = items[index];
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at]);
  }
  return rows;
}

/** Gives what a tree says of each item: its level, its place among its siblings, all below it. */
export function treeFacts({ items, roots }) {
  const facts = items.map((item) => ({ level: 1, place: 1, size: 1, below: 0, item }));
  const number = (siblings) => {
    siblings.forEach((index, at) => {
      facts[index].place = at + 1;
      facts[index].size = siblings.length;
    });
  };
  number(roots);
  for (const { index, parent, children } of items) {
    if (parent >= 0) facts[index].level = facts[parent].level + 1;
    number(children);
  }
  for (let index = items.length - 1; index > 0; index -= 1) {
    const { parent } = items[index];
    if (parent < 0) continue;
    facts[parent].below += facts[index].below + (isStatement(items[index]) ? 1 : 0);
  }
  return facts;
}

/** Builds the row of an item; what changes while the page is read is set by `refreshRow`. */
export function buildRow(model, { item, level, place, size, below }) {
  const row = make(
    'div',
    {
      class: `ui-row ui-row-${item.kind}${item.slot === 'thesis' ? ' ui-row-thesis' : ''}`,
      role: 'treeitem',
      'aria-level': level,
      'aria-posinset': place,
      'aria-setsize': size,
      'data-item': item.index,
      tabindex: -1,
    },
    make('span', { class: 'ui-twist', 'aria-hidden': 'true' }),
    signFor(model, item),
    make('span', { class: 'ui-said' }, ...words(model, item, below)),
  );
  row.style.setProperty('--level', String(Math.min(level - 1, MOST_INDENT)));
  return row;
}

function signFor(model, item) {
  if (partners(model, item).length > 0) return mark('&');
  if (item.slot === 'warrant') return mark('→');
  const sign = signOf(item);
  return sign === null ? mark('') : makeSign(sign, isIdle(model, item));
}

function mark(words) {
  return make('span', { class: 'ui-mark', 'aria-hidden': 'true' }, words);
}

function words(model, item, below) {
  const said = make('span', { class: 'ui-text', dir: 'auto' }, saidBy(model, item));
  return [
    item.section && make('span', { class: 'ui-section', dir: 'auto' }, item.section),
    make('span', { class: 'ui-hidden' }, `${relationWords(model, item)}: `),
    item.title && make('span', { class: 'ui-title', dir: 'auto' }, item.title),
    said,
    item.warrant && line('Why this follows', item.warrant),
    item.by && line('Says', item.by),
    item.conceded && line('Granted', item.conceded),
    make('span', { class: 'ui-meta' }, ...facts(model, item, below)),
  ].filter(Boolean);
}

function line(name, said) {
  return make('span', { class: 'ui-line' }, `${name}: `, make('bdi', {}, said));
}

function facts(model, item, below) {
  const linked = partners(model, item);
  const status = statusOf(item);
  return [
    ...nameOfRow(model, item),
    linked.length > 0 && make('span', { 'aria-hidden': 'true' }, `together with ${fewOf(linked)}`),
    status && pill(status.words, `ui-pill-${status.status}`),
    ...(item.findings ?? []).map(({ code, severity, name }) =>
      pill(code, `ui-pill-${severity}`, name),
    ),
    below > 0 && make('span', { class: 'ui-count' }, `${below} below`),
  ].filter(Boolean);
}

/** Gives label and kind; for a reference where it leads. */
function nameOfRow(model, item) {
  if (item.kind === 'ref') {
    const target = referredTo(model, item);
    const name = target === item ? 'leads nowhere' : `see ${target.label ?? target.id}`;
    return [make('span', { class: 'ui-jump' }, `→ ${name}`)];
  }
  if (!isStatement(item)) return [];
  const label = item.label && make('span', { class: 'ui-label' }, item.label);
  return [label, make('span', { class: `ui-kind ui-kind-${item.kind}` }, kindWords(item.kind))];
}

function pill(text, kind, title = null) {
  return make('span', { class: `ui-pill ${kind}`, title }, text);
}

/** Sets what changes: folded, selected, dimmed, reached by the Tab key. */
export function refreshRow(row, store, active) {
  const index = Number(row.dataset.item);
  const item = store.model.items[index];
  if (item.children.length > 0) {
    row.setAttribute('aria-expanded', String(!store.folded.has(index)));
  }
  row.setAttribute('aria-selected', String(store.selected === index));
  row.tabIndex = index === active ? 0 : -1;
  const { kept } = store;
  const isKept = kept?.has(index) || kept?.has(referredTo(store.model, item).index);
  row.classList.toggle('ui-dim', kept !== null && !isKept);
  row.classList.toggle('ui-hit', kept !== null && isKept);
}
