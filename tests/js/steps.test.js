// Both sides read the same cells, write the same formula and draw the same paths at the same step.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Example } from "../../assets/player/example.js";
import { formula } from "../../assets/player/formula.js";
import { contents } from "../../assets/player/frame.js";
import { writeAdded } from "../../assets/shared/numbers.js";
import { cases } from "./cases.js";

/** @import { Path } from "../../assets/shared/types.js" */

const LABELS = { tie: cases.tie, bias: "bias" };

/**
 * Compare two paths: the same corners and gaps, up to the rounding of a sum.
 *
 * @param {unknown} found
 * @param {Path | null} expected
 * @param {string} what
 */
function assertSamePath(found, expected, what) {
  assert.ok(expected, what);
  const path = /** @type {Path} */ (found);
  for (const axis of /** @type {const} */ (["x", "y"])) {
    const round = (/** @type {number | null} */ at) => (at === null ? null : Math.round(at * 1e6));
    assert.deepEqual(path[axis].map(round), expected[axis].map(round), `${what}: ${axis}`);
  }
}

for (const { name, data, offsets, steps, reading, meeting } of cases.examples) {
  const example = new Example(data);
  const { regions } = data.layouts[0];
  const signs = Object.fromEntries(Object.entries(regions).map(([role, r]) => [role, r[6]]));
  const places = { offsets, signs, readable: true };

  test(`${name}: the window is where the engine's is`, () => {
    assert.ok(steps.length > 0);
    assert.equal(steps.at(-1)?.step, example.steps - 1);
    for (const { step, cell, rows, cols, channels } of steps) {
      const now = example.read(step);
      assert.deepEqual([now.filter, now.row, now.col], cell);
      assert.deepEqual([now.rows, now.cols, now.channels], [rows, cols, channels]);
      assert.equal(example.step(now.filter, now.row, now.col), step);
    }
  });

  test(`${name}: products, sums and the formula read the same`, () => {
    for (const { step, products, formula: expected } of steps) {
      const now = example.read(step);
      /** @type {Record<string, any>} */
      const made = contents(example, now, {}, places);
      assert.deepEqual(made["numbers:products"], { text: products });
      const bias = now.bias === null ? "" : writeAdded(now.bias);
      if (example.data.hasBias) assert.deepEqual(made["bias:output"].text, [bias]);
      else assert.equal(made["bias:output"], undefined);
      const pieces = formula(example, now, LABELS);
      assert.equal(pieces.map(({ text }) => text).join(""), expected);
      const terms = pieces.filter(({ term }) => term);
      // To a cell that won nowhere, nothing flows back.
      assert.ok(terms.length > 0 || example.data.operation === "back");
      assert.ok(terms.every(({ kind }) => kind?.startsWith("term")));
    }
  });

  test(`${name}: the window, its winner and the covers are drawn alike`, () => {
    for (const { step, window: expected, winner, covers } of steps) {
      const made = contents(example, example.read(step), {}, places);
      assertSamePath(made["window:input"], expected, `window at ${step}`);
      for (const [role, cover] of Object.entries(covers)) {
        assertSamePath(made[`cover:${role}`], cover, `cover of ${role} at ${step}`);
      }
      if (winner) assertSamePath(made["winner:input"], winner, `winner at ${step}`);
      else assert.equal(made["winner:input"], undefined);
    }
  });

  test(`${name}: a cell is read by the same steps, a weight meets the same cells`, () => {
    for (const { channel, row, col, steps: expected } of reading) {
      const found = [];
      for (let filter = 0; filter < example.filters; filter++) {
        if (!example.channelsOf(filter).includes(channel)) continue;
        for (const cell of example.cellsReading(row, col)) {
          found.push(example.step(filter, ...cell));
        }
      }
      assert.deepEqual(found, expected);
    }
    for (const { row, col, cells } of meeting) {
      assert.deepEqual(example.cellsMeeting(row, col), cells);
    }
  });
}

test("where a number is added in every step, each step has its own", () => {
  const { data } = cases.examples[0];
  const example = new Example(data);
  const values = Float64Array.from({ length: example.steps }, (_, step) => step / 4);
  example.bias = { values, shape: example.output.shape };
  const added = Array.from(values.keys(), (step) => example.read(step).bias);
  assert.ok(added.length > 1);
  assert.deepEqual(added, Array.from(values));
});
