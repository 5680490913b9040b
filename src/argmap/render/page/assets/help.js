/** The page's help: how to read a map, and the keys. */
import { make, makeButton, makeSign } from './dom.js';

const STATUSES = [
  ['stands', 'Stands', 'evidence reaches it, and nothing that stands speaks against it'],
  ['unsupported', 'No support', 'no evidence reaches it'],
  ['defeated', 'Defeated', 'what speaks against it stands, or all its support fell'],
  ['undecided', 'Undecided', 'what speaks for it and against it runs in a circle'],
];
const SIGNS = [
  ['for', 'supports the statement to its left, or above it in the outline'],
  ['against', 'speaks against that statement'],
  ['undercut', 'speaks against the step: the reason may be true, but this does not follow'],
];
const KEYS = [
  ['/', 'search; Enter goes to the next hit'],
  ['n p', 'next hit, previous hit'],
  ['u', 'next weak point: a statement that does not stand'],
  ['+ − 0', 'zoom in, zoom out, fit the width'],
  ['Esc', 'clear search and filters, then the selection'],
  ['?', 'this help'],
  ['↑ ↓ Home End', 'in the outline: from statement to statement'],
  ['→ ←', 'in the outline: unfold, fold, go in, go out; * unfolds all beside'],
  ['Enter Space', 'in the outline: select, or follow a reference'],
  ['letters', 'in the outline: the next statement that begins so (N, P, U with Shift)'],
];

/**
 * Makes the dialog.
 *
 * @returns {{dialog: HTMLDialogElement, hasKeys: () => boolean}} `hasKeys` tells whether the
 *   reader wants keys of one letter, which get in the way of those who speak to their computer.
 */
export function makeHelp() {
  const keys = make('input', { type: 'checkbox', checked: true });
  const dialog = make(
    'dialog',
    { class: 'ui-help', id: 'help', 'aria-labelledby': 'help-title' },
    makeButton('Close', () => dialog.close(), { class: 'ui-help-close' }),
    make('h2', { id: 'help-title' }, 'How to read the map'),
    make('p', {}, 'The thesis is at the top. Each box to the right is a reason for, or against.'),
    make('dl', {}, ...SIGNS.flatMap(([sign, says]) => row(makeSign(sign), says))),
    make('dl', {}, ...STATUSES.flatMap(([status, words, says]) => row(pill(status, words), says))),
    make('p', {}, 'A hollow sign has no effect. Statements in one frame count only together.'),
    make(
      'p',
      {},
      'A click on a statement tells all about it: why it stands or falls, and what its sources ' +
        'say. «Article» shows the source beside the map, and what nobody uses of it.',
    ),
    make('h2', {}, 'Keys'),
    make('dl', {}, ...KEYS.flatMap(([key, does]) => row(make('kbd', {}, key), does))),
    make('label', {}, keys, ' Keys of one letter or mark work'),
  );
  return { dialog, hasKeys: () => keys.checked };
}

function row(sign, says) {
  return [make('dt', {}, sign), make('dd', {}, says)];
}

function pill(status, words) {
  return make('span', { class: `ui-pill ui-pill-${status}` }, words);
}
