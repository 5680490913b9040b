/** The page's own words for what a map holds: signs, kinds, statuses. */
import { isStatement } from './model.js';

/** Names that are read out; a reason may have hundreds of premises. */
const FEW = 5;
const SIGNS = { because: 'for', premises: 'for', but: 'against', unless: 'undercut' };
const RELATIONS = {
  thesis: 'Thesis',
  because: 'Supports',
  but: 'Speaks against',
  unless: 'Speaks against the step',
  premises: 'Counts together with',
  warrant: 'Why this follows',
};
const KINDS = {
  claim: 'Claim',
  evidence: 'Evidence',
  counterpoint: 'Counterpoint',
  assumption: 'Assumption',
};
const STATUSES = {
  stands: 'Stands',
  unsupported: 'No support',
  defeated: 'Defeated',
  undecided: 'Undecided',
};
const STATUS_SENTENCES = {
  stands: 'stands: evidence reaches it, and nothing that stands speaks against it.',
  unsupported: 'has no support: no evidence reaches it.',
  defeated:
    'is defeated: something that stands speaks against it, or against all that supports it.',
  undecided: 'is undecided: what speaks for it and against it runs in a circle.',
};

/** Gives the sign on an item: `for`, `against`, `undercut`, or null. */
export function signOf(item) {
  return SIGNS[item.slot] ?? null;
}

/** Tells whether what an item says has no effect, since it does not stand or is conceded. */
export function isIdle(model, item) {
  const told = referredTo(model, item);
  return told.conceded !== undefined || told.status !== 'stands';
}

/** Says in what relation an item is to the one above it. */
export function relationWords(model, item) {
  if (item.slot !== 'premises') return RELATIONS[item.slot];
  const others = partners(model, item);
  return others.length > 0 ? `Counts together with ${fewOf(others)}` : 'Supports';
}

/** Lists the premises that an item is linked with. */
export function partners(model, item) {
  if (item.slot !== 'premises') return [];
  return model.items[item.parent].children
    .map((child) => model.items[child])
    .filter((other) => other !== item && other.slot === 'premises')
    .map((other) => referredTo(model, other));
}

/** Gives the item a reference leads to; any other item is its own, as is one that leads nowhere. */
export function referredTo(model, item) {
  if (item.kind !== 'ref') return item;
  return model.items[model.itemOfNode.get(item.target)] ?? item;
}

/** Gives the word for a kind of statement. */
export function kindWords(kind) {
  return KINDS[kind] ?? '';
}

/** Gives the words for a status. */
export function statusWords(status) {
  return STATUSES[status] ?? '';
}

/** Says of a statement what became of it, as the end of a sentence; '' where it is not judged. */
export function statusSentence(item) {
  return STATUS_SENTENCES[item.status] ?? '';
}

/** Gives the words of an item's status and its class; null where there is nothing to tell. */
export function statusOf(item) {
  const { status, kind, cites } = item;
  if (status === undefined || kind === 'ref') return null;
  if (kind === 'premises') return stepStatus(status);
  if (status === 'unsupported' && kind === 'evidence' && !cites) {
    return { words: 'No source', status };
  }
  const needsSupport = kind === 'claim' || kind === 'counterpoint';
  return status === 'stands' && !needsSupport ? null : { words: STATUSES[status], status };
}

/** A step is told of only where it fails. */
function stepStatus(status) {
  if (status === 'stands') return null;
  const words = status === 'unsupported' ? 'A part has no support' : STATUSES[status];
  return { words, status };
}

/** Names the first of some items, and counts the others: «A1, A2 and A3». */
export function fewOf(items) {
  const names = items.slice(0, FEW).map(shortName);
  if (items.length > FEW) names.push(`${items.length - FEW} more`);
  return joined(names);
}

/** Joins words to a list as it is said: «A1, A2 and A3». */
export function joined(words) {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Writes a count and its noun. */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What an item says, in its author's words; of linked premises how many they are. */
export function saidBy(model, item) {
  if (isStatement(item)) return item.text;
  if (item.kind === 'ref') return referredTo(model, item).text;
  const count = item.children.filter((child) => model.items[child].slot === 'premises').length;
  if (count < 2) return count === 1 ? 'A reason' : 'An empty reason';
  return `${count} statements that count only together`;
}

function shortName(item) {
  const name = item.label ?? item.id ?? item.text ?? item.address;
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
