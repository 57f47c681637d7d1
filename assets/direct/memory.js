// What Plotly remembers of a trace. Whatever it does next, a redraw at another size, an export, a
// label, it does with this: so it says at every moment what is seen.

/** @import { Calculated, Chart, Contents } from "../shared/types.js" */

/**
 * Replace what a trace consists of. `_fullData` keeps the old arrays, which tells `Plotly.react` that
 * they have changed.
 *
 * @param {Chart} gd
 * @param {number} index
 * @param {Contents} contents
 */
export function remember(gd, index, contents) {
  Object.assign(gd.data[index], contents);
  const points = gd.calcdata?.[index];
  if (points) calculate(points, contents);
}

/**
 * Change the points that a trace was drawn from; the first one carries more than its place.
 *
 * @param {Calculated[]} points
 * @param {Contents} contents
 */
function calculate(points, { x, y, text, textfont }) {
  if (x && y) {
    // Plotly keeps one point, without a place, for a trace that has none.
    for (let i = 0; i < x.length; i++) {
      points[i] ??= { i };
      const isPlace = x[i] !== null && y[i] !== null;
      points[i].x = isPlace ? (x[i] ?? undefined) : undefined;
      points[i].y = isPlace ? (y[i] ?? undefined) : undefined;
    }
    points.length = x.length;
  }
  if (Array.isArray(text)) text.forEach((words, i) => points[i] && (points[i].tx = words));
  const color = textfont?.color;
  if (Array.isArray(color)) color.forEach((ink, i) => points[i] && (points[i].tc = ink));
}
