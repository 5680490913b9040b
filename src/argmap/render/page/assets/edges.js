/** Lines between boxes and the marks on them, as `paint/edges.py` draws them. */

const APART = 15;
const GATE = 24;
const LEVEL = 12;
/** Pixels up or down past which a line is no curve any more. */
const FAR = 140;
/** Where, right of a column, lines of each kind go up and down. */
const TRACKS = { for: 16, against: 24, undercut: 32 };
const SIGNS = {
  for: ['M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z', 'M-4 0h8M0 -4v8'],
  against: [
    'M-6 -7.5h12a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1 -1.5 1.5h-12a1.5 1.5 0 0 1 -1.5 -1.5v-12a1.5 1.5 0 0 1 1.5 -1.5z',
    'M-4 0h8',
  ],
  undercut: ['M0 -9.5L9.5 0 0 9.5 -9.5 0z', 'M-2.8 -2.8l5.6 5.6M2.8 -2.8l-5.6 5.6'],
};
const SMALL = ['M0 -7.5L7.5 0 0 7.5 -7.5 0z', 'M-2.2 -2.2l4.4 4.4M2.2 -2.2l-4.4 4.4'];

const short = (value) => String(Math.round(value * 100) / 100);

/** Writes a sign on a box's edge, as SVG. */
export function signMarkup(sign, idle, x, y, small = false) {
  const [shape, mark] = small ? SMALL : SIGNS[sign];
  const rest = idle ? ' idle' : '';
  const move = `transform="translate(${short(x)} ${short(y)})"`;
  return (
    `<path class="sign sign-${sign}${rest}" ${move} d="${shape}"/>` +
    `<path class="mark mark-${sign}${rest}" ${move} d="${mark}"/>`
  );
}

/**
 * Draws the lines from one box to the boxes at its right.
 *
 * @param {object} parent a box.
 * @param {object[]} children the boxes that are shown of those below it.
 * @param {Map<number, {x: number, y: number}>} places where each box is.
 * @param {number} width of a box.
 * @param {number} gap between two columns.
 * @param {(kind: string, data: string) => void} line takes a line's class and path.
 * @returns {string} the gates that undercuts set on lines, as SVG, around the parent's corner.
 */
export function drawLines(parent, children, places, width, gap, line) {
  const ports = new Map();
  for (const child of children) {
    if (!ports.has(child.port)) ports.set(child.port, []);
    ports.get(child.port).push(child);
  }
  let gates = '';
  for (const [port, here] of ports) {
    gates += drawPort(parent, port, here, places, { width, gap }, line);
  }
  return gates;
}

function drawPort(parent, at, children, places, room, line) {
  const place = places.get(parent.index);
  const inner = at < 0 ? parent.step : parent.ports[at];
  const supported = at >= 0 && children.some((child) => child.sign === 'for');
  const kinds = [...new Set(children.map((child) => child.sign))];
  const lines = supported ? kinds.filter((kind) => kind !== 'undercut') : kinds;
  const x = place.x + parent.width - parent.inset;
  const height = (sign) => place.y + inner + (lines.indexOf(sign) - (lines.length - 1) / 2) * APART;
  const undercuts = children.filter((child) => child.sign === 'undercut');
  const gate = gateOf(parent, at, supported, { x, y: place.y, height, lines, inner });
  for (const child of children) {
    const kind = `e e-${child.sign}${child.idle ? ' idle' : ''}`;
    const target = places.get(child.index);
    const end = [target.x + child.inset, target.y + child.entry];
    if (child.sign === 'undercut' && supported) line(kind, toGate(gate, end));
    else if (child.sign === 'undercut')
      line(kind, curve(child.sign, gate, end, place.x + room.width, room.gap));
    else
      line(kind, curve(child.sign, [x, height(child.sign)], end, place.x + room.width, room.gap));
  }
  if (undercuts.length === 0) return '';
  const idle = undercuts.every((child) => child.idle);
  return signMarkup('undercut', idle, gate[0] - place.x, gate[1] - place.y, true);
}

/** Gives where an undercut meets what it is aimed at: the lines, the rows, or the frame. */
function gateOf(parent, at, supported, { x, y, height, lines, inner }) {
  if (supported) return [x + GATE, height('for')];
  const rows = at >= 0 ? parent.supports?.[at] : null;
  if (rows) return [x, y + rows];
  return [x, lines.includes('undercut') ? height('undercut') : y + inner];
}

/**
 * Bends between the columns only, so that no line runs through a card. Lines that reach far go
 * straight up or down, those of one kind in one track.
 */
function curve(sign, [x, y], [end, target], edge, gap) {
  const left = edge + gap;
  if (Math.abs(target - y) > FAR) return track(TRACKS[sign], [x, y], [end, target], edge);
  const middle = edge + gap / 2;
  return (
    `M${short(x)} ${short(y)}H${short(edge)}` +
    `C${short(middle)} ${short(y)} ${short(middle)} ${short(target)} ` +
    `${short(left)} ${short(target)}H${short(end)}`
  );
}

function track(offset, [x, y], [end, target], edge) {
  const across = edge + offset;
  const turn = target > y ? 9 : -9;
  return (
    `M${short(x)} ${short(y)}H${short(across - 9)}q9 0 9 ${turn}` +
    `V${short(target - turn)}q0 ${turn} 9 ${turn}H${short(end)}`
  );
}

function toGate([x, y], [end, target]) {
  if (Math.abs(target - y) < LEVEL) {
    return `M${short(x)} ${short(y)}L${short(end)} ${short(target)}`;
  }
  const bend = Math.min(22, Math.abs(target - y)) * (target > y ? 1 : -1);
  return (
    `M${short(x)} ${short(y)}V${short(target - bend)}` +
    `Q${short(x)} ${short(target)} ${short(x + Math.abs(bend))} ${short(target)}H${short(end)}`
  );
}
