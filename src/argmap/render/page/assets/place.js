/** Where everything stands: theses, panels and boxes, and which lines run between them. */
import { hiddenItems } from './store.js';
import { placeTrees } from './tidy.js';

export const MARGIN = 28;
const INDENT = 40;
const PADDING = 18;
const PANEL_GAP = 18;
const HEADING = 45;
const TRUNK = 14;
/** Panels are never narrower: a thesis has its words above them. */
const LEAST_WIDTH = 700;

/**
 * Places all that no folded item hides.
 *
 * @returns {{places: Map<number, {x: number, y: number}>, panels: object[], banners: object[],
 *   links: object[], trunks: object[], width: number, height: number}} `links` are boxes with the
 *   boxes at their right, `trunks` the ways from a thesis to what hangs on it; both say between
 *   which heights they are seen.
 */
export function placeMap(store) {
  const { model } = store;
  const hidden = hiddenItems(store);
  const shown = (index) => !hidden[model.boxes[index].item];
  const plan = { places: new Map(), panels: [], banners: [], links: [], trunks: [] };
  let y = MARGIN;
  for (const part of model.parts) y = placePart(model, part, shown, y, plan);
  let width = MARGIN + INDENT + LEAST_WIDTH;
  for (const panel of plan.panels) width = Math.max(width, panel.x + panel.width);
  for (const panel of plan.panels) panel.width = width - panel.x;
  for (const banner of plan.banners) banner.width = width - banner.x;
  return { ...plan, width: width + MARGIN, height: y + MARGIN / 2 };
}

/** Places a thesis and the panels below it; gives where the next one begins. */
function placePart(model, { banner, panels }, shown, top, plan) {
  let y = top;
  if (banner) {
    plan.banners.push({ item: banner.item, x: MARGIN, y, height: banner.height });
    y += banner.height + PANEL_GAP;
  }
  const hung = [];
  for (const panel of panels) {
    const roots = panel.roots.filter(shown);
    if (roots.length === 0) continue;
    const placed = placePanel(model, panel, roots, shown, y, plan);
    plan.panels.push(placed);
    y += placed.height + PANEL_GAP;
    hung.push(...roots.filter((root) => !model.boxes[root].moved));
  }
  if (banner) placeTrunk(model, hung, top + banner.height, plan);
  return y + PANEL_GAP / 2;
}

function placePanel({ boxes, size }, panel, roots, shown, y, plan) {
  const below = new Map();
  const children = (index) => {
    if (!below.has(index)) below.set(index, boxes[index].children.filter(shown));
    return below.get(index);
  };
  const { tops, height } = placeTrees(roots, children, (index) => boxes[index].height, size.gap);
  const x = MARGIN + INDENT;
  const top = y + (panel.heading ? HEADING : PADDING);
  const columns = new Map(roots.map((root) => [root, 0]));
  let right = x;
  for (const [index, offset] of tops) {
    const left = x + PADDING + columns.get(index) * size.pitch;
    plan.places.set(index, { x: left, y: top + offset });
    right = Math.max(right, left + boxes[index].width);
    for (const child of children(index)) columns.set(child, columns.get(index) + 1);
  }
  for (const index of tops.keys()) {
    if (children(index).length > 0) plan.links.push(linkOf(boxes, index, children(index), plan));
  }
  const bottom = top + height + PADDING;
  const width = right + PADDING + 14 - x;
  return { panel, boxes: [...tops.keys()], x, y, width, height: bottom - y };
}

function linkOf(boxes, index, children, { places }) {
  const { y } = places.get(index);
  const first = places.get(children[0]).y;
  const last = children[children.length - 1];
  return {
    index,
    children,
    top: Math.min(y, first),
    bottom: Math.max(y + boxes[index].height, places.get(last).y + boxes[last].height),
    drawn: null,
  };
}

/** Leads a line from a thesis down to what hangs on it. */
function placeTrunk({ boxes }, roots, top, { places, trunks }) {
  const x = MARGIN + TRUNK;
  let from = top;
  for (const root of roots) {
    const box = boxes[root];
    const place = places.get(root);
    const y = place.y + box.entry - 9;
    const kind = `e e-${box.sign}${box.idle ? ' idle' : ''}`;
    const branch = [kind, `M${x} ${y}q0 9 9 9H${place.x + box.inset}`];
    trunks.push({ top: from, bottom: y + 9, drawn: [['trunk', `M${x} ${from}V${y}`], branch] });
    from = y;
  }
}
