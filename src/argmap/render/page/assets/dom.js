/** Making elements. */
import { signMarkup } from './edges.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element; strings become text, never markup.
 *
 * @param {string} tag its name.
 * @param {object} attributes those that are null or false are left out, true is set without value.
 * @param {...(Node | string | null)} children what it holds.
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Makes a button with words on it, or with a mark and its words in `label`. */
export function makeButton(words, press, { label = null, ...attributes } = {}) {
  const made = make(
    'button',
    { type: 'button', 'aria-label': label, title: label, ...attributes },
    words,
  );
  made.addEventListener('click', press);
  return made;
}

/** Makes a label around a control. */
export function makeField(words, control, attributes = {}) {
  return make('label', attributes, `${words} `, control);
}

/** Makes a select of `[value, words]`. */
export function makeSelect(options, chosen, choose, attributes = {}) {
  const made = make('select', attributes);
  for (const [value, words] of options) made.append(make('option', { value }, words));
  made.value = chosen;
  made.addEventListener('change', () => choose(made.value));
  return made;
}

/** Makes the sign that the picture sets on a box: supports, speaks against, against the step. */
export function makeSign(sign, idle = false) {
  const made = document.createElementNS(SVG, 'svg');
  made.setAttribute('class', 'ui-sign');
  made.setAttribute('viewBox', '-11 -11 22 22');
  made.setAttribute('aria-hidden', 'true');
  made.innerHTML = signMarkup(sign, idle, 0, 0);
  return made;
}
