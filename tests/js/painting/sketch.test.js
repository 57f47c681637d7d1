// A painted input makes the numbers that the engine makes of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Sketch, cellOnGrid, inputAt, inputOf, onStage } from "../../../assets/paint/sketch.js";
import { Example } from "../../../assets/player/example.js";
import { unpack } from "../../../assets/shared/arrays.js";
import { writePrecise } from "../../../assets/shared/numbers.js";
import { cases } from "../cases.js";

/** @import { Grid, Packed } from "../../../assets/shared/types.js" */

/**
 * @param {Grid | null} found
 * @param {Packed} expected
 * @param {string} what
 */
function assertSame(found, expected, what) {
  const { values } = unpack(expected);
  assert.ok(found, what);
  values.forEach((/** @type {number} */ value, /** @type {number} */ i) => {
    const other = found.values[i];
    const near =
      Object.is(other, value) || Math.abs(other - value) <= 1e-12 * (1 + Math.abs(value));
    assert.ok(near || other === value, `${what}, ${i}: ${other} instead of ${value}`);
    assert.equal(writePrecise(other), writePrecise(value), what);
  });
}

// Nothing is painted that flows back.
for (const { name, data } of cases.examples.filter((one) => one.name in cases.edited)) {
  const { edits, input, output, sums, activated, winner } = cases.edited[name];

  test(`${name}: painting computes what the engine computes`, () => {
    const before = new Example(data);
    const untouched = inputOf(before);
    const sketch = new Sketch(before);
    for (const { cell, value } of edits) {
      const [channel, row, col] = cell;
      const place = { channel, row, col };
      const was = inputAt(sketch.example, place);
      assert.equal(sketch.set(place, value), was);
      assert.equal(inputAt(sketch.example, place), value);
    }
    assert.deepEqual(inputOf(sketch.example), input);
    assert.deepEqual(inputOf(before), untouched, "the example itself stays");
    assertSame(sketch.example.output, output, "output");
    if (sums) assertSame(sketch.example.sums, sums, "sums");
    if (activated && data.activated) assertSame(sketch.example.activated, activated, "activated");
    if (winner) assertSame(sketch.example.winner, winner, "winner");
  });

  test(`${name}: a cell of the input is the one that is seen on the stage`, () => {
    const example = new Example(data);
    for (const { cell } of edits) {
      const [channel, row, col] = cell;
      const place = onStage(example, { channel, row, col });
      assert.deepEqual(cellOnGrid(example, channel, place.row, place.col), { channel, row, col });
    }
    assert.equal(cellOnGrid(example, 0, -1, 0), null);
    assert.equal(cellOnGrid(example, 0, 0, example.width), null);
  });
}
