/**
 * The map as the page knows it: items (places of the file, parents first), the boxes of the
 * picture, and what lies below what. Nothing here changes once it is read.
 */

/**
 * Reads what `page_data` wrote.
 *
 * Adds to each item its number, children and box; to each box its number, children and place in
 * the tree; and counts the statements that folding an item hides.
 */
export function readModel(data) {
  const { items, boxes, parts } = data;
  const roots = [];
  items.forEach((item, index) => {
    item.index = index;
    item.children = [];
    item.box = -1;
    item.below = 0;
    if (item.parent < 0) roots.push(index);
    else items[item.parent].children.push(index);
  });
  const itemOfNode = new Map();
  for (const item of items) {
    if (item.node !== undefined) itemOfNode.set(item.node, item.index);
  }
  boxes.forEach((box, index) => {
    box.index = index;
    box.children = [];
    if (box.parent !== undefined) boxes[box.parent].children.push(index);
    items[box.item].box = index;
    for (const item of box.items) items[item].box = index;
  });
  const model = { ...data, roots, itemOfNode, panels: parts.flatMap((part) => part.panels) };
  countBelow(model);
  return model;
}

/** Counts, for each item, the statements in boxes below it: what folding it hides. */
function countBelow({ items, boxes }) {
  const own = new Array(items.length).fill(0);
  for (const box of boxes) own[box.item] = box.items.length;
  for (let index = items.length - 1; index > 0; index -= 1) {
    const { parent, below } = items[index];
    if (parent >= 0) items[parent].below += below + own[index];
  }
}

/** Lists an item's ancestors, the nearest first. */
export function ancestors(model, index) {
  const found = [];
  for (let at = model.items[index].parent; at >= 0; at = model.items[at].parent) found.push(at);
  return found;
}

/** Tells whether an item is a statement: neither a reference nor linked premises. */
export function isStatement(item) {
  return item.node !== undefined;
}

/** Gives the item that an item is about: for a reference the one referred to. */
export function resolve(model, index) {
  const item = model.items[index];
  return item.kind === 'ref' && item.target !== undefined
    ? model.itemOfNode.get(item.target)
    : index;
}

/** Gives the levels of statements above an item; 0 for a thesis. */
export function levels(model) {
  const depth = new Array(model.items.length).fill(0);
  for (const item of model.items) {
    if (item.parent < 0) continue;
    const parent = model.items[item.parent];
    depth[item.index] = depth[item.parent] + (parent.kind === 'premises' ? 0 : 1);
  }
  return depth;
}

/** The words by which a reader knows an item: `B5`, its id, or the first words of its text. */
export function nameOf(item) {
  return item.label ?? item.id ?? item.title ?? item.text ?? item.address;
}
