// A learning kernel: where everything lies, how the loss is drawn, what is written of a weight.

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange } from "../../../assets/learns/arrange.js";
import { cellAt } from "../../../assets/learns/cells.js";
import { powerOf, rangeOf } from "../../../assets/learns/curve.js";
import { Descent } from "../../../assets/learns/descent.js";
import { decimalsFor } from "../../../assets/learns/words.js";
import { cases } from "../cases.js";

const SIZES = /** @type {const} */ ([
  { input: [5, 5], kernel: [3, 3], output: [3, 3], channels: 1, reads: 1, filters: 1, bias: false },
  {
    input: [32, 32],
    kernel: [11, 11],
    output: [22, 22],
    channels: 3,
    reads: 3,
    filters: 6,
    bias: true,
  },
  {
    input: [3, 32],
    kernel: [1, 11],
    output: [3, 22],
    channels: 2,
    reads: 1,
    filters: 2,
    bias: true,
  },
]);

test("nothing lies beyond the picture, and no two grids on one another", () => {
  for (const sizes of SIZES) {
    for (const width of [300, 358, 639, 640, 940, 1240]) {
      const { places, curve, height } = arrange(width, /** @type {any} */ (sizes));
      places.forEach((place, i) => {
        const [right, bottom] = [
          place.x + place.cols * place.cell,
          place.y + place.rows * place.cell,
        ];
        assert.ok(right <= width, `${place.role} ends at ${right} of ${width}`);
        assert.ok(bottom <= height);
        for (const other of places.slice(i + 1)) {
          const isApart =
            other.x >= right ||
            other.y >= bottom ||
            place.x >= other.x + other.cols * other.cell ||
            place.y >= other.y + other.rows * other.cell;
          assert.ok(isApart, `${place.role} and ${other.role} at ${width}`);
        }
      });
      assert.ok(curve.x + curve.width <= width && curve.y + curve.height <= height);
      const [first] = places;
      const found = cellAt(places, first.x + first.cell * 1.5, first.y + first.cell * 0.5);
      assert.deepEqual([found?.place, found?.row, found?.col], [first, 0, 1]);
    }
  }
});

test("the axis of the loss holds every loss that can be told from 0", () => {
  assert.deepEqual(rangeOf([7, 0.3, 0.00007], 0), [-5, 1]);
  assert.deepEqual(rangeOf([1, 0, 1e-30], 0), [-3, 0]);
  assert.deepEqual(rangeOf([5, 2], 0.5), [-2, 1]);
  assert.deepEqual(
    [powerOf(3), powerOf(0), powerOf(-2), powerOf(-5)],
    ["1000", "1", "0.01", "10⁻⁵"],
  );
});

test("a weight has as many decimals as show that it moved", () => {
  assert.deepEqual([0, 3, 0.04, -0.003, 1e-12].map(decimalsFor), [2, 2, 3, 4, 3]);
});

test("the output of every step is the engine's", () => {
  for (const { data, outputs } of cases.descents) {
    const descent = new Descent(data);
    outputs.forEach((/** @type {number[]} */ output, /** @type {number} */ step) => {
      const ours = descent.outputAt(step);
      output.forEach((value, i) => {
        assert.ok(Math.abs(ours[i] - value) <= 1e-12 * Math.max(1, Math.abs(value)));
      });
    });
  }
});
