// A moment on a chart: what a player shows of it, and what a picture of it shows.

import { contents } from "./frame.js";
import { showKernel } from "./kernels.js";
import { shadeProducts } from "./shade.js";

/** @import { Brush } from "../direct/brush.js" */
/** @import { Chart, Contents, Layout, Lights, Moment, StageData } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * @typedef {object} Drawn What is drawn, and in which layout.
 * @property {StageData} data
 * @property {Example} example
 * @property {Layout} layout
 */

/**
 * Show a moment of an example on the chart that has its figure.
 *
 * @param {Chart} gd
 * @param {Brush} brush
 * @param {Drawn} drawn
 * @param {{ now: Moment, lights: Lights }} present
 * @param {number} [glide] Milliseconds of transition; 0 jumps.
 * @param {Record<string, Contents>} [besides] Other traces' contents.
 */
export function showMoment(gd, brush, drawn, { now, lights }, glide = 0, besides = {}) {
  const { data, example, layout } = drawn;
  // Too many to be read at this width: the formula has them, colours show them, sums stay.
  const readable = layout.regions.products[5] > 0;
  const places = Object.entries(layout.regions);
  const made = contents(example, now, lights, {
    offsets: Object.fromEntries(places.map(([role, region]) => [role, region[4]])),
    signs: Object.fromEntries(places.map(([role, region]) => [role, region[6]])),
    readable,
  });
  shadeProducts(gd, data.shade, now, readable);
  const numbers = gd.data.find((trace) => trace.name === "numbers:kernel");
  const kernel = numbers && showKernel(gd, data.kernels, now, numbers);
  if (kernel) made["numbers:kernel"] = kernel;
  brush.paint(gd, Object.assign(made, besides), glide);
}
