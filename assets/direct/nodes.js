// Where Plotly put what it drew: the group of each trace, by its uid. Plotly may draw anew at any
// moment, so a group counts only for as long as it is in the page; what is in it is looked up live.

/** @import { Axis, Chart } from "../shared/types.js" */

/**
 * @typedef {object} TraceNodes
 * @property {Element} group
 * @property {Element | null} fill The outline that is filled, if the trace has one.
 * @property {Element} lines
 * @property {Element} points
 * @property {Element} texts
 */

/** @type {WeakMap<Chart, Map<string, TraceNodes>>} */
const known = new WeakMap();

/**
 * The nodes of a trace; null if Plotly has not drawn it.
 *
 * @param {Chart} gd
 * @param {number} index
 * @returns {TraceNodes | null}
 */
export function nodesOf(gd, index) {
  const uid = gd._fullData[index]?.uid;
  if (!uid) return null;
  const found = known.get(gd) ?? new Map();
  known.set(gd, found);
  const before = found.get(uid);
  if (before?.group.isConnected) return before;
  const group = gd.querySelector(`.scatterlayer > .trace${uid}`);
  const [lines, points, texts] = [".lines", ".points", ".text"].map(
    (part) => group?.querySelector(`:scope > ${part}`) ?? null,
  );
  if (!group || !lines || !points || !texts) return null;
  const fill = group.querySelector(":scope > .fills .js-fill");
  const nodes = { group, fill, lines, points, texts };
  found.set(uid, nodes);
  return nodes;
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

/**
 * What cuts a trace's lines off at the end of its axes; null if something else does.
 *
 * @param {Chart} gd
 * @param {number} index
 */
export function clipOf(gd, index) {
  const { xaxis = "x", yaxis = "y" } = gd.data[index];
  const id = gd._fullLayout._plots[xaxis + yaxis]?.layerClipId;
  return id ? `url(#${id})` : null;
}
