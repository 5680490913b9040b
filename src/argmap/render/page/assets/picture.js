/** The picture: panels, boxes and lines, laid out anew whenever something is folded. */
import { boxMarkup, drawLink, element, writeToggles } from './drawing.js';
import { placeMap } from './place.js';
import { createZoom } from './zoom.js';

/** What is further than so many pixels outside the view is not built yet. */
const AHEAD = 600;
/** Boxes past which those out of sight are taken down again. */
const MOST_BOXES = 300;
/** So far the words of a thesis may reach to the right. */
const BANNER_WORDS = 700;

/**
 * Draws the map into an SVG element and keeps it up to date.
 *
 * Only what is in sight, or near, is built: a map may have ten thousand boxes.
 *
 * @returns {{zoom: object, rectOf: (item: number) => object | null,
 *   element: (item: number) => Element | null, plan: () => object}}
 */
export function createPicture(store, view, svg) {
  const layers = {};
  for (const name of ['panels', 'lines', 'boxes']) {
    layers[name] = svg.appendChild(element('g', {}));
  }
  const state = { store, layers, plan: null, built: new Map(), lines: new Map() };
  const zoom = createZoom(view, svg, () => {
    build(state, zoom.seen(AHEAD));
    store.emit('zoom');
  });
  state.banners = drawBanners(state);
  const redraw = () => {
    state.plan = placeMap(store);
    paintGround(state);
    zoom.resize(state.plan.width, state.plan.height);
    build(state, zoom.seen(AHEAD));
  };
  const later = oncePerFrame(() => build(state, zoom.seen(AHEAD)));
  view.addEventListener('scroll', later, { passive: true });
  new ResizeObserver(later).observe(view);
  store.on('fold', redraw);
  store.on('mark', () => mark(state, layers.boxes));
  store.on('select', ({ index, center }) => {
    mark(state, layers.boxes);
    const rect = index === null ? null : rectOf(state, index);
    if (center && rect) zoom.center(rect);
    else if (rect) zoom.show(rect);
  });
  listen(store, view);
  redraw();
  return {
    zoom,
    rectOf: (item) => rectOf(state, item),
    /** Gives the element of an item, where it is built. */
    element: (item) => elementOf(state, item),
    /** Gives where all that is shown stands; see `placeMap`. */
    plan: () => state.plan,
  };
}

function oncePerFrame(act) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      act();
    });
  };
}

function drawBanners({ store, layers }) {
  const drawn = store.model.parts.filter(({ banner }) => banner);
  return drawn.map(({ banner }) => {
    const group = layers.boxes.appendChild(element('g', {}));
    group.innerHTML = banner.svg;
    return group;
  });
}

/** Paints what lies below boxes and lines, and puts the theses in their places. */
function paintGround({ plan, banners, layers }) {
  for (const [at, { x, y, width }] of plan.banners.entries()) {
    banners[at].setAttribute('transform', `translate(${x} ${y})`);
    banners[at].querySelector('.tb')?.setAttribute('width', String(width));
  }
  layers.panels.replaceChildren(
    ...plan.panels.flatMap(({ panel, x, y, width, height }) => {
      const rect = element('rect', { class: 'sec', x, y, width, height, rx: 10 });
      if (!panel.heading) return [rect];
      const words = element('text', { class: 'st', x: x + 20, y: y + 26 });
      words.textContent = panel.heading;
      return [rect, words];
    }),
  );
}

/** Builds what is in a stretch of the picture; takes down what is hidden, or far from it. */
function build(state, seen) {
  const { boxes } = state.store.model;
  const { places } = state.plan;
  const gates = paintLines(state, seen);
  for (const [index, group] of state.built) {
    if (!places.has(index)) drop(state, index, group);
  }
  for (const [index, place] of places) {
    const box = boxes[index];
    const group = state.built.get(index);
    if (isNear(place, box, seen)) put(state, box, place, gates.get(index) ?? '');
    else if (group && state.built.size > MOST_BOXES) drop(state, index, group);
    else if (group) move(group, place);
  }
}

function isNear({ x, y }, { width, height }, seen) {
  return x < seen.right && x + width > seen.left && y < seen.bottom && y + height > seen.top;
}

