/** What the map takes from its sources: which paragraphs are cited, by whom, and in which words. */

/** Gives the nodes that cite a paragraph. */
export function nodesAt(reading, number) {
  return reading.passages[number - 1]?.nodes ?? [];
}

/** Counts the paragraphs that some node cites. */
export function countUsed(reading) {
  return reading.passages.filter(({ nodes }) => nodes !== undefined).length;
}

/** Tells whether the words of a source are in the page. */
export function hasText(reading) {
  return reading.passages.some(({ text }) => text !== undefined);
}

/**
 * Gives the source beside the map that an item cites: the one that is shown, where it does.
 *
 * @param {object} model the map.
 * @param {object} item a statement.
 * @param {object | null} shown the reading that is shown.
 */
export function readingOf(model, item, shown) {
  const cited = new Set((item.cites ?? []).map(({ source }) => source));
  const placed = (reading) => cited.has(reading.source) && citedIn(reading, item).size > 0;
  const cites = shown !== null && placed(shown);
  return cites ? shown : (model.readings.find(placed) ?? null);
}

/**
 * Finds the paragraphs of a source that an item cites, and where in them its quotations stand.
 *
 * @returns {Map<number, [number, number][]>} by the number of the paragraph, in order.
 */
export function citedIn(reading, item) {
  const found = new Map();
  const add = (number, spots = []) => {
    if (reading.passages[number - 1] === undefined) return;
    found.set(number, [...(found.get(number) ?? []), ...spots]);
  };
  for (const cited of item.cites ?? []) {
    if (cited.source !== reading.source) continue;
    for (const number of numbersOf(cited, reading.passages.length)) add(number);
    for (const [number, start, end] of cited.spots ?? []) add(number, [[start, end]]);
  }
  for (const spots of found.values()) spots.sort(([one], [other]) => one - other);
  return new Map([...found].sort(([one], [other]) => one - other));
}

/** Tells whether a citation is of a paragraph. */
function covers({ at, found = [] }, number) {
  if (at === undefined) return found.includes(number);
  const [first, last] = ends(at);
  return first <= number && number <= last;
}

function ends(at) {
  const [first, last = first] = at.split('-').map(Number);
  return [first, last];
}

/** Lists the paragraphs that a citation names; where it names none, those its words stand in. */
function numbersOf({ at, found }, count) {
  if (at === undefined) return found ?? [];
  const [first, last] = ends(at);
  const length = Math.max(0, Math.min(last, count) - first + 1);
  return Array.from({ length }, (_, step) => first + step);
}

/**
 * Lists what the map's author took from a paragraph in words: quotations, and notes on them.
 *
 * @returns {{quote?: string, note?: string}[]} each only once.
 */
export function takenFrom(model, reading, number) {
  const taken = new Map();
  for (const node of nodesAt(reading, number)) {
    const item = model.items[model.itemOfNode.get(node)];
    for (const cited of item.cites ?? []) {
      const { source, quote, note } = cited;
      if (source !== reading.source || (quote ?? note) === undefined) continue;
      if (!covers(cited, number)) continue;
      taken.set(`${quote ?? ''}\n${note ?? ''}`, { quote, note });
    }
  }
  return [...taken.values()];
}
