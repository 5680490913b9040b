/** Going from statement to statement: hits, weak points, and the line that says where to start. */
import { make, makeButton } from './dom.js';
import { ANY_WEAK, countHidden, nextHit, nextOf, weakPoints } from './finder.js';
import { nameOf } from './model.js';
import { hiddenItems } from './store.js';
import { counted, statusSentence } from './words.js';

/** Going to a statement makes a smaller picture so large. */
const READABLE = 0.7;

/**
 * Makes the ways through the map.
 *
 * @param {object} store the page's state.
 * @param {object} picture shows where a statement is.
 */
export function createTour(store, picture) {
  const weak = weakPoints(store.model);
  let lastWeak = null;

  /** Unfolds what hides an item, selects it and shows it in the middle, large enough to read. */
  function goTo(index) {
    store.reveal(index);
    if (picture.zoom.scale < READABLE) picture.zoom.to(READABLE);
    store.select(index, { from: 'tour' });
    // a reference is drawn within the box of what it is given for
    const { parent } = store.model.items[index];
    const around = parent >= 0 && !picture.rectOf(index) ? picture.rectOf(parent) : null;
    if (around) picture.zoom.center(around);
  }

  return {
    weak,
    goTo,

    /** Goes to the next hit, or the one before. */
    hit(step) {
      const hits = store.hits ?? [];
      const index = nextHit(hits, store.selected, step);
      if (index === null) {
        store.emit('say', store.hits === null ? 'Nothing is searched for' : 'No hits');
        return;
      }
      goTo(index);
      store.emit('say', `Hit ${hits.indexOf(index) + 1} of ${hits.length}`);
    },

    /** Goes to the next statement that does not stand. */
    weakPoint() {
      lastWeak = nextOf(weak, lastWeak);
      if (lastWeak === null) {
        store.emit('say', 'Every statement stands');
        return;
      }
      goTo(lastWeak);
      store.emit('say', `Weak point ${weak.indexOf(lastWeak) + 1} of ${weak.length}`);
    },
  };
}

/** Says how many statements are found, and how many of them are folded away. */
export function hitWords(store) {
  if (store.hits === null) return '';
  if (store.hits.length === 0) return 'No hits';
  const hidden = countHidden(store.hits, hiddenItems(store));
  const found = counted(store.hits.length, 'hit');
  return hidden > 0 ? `${found}, ${hidden.toLocaleString('en')} folded away` : found;
}

/** Makes the line that tells a new reader what the map argues for, and where it is weak. */
export function makeStart(store, tour) {
  const { items, roots } = store.model;
  const thesis = items[roots[0]];
  if (thesis === undefined) return null;
  const which = roots.length > 1 ? `The first of ${roots.length} theses` : 'The thesis';
  return make(
    'p',
    { class: 'ui-start' },
    makeButton('Start here', () => tour.goTo(thesis.index)),
    make(
      'span',
      { class: 'ui-start-words' },
      `${which} ${statusSentence(thesis)} `,
      make('q', { dir: 'auto' }, thesis.title ?? thesis.text ?? nameOf(thesis)),
    ),
    ...makeWays(store, tour),
  );
}

function makeWays(store, tour) {
  if (tour.weak.length === 0) return [make('span', {}, 'Every statement stands.')];
  const all = makeButton(`See ${counted(tour.weak.length, 'weak point')}`, () => {
    store.want({ status: ANY_WEAK });
    tour.weakPoint();
  });
  const next = makeButton('Next weak point', () => tour.weakPoint(), {
    title: 'The next statement that does not stand (u)',
  });
  return [all, next];
}

/** Makes the line that says that a large map is opened folded, until it is unfolded. */
export function makeFoldedNote(store, depth, statements) {
  const said =
    `This map has ${counted(statements, 'statement')}, so it opens folded: ` +
    `${counted(depth, 'level')} below the thesis. The numbers say how many are below.`;
  const note = make(
    'p',
    { class: 'ui-start' },
    make('span', { class: 'ui-start-words' }, said),
    makeButton('Unfold all', () => store.foldOnly([])),
  );
  store.on('fold', () => {
    if (store.folded.size === 0) note.remove();
  });
  return note;
}
