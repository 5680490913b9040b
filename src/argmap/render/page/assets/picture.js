/** The picture: panels, boxes and lines, laid out anew whenever something is folded. */
import { drawLines, signMarkup } from './edges.js';
import { hiddenItems } from './store.js';
import { placeTrees } from './tidy.js';
import { createZoom } from './zoom.js';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 28;
const INDENT = 40;
const PADDING = 18;
const PANEL_GAP = 18;
const HEADING = 45;
const TRUNK = 14;
/** Boxes further than so many pixels outside the view are not built yet. */
const AHEAD = 600;
/** Boxes past which those out of sight are taken down again. */
const MOST_BOXES = 1500;

/**
 * Draws the map into an SVG element and keeps it up to date.
 *
 * @returns {{zoom: object, rectOf: (item: number) => object | null, showAll: () => void,
 *   element: (item: number) => Element | null}}
 */
export function createPicture(store, view, svg) {
  const layers = {};
  for (const name of ['panels', 'lines', 'boxes']) {
    layers[name] = svg.appendChild(document.createElementNS(SVG, 'g'));
  }
  const state = {
    store,
    layers,
    places: new Map(),
    built: new Map(),
    gates: new Map(),
    all: false,
  };
  const zoom = createZoom(view, svg, () => {
    build(state, zoom);
    store.emit('zoom');
  });
  state.banners = drawBanners(state);
  const redraw = () => {
    const size = layOut(state);
    zoom.resize(size.width, size.height);
    build(state, zoom);
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      build(state, zoom);
    });
  };
  view.addEventListener('scroll', later, { passive: true });
  new ResizeObserver(later).observe(view);
  store.on('fold', redraw);
  store.on('mark', () => refresh(state));
  store.on('select', ({ index, center }) => {
    refresh(state);
    const rect = index === null ? null : rectOf(state, index);
    if (center && rect) zoom.center(rect);
    else if (rect) zoom.show(rect);
  });
  listen(store, view);
  redraw();
  return {
    zoom,
    rectOf: (item) => rectOf(state, item),
    /** Builds every box that is not folded away, for printing. */
    showAll() {
      state.all = true;
      build(state, zoom);
      state.all = false;
    },
    /** Gives the element of an item, where it is built. */
    element: (item) => elementOf(state, item),
    /** Gives the rectangle of each panel that is shown, banners included. */
    panels: () => state.panels,
  };
}

function drawBanners(state) {
  return state.store.model.parts.map((part) => {
    if (!part.banner) return null;
    const group = state.layers.boxes.appendChild(document.createElementNS(SVG, 'g'));
    group.innerHTML = part.banner.svg;
    return group;
  });
}

/** Places all that is not hidden, draws panels and lines, and gives the picture's size. */
function layOut(state) {
  const { model } = state.store;
  const hidden = hiddenItems(state.store);
  const shown = (index) => !hidden[model.boxes[index].item];
  state.places = new Map();
  state.gates = new Map();
  state.panels = [];
  const lines = new Map();
  const line = (kind, data) => lines.set(kind, (lines.get(kind) ?? '') + data);
  let y = MARGIN;
  for (const at of model.parts.keys()) y = placePart(state, at, shown, y, line);
  let width = MARGIN + INDENT + 700;
  for (const panel of state.panels) width = Math.max(width, panel.x + panel.width);
  for (const panel of state.panels) panel.width = width - panel.x;
  paintGround(state, lines, width);
  return { width: width + MARGIN, height: y + MARGIN / 2 };
}

/** Places a thesis and the panels below it; gives where the next one begins. */
function placePart(state, at, shown, top, line) {
  const { parts, boxes } = state.store.model;
  const { banner, panels } = parts[at];
  let y = top;
  if (banner) {
    placeBanner(state, at, y);
    y += banner.height + PANEL_GAP;
  }
  const hung = [];
  for (const panel of panels) {
    const roots = panel.roots.filter(shown);
    if (roots.length === 0) continue;
    const placed = placePanel(state, panel, roots, shown, y, line);
    state.panels.push(placed);
    y += placed.height + PANEL_GAP;
    hung.push(...roots.filter((root) => !boxes[root].moved));
  }
  if (banner) drawTrunk(state, hung, top + banner.height, line);
  return y + PANEL_GAP / 2;
}

function placeBanner(state, at, y) {
  state.banners[at].setAttribute('transform', `translate(${MARGIN} ${y})`);
}

function placePanel(state, panel, roots, shown, y, line) {
  const { boxes, size } = state.store.model;
  const children = (index) => boxes[index].children.filter(shown);
  const { tops, height } = placeTrees(roots, children, (index) => boxes[index].height, size.gap);
  const x = MARGIN + INDENT;
  const top = y + (panel.heading ? HEADING : PADDING);
  const columns = new Map(roots.map((root) => [root, 0]));
  let right = x;
  for (const [index, offset] of tops) {
    const left = x + PADDING + columns.get(index) * size.pitch;
    state.places.set(index, { x: left, y: top + offset });
    right = Math.max(right, left + boxes[index].width);
    for (const child of children(index)) columns.set(child, columns.get(index) + 1);
  }
  for (const index of tops.keys()) {
    const below = children(index).map((child) => boxes[child]);
    if (below.length === 0) continue;
    const gap = size.pitch - size.width;
    const gates = drawLines(boxes[index], below, state.places, boxes[index].width, gap, line);
    if (gates) state.gates.set(index, gates);
  }
  const bottom = top + height + PADDING;
  return { panel, x, y, width: right + PADDING + 14 - x, height: bottom - y };
}

