// The lines and rings of a dense layer's drawing, as visualizer/lessons/dense/figures/network.py
// draws them: inputs stand at 0, outputs at 1, each input at its own number's height.

/** @import { Path } from "../shared/types.js" */

/**
 * @typedef {"output" | "input" | "weight"} Way
 * What the steps go through: the outputs, or on the way back the inputs, or the links one by one.
 */

/**
 * @typedef {object} LayerData
 * @property {number[][]} weights Outputs by inputs.
 * @property {number[]} heights Of the outputs.
 * @property {[number, number][]} cells Left top corner of each input's cell on the map.
 */

/**
 * @typedef {object} Part One input or output, one in the making, or the link between two.
 * @property {number} [input]
 * @property {number} [output]
 * @property {number} [known] How many of its links have been multiplied; all, if it is not said.
 */

/**
 * How many steps there are.
 *
 * @param {LayerData} data
 * @param {Way} way
 */
export function stepsOf({ weights }, way) {
  const inputs = weights[0].length;
  return { output: weights.length, input: inputs, weight: weights.length * inputs }[way];
}

/**
 * What a step is about.
 *
 * @param {LayerData} data
 * @param {Way} way
 * @param {number} step
 * @returns {Part}
 */
export function partOfStep({ weights }, way, step) {
  if (way !== "weight") return { [way]: step };
  const inputs = weights[0].length;
  return { output: Math.floor(step / inputs), input: step % inputs };
}

/**
 * The step to go to for an input or an output; null where the steps do not go through it.
 *
 * @param {LayerData} data
 * @param {Way} way
 * @param {Part} part
 * @param {Part} now What the present step is about.
 */
export function stepOfPart({ weights }, way, part, now) {
  if (way !== "weight") return part[way] ?? null;
  const { output = 0, input = 0 } = { ...now, ...part };
  return output * weights[0].length + input;
}

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
      const place = part.input === undefined ? input : output;
      if (part.known !== undefined && place >= part.known) return;
      ends[`strong:${weight}`]?.push([input, heights[output]]);
    });
  });
  return Object.fromEntries(Object.entries(ends).map(([name, found]) => [name, links(found)]));
}

/**
 * The rings around the chosen output and the chosen input, and the outline of the input's cell.
 *
 * @param {LayerData} data
 * @param {Part} part
 * @returns {Record<string, Path>}
 */
export function chosenPath({ heights, cells }, { input, output }) {
  /** @type {Record<string, Path>} */
  const paths = {};
  if (output !== undefined) paths.chosen = { x: [OUTPUTS], y: [heights[output]] };
  if (input !== undefined) {
    paths["chosen-input"] = { x: [INPUTS], y: [input] };
    paths["chosen-cell"] = outline(cells[input]);
  }
  return paths;
}

/** @param {[number, number]} corner @returns {Path} */
function outline([x, y]) {
  return { x: [x, x + 1, x + 1, x, x], y: [y, y, y + 1, y + 1, y] };
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
    return {
      "light-cells": outline(cells[input]),
      "light-nodes": { x: [INPUTS], y: [input] },
    };
  }
  if (output !== undefined) {
    return { "light-cells": nothing(), "light-nodes": { x: [OUTPUTS], y: [heights[output]] } };
  }
  return { "light-cells": nothing(), "light-nodes": nothing() };
}
