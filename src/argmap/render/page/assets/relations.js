/** What an item has to do with others, as headings and lists a reader understands. */
import { signOf } from './words.js';

/**
 * Finds the places at which each node is used again, by `ref`.
 *
 * @returns {Map<number, number[]>} for each node the items that refer to it.
 */
export function readUses(model) {
  const uses = new Map();
  for (const item of model.items) {
    if (item.target === undefined) continue;
    if (!uses.has(item.target)) uses.set(item.target, []);
    uses.get(item.target).push(item.index);
  }
  return uses;
}

/**
 * Lists what an item has to do with others.
 *
 * @param {object} model the map.
 * @param {Map<number, number[]>} uses what `readUses` gave.
 * @param {object} item a statement, or linked premises.
 * @returns {{heading: string, entries: {item: object, sign: string | null}[]}[]} in the order in
 *   which they are read; none is empty.
 */
export function relationsOf(model, uses, item) {
  const lists = [...upward(model, item), ...downward(model, item)];
  for (const place of uses.get(item.node) ?? []) {
    for (const list of upward(model, model.items[place])) {
      lists.push({ ...list, heading: `Used again: ${lower(list.heading)}` });
    }
  }
  return lists.filter((list) => list.entries.length > 0);
}

/** Lists what an item is for or against, and what it counts together with. */
function upward(model, item) {
  const parent = model.items[item.parent];
  if (parent === undefined) return [];
  const isInGroup = parent.kind === 'premises';
  const aim = isInGroup ? model.items[parent.parent] : parent;
  const lists = [{ heading: UPWARD[item.slot] ?? 'Belongs to', entries: aim ? [entry(aim)] : [] }];
  if (isInGroup && item.slot !== 'unless') {
    const others = parent.children
      .map((child) => model.items[child])
      .filter((other) => other !== item && other.slot !== 'unless');
    lists.push(
      { heading: 'Counts only together with', entries: others.map(entry) },
      { heading: 'Speaks against this step', entries: childrenIn(model, parent, 'unless') },
    );
  } else if (isInGroup) {
    const parts = childrenIn(model, parent, 'premises');
    lists.push({ heading: 'The step is taken from', entries: parts });
  }
  return lists;
}

const UPWARD = {
  because: 'Supports',
  premises: 'Supports',
  warrant: 'Says why this follows',
  but: 'Speaks against',
  unless: 'Speaks against the step to',
};

function downward(model, item) {
  return Object.entries(DOWNWARD).map(([slot, heading]) => ({
    heading,
    entries: childrenIn(model, item, slot),
  }));
}

const DOWNWARD = {
  premises: 'Its parts, which count only together',
  warrant: 'Why this follows',
  because: 'Supported by',
  but: 'What speaks against it',
  unless: 'What speaks against the step to it',
};

function childrenIn(model, item, slot) {
  return item.children
    .map((child) => model.items[child])
    .filter((child) => child.slot === slot)
    .map((child) => ({ item: child, sign: signOf(child) }));
}

const entry = (item) => ({ item, sign: null });

const lower = (words) => words.charAt(0).toLowerCase() + words.slice(1);

/** Lists the items beside one, itself included, in the order they are written in. */
export function siblings(model, item) {
  return item.parent < 0 ? model.roots : model.items[item.parent].children;
}

/** Says where in a source a citation points: `paragraphs 4–6, page 12`; '' for the whole. */
export function placeWords({ at, page }) {
  const [first, last] = at?.split('-') ?? [];
  const words = [];
  if (last !== undefined) words.push(`paragraphs ${first}–${last}`);
  else if (first !== undefined) words.push(`paragraph ${first}`);
  if (page !== undefined) words.push(`page ${page}`);
  return words.join(', ');
}

/** Says whether a source holds what is cited, and how well that is known. */
export function verdictOf({ verified, found, quote, at }) {
  if (verified === true) {
    return quote ? { words: 'These words stand in the source.', state: 'held' } : null;
  }
  if (verified === undefined) {
    const words = 'Not compared with the source, whose text is not at hand.';
    return quote ? { words, state: 'open' } : null;
  }
  if (!quote) return { words: `The source has no paragraph ${at}.`, state: 'lacking' };
  if (!found) return { words: 'These words do not stand in the source.', state: 'lacking' };
  const numbers = found.length === 1 ? `paragraph ${found[0]}` : `paragraphs ${found.join(', ')}`;
  return { words: `These words stand elsewhere in the source: ${numbers}.`, state: 'lacking' };
}
