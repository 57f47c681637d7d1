// Where Plotly puts what it draws: the group of each trace, by its uid.

/** @import { Axis, Chart } from "../shared/types.js" */

/**
 * @typedef {object} Home
 * @property {Element} group
 * @property {Element} fills
 * @property {Element} lines
 * @property {Element} points
 * @property {Element} texts
 */

const PARTS = { fills: ".fills", lines: ".lines", points: ".points", texts: ".text" };

/** @type {WeakMap<Chart, Map<string, Home>>} */
const known = new WeakMap();

/**
 * The groups of a trace; null if Plotly has not drawn it. Plotly may make others at any redraw, so
 * they count only for as long as they are in the page.
 *
 * @param {Chart} gd
 * @param {number} index
 * @returns {Home | null}
 */
export function homeOf(gd, index) {
  const uid = gd._fullData[index]?.uid;
  if (!uid) return null;
  const found = known.get(gd) ?? new Map();
  known.set(gd, found);
  const before = found.get(uid);
  if (before?.group.isConnected) return before;
  const group = gd.querySelector(`.scatterlayer > .trace${uid}`);
  if (!group) return null;
  const [fills, lines, points, texts] = Object.values(PARTS).map((part) =>
    group.querySelector(`:scope > ${part}`),
  );
  if (!fills || !lines || !points || !texts) return null;
  const home = { group, fills, lines, points, texts };
  found.set(uid, home);
  return home;
}

/**
 * The axes of a trace.
 *
 * @param {Chart} gd
 * @param {number} index
 * @returns {[Axis, Axis]}
 */
export function axesOf(gd, index) {
  const { xaxis = "x", yaxis = "y" } = gd.data[index];
  const { _fullLayout: layout } = gd;
  return [layout[`xaxis${xaxis.slice(1)}`], layout[`yaxis${yaxis.slice(1)}`]];
}
