/** The keys of the whole page. */
import { isWanting, nothingWanted } from './finder.js';

/**
 * Listens to the keys of the page.
 *
 * @param {object} store the page's state.
 * @param {{controls: object, tour: object, zoom: object}} parts what the keys act on.
 */
export function listenToPageKeys(store, { controls, tour, zoom }) {
  const keys = {
    '/': () => controls.search.focus(),
    '?': () => controls.help.showModal(),
    '+': zoom.in,
    '=': zoom.in,
    '-': zoom.out,
    0: zoom.fit,
    n: () => tour.hit(1),
    p: () => tour.hit(-1),
    u: () => tour.weakPoint(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (controls.help.open || event.isComposing) return;
    if (event.key === 'Escape') {
      if (clear(store)) event.preventDefault();
    } else if (keys[event.key] && controls.hasKeys() && !isTyping(event.target)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}

/** Clears search and filters, then the selection; tells whether there was anything. */
function clear(store) {
  if (isWanting(store.wanted) || store.kept !== null) store.want(nothingWanted());
  else if (store.selected !== null) store.select(null);
  else return false;
  return true;
}

function isTyping(target) {
  return target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]');
}
