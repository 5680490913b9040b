/** Puts the page together. */
import { readModel } from './model.js';
import { createPicture } from './picture.js';
import { createStore } from './store.js';

/** Statements past which a map opens folded. */
const MOST_OPEN = 400;

const byId = (id) => document.getElementById(id);
const store = createStore(readModel(JSON.parse(byId('data').textContent)));
const picture = createPicture(store, byId('view'), byId('map'));
picture.zoom.fit();
document.documentElement.classList.add('ready');
