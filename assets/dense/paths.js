// The lines and rings of a dense layer's drawing, as visualizer/figures/dense.py draws them: inputs
// stand at 0, outputs at 1, each input at its own number's height.

/** @import { Path } from "../shared/types.js" */

/**
 * @typedef {object} LayerData
 * @property {number[][]} weights Outputs by inputs.
 * @property {number[]} heights Of the outputs.
 * @property {[number, number][]} cells Left top corner of each input's cell on the map.
 */

const [INPUTS, OUTPUTS] = [0, 1];

/** @returns {Path} */
const nothing = () => ({ x: [null], y: [null] });

/** @param {[number, number][]} ends Heights of both ends of each link. @returns {Path} */
function links(ends) {
  return {
    x: [null, ...ends.flatMap(() => [INPUTS, OUTPUTS, null])],
    y: [null, ...ends.flatMap(([input, output]) => [input, output, null])],
  };
}

/**
 * The ring around the chosen output and its links, one trace for each weight.
 *
 * @param {LayerData} data
 * @param {number} output
 * @param {string[]} names Of the traces there are.
 * @returns {Record<string, Path>}
 */
export function chosenPaths({ weights, heights }, output, names) {
  const height = heights[output];
  /** @type {Record<string, Path>} */
  const paths = { chosen: { x: [OUTPUTS], y: [height] } };
  for (const name of names.filter((one) => one.startsWith("strong:"))) {
    const weight = name.slice("strong:".length);
    const inputs = weights[output].flatMap((w, i) => (String(w) === weight ? [i] : []));
    paths[name] = links(inputs.map((input) => [input, height]));
  }
  return paths;
}

/**
 * What lights up for an input, an output, or neither.
 *
 * @param {LayerData} data
 * @param {{ input?: number, output?: number }} part
 * @returns {Record<string, Path>}
 */
export function lightPaths({ heights, cells }, { input, output }) {
  if (input !== undefined) {
    const [x, y] = cells[input];
    return {
      "light-lines": links(heights.map((height) => [input, height])),
      "light-cells": { x: [x, x + 1, x + 1, x, x], y: [y, y, y + 1, y + 1, y] },
      "light-nodes": { x: [INPUTS], y: [input] },
    };
  }
  if (output !== undefined) {
    const height = heights[output];
    return {
      "light-lines": links(cells.map((_, i) => [i, height])),
      "light-cells": nothing(),
      "light-nodes": { x: [OUTPUTS], y: [height] },
    };
  }
  return { "light-lines": nothing(), "light-cells": nothing(), "light-nodes": nothing() };
}
