/** What the details panel says of an item. */
import { make, makeButton } from './dom.js';
import { listEntries, makeLink, makePill } from './entries.js';
import { ancestors, nameOf } from './model.js';
import { placeWords, relationsOf, verdictOf } from './relations.js';
import { kindWords, referredTo, statusWords } from './words.js';

const FROM = 'details';
/** Steps from the thesis that are named. */
const MOST_STEPS = 12;
const SEVERITIES = { error: 'Error', warning: 'Warning', note: 'Note' };

/**
 * Tells all about an item.
 *
 * @param {object} store the page's state.
 * @param {Map<number, number[]>} uses where nodes are used again.
 * @param {object} chosen the item; for a reference that it leads to is told.
 * @returns {HTMLElement[]} what the panel shows, one below the other.
 */
export function tellFacts(store, uses, chosen) {
  const { model } = store;
  const item = referredTo(model, chosen);
  return [
    tellKind(item),
    tellPath(store, chosen),
    ...tellWords(item),
    tellOrigin(item),
    ...tellStatus(store, item),
    ...tellConceded(item),
    ...tellFindings(item),
    ...tellCitations(store, item),
    ...tellStep(store, item),
    ...relationsOf(model, uses, item).map((list) => tellRelation(store, list)),
    ...tellMore(item),
  ].filter((part) => part !== null);
}

function tellKind(item) {
  const kind = item.slot === 'thesis' ? 'Thesis' : kindWords(item.kind);
  return make(
    'p',
    { class: 'ui-meta' },
    make('span', { class: `ui-label ui-kind-${item.kind}` }, kind || KINDS[item.kind]),
    item.label === undefined ? null : make('span', { class: 'ui-label' }, item.label),
    item.id === undefined ? null : make('span', { title: 'Name in the map’s file' }, item.id),
    item.section === undefined ? null : make('span', { dir: 'auto' }, item.section),
  );
}

const KINDS = { premises: 'Reason of several parts', ref: 'Reference' };

/** Tells the way from the thesis; of a very long one the ends. */
function tellPath(store, item) {
  const above = ancestors(store.model, item.index)
    .map((index) => store.model.items[index])
    .filter((one) => one.kind !== 'premises')
    .reverse();
  if (above.length === 0) return null;
  const left = Math.max(0, above.length - MOST_STEPS);
  const steps = [...above.slice(0, 1), ...above.slice(left + 1)].map((one) =>
    make('li', {}, makeLink(store, one, FROM)),
  );
  if (left > 0) steps.splice(1, 0, make('li', {}, `${left.toLocaleString('en')} more`));
  return make(
    'nav',
    { class: 'ui-path', 'aria-label': 'Way from the thesis' },
    make('ol', {}, ...steps),
  );
}

function tellWords(item) {
  const words =
    item.text ?? (item.kind === 'premises' ? 'These count only together' : nameOf(item));
  const heading = { tabindex: -1, dir: 'auto' };
  if (item.title === undefined) return [make('h2', heading, words)];
  const rest = item.text === undefined ? null : make('p', { class: 'ui-full', dir: 'auto' }, words);
  return [make('h2', heading, item.title), rest];
}

/** Tells whose words these are, and how firmly they are meant. */
function tellOrigin({ by, qualifier, weight, strength }) {
  const facts = [
    ['Said by', by],
    ['How sure', qualifier],
    ['Weight', weight],
    ['Strength', strength],
  ].filter(([, value]) => value !== undefined);
  if (facts.length === 0) return null;
  const told = facts.flatMap(([word, value]) => [
    make('dt', {}, word),
    make('dd', { dir: 'auto' }, String(value)),
  ]);
  return make('dl', { class: 'ui-origin' }, ...told);
}

function tellStatus(store, item) {
  if (item.why === undefined) return [];
  const status = statusWords(item.status);
  const pill = status ? makePill(status, item.status) : null;
  return [
    makeHeading('Does it stand?'),
    make('p', { class: 'ui-why' }, pill, ' ', ...tellPieces(store, item.why)),
  ];
}

/** Sets a sentence, so that no line begins with the comma behind a link. */
function tellPieces(store, pieces) {
  const told = [];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      told.push(make('span', { class: 'ui-whole' }, makeLink(store, itemOf(store, piece), FROM)));
      continue;
    }
    const [, mark, words] = /^([,;.]?)(.*)$/s.exec(piece);
    told.at(-1)?.append(mark);
    told.push(words);
  }
  return told;
}

function tellConceded({ conceded }) {
  if (conceded === undefined) return [];
  return [makeHeading('Granted, for all that'), make('p', { dir: 'auto' }, conceded)];
}

