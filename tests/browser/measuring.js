/* Lists what of a picture's text leaves the shape it belongs to, or runs into other text.
 * Called with the root of an SVG, and with whether marks over and under letters are measured as
 * well: where no font has a script, browsers stack an empty box for each, as high as they come.
 * Gives sentences. */
(svg, hasMarks) => {
  const ROOM = 0.6; // pixels; boxes are written with two decimals, browsers round to a 64th
  const PILL_ROOM = 1.5; // letters stacked three high touch the border of their pill
  const BODIES = ":scope > rect:is(.card, .evb, .grp, .tb)";
  const told = [];
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const page = { x: 0, y: 0, width, height };

  const panels = [...svg.querySelectorAll("g.panel")];
  const grounds = svg.querySelectorAll("rect.sec");

  const bodyOf = (text) => {
    for (let at = text.parentElement; at && at !== svg; at = at.parentElement) {
      const body = at.querySelector(BODIES);
      if (body) return [body.getBBox(), at];
      if (panels.includes(at)) return [grounds[panels.indexOf(at)].getBBox(), at];
    }
    return [page, svg];
  };

  /* A pill is followed by its icon, where it has one, and its words. */
  const pillOf = (text) => {
    let before = text.previousElementSibling;
    if (before && before.matches("path.ic")) before = before.previousElementSibling;
    return before && before.matches("rect:is(.pill, .and)") ? before.getBBox() : null;
  };

  /* What is painted; `textLength` is in the one measure, and not in the other. */
  const boxOf = (text) => {
    const { x, y, width, height } = text.getBBox();
    const length = text.hasAttribute("textLength") ? 0 : text.getComputedTextLength();
    return { x, y, width: Math.max(width, length), height };
  };

  const across = (inner, outer) => Math.max(
    outer.x - inner.x, inner.x + inner.width - outer.x - outer.width);
  const upright = (inner, outer) => Math.max(
    outer.y - inner.y, inner.y + inner.height - outer.y - outer.height);

  const rows = new Map();
  for (const text of svg.querySelectorAll("text")) {
    if (text.textContent.trim() === "") continue;
    const box = boxOf(text);
    const [body, holder] = bodyOf(text);
    const tell = (what, by) => told.push(`${what} by ${by.toFixed(1)}: ${text.textContent}`);
    if (box.width === 0 && /[\p{L}\p{N}]/u.test(text.textContent)) tell("is not painted", 0);
    const isStacked = !hasMarks && /\p{M}/u.test(text.textContent);
    const pill = pillOf(text) ?? body;
    for (const [name, outer, height] of [["box", body, ROOM], ["pill", pill, PILL_ROOM]]) {
      if (across(box, outer) > ROOM) tell(`leaves its ${name} sideways`, across(box, outer));
      if (isStacked) continue;
      if (upright(box, outer) > height) tell(`leaves its ${name} upright`, upright(box, outer));
    }
    if (!rows.has(holder)) rows.set(holder, new Map());
    const lines = rows.get(holder), line = text.getAttribute("y");
    if (!lines.has(line)) lines.set(line, []);
    lines.get(line).push([box, tell]);
  }
  for (const lines of rows.values()) {
    for (const line of lines.values()) {
      line.sort(([a], [b]) => a.x - b.x);
      for (let at = 1; at < line.length; at++) {
        const [left] = line[at - 1], [right, tell] = line[at];
        const common = left.x + left.width - right.x;
        if (common > ROOM) tell("is run into", common);
      }
    }
  }
  return told;
}
