// Where everything lies: input and kernel, what they make, what is wanted, what is left, and the loss.

/**
 * @typedef {object} Sizes
 * @property {[number, number]} input Rows and columns.
 * @property {[number, number]} kernel
 * @property {[number, number]} output
 * @property {number} channels Of the input.
 * @property {number} reads Channels of a kernel.
 * @property {number} filters
 * @property {boolean} bias
 */
/**
 * @typedef {object} Place A grid: its role, which one, where its first cell is, the side of its cells.
 * @property {Role} role
 * @property {number} filter
 * @property {number} channel
 * @property {number} x
 * @property {number} y
 * @property {number} cell
 * @property {number} rows
 * @property {number} cols
 */
/** @typedef {"input" | "kernel" | "bias" | "goal" | "output" | "target" | "apart"} Role */
/** @typedef {{ text: string, x: number, y: number }} Sign */
/**
 * @typedef {object} Arranged
 * @property {Place[]} places
 * @property {Sign[]} signs
 * @property {{ x: number, y: number, width: number, height: number }} curve
 * @property {number} height
 * @property {boolean} isNarrow Whether it is that for a phone.
 * @property {number} [width] What it was arranged in.
 * @property {number} [room]
 */

const TITLE = 26; // pixels above a grid
const SIGN = 34; // between two grids that a sign joins
const LARGEST = 44; // of a cell
const SMALLEST = 3;
const KERNEL = 56; // of a cell of the kernel
const SEVERAL = 40; // the same where there are several kernels
const LEAST_KERNEL = 108; // of a kernel's width
const SMALL = 0.62; // how large a kernel to compare with is drawn
const LEAST = 92; // of a grid's width, for its title
const CURVE = 170; // of the curve's height
const HIGHEST = 260;
const GAP = 18;
const EDGE = 2; // of what a line needs beyond the last cell
const NARROW = 640;

/**
 * Arrange everything in a width; pixels.
 *
 * @param {number} width
 * @param {Sizes} sizes
 * @returns {Arranged}
 */
export function arrange(width, sizes) {
  const isNarrow = width < NARROW || inOneLine(SMALLEST, sizes) > width - EDGE;
  return isNarrow ? narrow(width, sizes) : wide(width, sizes);
}

/**
 * The widths of a column of grids and of its sides.
 *
 * @param {number} cols
 * @param {number} cell
 */
const across = (cols, cell) => Math.max(LEAST, cols * cell);

/**
 * The largest whole side, up to `most`, with which `needs` stays within `room`.
 *
 * @param {number} most
 * @param {number} room
 * @param {(cell: number) => number} needs
 */
function fitting(most, room, needs) {
  let cell = most;
  while (cell > SMALLEST && needs(cell) > room) cell -= 0.5;
  return cell;
}

/**
 * The side of a kernel's cells: they are what changes, so larger than others, and with room for numbers.
 *
 * @param {number} cell
 * @param {Sizes} sizes
 */
function ofKernel(cell, { kernel, reads, filters }) {
  const most = reads * filters > 1 ? SEVERAL : KERNEL;
  return Math.min(most, Math.max(cell * 1.5, LEAST_KERNEL / kernel[1]));
}

/**
 * How wide the kernels of a filter are, with what they are compared with where that is beside them.
 *
 * @param {number} cell
 * @param {Sizes} sizes
 */
function kernelWide(cell, sizes) {
  const { kernel, reads } = sizes;
  const side = ofKernel(cell, sizes);
  return Math.max(LEAST, kernel[1] * side * (reads > 1 ? 1 + SMALL : 1) + (reads > 1 ? GAP : 0));
}

/**
 * How wide everything is in one line.
 *
 * @param {number} cell
 * @param {Sizes} sizes
 */
function inOneLine(cell, sizes) {
  const { input, output } = sizes;
  const grids = across(input[1], cell) + kernelWide(cell, sizes) + 3 * across(output[1], cell);
  return grids + 4 * SIGN;
}

/** @param {number} width @param {Sizes} sizes @returns {Arranged} */
function wide(width, sizes) {
  const { input, output, channels, filters } = sizes;
  const cell = fitting(LARGEST, width - EDGE, (side) => inOneLine(side, sizes));
  /** @type {Place[]} */
  const places = [];
  /** @type {Sign[]} */
  const signs = [];
  const inputWide = across(input[1], cell);
  stack(places, "input", 0, channels, input, { x: 0, y: TITLE, cell });
  const kernelAt = inputWide + SIGN;
  const outputAt = kernelAt + kernelWide(cell, sizes) + SIGN;
  const each = across(output[1], cell) + SIGN;
  const middle = TITLE + (output[0] * cell) / 2;
  let y = TITLE;
  for (let filter = 0; filter < filters; filter++) {
    const top = y - TITLE + middle;
    signs.push({ text: "→", x: outputAt - SIGN / 2, y: top });
    if (!filter) signs.push({ text: "∗", x: kernelAt - SIGN / 2, y: top });
    three(places, filter, output, { x: outputAt, y, cell }, each);
    signs.push({ text: "−", x: outputAt + each - SIGN / 2, y: top });
    signs.push({ text: "=", x: outputAt + 2 * each - SIGN / 2, y: top });
    const below = kernels(places, filter, sizes, { x: kernelAt, y, cell: ofKernel(cell, sizes) });
    const outputEnds = y + output[0] * cell;
    const isLast = filter === filters - 1;
    y = (isLast ? outputEnds : Math.max(below, outputEnds)) + TITLE + GAP;
  }
  const left = Math.max(...places.map(bottom));
  // The curve stands under what is compared, beside kernel and input.
  const top = y - TITLE;
  const height = Math.min(HIGHEST, Math.max(CURVE, left - top));
  return {
    places,
    signs,
    curve: { x: outputAt, y: top, width: Math.min(3 * each - SIGN, width - outputAt), height },
    height: Math.max(top + height, left) + 4,
    isNarrow: false,
  };
}

