// Where the cells of a grid lie that is painted by itself.

/** @import { InputCell } from "../paint/sketch.js" */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const LARGEST = 40; // pixels

/**
 * The side of a cell in whole pixels, so that the grid is no wider than `widest`.
 *
 * @param {[number, number]} size Rows and columns.
 * @param {number} widest
 */
export function sideOf([rows, cols], widest) {
  return Math.max(4, Math.min(LARGEST, Math.floor(widest / Math.max(rows, cols))));
}

/**
 * The cell at a place, null beside the grid.
 *
 * @param {[number, number]} size Rows and columns.
 * @param {number} down From 0 at the top to 1 at the bottom.
 * @param {number} across From 0 at the left to 1 at the right.
 * @returns {InputCell | null}
 */
export function cellAt([rows, cols], down, across) {
  if (down < 0 || down >= 1 || across < 0 || across >= 1) return null;
  return { channel: 0, row: Math.floor(down * rows), col: Math.floor(across * cols) };
}

/**
 * The cell that an arrow key leads to, at most the last one; null for any other key.
 *
 * @param {[number, number]} size Rows and columns.
 * @param {InputCell} at
 * @param {string} key
 * @returns {InputCell | null}
 */
export function moved([rows, cols], { channel, row, col }, key) {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  const [down, right] = arrow;
  const within = (/** @type {number} */ place, /** @type {number} */ count) =>
    Math.min(Math.max(place, 0), count - 1);
  return { channel, row: within(row + down, rows), col: within(col + right, cols) };
}
