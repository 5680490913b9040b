/** Which statements a reader asks for, by words, kind, status and finding. */
import { isStatement, levels } from './model.js';
import { createSearch } from './search.js';

/** Statuses of weak points, the weakest first. */
const WEAK = ['unsupported', 'defeated', 'undecided'];
/** The filter of all statements that do not stand. */
export const ANY_WEAK = 'weak';
/** The filter of all that a finding is about. */
export const ANY_FINDING = 'any';

/** What is asked for when nothing is. */
export function nothingWanted() {
  return { words: '', without: new Set(), status: '', finding: '' };
}

/** Tells whether anything is asked for. */
export function isWanting({ words, without, status, finding }) {
  return words.trim() !== '' || without.size > 0 || status !== '' || finding !== '';
}

/** Makes the function that lists the items that are asked for, in reading order; null for all. */
export function createFinder(model, search = createSearch(model)) {
  return (wanted) => {
    if (!isWanting(wanted)) return null;
    return search
      .find(wanted.words, wanted.finding !== '')
      .filter((index) => fits(model.items[index], wanted));
  };
}

function fits(item, { words, without, status, finding }) {
  const narrowed = without.size > 0 || status !== '';
  if (narrowed && !isStatement(item)) return false;
  if (without.has(item.kind)) return false;
  if (status === ANY_WEAK ? !WEAK.includes(item.status) : status && item.status !== status) {
    return false;
  }
  const codes = item.findings ?? [];
  if (finding === ANY_FINDING) return codes.length > 0;
  if (finding !== '') return codes.some(({ code }) => code === finding);
  // linked premises are found by their own words, not by having none
  return isStatement(item) || words.trim() !== '';
}

/** Counts statements by a key of theirs. */
export function countBy(model, key) {
  const counts = new Map();
  for (const item of model.items) {
    if (isStatement(item)) counts.set(item[key], (counts.get(item[key]) ?? 0) + 1);
  }
  return counts;
}

/** Counts the items that each code is found at: `[code, name, count]`, by code. */
export function countFindings(model) {
  const counts = new Map();
  for (const { findings = [] } of model.items) {
    for (const [code, name] of new Map(findings.map(({ code, name }) => [code, name]))) {
      const row = counts.get(code) ?? [code, name, 0];
      row[2] += 1;
      counts.set(code, row);
    }
  }
  return [...counts.values()].sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Lists the statements that do not stand: those no evidence reaches before the defeated and the
 * undecided, and in each status those that the thesis rests on before those against it.
 */
export function weakPoints(model) {
  const sides = sidesOf(model);
  const weak = model.items.filter((item) => isStatement(item) && WEAK.includes(item.status));
  return weak
    .sort(
      (one, other) =>
        WEAK.indexOf(one.status) - WEAK.indexOf(other.status) ||
        sides[other.index] - sides[one.index] ||
        one.index - other.index,
    )
    .map((item) => item.index);
}

/** Gives for each item 1 where it speaks for the thesis in the end, -1 where against it. */
function sidesOf({ items }) {
  const sides = new Int8Array(items.length).fill(1);
  for (const { index, parent, slot } of items) {
    if (parent >= 0) sides[index] = sides[parent] * (slot === 'but' || slot === 'unless' ? -1 : 1);
  }
  return sides;
}

/** Gives the item after another in a list, in a circle; from outside of it the first. */
export function nextOf(list, current) {
  return list[(list.indexOf(current) + 1) % list.length] ?? null;
}

/** Gives the hit after the place where a reader is, whether or not that is a hit. */
export function nextHit(hits, current, step = 1) {
  if (hits.length === 0) return null;
  if (current === null) return step > 0 ? hits[0] : hits[hits.length - 1];
  const after =
    step > 0 ? hits.find((hit) => hit > current) : hits.findLast((hit) => hit < current);
  return after ?? (step > 0 ? hits[0] : hits[hits.length - 1]);
}

/** Counts levels of statements below the theses. */
export function depthOf(model) {
  let deepest = 0;
  for (const level of levels(model)) if (level > deepest) deepest = level;
  return deepest;
}

/** Lists what is folded to show so many levels below the theses. */
export function foldedAt(model, depth) {
  const depths = levels(model);
  const folds = ({ index, kind, children }) =>
    children.length > 0 && kind !== 'premises' && depths[index] >= depth;
  return model.items.filter(folds).map((item) => item.index);
}

/** Counts those of some items that a folded item hides. */
export function countHidden(indexes, hidden) {
  return indexes.reduce((count, index) => count + (hidden[index] ? 1 : 0), 0);
}
