// One example: everything the engine computed, looked up by step. The only arithmetic here is the
// product of two numbers that were sent, which is the same float64 product everywhere.

const OVERHANG = 3; // cell kind: beyond the padding, under a window of ceil_mode

class Example {
  constructor(data) {
    this.data = data;
    this.grid = unpack(data.grid);
    this.kind = unpack(data.kind);
    this.weight = unpack(data.weight);
    this.bias = unpack(data.bias);
    this.sums = unpack(data.sums);
    this.output = unpack(data.output);
    this.activated = unpack(data.activated);
    this.winner = unpack(data.winner);
    this.divisor = unpack(data.divisor);
    this.pads = data.operation === "conv" || Boolean(data.countPadding);
    [this.channels, this.height, this.width] = this.grid.shape;
    [this.filters, this.outHeight, this.outWidth] = this.output.shape;
    this.perFilter = this.outHeight * this.outWidth;
    this.steps = this.filters * this.perFilter;
    this.reads = this.weight ? this.weight.shape[1] : 1;
  }

  cell(step) {
    const filter = Math.floor(step / this.perFilter);
    const rest = step % this.perFilter;
    return { filter, row: Math.floor(rest / this.outWidth), col: rest % this.outWidth };
  }

  step(filter, row, col) {
    return (filter * this.outHeight + row) * this.outWidth + col;
  }

  // Grid rows (axis 0) or columns (axis 1) under the window of output position `at`.
  taps(axis, at) {
    const taps = [];
    for (let k = 0; k < this.data.kernel[axis]; k++) {
      taps.push(at * this.data.stride[axis] + k * this.data.dilation[axis]);
    }
    return taps;
  }

  // Input channels that a filter reads, in the order of its weights.
  channelsOf(filter) {
    if (!this.weight) return [filter];
    const first = Math.floor(filter / (this.filters / this.data.groups)) * this.reads;
    return Array.from({ length: this.reads }, (_, i) => first + i);
  }

  inside(row, col) {
    return row >= 0 && col >= 0 && row < this.height && col < this.width;
  }

  value(channel, row, col) {
    return this.grid.values[(channel * this.height + row) * this.width + col];
  }

  kindAt(row, col) {
    return this.kind.values[row * this.width + col];
  }

  // Every number of one step.
  read(step) {
    const { filter, row, col } = this.cell(step);
    const rows = this.taps(0, row);
    const cols = this.taps(1, col);
    const channels = this.channelsOf(filter);
    const [kh, kw] = this.data.kernel;
    const terms = [];
    channels.forEach((channel, index) => {
      rows.forEach((r, ky) =>
        cols.forEach((c, kx) => {
          const inside = this.inside(r, c);
          const value = inside ? this.value(channel, r, c) : 0;
          const weight = this.weight
            ? this.weight.values[((filter * this.reads + index) * kh + ky) * kw + kx]
            : null;
          const real = inside && this.kindAt(r, c) === 0;
          // Padding counts in a sum, and in an average if it is asked to; what hangs over never.
          const counted = inside && (real || this.pads) && this.kindAt(r, c) !== OVERHANG;
          terms.push({ channel, index, row: r, col: c, ky, kx, value, weight, real, counted });
        })
      );
    });
    const at = this.step(filter, row, col);
    return {
      step, filter, row, col, rows, cols, channels, terms,
      sums: channels.map((_, i) =>
        this.sums ? this.sums.values[(filter * this.reads + i) * this.perFilter + row * this.outWidth + col] : null
      ),
      bias: this.bias ? this.bias.values[filter] : null,
      result: this.output.values[at],
      activated: this.activated ? this.activated.values[at] : null,
      winner: this.winner ? this.winner.values[at] : null,
      divisor: this.divisor ? this.divisor.values[at] : null,
    };
  }

  // Output cells of one filter whose window covers a grid cell.
  cellsReading(row, col) {
    const hits = [[], []];
    [row, col].forEach((position, axis) => {
      const count = axis === 0 ? this.outHeight : this.outWidth;
      for (let i = 0; i < count; i++) if (this.taps(axis, i).includes(position)) hits[axis].push(i);
    });
    return hits[0].flatMap((r) => hits[1].map((c) => [r, c]));
  }

  // Grid cells that one weight meets over all steps.
  cellsMeeting(ky, kx) {
    const cells = [];
    for (let r = 0; r < this.outHeight; r++) {
      for (let c = 0; c < this.outWidth; c++) cells.push([this.taps(0, r)[ky], this.taps(1, c)[kx]]);
    }
    return cells;
  }
}
