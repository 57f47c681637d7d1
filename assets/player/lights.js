// What pointing at a part of the stage shows: from an output cell its window, from an input cell
// every output that reads it, from a weight every input it meets.

/** @import { Cell, Hit, Lights, Moment, Offset, Term } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/** @typedef {{ role: string, index: number, row: number, col: number }} Place */

/**
 * The cell under the pointer: its panel and its place there, from 0; null for a sum.
 *
 * @param {Example} example
 * @param {Hit} hit
 * @param {Record<string, Offset[]>} offsets
 * @returns {Place | null}
 */
export function placeOf(example, hit, offsets) {
  const role = hit.name.split(":")[1];
  const [rows, cols] = example.size(role);
  const index = Math.floor(hit.number / (rows * cols));
  if (index >= offsets[role].length) return null;
  const rest = hit.number % (rows * cols);
  return { role, index, row: Math.floor(rest / cols), col: rest % cols };
}

/**
 * The step that an output cell stands for; null for a place elsewhere.
 *
 * @param {Example} example
 * @param {Place} place
 */
export function stepOf(example, { role, index, row, col }) {
  return example.results.includes(role) ? example.step(index, row, col) : null;
}

/**
 * The step that a click chooses: an output cell's own, or the first that reads an input cell.
 *
 * @param {Example} example
 * @param {Place} place
 * @param {Moment} now
 */
export function stepToPin(example, place, now) {
  if (place.role !== "input") return stepOf(example, place);
  const [first] = example.cellsReading(place.row, place.col);
  return first ? example.step(now.filter, ...first) : null;
}

/**
 * The cells to light for a place outside the outputs.
 *
 * @param {Example} example
 * @param {Place} place
 * @param {Moment} now
 * @returns {Lights}
 */
export function lightsFor(example, { role, index, row, col }, now) {
  /** @type {Cell} */
  const cell = [row, col];
  if (role === "input") {
    const hits = example.cellsReading(row, col);
    /** @type {Record<number, Cell[]>} */
    const readers = {};
    for (let f = 0; f < example.filters; f++) {
      if (example.channelsOf(f).includes(index)) readers[f] = hits;
    }
    const outputs = example.results.map((result) => [result, readers]);
    return { input: { [index]: [cell] }, ...Object.fromEntries(outputs) };
  }
  /** @type {Cell[]} */
  const met = role === "kernel" ? example.cellsMeeting(row, col) : [[now.rows[row], now.cols[col]]];
  return { kernel: { [index]: [cell] }, input: { [now.channels[index]]: met } };
}

/**
 * The cells to light for a term of the formula.
 *
 * @param {Term} term
 * @returns {Lights}
 */
export function lightsForTerm(term) {
  return {
    input: { [term.channel]: [[term.row, term.col]] },
    kernel: { [term.index]: [[term.ky, term.kx]] },
  };
}
