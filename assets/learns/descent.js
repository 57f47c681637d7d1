// A descent: the layer as it is after every step. Weights, gradients and losses are the engine's; the
// output of the step that is shown is computed here, as painting computes it.

import { Example } from "../player/example.js";
import { FUNCTIONS } from "../paint/sketch.js";
import { unpack } from "../shared/arrays.js";

/** @import { ExampleData, Moment, Packed } from "../shared/types.js" */

/**
 * @typedef {object} Learned What a descent has besides the layer, whose output is the target. All
 *   kernels are in the order of the layer's weight, (steps + 1, filters, channels, rows, columns).
 * @property {Packed} weights
 * @property {Packed} gradients
 * @property {Packed | null} biases
 * @property {Packed | null} biasGradients
 * @property {Packed} losses
 * @property {Packed} goal
 * @property {Packed | null} photo The input's colours, three bytes a cell.
 * @property {number} rate
 * @property {number | null} least The least loss there is, null where that is not known.
 * @property {boolean} diverged
 * @property {boolean} turned Whether the kernel slides turned by 180°.
 */
/** @typedef {ExampleData & Learned} DescentData */

export class Descent extends Example {
  /** @param {DescentData} data */
  constructor(data) {
    super(data);
    this.rate = data.rate;
    this.least = data.least;
    this.diverged = data.diverged;
    this.turned = data.turned;
    this.weights = unpack(data.weights).values;
    this.gradients = unpack(data.gradients).values;
    this.biases = data.biases && unpack(data.biases).values;
    this.biasGradients = data.biasGradients && unpack(data.biasGradients).values;
    this.losses = unpack(data.losses).values;
    this.target = this.output.values; // each step's own output is computed here
    this.goal = unpack(data.goal).values;
    this.photo = data.photo && unpack(data.photo).values;
    this.steps = this.losses.length;
    this.perKernel = data.kernel[0] * data.kernel[1];
    this.inKernels = this.filters * this.reads * this.perKernel; // weights of all kernels
    this.made = -1; // the step that the output is of
    this.now = new Float64Array(this.filters * this.perFilter);
  }

  /** How many weights there are, biases included. */
  get weightCount() {
    return this.inKernels + (this.biases ? this.filters : 0);
  }

  /**
   * The kernels after a step.
   *
   * @param {number} step
   */
  kernelsAt(step) {
    return this.weights.subarray(step * this.inKernels, (step + 1) * this.inKernels);
  }

  /**
   * A weight after a step: of a kernel, or behind all of those a bias.
   *
   * @param {number} step
   * @param {number} which
   */
  weightAt(step, which) {
    if (which < this.inKernels) return this.weights[step * this.inKernels + which];
    return this.biases?.[step * this.filters + which - this.inKernels] ?? 0;
  }

  /** @param {number} step @param {number} which */
  gradientAt(step, which) {
    if (which < this.inKernels) return this.gradients[step * this.inKernels + which];
    return this.biasGradients?.[step * this.filters + which - this.inKernels] ?? 0;
  }

  /**
   * Where a weight is; null for a bias.
   *
   * @param {number} which
   */
  placeOf(which) {
    if (which >= this.inKernels) return null;
    const [, cols] = this.data.kernel;
    const cell = which % this.perKernel;
    const map = Math.floor(which / this.perKernel);
    return {
      filter: Math.floor(map / this.reads),
      channel: map % this.reads,
      row: Math.floor(cell / cols),
      col: cell % cols,
    };
  }

  /**
   * The output after a step, filter by filter and row by row.
   *
   * @param {number} step
   */
  outputAt(step) {
    if (this.made === step) return this.now;
    this.made = step;
    const weights = this.kernelsAt(step);
    const [high, wide] = this.data.kernel;
    const activate = FUNCTIONS[this.data.function ?? ""];
    const rows = Array.from({ length: this.outHeight }, (_, row) => this.taps(0, row));
    const cols = Array.from({ length: this.outWidth }, (_, col) => this.taps(1, col));
    const { values } = this.grid;
    for (let filter = 0, at = 0; filter < this.filters; filter++) {
      const channels = this.channelsOf(filter);
      const bias = this.biases?.[step * this.filters + filter] ?? 0;
      for (const down of rows) {
        for (const across of cols) {
          let sum = bias;
          for (let i = 0; i < channels.length; i++) {
            const first = (filter * this.reads + i) * this.perKernel;
            for (let ky = 0; ky < high; ky++) {
              const line = (channels[i] * this.height + down[ky]) * this.width;
              for (let kx = 0; kx < wide; kx++) {
                const cell = ky * wide + kx;
                const own = this.turned ? this.perKernel - 1 - cell : cell;
                sum += values[line + across[kx]] * weights[first + own];
              }
            }
          }
          this.now[at++] = activate ? activate(sum) : sum;
        }
      }
    }
    return this.now;
  }

  /**
   * What the player is told of a step: its loss; there is no window.
   *
   * @param {number} step
   * @returns {Moment}
   */
  read(step) {
    return {
      ...{ step, filter: 0, row: 0, col: 0, rows: [], cols: [], channels: [], terms: [], sums: [] },
      ...{ known: null, newest: null, bias: null, activated: null, winner: null, divisor: null },
      result: this.losses[step],
    };
  }
}
