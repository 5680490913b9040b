/** The edge by which a pane is made wider and narrower. */
import { make } from './dom.js';

const STEP = 24;
const LEAST = 180;

/**
 * Makes the edge of a pane; the pane needs `position: relative`.
 *
 * @param {HTMLElement} pane what is resized.
 * @param {string} label what it does, for screen readers.
 * @param {1 | -1} side 1 where the edge is at the pane's right, -1 where at its left.
 */
export function createSplitter(pane, label, side = 1) {
  const edge = make('div', {
    class: `ui-splitter ${side > 0 ? 'ui-splitter-right' : 'ui-splitter-left'}`,
    role: 'separator',
    'aria-orientation': 'vertical',
    'aria-label': label,
    'aria-valuemin': LEAST,
    tabindex: 0,
  });
  const most = () => Math.max(LEAST, Math.round(innerWidth * 0.6));
  const tell = () => {
    edge.setAttribute('aria-valuemax', String(most()));
    edge.setAttribute('aria-valuenow', String(Math.round(pane.getBoundingClientRect().width)));
  };
  const resize = (width) => {
    pane.style.width = `${Math.min(most(), Math.max(LEAST, Math.round(width)))}px`;
    tell();
  };
  edge.addEventListener('keydown', (event) => {
    const by = { ArrowRight: STEP, ArrowLeft: -STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize(pane.getBoundingClientRect().width + by * side);
  });
  listenToPointer(edge, (x) => {
    const { left, right } = pane.getBoundingClientRect();
    resize(side > 0 ? x - left : right - x);
  });
  new ResizeObserver(tell).observe(pane);
  return edge;
}

function listenToPointer(edge, move) {
  edge.addEventListener('pointerdown', (event) => {
    edge.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  edge.addEventListener('pointermove', (event) => {
    if (edge.hasPointerCapture(event.pointerId)) move(event.clientX);
  });
}
