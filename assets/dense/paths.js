// The lines and rings of a dense layer's drawing, as visualizer/lessons/dense/figures/network.py
// draws them: inputs stand at 0, outputs at 1, each input at its own number's height.

/** @import { Path } from "../shared/types.js" */

/**
 * @typedef {object} LayerData
 * @property {number[][]} weights Outputs by inputs.
 * @property {number[]} heights Of the outputs.
 * @property {[number, number][]} cells Left top corner of each input's cell on the map.
 */

/**
 * @typedef {object} Part One input or output, or an output in the making.
 * @property {number} [input]
 * @property {number} [output]
 * @property {number} [known] How many inputs have been multiplied; all, if it is not said.
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
 * The links of an input or an output, one trace for each weight, so that each keeps the colour and
 * the width of its weight.
 *
 * @param {LayerData} data
 * @param {Part} part
 * @param {string[]} names Of the traces there are.
 * @returns {Record<string, Path>}
 */
export function linkPaths({ weights, heights }, part, names) {
  /** @type {Record<string, [number, number][]>} */
  const ends = {};
  for (const name of names) if (name.startsWith("strong:")) ends[name] = [];
  weights.forEach((row, output) => {
    if (part.output !== undefined && part.output !== output) return;
    row.forEach((weight, input) => {
      if (part.input !== undefined && part.input !== input) return;
      if (part.known !== undefined && input >= part.known) return;
      ends[`strong:${weight}`]?.push([input, heights[output]]);
    });
  });
  return Object.fromEntries(Object.entries(ends).map(([name, found]) => [name, links(found)]));
}

/**
 * The ring around the chosen output.
 *
 * @param {LayerData} data
 * @param {number} output
 * @returns {Record<string, Path>}
 */
export function chosenPath({ heights }, output) {
  return { chosen: { x: [OUTPUTS], y: [heights[output]] } };
}

/**
 * The ring and the cell that light up for an input, an output, or neither.
 *
 * @param {LayerData} data
 * @param {Part} part
 * @returns {Record<string, Path>}
 */
export function lightPaths({ heights, cells }, { input, output }) {
  if (input !== undefined) {
    const [x, y] = cells[input];
    return {
      "light-cells": { x: [x, x + 1, x + 1, x, x], y: [y, y, y + 1, y + 1, y] },
      "light-nodes": { x: [INPUTS], y: [input] },
    };
  }
  if (output !== undefined) {
    return { "light-cells": nothing(), "light-nodes": { x: [OUTPUTS], y: [heights[output]] } };
  }
  return { "light-cells": nothing(), "light-nodes": nothing() };
}