/** Draws the line from a thesis down to what hangs on it. */
function drawTrunk(state, roots, top, line) {
  const { boxes } = state.store.model;
  const x = MARGIN + TRUNK;
  for (const root of roots) {
    const box = boxes[root];
    const place = state.places.get(root);
    const entry = place.y + box.entry;
    const kind = `e e-${box.sign}${box.idle ? ' idle' : ''}`;
    line(kind, `M${x} ${entry - 9}q0 9 9 9H${place.x + box.inset}`);
  }
  if (roots.length === 0) return;
  const last = roots[roots.length - 1];
  line('trunk', `M${x} ${top}V${state.places.get(last).y + boxes[last].entry - 9}`);
}

function paintGround(state, lines, width) {
  for (const group of state.banners) {
    group?.querySelector('.tb')?.setAttribute('width', String(width - MARGIN));
  }
  state.layers.panels.replaceChildren(
    ...state.panels.flatMap(({ panel, x, y, width: across, height }) => {
      const rect = element('rect', { class: 'sec', x, y, width: across, height, rx: 10 });
      if (!panel.heading) return [rect];
      const words = element('text', { class: 'st', x: x + 20, y: y + 26 });
      words.textContent = panel.heading;
      return [rect, words];
    }),
  );
  state.layers.lines.replaceChildren(
    ...[...lines].map(([kind, d]) => element('path', { class: kind, d })),
  );
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** Builds the boxes that are in sight, or near; takes down those that are hidden. */
function build(state, zoom) {
  const { boxes } = state.store.model;
  const seen = zoom.seen(AHEAD);
  for (const [index, group] of state.built) {
    if (!state.places.has(index)) drop(state, index, group);
  }
  for (const [index, place] of state.places) {
    const box = boxes[index];
    const near =
      state.all ||
      (place.x < seen.right &&
        place.x + box.width > seen.left &&
        place.y < seen.bottom &&
        place.y + box.height > seen.top);
    const group = state.built.get(index);
    if (near) put(state, box, place, group);
    else if (group && state.built.size > MOST_BOXES) drop(state, index, group);
    else group?.setAttribute('transform', `translate(${place.x} ${place.y})`);
  }
  refresh(state);
}

function drop(state, index, group) {
  group.remove();
  state.built.delete(index);
}

function put(state, box, place, group) {
  const made = group ?? state.layers.boxes.appendChild(document.createElementNS(SVG, 'g'));
  if (!group) {
    made.setAttribute('class', 'box');
    made.innerHTML = box.svg + signMarkup(box.sign, box.idle, box.inset, box.entry);
    made.overlay = made.appendChild(document.createElementNS(SVG, 'g'));
    state.built.set(box.index, made);
  }
  made.setAttribute('transform', `translate(${place.x} ${place.y})`);
  const overlay = (state.gates.get(box.index) ?? '') + toggles(state.store, box);
  if (made.drawn !== overlay) {
    made.overlay.innerHTML = overlay;
    made.drawn = overlay;
  }
}

/** Writes the buttons that fold what is below each card of a box. */
function toggles(store, box) {
  const { items } = store.model;
  const linked = items[box.item].kind === 'premises';
  // folded in the outline, a step hides what is below any of its premises
  if (linked && store.folded.has(box.item)) return toggle(store, box.item, box.width, box.step);
  const cards = linked ? items[box.item].children : [box.item];
  const { pitch, width } = store.model.size;
  // premises side by side have each their own button; elsewhere all stand at the box's edge
  const right = (at) => (box.width > width ? at * pitch + width - 8 : box.width - 8);
  const written = cards.map((card, at) => toggle(store, card, right(at), box.ports[at]));
  if (linked && stepIsAimedAt(store, box)) {
    written.push(toggle(store, box.item, box.width, box.step));
  }
  return written.join('');
}

function stepIsAimedAt(store, box) {
  return box.children.some((child) => store.model.boxes[child].port < 0);
}

function toggle(store, index, x, y) {
  const item = store.model.items[index];
  if (y === undefined || item.below === 0) return '';
  const folded = store.folded.has(index);
  const words = folded ? String(item.below) : '−';
  const radius = words.length > 2 ? 12 : 9;
  return (
    `<g class="toggle${folded ? ' folded' : ''}" data-toggle="${index}" ` +
    `transform="translate(${x} ${y})">` +
    `<title>${folded ? `Show ${item.below} below` : `Hide ${item.below} below`}</title>` +
    `<circle r="${radius}"/><text text-anchor="middle" y="3.4">${words}</text></g>`
  );
}

/** Shows which item is looked at and which are dimmed. */
function refresh(state) {
  const { store } = state;
  for (const made of state.layers.boxes.querySelectorAll('[data-node]')) {
    const item = store.model.itemOfNode.get(Number(made.dataset.node));
    made.classList.toggle('selected', item === store.selected);
    made.classList.toggle('dim', store.kept !== null && !store.kept.has(item));
  }
}

function elementOf(state, index) {
  const { node } = state.store.model.items[index];
  return node === undefined ? null : state.layers.boxes.querySelector(`[data-node="${node}"]`);
}

/** Gives where an item is drawn; null where it is hidden or has no place of its own. */
function rectOf(state, index) {
  const { items, boxes, parts } = state.store.model;
  const banner = parts.findIndex((part) => part.banner?.item === index);
  if (banner >= 0) {
    const y = Number(/ (-?[\d.]+)\)/.exec(state.banners[banner].getAttribute('transform'))[1]);
    return { x: MARGIN, y, width: 700, height: parts[banner].banner.height };
  }
  const box = items[index].box;
  const place = state.places.get(box);
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
