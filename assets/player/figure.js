// Another figure in the chart that is there: it is drawn once, for the width there is.

import { replaceFigure } from "../shared/replace.js";
import { keyOf, rearranged } from "./arrangement.js";

/** @import { Chart, Figure, Layout, StageData } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * Draw a stage's figure in a chart that shows another one, or the same for another width.
 *
 * @param {Chart} gd
 * @param {StageData} data
 * @param {Example} example
 * @param {Layout} layout
 */
export function putFigure(gd, data, example, layout) {
  const figure = fitted(JSON.parse(data.figure), data, example, layout);
  figure.layout.height = layout.height;
  return replaceFigure(gd, figure);
}

/**
 * A figure as it is to be at one width.
 *
 * @param {Figure} figure Made for the nominal width; it is changed.
 * @param {StageData} data
 * @param {Example} example
 * @param {Layout} layout
 */
export function fitted(figure, data, example, layout) {
  figure.data[0].player = data.id;
  const key = keyOf(layout);
  if (key === data.nominal) return figure;
  const { restyle, indices, update } = rearranged(figure, data, example, layout);
  for (const [path, values] of Object.entries(restyle)) {
    values.forEach((value, i) => set(figure.data[indices[i]], path, value));
  }
  for (const [path, value] of Object.entries(update)) set(figure.layout, path, value);
  figure.data[0].fit = key;
  return figure;
}

/**
 * @param {Record<string, any>} object
 * @param {string} path Names with dots between.
 * @param {unknown} value
 */
function set(object, path, value) {
  const names = path.split(".");
  const last = names.pop() ?? "";
  names.reduce((inner, name) => (inner[name] ??= {}), object)[last] = value;
}
