// A grid's colours as a picture, pixel by pixel as visualizer/figures/picture.py draws it.

/** @import { Triple } from "./colors.js" */

const REAL = 0;
const PADDED = 1;

/**
 * @typedef {object} Look
 * @property {Triple} line Between the cells.
 * @property {Triple} padding What cells that are not the input's own are mixed with.
 * @property {Triple} hatch
 * @property {Triple} ink Of the strokes in cells below zero.
 */

/**
 * The side of a cell in pixels.
 *
 * @param {number} rows
 * @param {number} cols
 */
export function sideOf(rows, cols) {
  return Math.max(6, Math.min(24, Math.floor(288 / Math.max(rows, cols))));
}

/**
 * The pixels of a grid of cells, four bytes each.
 *
 * @param {Triple[]} cells Row by row.
 * @param {[number, number]} size Rows and columns.
 * @param {Look} look
 * @param {ArrayLike<number> | null} [kinds] The engine's cell kinds; null where all are cells.
 * @param {boolean[] | null} [below] Which cells get a stroke; null for none.
 */
export function pixels(cells, [rows, cols], look, kinds = null, below = null) {
  const { line, padding, hatch, ink } = look;
  const side = sideOf(rows, cols);
  const period = Math.max(4, Math.floor(side / 3));
  const [height, width] = [rows * side, cols * side];
  const data = new Uint8ClampedArray(4 * height * width);
  const grounds = kinds ? cells.map((cell, i) => groundOf(cell, kinds[i], padding)) : cells;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor(y / side) * cols + Math.floor(x / side);
      const isLine = !x || !y || x % side === side - 1 || y % side === side - 1;
      const isHatched = kinds?.[cell] === PADDED && (x + y) % period === 0;
      const isStroke = below?.[cell] && (x % side) + (y % side) === side - 2;
      const ground = isHatched ? hatch : grounds[cell];
      const shown = isStroke
        ? ground.map((byte, i) => Math.floor((2 * byte + ink[i]) / 3))
        : ground;
      data.set(isLine ? line : shown, 4 * (y * width + x));
      data[4 * (y * width + x) + 3] = 255;
    }
  }
  return { data, width, height };
}

/**
 * The ground of a cell: half of the colour stays in what is not the input's own.
 *
 * @param {Triple} cell
 * @param {number} kind
 * @param {Triple} padding
 * @returns {Triple}
 */
export function groundOf(cell, kind, padding) {
  if (kind === REAL) return cell;
  return /** @type {Triple} */ (
    cell.map((byte, i) => Math.floor(byte / 2) + Math.floor(padding[i] / 2))
  );
}

/**
 * Pixels as an address that holds their picture.
 *
 * @param {{ data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number }} drawn
 */
export function addressOf({ data, width, height }) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  return canvas.toDataURL("image/png");
}
