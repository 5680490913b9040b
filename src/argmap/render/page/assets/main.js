/** Puts the page together. */
import { createArticle } from './article.js';
import { createControls } from './controls.js';
import { createDetails } from './details.js';
import { foldedAt } from './finder.js';
import { listenToPageKeys } from './keys.js';
import { followLinks } from './links.js';
import { isStatement, readModel } from './model.js';
import { createOutline } from './outline.js';
import { createPicture } from './picture.js';
import { createPrint } from './print.js';
import { createStore } from './store.js';
import { createTour, makeFoldedNote, makeStart } from './tour.js';

/** Statements past which a map opens folded. */
const MOST_OPEN = 400;
/** Levels below the theses that a map shows which opens folded. */
const OPENING_DEPTH = 2;
/** Windows in which the outline would leave no room for the picture; as in `page.css`. */
const NARROW = '(max-width: 760px)';

const byId = (id) => document.getElementById(id);
const model = readModel(JSON.parse(byId('data').textContent));
const store = createStore(model);
const statements = model.items.filter(isStatement).length;
if (statements > MOST_OPEN) store.foldOnly(foldedAt(model, OPENING_DEPTH));
// before the picture, which shows a statement in the room that is left
createDetails(store, byId('details'), byId('view'));
const picture = createPicture(store, byId('view'), byId('map'));
const { zoom } = picture;
const tour = createTour(store, picture);
const outline = byId('outline');
outline.hidden = matchMedia(NARROW).matches;
const controls = createControls(store, { bar: byId('tools'), outline, zoom, tour });
createArticle(store, { pane: byId('article'), bar: byId('tools'), picture });
byId('start').append(
  makeStart(store, tour) ?? '',
  statements > MOST_OPEN ? makeFoldedNote(store, OPENING_DEPTH, statements) : '',
);
createOutline(store, outline);
createPrint(store, picture);
// where the tools scroll, browsers leave what is half in sight as it is
byId('tools').addEventListener('focusin', ({ target }) => {
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
});
listenToPageKeys(store, { controls, tour, zoom });
zoom.open();
followLinks(store, tour.goTo);
document.documentElement.classList.add('ready');
