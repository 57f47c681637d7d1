// One example: everything the engine computed, looked up by step. The only arithmetic here is the
// product of two numbers that were sent, which is the same float64 product everywhere.

import { unpack } from "../shared/arrays.js";

/** @import { Cell, ExampleData, Grid, Moment, Packed, Term } from "../shared/types.js" */

const OVERHANG = 3; // cell kind: beyond the padding, under a window of ceil_mode

/** @param {Packed | null | undefined} packed */
const unpackIfSent = (packed) => (packed ? unpack(packed) : null);

/** @param {Grid | null} grid @param {number} at */
const look = (grid, at) => (grid ? grid.values[at] : null);

export class Example {
  /** @param {ExampleData} data */
  constructor(data) {
    this.data = data;
    this.grid = unpack(data.grid);
    this.kind = unpack(data.kind);
    this.output = unpack(data.output);
    this.weight = unpackIfSent(data.weight);
    this.bias = unpackIfSent(data.bias);
    this.sums = unpackIfSent(data.sums);
    this.activated = unpackIfSent(data.activated);
    this.winner = unpackIfSent(data.winner);
    this.divisor = unpackIfSent(data.divisor);
    this.reached = unpackIfSent(data.reached);
    this.pads = data.operation === "conv" || Boolean(data.countPadding);
    this.height = this.grid.shape[1];
    this.width = this.grid.shape[2];
    this.filters = this.output.shape[0];
    this.outHeight = this.output.shape[1];
    this.outWidth = this.output.shape[2];
    this.perFilter = this.outHeight * this.outWidth;
    this.steps = this.filters * this.perFilter;
    this.reads = this.weight ? this.weight.shape[1] : 1;
  }

  /**
   * The output cell that a step makes.
   *
   * @param {number} step
   */
  cell(step) {
    const filter = Math.floor(step / this.perFilter);
    const rest = step % this.perFilter;
    return { filter, row: Math.floor(rest / this.outWidth), col: rest % this.outWidth };
  }

  /**
   * The step that makes an output cell.
   *
   * @param {number} filter
   * @param {number} row
   * @param {number} col
   */
  step(filter, row, col) {
    return (filter * this.outHeight + row) * this.outWidth + col;
  }

  /**
   * Rows and columns of a role's panels.
   *
   * @param {string} role
   * @returns {[number, number]}
   */
  size(role) {
    if (role === "input") return [this.height, this.width];
    if (role === "kernel" || role === "products") return this.data.kernel;
    return [this.outHeight, this.outWidth];
  }

  /** Roles from left to right. */
  get roles() {
    return ["input", ...(this.weight ? ["kernel"] : []), "products", ...this.results];
  }

  /**
   * How many panels a role has.
   *
   * @param {string} role
   */
  count(role) {
    if (role === "input") return this.grid.shape[0];
    return this.results.includes(role) ? this.filters : this.reads;
  }

  /** Roles of the panels that show what was computed. */
  get results() {
    return this.activated ? ["output", "activated"] : ["output"];
  }

  /**
   * Grid rows (axis 0) or columns (axis 1) under the window of output position `at`.
   *
   * @param {0 | 1} axis
   * @param {number} at
   */
  taps(axis, at) {
    const { kernel, stride, dilation } = this.data;
    return Array.from({ length: kernel[axis] }, (_, k) => at * stride[axis] + k * dilation[axis]);
  }

  /**
   * Input channels that a filter reads, in the order of its weights.
   *
   * @param {number} filter
   */
  channelsOf(filter) {
    if (!this.weight) return [filter];
    const first = Math.floor(filter / (this.filters / this.data.groups)) * this.reads;
    return Array.from({ length: this.reads }, (_, i) => first + i);
  }

  /**
   * Every number of one step.
   *
   * @param {number} step
   * @returns {Moment}
   */
  read(step) {
    const { filter, row, col } = this.cell(step);
    const rows = this.taps(0, row);
    const cols = this.taps(1, col);
    const channels = this.channelsOf(filter);
    const within = row * this.outWidth + col;
    const { sums } = this;
    return {
      ...{ step, filter, row, col, rows, cols, channels },
      terms: this.terms(step, filter, rows, cols, channels),
      known: null,
      newest: null,
      sums: sums
        ? channels.map((_, i) => sums.values[(filter * this.reads + i) * this.perFilter + within])
        : [],
      // One number for each filter, or one for each step where other channels are summed up in it.
      bias: look(this.bias, this.bias?.values.length === this.steps ? step : filter),
      result: this.output.values[step],
      activated: look(this.activated, step),
      winner: look(this.winner, step),
      divisor: look(this.divisor, step),
    };
  }

  /**
   * @param {number} step
   * @param {number} filter
   * @param {number[]} rows
   * @param {number[]} cols
   * @param {number[]} channels
   * @returns {Term[]}
   */
  terms(step, filter, rows, cols, channels) {
    const [high, wide] = this.data.kernel;
    return channels.flatMap((channel, index) =>
      rows.flatMap((row, ky) =>
        cols.map((col, kx) => {
          const inside = row < this.height && col < this.width;
          const kind = inside ? this.kind.values[row * this.width + col] : OVERHANG;
          const at = (channel * this.height + row) * this.width + col;
          const value = inside ? this.grid.values[at] : 0;
          const place = ((filter * this.reads + index) * high + ky) * wide + kx;
          const weight = look(this.weight, place);
          const real = kind === 0;
          // Padding counts in a sum, and in an average if it is asked to; what hangs over never.
          // Back through a maximum flows what the cell itself has won.
          const won = !this.reached || look(this.reached, (step * high + ky) * wide + kx) === 1;
          const counted = won && (real || (this.pads && kind !== OVERHANG));
          return { channel, index, row, col, ky, kx, value, weight, real, counted };
        }),
      ),
    );
  }

  /**
   * Output cells of one filter whose window covers a grid cell.
   *
   * @param {number} row
   * @param {number} col
   * @returns {Cell[]}
   */
  cellsReading(row, col) {
    const rows = this.hits(0, row);
    const cols = this.hits(1, col);
    return rows.flatMap((r) => cols.map((c) => /** @type {Cell} */ ([r, c])));
  }

  /**
   * @param {0 | 1} axis
   * @param {number} position
   */
  hits(axis, position) {
    const count = axis === 0 ? this.outHeight : this.outWidth;
    const all = Array.from({ length: count }, (_, i) => i);
    return all.filter((i) => this.taps(axis, i).includes(position));
  }

  /**
   * Grid cells that one weight meets over all steps.
   *
   * @param {number} ky
   * @param {number} kx
   * @returns {Cell[]}
   */
  cellsMeeting(ky, kx) {
    return Array.from({ length: this.perFilter }, (_, step) => {
      const { row, col } = this.cell(step);
      return [this.taps(0, row)[ky], this.taps(1, col)[kx]];
    });
  }
}
