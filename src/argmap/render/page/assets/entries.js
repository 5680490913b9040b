/** Buttons that lead to other statements. */
import { make, makeButton, makeSign } from './dom.js';
import { nameOf } from './model.js';
import { referredTo, statusOf } from './words.js';

const MOST_OF_A_NAME = 40;
/** Entries past which the rest of a list waits for a press. */
const MOST_LISTED = 60;

/**
 * Makes a button that leads to an item and shows its words.
 *
 * @param {object} store the page's state.
 * @param {object} item a statement, a reference or linked premises.
 * @param {string} from the part of the page that the button is in.
 * @param {string | null} sign what the item does: `for`, `against`, `undercut`.
 */
export function makeEntry(store, item, from, sign = null) {
  const meant = referredTo(store.model, item);
  const status = statusOf(meant);
  const words =
    meant.kind === 'premises' ? partsOf(store.model, meant) : [meant.text ?? nameOf(meant)];
  const button = makeButton('', () => store.select(meant.index, { from }), { class: 'ui-entry' });
  if (sign !== null) button.append(makeSign(sign));
  button.append(
    make(
      'span',
      { class: 'ui-said' },
      ...words.map((line) => make('span', { dir: 'auto' }, line)),
      make(
        'span',
        { class: 'ui-meta' },
        meant.label === undefined ? null : make('span', { class: 'ui-label' }, meant.label),
        words.length > 1 ? make('span', {}, 'only together') : null,
        meant.conceded === undefined ? null : makePill('Granted', 'note'),
        status && makePill(status.words, status.status),
      ),
    ),
  );
  return button;
}

/**
 * Makes a list of such buttons; of a long one the first part, and a button for the rest.
 *
 * @param {object} store the page's state.
 * @param {{item: object, sign: string | null}[]} entries what is listed.
 * @param {string} from the part of the page that the list is in.
 */
export function listEntries(store, entries, from) {
  const list = make('ul', { class: 'ui-list' });
  const add = (some) =>
    list.append(
      ...some.map(({ item, sign }) => make('li', {}, makeEntry(store, item, from, sign))),
    );
  add(entries.slice(0, MOST_LISTED));
  const rest = entries.slice(MOST_LISTED);
  if (rest.length === 0) return list;
  const more = makeButton(`Show ${rest.length.toLocaleString('en')} more`, () => {
    more.parentElement.remove();
    add(rest);
    list.children[MOST_LISTED].firstElementChild.focus();
  });
  list.append(make('li', {}, more));
  return list;
}

/** Makes a link within a sentence to a statement, by its short name. */
export function makeLink(store, item, from) {
  const name = shortName(item);
  const words = item.title ?? item.text;
  return makeButton(name, () => store.select(item.index, { from }), {
    class: 'ui-link',
    title: words === name ? null : words,
    dir: 'auto',
  });
}

export function makePill(words, kind) {
  return make('span', { class: `ui-pill ui-pill-${kind}` }, words);
}

/** Gives the words of each part of linked premises. */
function partsOf(model, group) {
  return group.children
    .map((child) => model.items[child])
    .filter((child) => child.slot === 'premises')
    .map((child) => referredTo(model, child))
    .map((part) => [part.label, part.title ?? part.text ?? nameOf(part)].filter(Boolean).join(' '));
}

function shortName(item) {
  const name = nameOf(item);
  return name.length > MOST_OF_A_NAME ? `${name.slice(0, MOST_OF_A_NAME - 1)}…` : name;
}