function tellFindings({ findings }) {
  if (findings === undefined) return [];
  return [makeHeading('Findings'), make('ul', { class: 'ui-list' }, ...findings.map(tellFinding))];
}

function tellFinding({ code, name, severity, message, help, accepted }) {
  return make(
    'li',
    { class: 'ui-item' },
    make(
      'p',
      { class: 'ui-meta' },
      makePill(SEVERITIES[severity] ?? severity, severity),
      ' ',
      make('span', { class: 'ui-label' }, code),
      make('span', {}, name),
    ),
    make('p', { dir: 'auto' }, ...codes(sentence(message))),
    help === undefined ? null : make('p', { dir: 'auto' }, 'To mend it: ', ...codes(ended(help))),
    accepted === undefined ? null : make('p', { dir: 'auto' }, `Accepted: ${accepted}`),
  );
}

const sentence = (words) => ended(words.charAt(0).toUpperCase() + words.slice(1));
const ended = (words) => (/[.!?…]`?$/.test(words) ? words : `${words}.`);

/** Sets what stands between backticks as code. */
function codes(words) {
  return words.split('`').map((part, at) => (at % 2 === 1 ? make('code', {}, part) : part));
}

function tellCitations(store, item) {
  if (item.cites === undefined) return [];
  const told = item.cites.map((cited) => tellCitation(store, cited));
  return [makeHeading('Sources'), make('ul', { class: 'ui-list' }, ...told)];
}

function tellCitation(store, cited) {
  const { sources, readings } = store.model;
  const source = sources[cited.source] ?? { text: cited.source };
  const via = source.via === undefined ? undefined : (sources[source.via]?.text ?? source.via);
  const verdict = verdictOf(cited);
  const isAtHand = readings.some((reading) => reading.source === cited.source);
  const at = cited.found?.[0] ?? (cited.at === undefined ? null : Number.parseInt(cited.at, 10));
  return make(
    'li',
    { class: 'ui-item' },
    cited.quote === undefined ? null : make('blockquote', { dir: 'auto' }, cited.quote),
    make('p', { dir: 'auto' }, source.text),
    placeWords(cited) === '' ? null : make('p', { dir: 'auto' }, placeWords(cited)),
    via === undefined ? null : make('p', { class: 'ui-line' }, `Known only through: ${via}`),
    verdict && make('p', { class: `ui-verdict ui-${verdict.state}` }, verdict.words),
    cited.note === undefined ? null : make('p', { class: 'ui-line', dir: 'auto' }, cited.note),
    make(
      'p',
      { class: 'ui-ways' },
      isAtHand
        ? makeButton('Show beside the map', () => store.read({ source: cited.source, number: at }))
        : null,
      source.url === undefined ? null : webLink(source.url),
    ),
  );
}

function webLink(url) {
  return make('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, 'On the web');
}

/** Tells by what rule linked premises lead on, and what is asked of such a step. */
function tellStep(store, item) {
  const group = item.slot === 'premises' ? store.model.items[item.parent] : item;
  if (group.kind !== 'premises') return [];
  const told = [];
  if (group.warrant !== undefined) {
    told.push(makeHeading('Why this follows'), make('p', { dir: 'auto' }, group.warrant));
  }
  if (group.scheme !== undefined) {
    told.push(makeHeading('Kind of argument'), make('p', {}, group.scheme));
  }
  if (group.questions !== undefined) {
    const answers = group.questions.flatMap((one) => tellQuestion(store, one));
    told.push(makeHeading('What is to be asked of it'), make('dl', {}, ...answers));
  }
  return told;
}

function tellQuestion(store, { question, text, node, waived }) {
  const answer =
    node === undefined
      ? make('dd', { dir: 'auto' }, text ?? `Needs no answer: ${waived ?? ''}`)
      : make('dd', {}, makeLink(store, itemOf(store, node), FROM));
  return [make('dt', { dir: 'auto' }, question), answer];
}

function tellRelation(store, { heading, entries }) {
  return make(
    'section',
    { 'aria-label': heading },
    makeHeading(heading),
    listEntries(store, entries, FROM),
  );
}

function tellMore({ tags, note }) {
  const told = [];
  if (note !== undefined) {
    told.push(makeHeading('Note'), make('p', { dir: 'auto' }, note));
  }
  if (tags !== undefined) {
    const words = tags.map((tag) => make('span', { class: 'ui-tag', dir: 'auto' }, tag));
    told.push(makeHeading('Tags'), make('p', { class: 'ui-tags' }, ...words));
  }
  return told;
}

const itemOf = ({ model }, node) => model.items[model.itemOfNode.get(node)];

function makeHeading(words) {
  return make('h3', {}, words);
}
