/**
 * A tidy tree in linear time (Reingold & Tilford 1981), as `layout/tidy.py` has it: subtrees are
 * drawn apart and pushed together until they nearly touch. Parents stand in the middle of their
 * children, or near the first of them where the children reach far down.
 */

/** Pixels that a parent may stand below its first child, so that both are seen at once. */
const FARTHEST = 120;

/**
 * Places boxes one above the other.
 *
 * @param {number[]} roots the trees, in order.
 * @param {(node: number) => number[]} childrenOf what is drawn below a node.
 * @param {(node: number) => number} heightOf pixels.
 * @param {number} gap least room between two boxes of one column.
 * @returns {{tops: Map<number, number>, height: number}} upper edges, the least of them 0.
 */
export function placeTrees(roots, childrenOf, heightOf, gap) {
  const order = [];
  const waiting = [...roots].reverse();
  while (waiting.length > 0) {
    const node = waiting.pop();
    order.push(node);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at]);
  }
  const offsets = new Map(order.map((node) => [node, 0]));
  const outlines = new Map();
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at];
    const children = childrenOf(node);
    const height = heightOf(node);
    const outline = join(children, outlines, offsets, gap) ?? { tops: [], ends: [], shift: 0 };
    const top = children.length > 0 ? topOf(children, height, offsets, heightOf) : 0;
    outline.shift -= top;
    for (const child of children) offsets.set(child, offsets.get(child) - top);
    outline.tops.push(-outline.shift);
    outline.ends.push(height - outline.shift);
    outlines.set(node, outline);
  }
  join(roots, outlines, offsets, gap);
  return settle(roots, order, childrenOf, heightOf, offsets);
}

function settle(roots, order, childrenOf, heightOf, offsets) {
  const tops = new Map(roots.map((root) => [root, offsets.get(root)]));
  for (const node of order) {
    for (const child of childrenOf(node)) tops.set(child, tops.get(node) + offsets.get(child));
  }
  let least = Infinity;
  let most = -Infinity;
  for (const [node, top] of tops) {
    least = Math.min(least, top);
    most = Math.max(most, top + heightOf(node));
  }
  for (const [node, top] of tops) tops.set(node, top - least);
  return { tops, height: order.length > 0 ? most - least : 0 };
}

/** Gives a parent's upper edge: in the middle of its children, unless that is far down. */
function topOf(children, height, offsets, heightOf) {
  const first = children[0];
  const last = children[children.length - 1];
  const middle =
    (offsets.get(first) + heightOf(first) / 2 + offsets.get(last) + heightOf(last) / 2) / 2;
  return Math.min(middle - height / 2, offsets.get(first) + FARTHEST);
}

/** Pushes subtrees together, one below the other. Contours hold the deepest column first. */
function join(children, outlines, offsets, gap) {
  let whole = null;
  for (const child of children) {
    const below = outlines.get(child);
    outlines.delete(child);
    if (whole === null) {
      whole = below;
      continue;
    }
    const room = distance(whole, below) + gap;
    offsets.set(child, room);
    below.shift += room;
    whole = merge(whole, below);
  }
  return whole;
}

function distance(upper, lower) {
  const common = Math.min(upper.ends.length, lower.tops.length);
  let most = -Infinity;
  for (let at = 1; at <= common; at += 1) {
    const room = upper.ends[upper.ends.length - at] - lower.tops[lower.tops.length - at];
    most = Math.max(most, room);
  }
  return most + upper.shift - lower.shift;
}

/** Makes one outline of two, walking the shorter. */
function merge(upper, lower) {
  const common = Math.min(upper.ends.length, lower.ends.length);
  const [kept, other, edges] =
    upper.ends.length >= lower.ends.length ? [upper, lower, 'ends'] : [lower, upper, 'tops'];
  const difference = other.shift - kept.shift;
  for (let at = 1; at <= common; at += 1) {
    kept[edges][kept[edges].length - at] = other[edges][other[edges].length - at] + difference;
  }
  return kept;
}
