// An example whose input is being painted: every number that follows is computed here, as the engine
// computes it, until the engine's own answer comes.

import { Example } from "../player/example.js";

/** @import { Grid } from "../shared/types.js" */

/** @typedef {{ channel: number, row: number, col: number }} InputCell Counted from 0, without padding. */

/** @type {Record<string, (value: number) => number>} */
export const FUNCTIONS = {
  relu: (x) => Math.max(x, 0),
  leaky_relu: (x) => (x > 0 ? x : 0.01 * x),
  sigmoid: (x) => {
    const small = Math.exp(-Math.abs(x)); // never too large
    return (x < 0 ? small : 1) / (1 + small);
  },
  tanh: Math.tanh,
};
const REAL = 0; // cell kind

export class Sketch {
  /** @param {Example} example It stays as it is. */
  constructor(example) {
    const { grid, output, sums, activated, winner } = example;
    /** @type {Example} */
    this.example = Object.assign(Object.create(Example.prototype), example, {
      grid: copy(grid),
      output: copy(output),
      sums: sums && copy(sums),
      activated: activated && copy(activated),
      winner: winner && copy(winner),
    });
  }

  /**
   * Put a number into a cell of the input, and compute what reads it.
   *
   * @param {InputCell} cell
   * @param {number} value
   * @returns {number} The number that was there before.
   */
  set({ channel, row, col }, value) {
    const { example } = this;
    const { rows, cols } = example.data.sources;
    const before = inputAt(example, { channel, row, col });
    // Padding that repeats the input shows a cell more than once.
    /** @type {Set<number>} */
    const read = new Set();
    rows.forEach((source, y) => {
      if (source !== row) return;
      cols.forEach((other, x) => {
        if (other !== col) return;
        example.grid.values[(channel * example.height + y) * example.width + x] = value;
        for (const [r, c] of example.cellsReading(y, x)) read.add(r * example.outWidth + c);
      });
    });
    for (let filter = 0; filter < example.filters; filter++) {
      const index = example.channelsOf(filter).indexOf(channel);
      if (index < 0) continue;
      for (const within of read) this.compute(filter, index, channel, within);
    }
    return before;
  }

  /**
   * @param {number} filter
   * @param {number} index The channel's place among those that the filter reads.
   * @param {number} channel
   * @param {number} within The output cell in its map.
   */
  compute(filter, index, channel, within) {
    const { example } = this;
    const step = filter * example.perFilter + within;
    if (example.sums) {
      const { values } = example.sums;
      const first = filter * example.reads;
      values[(first + index) * example.perFilter + within] = this.sumOf(step, index, channel);
      let result = 0;
      for (let i = 0; i < example.reads; i++) {
        result += values[(first + i) * example.perFilter + within];
      }
      example.output.values[step] = result + (example.bias?.values[filter] ?? 0);
    } else {
      this.pool(step);
    }
    const activate = FUNCTIONS[example.data.function ?? ""];
    if (example.activated && activate) {
      example.activated.values[step] = activate(example.output.values[step]);
    }
  }

  /** @param {number} step @param {number} index @param {number} channel */
  sumOf(step, index, channel) {
    const { example } = this;
    const { filter, row, col } = example.cell(step);
    const [high, wide] = example.data.kernel;
    const [rows, cols] = [example.taps(0, row), example.taps(1, col)];
    const first = (filter * example.reads + index) * high * wide;
    const weights = example.weight?.values ?? [];
    let sum = 0;
    for (let ky = 0; ky < high; ky++) {
      const line = (channel * example.height + rows[ky]) * example.width;
      for (let kx = 0; kx < wide; kx++) {
        sum += example.grid.values[line + cols[kx]] * weights[first + ky * wide + kx];
      }
    }
    return sum;
  }

  /** @param {number} step */
  pool(step) {
    const { example } = this;
    const { terms, divisor } = example.read(step);
    const counted = terms.filter((term) => term.counted);
    if (example.data.operation === "avg") {
      const total = counted.reduce((sum, { value }) => sum + value, 0);
      example.output.values[step] = total / (divisor ?? 1);
      return;
    }
    let best = counted[0];
    if (!best) return;
    for (const term of counted) if (term.value > best.value) best = term; // a tie: the first
    example.output.values[step] = best.value;
    if (example.winner) example.winner.values[step] = best.ky * example.data.kernel[1] + best.kx;
  }
}

/** @param {Grid} grid @returns {Grid} */
function copy({ values, shape }) {
  return { values: Float64Array.from(values), shape };
}

/**
 * The input's (channels, rows, columns).
 *
 * @param {Example} example
 * @returns {[number, number, number]}
 */
export function shapeOf(example) {
  const { rows, cols } = example.data.sources;
  return [example.grid.shape[0], Math.max(...rows) + 1, Math.max(...cols) + 1];
}

/**
 * Every number of the input, channel by channel and row by row.
 *
 * @param {Example} example
 */
export function inputOf(example) {
  const [channels, height, width] = shapeOf(example);
  return Array.from({ length: channels * height * width }, (_, i) => {
    const [row, col] = [Math.floor(i / width) % height, i % width];
    return inputAt(example, { channel: Math.floor(i / (height * width)), row, col });
  });
}

/**
 * @param {Example} example
 * @param {InputCell} cell
 */
export function inputAt(example, { channel, row, col }) {
  const { y, x } = placeOnGrid(example, row, col);
  return example.grid.values[(channel * example.height + y) * example.width + x];
}

/**
 * Where the window meets a cell of the input itself.
 *
 * @param {Example} example
 * @param {number} row
 * @param {number} col
 */
export function placeOnGrid({ data, kind, width }, row, col) {
  const { rows, cols } = data.sources;
  for (let y = rows.indexOf(row); y >= 0; y = rows.indexOf(row, y + 1)) {
    for (let x = cols.indexOf(col); x >= 0; x = cols.indexOf(col, x + 1)) {
      if (kind.values[y * width + x] === REAL) return { y, x };
    }
  }
  return { y: 0, x: 0 };
}

/**
 * A cell of the input as a place on the stage.
 *
 * @param {Example} example
 * @param {InputCell} cell
 */
export function onStage(example, { channel, row, col }) {
  const { y, x } = placeOnGrid(example, row, col);
  return { role: "input", index: channel, row: y, col: x };
}

/**
 * The cell of the input that a cell of the grid is; null for padding.
 *
 * @param {Example} example
 * @param {number} channel
 * @param {number} y
 * @param {number} x
 * @returns {InputCell | null}
 */
export function cellOnGrid({ data, kind, width, height }, channel, y, x) {
  if (y < 0 || x < 0 || y >= height || x >= width) return null;
  if (kind.values[y * width + x] !== REAL) return null;
  return { channel, row: data.sources.rows[y], col: data.sources.cols[x] };
}
