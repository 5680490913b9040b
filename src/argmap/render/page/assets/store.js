/** What changes while the page is read, and who is told of it. */
import { nothingWanted } from './finder.js';
import { ancestors } from './model.js';

/**
 * Makes the one place where the page's state lives.
 *
 * Parts of the page change it through the functions below and hear of changes by
 * `store.on(event, listener)`:
 *
 * - `fold`: `store.folded`, the items whose boxes below are hidden, has changed.
 * - `select`: `store.selected` is another item, or null. Told with `{ index, center, from }`.
 * - `mark`: `store.kept` has changed: the items that a search or filter keeps, or null for all.
 * - `want`: `store.wanted` has changed: what search and filters ask for.
 * - `read`: `store.passage` is another passage of a source, or null.
 * - `zoom`: the picture is shown larger or smaller.
 * - `say`: words are to be shown, and read out: told with the words.
 */
export function createStore(model) {
  const store = {
    ...createEvents(),
    model,
    /** Items whose boxes below are hidden. */
    folded: new Set(),
    /** Item that the reader looks at, or null. */
    selected: null,
    /** Items that are not dimmed, or null for all. */
    kept: null,
    /** What search and filters ask for. */
    wanted: nothingWanted(),
    /** Items that are asked for, in reading order, or null where nothing is. */
    hits: null,
    /** Passage that is open beside the map: `{ source, number }`, or null. */
    passage: null,

    /** Tells whether an item may be folded. */
    canFold(index) {
      return model.items[index].children.length > 0;
    },

    /** Replaces all that is folded. */
    foldOnly(indexes) {
      store.folded = new Set([...indexes].filter((index) => store.canFold(index)));
      store.emit('fold');
    },

    /** Folds an item, or unfolds it; `folded` says which, where it is given. */
    toggle(index, folded = !store.folded.has(index)) {
      if (!store.canFold(index) || folded === store.folded.has(index)) return;
      if (folded) store.folded.add(index);
      else store.folded.delete(index);
      store.emit('fold');
    },

    /** Unfolds what hides an item. */
    reveal(index) {
      const hiding = ancestors(model, index).filter((above) => store.folded.has(above));
      for (const above of hiding) store.folded.delete(above);
      if (hiding.length > 0) store.emit('fold');
    },

    /** Makes an item the one looked at; null for none. `from` names the part that asks. */
    select(index, { center = true, from = '' } = {}) {
      if (index !== null) store.reveal(index);
      store.selected = index;
      store.emit('select', { index, center, from });
    },

    /** Changes some of what search and filters ask for. */
    want(change) {
      store.wanted = { ...store.wanted, ...change };
      store.emit('want');
    },

    /** Opens a passage of a source beside the map; null for none. */
    read(passage) {
      store.passage = passage;
      store.emit('read');
    },

    /** Dims all but some items; null for none. */
    keep(indexes) {
      store.kept = indexes;
      store.emit('mark');
    },
  };
  return store;
}

function createEvents() {
  const listeners = new Map();
  return {
    on(event, listener) {
      if (!listeners.has(event)) listeners.set(event, []);
      listeners.get(event).push(listener);
    },

    emit(event, detail) {
      for (const listener of listeners.get(event) ?? []) listener(detail);
    },
  };
}

/** Gives, for each item, whether a folded item above it hides it. */
export function hiddenItems(store) {
  const { items } = store.model;
  const hidden = new Uint8Array(items.length);
  for (const item of items) {
    if (item.parent < 0) continue;
    if (hidden[item.parent] || store.folded.has(item.parent)) hidden[item.index] = 1;
  }
  return hidden;
}
