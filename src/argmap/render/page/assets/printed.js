/** The whole map in words, as it is printed: each statement with all its sources. */
import { make, makeSign } from './dom.js';
import { makePill } from './entries.js';
import { isStatement } from './model.js';
import { placeWords } from './relations.js';
import { shownRows, treeFacts } from './rows.js';
import {
  counted,
  isIdle,
  kindWords,
  referredTo,
  relationWords,
  saidBy,
  signOf,
  statusOf,
} from './words.js';

/** Levels past which statements are indented no further. */
const MOST_INDENT = 12;

/** Writes all that is not folded away. */
export function printOutline(store) {
  const { model, folded } = store;
  const facts = treeFacts(model);
  const rows = shownRows(model, folded).map((index) =>
    printItem(model, facts[index], folded.has(index)),
  );
  return make('section', { class: 'ui-printed' }, make('h2', {}, 'The map in words'), ...rows);
}

function printItem(model, { item, level, below }, isFolded) {
  const sign = signOf(item);
  const parts = [
    item.section && make('p', { class: 'ui-section', dir: 'auto' }, item.section),
    printFirst(model, item),
    make('p', { class: 'ui-text', dir: 'auto' }, saidBy(model, item)),
    ...printMore(item),
    ...(item.findings ?? []).map(printFinding),
    ...(item.cites ?? []).map((cited) => printCitation(model.sources, cited)),
    isFolded && below > 0 && fact('Folded away below', counted(below, 'statement')),
  ].filter(Boolean);
  const printed = make(
    'div',
    { class: `ui-printed-item ui-printed-${item.kind}` },
    sign && item.slot !== 'premises' ? makeSign(sign, isIdle(model, item)) : null,
    make('div', {}, ...parts),
  );
  printed.style.marginLeft = `${Math.min(level - 1, MOST_INDENT) * 16}px`;
  return printed;
}

/** Writes what an item does, its name, its kind, and what became of it. */
function printFirst(model, item) {
  const status = statusOf(item);
  const target = referredTo(model, item);
  const name = target === item ? item.label : `see ${target.label ?? target.id}`;
  return make(
    'p',
    { class: 'ui-meta' },
    make('span', {}, relationWords(model, item)),
    name === undefined ? null : make('span', { class: 'ui-label' }, name),
    isStatement(item) ? make('span', {}, kindWords(item.kind)) : null,
    status && makePill(status.words, status.status),
    item.title === undefined ? null : make('strong', { dir: 'auto' }, item.title),
  );
}

function printMore({ by, qualifier, warrant, conceded, note }) {
  const facts = [
    ['Said by', by],
    ['How sure', qualifier],
    ['Why this follows', warrant],
    ['Granted, for all that', conceded],
    ['Note', note],
  ];
  return facts.filter(([, said]) => said !== undefined).map(([word, said]) => fact(word, said));
}

function fact(word, said) {
  return make('p', { class: 'ui-line' }, `${word}: `, make('bdi', {}, said));
}

function printFinding({ code, message }) {
  return fact(code, message.replaceAll('`', ''));
}

function printCitation(sources, cited) {
  const { text, url } = sources[cited.source] ?? { text: cited.source };
  const place = placeWords(cited);
  const words = [text, place, url].filter(Boolean).join(', ');
  return make(
    'p',
    { class: 'ui-line' },
    'Source: ',
    make('bdi', {}, words),
    cited.quote === undefined ? null : make('q', { dir: 'auto' }, cited.quote),
  );
}
