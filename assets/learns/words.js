// What is said of a step of a descent, of a cell, and of the weight that is chosen.

import { writeFactor, writeNumber, writePrecise } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";
import { planeOf } from "./drawing.js";

/** @import { Piece } from "../player/formula.js" */
/** @import { Place } from "./arrange.js" */
/** @import { Descent } from "./descent.js" */

/** @typedef {Record<string, string>} Labels */

/**
 * A step and its loss; where it ended since it diverged, that too.
 *
 * @param {Descent} descent
 * @param {number} step
 * @param {Labels} labels
 * @param {string} [kind] Of the sentence.
 */
export function stepSaid({ losses, steps, diverged }, step, labels, kind = "step") {
  const values = { step, steps: steps - 1, loss: lossSaid(losses[step]) };
  const said = filled(labels[kind], values);
  const ends = kind === "step" && diverged && step === steps - 1;
  return ends ? `${said} ${labels.diverged}` : said;
}

/** @param {number} loss With three digits, as far as they go. */
function lossSaid(loss) {
  return loss >= 1000 ? writeNumber(Math.round(loss)) : writePrecise(loss, 2, 3);
}

/**
 * What a cell is and holds.
 *
 * @param {Descent} descent
 * @param {number} step
 * @param {{ place: Place, row: number, col: number }} cell
 * @param {{ labels: Labels, titles: Labels }} words
 */
export function atCell(descent, step, { place, row, col }, { labels, titles }) {
  const { role, rows, cols } = place;
  const plane = planeOf(place, descent.reads);
  const at = plane * rows * cols + row * cols + col;
  const values = {
    name: titles[role] ?? "",
    row: row + 1,
    col: col + 1,
  };
  if (role === "kernel" || role === "bias") {
    const which = role === "bias" ? descent.inKernels + place.filter : at;
    return filled(labels[role === "bias" ? "at_bias" : "at_weight"], {
      ...values,
      value: writePrecise(descent.weightAt(step, which)),
      gradient: writePrecise(descent.gradientAt(step, which)),
    });
  }
  if (role === "input" || role === "goal") {
    const value = role === "input" ? descent.grid.values[at] : descent.goal[at];
    return filled(labels.at_cell, { ...values, value: writePrecise(value) });
  }
  const [y, t] = [descent.outputAt(step)[at], descent.target[at]];
  return filled(labels.at_output, {
    ...values,
    y: writePrecise(y),
    t: writeFactor(t),
    apart: writePrecise(y - t),
  });
}

/**
 * The step of the chosen weight: what it is, less the learning rate times its gradient.
 *
 * @param {Descent} descent
 * @param {number} step
 * @param {number} which
 * @param {Labels} labels
 * @returns {Piece[]}
 */
export function formulaOf(descent, step, which, labels) {
  const at = descent.placeOf(which);
  const name = at ? filled(labels.weight, { row: at.row + 1, col: at.col + 1 }) : labels.bias_name;
  const weight = descent.weightAt(step, which);
  const gradient = descent.gradientAt(step, which);
  /** @type {Piece[]} */
  const pieces = [{ text: name, title: labels.formula }];
  if (step === descent.steps - 1) {
    return [
      ...pieces,
      { text: " = ", kind: "sign" },
      { text: writePrecise(weight), kind: "result" },
    ];
  }
  const decimals = decimalsFor(descent.rate * gradient);
  return [
    ...pieces,
    { text: " ← ", kind: "sign" },
    { text: writeNumber(weight, decimals) },
    { text: " − ", kind: "sign" },
    { text: writePrecise(descent.rate, 2, 3), title: labels.rate },
    { text: "·", kind: "sign" },
    { text: writeFactor(gradient), title: labels.gradient },
    { text: " = ", kind: "sign" },
    { text: writeNumber(descent.weightAt(step + 1, which), decimals), kind: "result" },
  ];
}

/**
 * How many decimals show that a weight was changed by so much, where they can be read: as in
 * learns/words.py.
 *
 * @param {number} change
 */
export function decimalsFor(change) {
  const size = Math.abs(change);
  if (size === 0) return 2;
  return size < 1e-6 ? 3 : Math.max(2, 1 - Math.floor(Math.log10(size)));
}
