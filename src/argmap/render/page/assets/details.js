/** The panel that tells all about the statement a reader has chosen. */
import { make, makeButton } from './dom.js';
import { tellFacts } from './facts.js';
import { hashOf } from './links.js';
import { readUses, siblings } from './relations.js';
import { createSplitter } from './splitter.js';

/**
 * Fills the panel, and shows it while an item is selected.
 *
 * @param {object} store the page's state.
 * @param {HTMLElement} pane the panel.
 * @param {HTMLElement} view the picture, which gets the focus where nothing else can.
 */
export function createDetails(store, pane, view) {
  const state = { store, pane, view, opener: null, uses: readUses(store.model) };
  const bar = makeBar(state);
  state.body = make('div', { class: 'ui-body' });
  pane.append(createSplitter(pane, 'Width of the details', -1), bar, state.body);
  const byKey = watchKeys();
  store.on('select', ({ index, from }) => {
    if (index === null) hide(state);
    else show(state, index, from === 'details' || byKey());
  });
  pane.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    store.select(null);
  });
}

function makeBar(state) {
  const { store } = state;
  state.previous = makeButton('‹', () => step(state, -1), { label: 'Previous beside it' });
  state.next = makeButton('›', () => step(state, 1), { label: 'Next beside it' });
  return make(
    'div',
    { class: 'ui-bar' },
    state.previous,
    state.next,
    makeButton('Copy link', () => copyLink(state), { class: 'ui-push' }),
    makeButton('×', () => store.select(null), { label: 'Close the details' }),
  );
}

/** Tells whether the reader chose in the outline, picture or article by a key. */
function watchKeys() {
  let pressed = false;
  const note = (event) => {
    pressed = event.type === 'keydown' && (event.key === 'Enter' || event.key === ' ');
  };
  for (const type of ['keydown', 'pointerdown']) document.addEventListener(type, note, true);
  return () => pressed && document.activeElement.closest('[role="tree"], .ui-view') !== null;
}

function show(state, index, takesFocus) {
  const { store, pane, body } = state;
  const item = store.model.items[index];
  if (pane.hidden || !pane.contains(document.activeElement)) {
    state.opener = document.activeElement;
  }
  pane.hidden = false;
  const beside = siblings(store.model, item);
  const at = beside.indexOf(index);
  state.previous.disabled = at <= 0;
  state.next.disabled = at === beside.length - 1;
  body.replaceChildren(...tellFacts(store, state.uses, item));
  body.scrollTop = 0;
  if (takesFocus) body.querySelector('h2').focus({ preventScroll: true });
}

function hide({ pane, opener, view }) {
  const held = pane.contains(document.activeElement);
  pane.hidden = true;
  if (!held) return;
  const isThere = opener?.isConnected && opener !== document.body;
  (isThere ? opener : view).focus({ preventScroll: true });
}

function step({ store }, by) {
  const beside = siblings(store.model, store.model.items[store.selected]);
  store.select(beside[beside.indexOf(store.selected) + by], { from: 'details' });
}

/** Copies the address of the item; where the browser refuses, shows it to be copied by hand. */
async function copyLink({ store, body }) {
  const address = location.href.replace(/#.*$/s, '') + hashOf(store.model.items[store.selected]);
  try {
    await navigator.clipboard.writeText(address);
    store.emit('say', 'Link copied');
  } catch {
    body.querySelector('.ui-address')?.remove();
    const field = make('input', { class: 'ui-address', readonly: true, 'aria-label': 'Link' });
    field.value = address;
    body.prepend(field);
    field.select();
  }
}
