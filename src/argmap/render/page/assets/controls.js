/** The bar of tools: search, filters, depth, zoom, theme. */
import { make, makeButton, makeField, makeSelect } from './dom.js';
import {
  ANY_FINDING,
  ANY_WEAK,
  countBy,
  countFindings,
  createFinder,
  depthOf,
  foldedAt,
  isWanting,
  nothingWanted,
} from './finder.js';
import { makeHelp } from './help.js';
import { createSearch } from './search.js';
import { hitWords } from './tour.js';
import { kindWords, statusWords } from './words.js';

/** Depths past which only «all» is offered. */
const MOST_DEPTHS = 20;
/** Items whose words are read at once, so that the page is never held up. */
const AT_ONCE = 500;
const KINDS = ['claim', 'evidence', 'counterpoint', 'assumption'];
const STATUSES = ['stands', 'unsupported', 'defeated', 'undecided'];
const THEMES = [
  ['', 'Auto theme'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/**
 * Fills the bar.
 *
 * @param {object} store the page's state.
 * @param {{bar: HTMLElement, outline: HTMLElement, zoom: object, tour: object}} parts of the page.
 * @returns {{search: HTMLInputElement, help: HTMLDialogElement, keys: () => boolean,
 *   clear: () => void}}
 */
export function createControls(store, { bar, outline, zoom, tour }) {
  const { search, elements } = makeSearch(store, tour);
  const filters = makeFilters(store, tour.weak.length);
  const help = makeHelp();
  const filter = makeDisclosure('Filter', filters);
  store.on('want', () => {
    filter.textContent = isWanting({ ...store.wanted, words: '' }) ? 'Filter: on' : 'Filter';
  });
  bar.append(
    ...elements,
    filter,
    ...makeFolding(store),
    make('span', { class: 'ui-space' }),
    ...makeZooming(store, zoom),
    makeDisclosure('Outline', outline),
    makeTheme(),
    makeButton('Help', () => help.dialog.showModal(), { title: 'How to read the map (?)' }),
  );
  bar.after(filters);
  document.body.append(help.dialog);
  follow(store);
  return { search, help: help.dialog, hasKeys: help.hasKeys };
}

/** Finds anew what is asked for whenever that changes. */
function follow(store) {
  const search = createSearch(store.model);
  const find = createFinder(store.model, search);
  const prepare = (from) => {
    if (search.prepare(from, AT_ONCE)) setTimeout(prepare, 0, from + AT_ONCE);
  };
  setTimeout(prepare, 0, 0);
  store.on('want', () => {
    store.hits = find(store.wanted);
    store.keep(store.hits === null ? null : new Set(store.hits));
  });
}

function makeSearch(store, tour) {
  const search = make('input', {
    type: 'search',
    class: 'ui-search',
    placeholder: 'Search ( / )',
    'aria-label': 'Search the words of all statements',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  search.addEventListener('input', () => store.want({ words: search.value }));
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) tour.hit(event.shiftKey ? -1 : 1);
  });
  const hits = make('span', { class: 'ui-hits', role: 'status', 'aria-live': 'polite' });
  const tell = () => {
    hits.textContent = hitWords(store);
  };
  store.on('mark', tell);
  store.on('fold', tell);
  store.on('say', (words) => {
    hits.textContent = words;
  });
  store.on('want', () => {
    if (search.value !== store.wanted.words) search.value = store.wanted.words;
  });
  const buttons = [
    makeButton('‹', () => tour.hit(-1), { label: 'Previous hit (p)' }),
    makeButton('›', () => tour.hit(1), { label: 'Next hit (n)' }),
  ];
  return { search, elements: [search, ...buttons, hits] };
}

/** Makes the button that shows and hides a part of the page. */
function makeDisclosure(words, part) {
  const button = makeButton(words, () => {
    part.hidden = !part.hidden;
  });
  const tell = () => button.setAttribute('aria-expanded', String(!part.hidden));
  button.setAttribute('aria-controls', part.id);
  new MutationObserver(tell).observe(part, { attributes: true, attributeFilter: ['hidden'] });
  tell();
  return button;
}

function makeFilters(store, weak) {
  const kinds = countBy(store.model, 'kind');
  const statuses = countBy(store.model, 'status');
  const boxes = KINDS.filter((kind) => kinds.has(kind)).map((kind) => makeKind(store, kind, kinds));
  const status = makeSelect(
    [
      ['', 'any'],
      [ANY_WEAK, `all weak points (${weak})`],
      ...STATUSES.filter((name) => statuses.has(name)).map((name) => [
        name,
        `${statusWords(name).toLowerCase()} (${statuses.get(name)})`,
      ]),
    ],
    '',
    (value) => store.want({ status: value }),
  );
  const found = store.model.items.filter(({ findings }) => findings).length;
  const finding = makeSelect(
    [
      ['', 'with and without'],
      [ANY_FINDING, `any finding (${found})`],
      ...countFindings(store.model).map(([code, name, count]) => [
        code,
        `${code} ${name ?? ''} (${count})`,
      ]),
    ],
    '',
    (value) => store.want({ finding: value }),
  );
  store.on('want', () => {
    status.value = store.wanted.status;
    finding.value = store.wanted.finding;
    for (const box of boxes) box.control.checked = !store.wanted.without.has(box.control.value);
  });
  return make(
    'div',
    { class: 'ui-filters', id: 'filters', role: 'group', 'aria-label': 'Filter', hidden: true },
    ...boxes,
    makeField('Status', status),
    makeField('Finding', finding),
    makeButton('Show everything', () => store.want(nothingWanted())),
  );
}

function makeKind(store, kind, counts) {
  const control = make('input', { type: 'checkbox', value: kind, checked: true });
  control.addEventListener('change', () => {
    const without = new Set(store.wanted.without);
    if (control.checked) without.delete(kind);
    else without.add(kind);
    store.want({ without });
  });
  return make('label', {}, control, ` ${kindWords(kind)} (${counts.get(kind)})`);
}

function makeFolding(store) {
  const { model } = store;
  const depths = Math.min(depthOf(model), MOST_DEPTHS);
  const options = Array.from({ length: depths }, (_, at) => [String(at + 1), String(at + 1)]);
  const select = makeSelect([...options, ['all', 'all']], 'all', (value) =>
    store.foldOnly(value === 'all' ? [] : foldedAt(model, Number(value))),
  );
  // what a reader folds by hand is no depth, and then none is shown as chosen
  const sizes = new Map(options.map(([depth]) => [foldedAt(model, Number(depth)).length, depth]));
  const tell = () => {
    const depth = sizes.get(store.folded.size);
    const fits = depth && foldedAt(model, Number(depth)).every((index) => store.folded.has(index));
    select.value = store.folded.size === 0 ? 'all' : fits ? depth : '';
  };
  store.on('fold', tell);
  tell();
  return [
    makeField('Depth', select),
    makeButton('Fold all', () => store.foldOnly(foldedAt(model, 1))),
    makeButton('Unfold all', () => store.foldOnly([])),
  ];
}

function makeZooming(store, zoom) {
  const percentage = make('span', { class: 'ui-percentage' });
  const tell = () => {
    percentage.textContent = `${Math.round(zoom.scale * 100)} %`;
  };
  store.on('zoom', tell);
  tell();
  return [
    makeButton('−', zoom.out, { label: 'Zoom out (−)' }),
    percentage,
    makeButton('+', zoom.in, { label: 'Zoom in (+)' }),
    makeButton('Fit', zoom.fit, { title: 'Show the whole width (0)' }),
  ];
}

function makeTheme() {
  const root = document.documentElement;
  const given = root.dataset.theme ?? '';
  const themes = given === 'print' ? [...THEMES, ['print', 'Paper']] : THEMES;
  const choose = (theme) => {
    if (theme === '') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  return makeSelect(themes, given, choose, { 'aria-label': 'Theme' });
}
