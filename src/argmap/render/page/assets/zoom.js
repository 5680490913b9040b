/** Zooming and dragging the picture inside its scrolling box. */

const LEAST = 0.05;
const MOST = 3;
const STEP = 1.25;
/** A picture that would open smaller than this opens larger, and reaches past the window. */
const SMALL = 0.7;
const LEGIBLE = 0.85;

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
      start(whole());
    },

    /** Shows the beginning, as much of it as can be read. */
    open() {
      start(whole() < SMALL ? LEGIBLE : whole());
    },

    /** Gives the stretch of the picture that is seen, with so much more around it. */
    seen: (margin = 0) => stretch(view, zoom.scale, margin),

    /** Scrolls so far that a rectangle of the picture is seen, and not at all where it is. */
    show: (rect) => scrollJust(view, zoom.scale, rect),

    /** Scrolls a rectangle of the picture into the middle. */
    center: (rect) => scrollToMiddle(view, zoom.scale, rect),
  };

  const whole = () => Math.min(1, (view.clientWidth - 2) / size.width);

  function start(scale) {
    zoom.to(scale, 0, 0);
    view.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  }

  function apply() {
    svg.setAttribute('width', String(Math.ceil(size.width * zoom.scale)));
    svg.setAttribute('height', String(Math.ceil(size.height * zoom.scale)));
  }

  listen(view, zoom);
  return zoom;
}

function stretch({ scrollLeft, scrollTop, clientWidth, clientHeight }, scale, margin) {
  return {
    left: scrollLeft / scale - margin,
    top: scrollTop / scale - margin,
    right: (scrollLeft + clientWidth) / scale + margin,
    bottom: (scrollTop + clientHeight) / scale + margin,
  };
}

function scrollJust(view, scale, { x, y, width, height }) {
  const scrolled = (start, room, from, size) => Math.min(from, Math.max(start, from + size - room));
  view.scrollTo({
    left: scrolled(view.scrollLeft, view.clientWidth, x * scale, width * scale),
    top: scrolled(view.scrollTop, view.clientHeight, y * scale, height * scale),
    behavior: 'instant',
  });
}

function scrollToMiddle(view, scale, { x, y, width, height }) {
  view.scrollTo({
    left: (x + width / 2) * scale - view.clientWidth / 2,
    top: (y + height / 2) * scale - view.clientHeight / 2,
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
  });
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
