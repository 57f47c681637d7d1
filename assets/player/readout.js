// What the reader points at, in words. It stands under the stage, where it covers no cell.

import { writeFactor, writeNumber, writePrecise } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";

/** @import { Moment } from "../shared/types.js" */
/** @import { Example } from "./example.js" */
/** @import { Place } from "./lights.js" */

/**
 * @param {Example} example
 * @param {Place} place
 * @param {Moment} now
 * @param {Record<string, string>} labels
 */
export function readout(example, place, now, labels) {
  const { role, index, row, col } = place;
  const many = example.count(role) > 1;
  const name = role === "products" && !example.weight ? "window" : role;
  const grid = many ? filled(labels[`${role}_n`], { number: index + 1 }) : labels[name];
  const [top, left] = role === "input" ? example.data.origin : [0, 0];
  const where = filled(labels.cell, { grid, row: row + 1 - top, col: col + 1 - left });
  const value = valueOf(example, place, now);
  const told = Number.isNaN(value) ? where : `${where}: ${writePrecise(value)}`;
  const also = moreOf(example, place, now, labels);
  return also ? `${told} · ${also}` : told;
}

/**
 * @param {Example} example
 * @param {Place} place
 * @param {Moment} now
 */
function valueOf(example, { role, index, row, col }, now) {
  const [rows, cols] = example.size(role);
  const at = (index * rows + row) * cols + col;
  if (role === "input") return example.grid.values[at];
  if (role === "output") return example.output.values[at];
  if (role === "activated") return example.activated?.values[at] ?? NaN;
  const term = now.terms[at];
  if (role === "kernel") return term.weight ?? NaN;
  return term.counted ? term.value * (term.weight ?? 1) : NaN;
}

/**
 * @param {Example} example
 * @param {Place} place
 * @param {Moment} now
 * @param {Record<string, string>} labels
 */
function moreOf(example, { role, index, row, col }, now, labels) {
  if (role === "input") {
    const count = example.cellsReading(row, col).length;
    const all = example.perFilter;
    return filled(labels.read_by, { count: writeNumber(count), all: writeNumber(all) });
  }
  if (role === "products") {
    const [rows, cols] = example.size(role);
    const { value, weight } = now.terms[(index * rows + row) * cols + col];
    return weight === null ? "" : `${writeFactor(value)} · ${writeFactor(weight)}`;
  }
  return "";
}
