/** Cutting the picture of a section into sheets of paper, between cards and never through one. */

/** Cards are never printed smaller than this, unless one alone is larger than a sheet. */
const LEAST = 0.65;
/** Room for the signs and lines around cards. */
const AROUND = 34;

/**
 * Cuts a panel.
 *
 * A panel that fits on one sheet, legibly, is one sheet. Of others each box is on one sheet, and
 * whole: columns from left to right, and from top to bottom in each stretch of columns.
 *
 * @param {{index: number, x: number, y: number, width: number, height: number}[]} boxes of a panel.
 * @param {{width: number, height: number}} room on a sheet, in pixels.
 * @returns {{boxes: number[], x: number, y: number, width: number, height: number,
 *   scale: number}[]} what each sheet shows, and how large.
 */
export function cutPanel(boxes, room) {
  const whole = sheetOf(boxes, room, 1);
  if (whole.scale >= LEAST) return [whole];
  const across = room.width / whole.width;
  const scale = across >= LEAST ? Math.min(1, across) : LEAST;
  const reach = {
    width: room.width / scale - 2 * AROUND,
    height: room.height / scale - 2 * AROUND,
  };
  return cutAcross(boxes, reach.width)
    .flatMap((band) => cutDown(band, reach.height))
    .map((some) => sheetOf(some, room, 1));
}

function cutAcross(boxes, width) {
  const cut = [];
  let band = [];
  for (const box of [...boxes].sort((one, other) => one.x - other.x)) {
    if (band.length > 0 && box.x + box.width > band[0].x + width) {
      cut.push(band);
      band = [];
    }
    band.push(box);
  }
  return [...cut, band];
}

/** Boxes that reach past the end of a sheet wait for the next one. */
function cutDown(boxes, height) {
  const cut = [];
  let rest = [...boxes].sort((one, other) => one.y - other.y || one.x - other.x);
  while (rest.length > 0) {
    const end = rest[0].y + height;
    const next = rest.findIndex((box) => box.y >= end);
    const near = next < 0 ? rest : rest.slice(0, next);
    const fits = near.filter((box) => box.y + box.height <= end);
    const taken = fits.length > 0 ? fits : [near[0]];
    const waiting = near.filter((box) => !taken.includes(box));
    cut.push(taken);
    rest = next < 0 ? waiting : [...waiting, ...rest.slice(next)];
  }
  return cut;
}

function sheetOf(boxes, room, most) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x - AROUND);
    top = Math.min(top, y - AROUND);
    right = Math.max(right, x + width + AROUND);
    bottom = Math.max(bottom, y + height + AROUND);
  }
  const [width, height] = [right - left, bottom - top];
  const scale = Math.min(most, room.width / width, room.height / height);
  return { boxes: boxes.map(({ index }) => index), x: left, y: top, width, height, scale };
}