/**
 * Paints the lines that run through a stretch of the picture, those of a kind as one path.
 *
 * @returns {Map<number, string>} the gates on lines, by the box at their left.
 */
function paintLines(state, seen) {
  const paths = new Map();
  const gates = new Map();
  const paint = ([kind, data]) => paths.set(kind, (paths.get(kind) ?? '') + data);
  const isSeen = ({ top, bottom }) => top < seen.bottom && bottom > seen.top;
  for (const link of state.plan.links) {
    if (!isSeen(link)) continue;
    link.drawn ??= drawLink(state.store.model, state.plan.places, link);
    link.drawn.forEach(paint);
    if (link.gates) gates.set(link.index, link.gates);
  }
  for (const trunk of state.plan.trunks) if (isSeen(trunk)) trunk.drawn.forEach(paint);
  for (const kind of state.lines.keys()) if (!paths.has(kind)) paths.set(kind, '');
  for (const [kind, data] of paths) setPath(state, kind, data);
  return gates;
}

function setPath({ lines, layers }, kind, data) {
  if (!lines.has(kind)) lines.set(kind, layers.lines.appendChild(element('path', { class: kind })));
  const path = lines.get(kind);
  if (path.getAttribute('d') !== data) path.setAttribute('d', data);
}

function drop(state, index, group) {
  group.remove();
  state.built.delete(index);
}

function move(group, { x, y }) {
  const transform = `translate(${x} ${y})`;
  if (group.getAttribute('transform') !== transform) group.setAttribute('transform', transform);
}

function put(state, box, place, gates) {
  let group = state.built.get(box.index);
  if (!group) {
    group = element('g', { class: 'box', 'data-box': box.index });
    group.innerHTML = boxMarkup(box);
    group.overlay = group.appendChild(element('g', {}));
    state.built.set(box.index, group);
    mark(state, group);
    state.layers.boxes.append(group);
  }
  move(group, place);
  const overlay = gates + writeToggles(state.store, box);
  if (group.drawn !== overlay) {
    group.overlay.innerHTML = overlay;
    group.drawn = overlay;
  }
}

/** Shows, on what is built, which item is looked at and which are dimmed. */
function mark({ store }, built) {
  for (const made of built.querySelectorAll('[data-node], [data-ref]')) {
    const { node, ref } = made.dataset;
    const item = store.model.itemOfNode.get(Number(node ?? ref));
    made.classList.toggle('selected', node !== undefined && item === store.selected);
    made.classList.toggle('dim', store.kept !== null && !store.kept.has(item));
  }
}

function elementOf(state, index) {
  const { node } = state.store.model.items[index];
  return node === undefined ? null : state.layers.boxes.querySelector(`[data-node="${node}"]`);
}

/** Gives where an item is drawn; null where it is hidden or has no place of its own. */
function rectOf({ store, plan }, index) {
  const { items, boxes } = store.model;
  const banner = plan.banners.find(({ item }) => item === index);
  if (banner) return { ...banner, width: BANNER_WORDS };
  const box = items[index].box;
  const place = plan.places.get(box);
  return place ? { ...place, width: boxes[box].width, height: boxes[box].height } : null;
}

/** Selects, folds and jumps by the mouse. */
function listen(store, view) {
  view.addEventListener('click', (event) => {
    if (view.classList.contains('dragged')) {
      event.preventDefault();
      return;
    }
    const toggled = event.target.closest('[data-toggle]');
    if (toggled) {
      store.toggle(Number(toggled.dataset.toggle));
      return;
    }
    const link = event.target.closest('a[href^="#n"]');
    if (link) {
      event.preventDefault();
      jump(store, Number(link.getAttribute('href').slice(2)));
      return;
    }
    const node = event.target.closest('[data-node]');
    if (node) select(store, Number(node.dataset.node));
  });
}

function jump(store, node) {
  store.select(store.model.itemOfNode.get(node), { from: 'picture' });
}

function select(store, node) {
  const index = store.model.itemOfNode.get(node);
  store.select(index, { center: false, from: 'picture' });
}
