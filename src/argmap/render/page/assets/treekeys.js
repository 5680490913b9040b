/** The keys of a tree, after the tree view pattern of the WAI-ARIA Authoring Practices. */
import { foldText } from './search.js';
import { saidBy } from './words.js';

/** Letters typed within so many milliseconds make one beginning. */
const TOGETHER = 700;
/** Keys of the whole page, which begin no word here; with Shift they do. */
const OF_THE_PAGE = ['n', 'p', 'u', '/', '?', '+', '-', '=', '0'];

/**
 * Listens to the keys of a tree.
 *
 * @param {HTMLElement} tree takes the keys.
 * @param {{rows: () => number[], active: () => number, store: object,
 *   move: (index: number) => void, open: (index: number) => void}} outline what they act on.
 */
export function listenToKeys(tree, outline) {
  const typed = { words: '', until: 0 };
  tree.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    // a space within words that are typed is one of their letters
    const typing = event.key === ' ' && performance.now() < typed.until;
    if (act && !typing) act(outline, outline.active());
    else if (!typeAhead(outline, typed, event.key)) return;
    event.preventDefault();
  });
}

const KEYS = {
  ArrowDown: (outline, index) => step(outline, index, 1),
  ArrowUp: (outline, index) => step(outline, index, -1),
  Home: (outline) => outline.move(outline.rows()[0]),
  End: (outline) => outline.move(outline.rows().at(-1)),
  ArrowRight: unfoldOrEnter,
  ArrowLeft: foldOrLeave,
  '*': unfoldSiblings,
  Enter: (outline, index) => outline.open(index),
  ' ': (outline, index) => outline.open(index),
};

function step(outline, index, by) {
  const rows = outline.rows();
  const next = rows[rows.indexOf(index) + by];
  if (next !== undefined) outline.move(next);
}

function unfoldOrEnter({ store, move }, index) {
  const { children } = store.model.items[index];
  if (children.length === 0) return;
  if (store.folded.has(index)) store.toggle(index);
  else move(children[0]);
}

function foldOrLeave({ store, move }, index) {
  const { children, parent } = store.model.items[index];
  if (children.length > 0 && !store.folded.has(index)) store.toggle(index);
  else if (parent >= 0) move(parent);
}

function unfoldSiblings({ store }, index) {
  const { items, roots } = store.model;
  const { parent } = items[index];
  const siblings = new Set(parent < 0 ? roots : items[parent].children);
  store.foldOnly([...store.folded].filter((folded) => !siblings.has(folded)));
}

/** Goes to the next row that begins with what is typed; tells whether the key was one for it. */
function typeAhead(outline, typed, key) {
  const now = performance.now();
  const goesOn = now < typed.until;
  if ([...key].length !== 1 || (!goesOn && OF_THE_PAGE.includes(key))) return false;
  typed.words = (goesOn ? typed.words : '') + foldText(key);
  typed.until = now + TOGETHER;
  const rows = outline.rows();
  // a first letter looks further than where one is; more letters may still mean the same row
  const from = rows.indexOf(outline.active()) + (goesOn ? 0 : 1);
  const begins = (index) => beginnings(outline.store.model, index, typed.words);
  const found = [...rows.slice(from), ...rows.slice(0, from)].find(begins);
  if (found !== undefined) outline.move(found);
  return true;
}

function beginnings(model, index, words) {
  const item = model.items[index];
  const said = [item.label, item.title, saidBy(model, item)];
  return said.some((text) => text !== undefined && foldText(text).startsWith(words));
}