/** @param {number} width @param {Sizes} sizes @returns {Arranged} */
function narrow(width, sizes) {
  const { input, kernel, output, channels, reads, filters } = sizes;
  const first = fitting(
    LARGEST,
    width - EDGE,
    (side) => across(input[1], side) + SIGN + kernelWide(side, sizes),
  );
  const second = fitting(LARGEST, width - EDGE, (side) => 3 * across(output[1], side) + 2 * GAP);
  const cell = Math.min(first, second);
  /** @type {Place[]} */
  const places = [];
  stack(places, "input", 0, channels, input, { x: 0, y: TITLE, cell });
  const kernelAt = across(input[1], cell) + SIGN;
  /** @type {Sign[]} */
  const signs = [{ text: "∗", x: kernelAt - SIGN / 2, y: TITLE + (input[0] * cell) / 2 }];
  const each = across(output[1], cell) + GAP;
  const [beside, more] = reads > 1 ? [GAP, SMALL] : [0, 0];
  const room = (width - EDGE - kernelAt - beside) / (kernel[1] * (1 + more));
  const side = Math.min(ofKernel(cell, sizes), room);
  let y = TITLE;
  for (let filter = 0; filter < filters; filter++) {
    kernels(places, filter, sizes, { x: kernelAt, y, cell: side });
    y = Math.max(...places.map(bottom)) + TITLE + GAP / 2;
    three(places, filter, output, { x: 0, y, cell }, each);
    signs.push({ text: "−", x: each - GAP / 2, y: y + (output[0] * cell) / 2 });
    signs.push({ text: "=", x: 2 * each - GAP / 2, y: y + (output[0] * cell) / 2 });
    y += output[0] * cell + TITLE + GAP / 2;
  }
  const top = y - TITLE;
  const curve = { x: 0, y: top, width, height: CURVE };
  return { places, signs, curve, height: top + CURVE + 4, isNarrow: true };
}

/** @typedef {{ x: number, y: number, cell: number }} Corner */

/**
 * Planes below one another; returns where they end.
 *
 * @param {Place[]} places
 * @param {Role} role
 * @param {number} filter
 * @param {number} count
 * @param {[number, number]} size
 * @param {Corner} at
 */
function stack(places, role, filter, count, [rows, cols], { x, y, cell }) {
  const each = rows * cell + 6;
  for (let channel = 0; channel < count; channel++) {
    places.push({ role, filter, channel, x, y: y + channel * each, cell, rows, cols });
  }
  return y + count * each;
}

/**
 * A filter's kernel, its bias, and the kernel to compare with, below one another.
 *
 * @param {Place[]} places
 * @param {number} filter
 * @param {Sizes} sizes
 * @param {Corner} at
 */
function kernels(places, filter, { kernel, reads, bias }, { x, y, cell }) {
  let below = stack(places, "kernel", filter, reads, kernel, { x, y, cell });
  if (bias) {
    const at = { x, y: below + TITLE - 6, cell };
    places.push({ role: "bias", filter, channel: 0, ...at, rows: 1, cols: 1 });
    below = at.y + cell + 6;
  }
  const small = cell * SMALL;
  if (reads === 1) {
    return stack(places, "goal", filter, reads, kernel, { x, y: below + TITLE - 2, cell: small });
  }
  // Beside them, each at the height of its own.
  for (let channel = 0; channel < reads; channel++) {
    const at = { x: x + kernel[1] * cell + GAP, y: y + channel * (kernel[0] * cell + 6) };
    places.push({
      role: "goal",
      filter,
      channel,
      ...at,
      cell: small,
      rows: kernel[0],
      cols: kernel[1],
    });
  }
  return below;
}

/**
 * Output, target and what is between them, beside one another.
 *
 * @param {Place[]} places
 * @param {number} filter
 * @param {[number, number]} output
 * @param {Corner} at
 * @param {number} each
 */
function three(places, filter, [rows, cols], { x, y, cell }, each) {
  /** @type {Role[]} */
  const roles = ["output", "target", "apart"];
  roles.forEach((role, i) => {
    places.push({ role, filter, channel: 0, x: x + i * each, y, cell, rows, cols });
  });
}

/** @param {Place} place */
const bottom = ({ y, rows, cell }) => y + rows * cell;
