/** Addresses of single statements: `page.html#id`. */
import { isStatement } from './model.js';

/** Gives the address of an item within the page. */
export function hashOf(item) {
  return `#${encodeURIComponent(item.link ?? item.address)}`;
}

/**
 * Gives each item its `link`, and the function that finds the item of an address; null for none.
 *
 * An author's ids win over labels, which win over places in the file.
 */
export function createAddresses(model) {
  const known = new Map();
  for (const key of ['id', 'label', 'address']) {
    for (const item of model.items) {
      const name = key === 'address' || isStatement(item) ? item[key]?.normalize('NFC') : undefined;
      if (name === undefined || known.has(name)) continue;
      known.set(name, item.index);
      item.link ??= name;
    }
  }
  return (hash) => known.get(nameIn(hash).normalize('NFC')) ?? null;
}

/** Gives the name in an address, whether or not it was written with percent signs. */
export function nameIn(hash) {
  const name = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Lets the page's address follow what is selected, and the other way round.
 *
 * @param {object} store the page's state.
 * @param {(index: number) => void} goTo shows an item.
 */
export function followLinks(store, goTo) {
  const find = createAddresses(store.model);
  const open = () => {
    if (nameIn(location.hash) === '') return;
    const index = find(location.hash);
    if (index !== null) goTo(index);
    else store.emit('say', `This map has no statement «${nameIn(location.hash)}».`);
  };
  store.on('select', ({ index }) => {
    const hash = index === null ? '' : hashOf(store.model.items[index]);
    if (hash !== location.hash) replaceAddress(hash);
  });
  addEventListener('hashchange', open);
  open();
}

function replaceAddress(hash) {
  const { pathname, search } = location;
  try {
    history.replaceState(null, '', hash || `${pathname}${search}`);
  } catch {
    // some browsers refuse it in embedded pages, or when it comes too often
  }
}
