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

const ARROWS = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The cell that an arrow key leads to: within its grid, else in the next one. From nowhere it leads
 * to the output cell of the moment; null for another key.
 *
 * @param {Example} example
 * @param {Place | null} place
 * @param {Moment} now
 * @param {string} key
 * @returns {Place | null}
 */
export function beside(example, place, now, key) {
  const arrow = Object.entries(ARROWS).find(([name]) => name === key);
  if (!arrow) return null;
  if (!place) return { role: "output", index: now.filter, row: now.row, col: now.col };
  const [, [down, right]] = arrow;
  const [rows, cols] = example.size(place.role);
  const [row, col] = [place.row + down, place.col + right];
  if (row >= 0 && row < rows && col >= 0 && col < cols) return { ...place, row, col };
  const { roles } = example;
  const role = right ? roles[roles.indexOf(place.role) + right] : place.role;
  const index = right ? place.index : place.index + down;
  const last = role ? example.count(role) - 1 : -1;
  if (!role || (down && (index < 0 || index > last))) return place;
  const [high, wide] = example.size(role);
  return {
    role,
    index: Math.min(index, last),
    row: right ? Math.min(row, high - 1) : down > 0 ? 0 : high - 1,
    col: right ? (right > 0 ? 0 : wide - 1) : col,
  };
}
