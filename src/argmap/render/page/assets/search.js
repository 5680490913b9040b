/** Finding statements by their words. Nothing here knows of the page. */
import { isStatement } from './model.js';

const ASCII = /^[\0-\x7f]*$/;
/** Accents, points and vowel signs that readers leave out when they type. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHES = /[\u2018-\u201b\u02bc\u2032]/g;
const QUOTES = /[\u201c-\u201f\u00ab\u00bb\u2033]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** Folds what readers do not tell apart: case, accents, width, kinds of quotation marks. */
export function foldText(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

/** Parts what is looked for into words; all must be found, in any order. */
export function wordsOf(query) {
  return foldText(query).split(/\s+/).filter(Boolean);
}

/** Gives all words of an item, folded, one field a line. */
export function textOf(item, sources) {
  const said = [
    item.title,
    item.text,
    item.id,
    item.label,
    item.by,
    item.qualifier,
    item.note,
    item.conceded,
    item.section,
    item.warrant,
    item.scheme,
    ...(item.tags ?? []),
    ...(item.cites ?? []).flatMap((cite) => citedWords(cite, sources)),
    ...(item.findings ?? []).flatMap((finding) => [finding.code, finding.name]),
  ];
  return foldText(said.filter((words) => words !== undefined).join('\n'));
}

function citedWords({ source, at, page, quote, note }, sources) {
  return [source, sources[source]?.text, at && `¶ ${at}`, page && `p. ${page}`, quote, note];
}

/**
 * Makes what finds items by words: `find` lists all that hold every word. References are found at
 * what they refer to; `everything` lists them all the same.
 *
 * `prepare` reads a stretch of the items ahead of time, and tells whether there are more.
 */
export function createSearch(model) {
  const { items, sources } = model;
  const texts = [];
  const textAt = (item) => {
    texts[item.index] ??= textOf(item, sources);
    return texts[item.index];
  };
  return {
    find(query, everything = false) {
      const words = wordsOf(query);
      const found = [];
      for (const item of items) {
        if (!everything && !isStatement(item) && item.kind !== 'premises') continue;
        if (words.length === 0 || holds(textAt(item), words)) found.push(item.index);
      }
      return found;
    },

    prepare(from, count) {
      items.slice(from, from + count).forEach(textAt);
      return from + count < items.length;
    },
  };
}

function holds(text, words) {
  return words.every((word) => text.includes(word));
}
