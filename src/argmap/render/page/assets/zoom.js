/** Zooming and dragging the picture inside its scrolling box. */

const LEAST = 0.05;
const MOST = 3;
const STEP = 1.25;

/**
 * Lets a picture be zoomed and dragged.
 *
 * @param {HTMLElement} view the box that scrolls.
 * @param {SVGSVGElement} svg the picture.
 * @param {() => void} changed told after the zoom changed.
 */
export function createZoom(view, svg, changed) {
  let size = { width: 1, height: 1 };
  const zoom = {
    scale: 1,

    /** Says how large the picture is, unzoomed. */
    resize(width, height) {
      size = { width, height };
      svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
      apply();
    },

    /** Zooms, so that the point of the picture at a place of the view stays there. */
    to(scale, x = view.clientWidth / 2, y = view.clientHeight / 2) {
      const next = Math.min(MOST, Math.max(LEAST, scale));
      const left = (view.scrollLeft + x) / zoom.scale;
      const top = (view.scrollTop + y) / zoom.scale;
      zoom.scale = next;
      apply();
      view.scrollTo({ left: left * next - x, top: top * next - y, behavior: 'instant' });
      changed();
    },

    in: () => zoom.to(zoom.scale * STEP),
    out: () => zoom.to(zoom.scale / STEP),

    /** Shows the whole width, not larger than it is drawn. */
    fit() {
      zoom.to(Math.min(1, (view.clientWidth - 2) / size.width), 0, 0);
      view.scrollTo({ left: 0, top: 0, behavior: 'instant' });
    },

    /** Gives the stretch of the picture that is seen, with so much more around it. */
    seen(margin = 0) {
      return {
        left: view.scrollLeft / zoom.scale - margin,
        top: view.scrollTop / zoom.scale - margin,
        right: (view.scrollLeft + view.clientWidth) / zoom.scale + margin,
        bottom: (view.scrollTop + view.clientHeight) / zoom.scale + margin,
      };
    },

    /** Scrolls so far that a rectangle of the picture is seen, and not at all where it is. */
    show({ x, y, width, height }) {
      const scrolled = (start, room, from, size) =>
        Math.min(from, Math.max(start, from + size - room));
      view.scrollTo({
        left: scrolled(view.scrollLeft, view.clientWidth, x * zoom.scale, width * zoom.scale),
        top: scrolled(view.scrollTop, view.clientHeight, y * zoom.scale, height * zoom.scale),
        behavior: 'instant',
      });
    },

    /** Scrolls a rectangle of the picture into the middle. */
    center({ x, y, width, height }) {
      view.scrollTo({
        left: (x + width / 2) * zoom.scale - view.clientWidth / 2,
        top: (y + height / 2) * zoom.scale - view.clientHeight / 2,
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
      });
    },
  };

  function apply() {
    svg.setAttribute('width', String(Math.ceil(size.width * zoom.scale)));
    svg.setAttribute('height', String(Math.ceil(size.height * zoom.scale)));
  }

  listen(view, zoom);
  return zoom;
}

function listen(view, zoom) {
  view.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = view.getBoundingClientRect();
      const scale = zoom.scale * Math.exp(-event.deltaY / 400);
      zoom.to(scale, event.clientX - box.left, event.clientY - box.top);
    },
    { passive: false },
  );
  let from = null;
  view.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    from = { x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop, moved: false };
  });
  addEventListener('pointermove', (event) => {
    if (from === null) return;
    const left = from.x - event.clientX;
    const top = from.y - event.clientY;
    if (!from.moved && Math.hypot(left - view.scrollLeft, top - view.scrollTop) < 4) return;
    from.moved = true;
    view.classList.add('dragged');
    view.scrollTo({ left, top, behavior: 'instant' });
  });
  addEventListener('pointerup', () => {
    from = null;
    // a click that ends a drag is no click on a card
    setTimeout(() => view.classList.remove('dragged'));
  });
}
