/** The paragraphs of a source, as elements. */
import { make } from './dom.js';
import { nodesAt, takenFrom } from './reading.js';

/** Builds a paragraph: its number, its words or what is quoted of it, and how much it is used. */
export function buildPassage(store, reading, number) {
  const { text, page, headings = [] } = reading.passages[number - 1];
  const count = nodesAt(reading, number).length;
  return make(
    'div',
    { class: `ui-passage${count === 0 ? ' ui-unused' : ''}`, 'data-number': number },
    ...headings.map(buildHeading),
    make(
      'div',
      { class: 'ui-paragraph' },
      make(
        'button',
        {
          type: 'button',
          class: 'ui-number',
          'aria-expanded': 'false',
          'aria-label': `Paragraph ${number}, ${usedWords(count)}`,
        },
        String(number),
      ),
      make(
        'div',
        { class: 'ui-said' },
        ...(text === undefined
          ? takenFrom(store.model, reading, number).map(buildTaken)
          : [make('p', { class: 'ui-words', dir: 'auto' }, text)]),
        make(
          'p',
          { class: 'ui-meta', 'aria-hidden': 'true' },
          make('span', { class: 'ui-use' }, usedWords(count)),
          page === undefined ? null : make('span', {}, `page ${page}`),
        ),
        make('div', { class: 'ui-citing' }),
      ),
    ),
  );
}

function usedWords(count) {
  if (count === 0) return 'not used in the map';
  return count === 1 ? 'used by 1 statement' : `used by ${count} statements`;
}

function buildHeading([level, words]) {
  return make(`h${Math.min(6, level + 2)}`, { dir: 'auto' }, words);
}

function buildTaken({ quote, note }) {
  return make(
    'p',
    { class: 'ui-taken', dir: 'auto' },
    quote === undefined ? null : make('q', { dir: 'auto' }, quote),
    quote !== undefined && note !== undefined ? ' ' : null,
    note,
  );
}
