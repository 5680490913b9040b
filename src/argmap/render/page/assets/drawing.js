/** Drawing boxes, their buttons and their lines: on the screen, or apart from it on paper. */
import { drawLines, signMarkup } from './edges.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of SVG. */
export function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/**
 * Draws the lines from a box to those at its right.
 *
 * @returns {[string, string][]} their classes and paths; the gates on them are set in the link.
 */
export function drawLink({ boxes, size }, places, link) {
  const box = boxes[link.index];
  const children = link.children.map((child) => boxes[child]);
  const drawn = [];
  const gap = size.pitch - size.width;
  const line = (kind, data) => drawn.push([kind, data]);
  link.gates = drawLines(box, children, places, box.width, gap, line);
  return drawn;
}

/** Writes a box and the sign on its edge. */
export function boxMarkup(box) {
  return box.svg + signMarkup(box.sign, box.idle, box.inset, box.entry);
}

/** Writes the buttons that fold what is below each card of a box. */
export function writeToggles(store, box) {
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

/**
 * Draws some boxes apart from the picture, with the lines that lead to them or away from them.
 *
 * @param {object} store the page's state.
 * @param {object} plan where all stands; see `placeMap`.
 * @param {number[]} indexes the boxes.
 * @returns {SVGSVGElement} a picture in the coordinates of the plan.
 */
export function drawApart(store, { places, links }, indexes) {
  const { model } = store;
  const shown = new Set(indexes);
  const svg = element('svg', { 'aria-hidden': 'true' });
  const gates = new Map();
  for (const link of links) {
    const isShown = shown.has(link.index);
    const children = isShown ? link.children : link.children.filter((child) => shown.has(child));
    if (children.length === 0) continue;
    const apart = { index: link.index, children, gates: '' };
    for (const [kind, d] of drawLink(model, places, apart)) {
      svg.append(element('path', { class: kind, d }));
    }
    if (isShown) gates.set(link.index, apart.gates);
  }
  for (const index of indexes) {
    const { x, y } = places.get(index);
    const group = element('g', { class: 'ui-printed-box', transform: `translate(${x} ${y})` });
    const box = model.boxes[index];
    group.innerHTML = boxMarkup(box) + (gates.get(index) ?? '') + writeToggles(store, box);
    if (box.parent !== undefined && !shown.has(box.parent)) group.append(nameParent(model, box));
    svg.append(group);
  }
  return svg;
}

/** Names, at the end of a line that leads off the paper, the card it leads to. */
function nameParent({ boxes, items }, { parent, port, inset, entry }) {
  const { item } = boxes[parent];
  const cards = items[item].kind === 'premises' ? items[item].children : [item];
  const words = element('text', { class: 'sn', 'text-anchor': 'end', x: inset - 11, y: entry - 6 });
  words.textContent = items[cards[Math.max(port, 0)]]?.label ?? '';
  return words;
}
