// Small pictures side by side: kernels, maps and digits.

import { bytesOf, colorFor, ramp } from "../paint/colors.js";
import { unpack } from "../shared/arrays.js";
import { penOf, write } from "./pen.js";

/** @import { Fixed, Small } from "./store.js" */

const GAP = 4;
const TITLE = 18;
const EDGE = 1; // of the outline around a tile

/**
 * Where so many tiles stand in so much width: [columns, rows].
 *
 * @param {number} count
 * @param {number} side
 * @param {number} width
 * @returns {[number, number]}
 */
export function laid(count, side, width) {
  const columns = Math.max(1, Math.min(count, Math.floor((width + GAP) / (side + GAP))));
  return [columns, Math.ceil(count / columns)];
}

/**
 * Draw kernels or maps, (count, rows, columns) each, below one another with their names.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ name: string, values: Small }[]} groups
 * @param {number} side Of one tile, in pixels.
 * @param {Fixed} fixed
 * @param {string} [digit] A picture that stands before them.
 */
export function drawTiles(canvas, groups, side, fixed, digit) {
  const room = (/** @type {number} */ width) => width - EDGE - (digit ? side + 3 * GAP : EDGE);
  const titled = (/** @type {{ name: string }} */ { name }) => (name ? TITLE : GAP);
  const rows = (/** @type {number} */ width) =>
    groups.map(({ values }) => laid(values.shape[0], side, room(width))[1]);
  const found = penOf(canvas, (width) =>
    rows(width).reduce((sum, each, i) => sum + each * (side + GAP) + titled(groups[i]), 0),
  );
  if (!found) return;
  const { pen, width } = found;
  const colors = rampOf(fixed.colors);
  const left = width - EDGE - room(width);
  let top = 0;
  if (digit) drawDigit(pen, digit, 0, TITLE, side, fixed.colors.ink);
  groups.forEach((group, place) => {
    const { name, values } = group;
    pen.fillStyle = fixed.colors.ink;
    write(pen, name, left, top + 9);
    const grid = unpack(values);
    const [count, high, wide] = grid.shape;
    const [columns] = laid(count, side, room(width));
    const picture = new ImageData(wide, high);
    for (let tile = 0; tile < count; tile++) {
      for (let cell = 0; cell < high * wide; cell++) {
        const color = colorFor(colors, grid.values[tile * high * wide + cell], 127);
        picture.data.set([...color, 255], 4 * cell);
      }
      const x = left + (tile % columns) * (side + GAP);
      const y = top + titled(group) + Math.floor(tile / columns) * (side + GAP);
      stamp(pen, picture, x, y, side, (side * high) / wide);
      pen.strokeStyle = fixed.colors.line;
      pen.strokeRect(x - 0.5, y - 0.5, side + 1, side + 1);
    }
    top += rows(width)[place] * (side + GAP) + titled(group);
  });
}

/**
 * Draw digits with a line below each; returns how they are laid.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ picture: string, said: string, share: string }[]} digits
 * @param {Fixed} fixed
 */
export function drawDigits(canvas, digits, { colors }) {
  const found = penOf(canvas, (width) => laid(digits.length, DIGIT, width)[1] * DIGIT_HIGH);
  if (!found) return;
  const { pen, width } = found;
  const [columns] = laid(digits.length, DIGIT, width);
  digits.forEach(({ picture, said, share }, i) => {
    const x = (i % columns) * (DIGIT + GAP);
    const y = Math.floor(i / columns) * DIGIT_HIGH;
    drawDigit(pen, picture, x + 4, y, DIGIT - 8, colors.ink);
    pen.strokeStyle = colors.line;
    pen.strokeRect(x + 3.5, y + 0.5, DIGIT - 7, DIGIT - 8);
    pen.fillStyle = colors.ink;
    write(pen, said, x + DIGIT / 2, y + DIGIT + 2, "center");
    pen.fillStyle = colors.faint;
    write(pen, share, x + DIGIT / 2, y + DIGIT + 18, "center");
  });
}

export const DIGIT = 64;
export const DIGIT_HIGH = DIGIT + 34;

/**
 * The digit at a place of `drawDigits`; −1 where there is none.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} count
 */
export function digitAt(x, y, width, count) {
  const [columns] = laid(count, DIGIT, width);
  const column = Math.floor(x / (DIGIT + GAP));
  const at = Math.floor(y / DIGIT_HIGH) * columns + column;
  return column < columns && at >= 0 && at < count ? at : -1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} digit 64 signs, 0 for paper to g for ink.
 * @param {number} x
 * @param {number} y
 * @param {number} side
 * @param {string} ink
 */
function drawDigit(pen, digit, x, y, side, ink) {
  const [red, green, blue] = bytesOf(ink);
  const picture = new ImageData(8, 8);
  [...digit].forEach((sign, cell) => {
    picture.data.set([red, green, blue, (parseInt(sign, 17) * 255) / 16], 4 * cell);
  });
  stamp(pen, picture, x, y, side, side);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {ImageData} picture
 * @param {number} x
 * @param {number} y
 * @param {number} wide
 * @param {number} high
 */
function stamp(pen, picture, x, y, wide, high) {
  const sheet = sheetFor(picture);
  Object.assign(pen, { imageSmoothingEnabled: false });
  pen.drawImage(sheet, x, y, wide, high);
}

/** @type {HTMLCanvasElement | undefined} */
let kept;

/** @param {ImageData} picture */
function sheetFor(picture) {
  kept ??= document.createElement("canvas");
  if (kept.width !== picture.width || kept.height !== picture.height) {
    Object.assign(kept, { width: picture.width, height: picture.height });
  }
  kept.getContext("2d")?.putImageData(picture, 0, 0);
  return kept;
}

/** @type {{ ends: string, colors: ReturnType<typeof ramp> } | undefined} */
let mixed;

/** @param {Fixed["colors"]} ends Mixed once for each theme, not for each drawing. */
function rampOf(ends) {
  const key = ends.negative + ends.zero + ends.positive;
  if (mixed?.ends !== key) mixed = { ends: key, colors: ramp(ends) };
  return mixed.colors;
}
