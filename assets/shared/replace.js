// Another figure in the chart that is there, drawn once.

/** @import { Axis, Chart, Figure } from "./types.js" */

/**
 * Draw another figure in a chart.
 *
 * Traces and layout are replaced inside the objects that the chart has: Streamlit holds these too, and
 * would draw the old figure again at the next resize if it were given others. The chart keeps its
 * width.
 *
 * @param {Chart} gd
 * @param {Figure} figure
 */
export function replaceFigure(gd, figure) {
  const { width } = gd._fullLayout;
  // Plotly remembers of each axis what its domain and range were before it made cells equal, and would
  // take the old figure's for the new one's.
  for (const [name, axis] of Object.entries(gd._fullLayout)) {
    if (!/^[xy]axis/.test(name)) continue;
    delete (/** @type {Axis} */ (axis)._inputDomain);
    delete (/** @type {Axis} */ (axis)._inputRange);
  }
  gd.data.splice(0, gd.data.length, ...figure.data);
  /** @type {Record<string, unknown>} */
  const old = gd.layout;
  for (const name of Object.keys(old)) delete old[name];
  Object.assign(gd.layout, figure.layout, { width });
  return window.Plotly?.react(gd, gd.data, gd.layout, gd._context);
}
