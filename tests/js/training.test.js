// The charts of a training: messages put together, axes, and where small pictures lie.

import assert from "node:assert/strict";
import { test } from "node:test";

import { powerOfTen } from "../../assets/training/bars.js";
import { parts } from "../../assets/training/curves.js";
import { along, decades, ticks, topLoss } from "../../assets/training/scales.js";
import { Store, insideOf } from "../../assets/training/store.js";
import { DIGIT_HIGH, digitAt, laid } from "../../assets/training/tiles.js";

/** @param {number} loss @returns {any} */
const epoch = (loss) => ({ loss: [loss, loss], gradients: [loss] });

/** @returns {any} */
function message({
  id = "1",
  from = [0, 0],
  points = [1],
  epochs = [epoch(1)],
  fixed = true,
} = {}) {
  const run = {
    state: "running",
    step: 1,
    units: [],
    from,
    points,
    epochs,
    now: { gradients: [] },
  };
  return { count: 1, id, look: "en", live: true, least: 60, fixed: fixed ? {} : null, runs: [run] };
}

test("messages with what is new make a whole", () => {
  const store = new Store();
  assert.equal(store.take(message()), false);
  const next = { from: [1, 1], points: [2, 3], epochs: [epoch(0.5)], fixed: false };
  assert.equal(store.take(message(next)), false);
  assert.deepEqual(store.runs[0].points, [1, 2, 3]);
  assert.equal(store.last, 1);
  assert.deepEqual(store.ask(), { id: "1", look: "en", have: [[3, 2]] });
});

test("a message twice changes nothing, and one after a lost one is asked for again", () => {
  const store = new Store();
  store.take(message());
  const next = { from: [1, 1], points: [2], epochs: [epoch(0.5)], fixed: false };
  store.take(message(next));
  assert.equal(store.take(message(next)), false);
  assert.deepEqual(store.runs[0].points, [1, 2]);
  assert.equal(store.take(message({ ...next, from: [7, 1] })), true);
  assert.deepEqual(store.runs[0].points, [1, 2]);
});

test("another training begins with nothing, and words that are missing are asked for", () => {
  const store = new Store();
  assert.equal(store.take(message({ fixed: false })), true);
  store.take(message());
  assert.equal(store.take(message({ id: "2", from: [0, 0], points: [], epochs: [] })), false);
  assert.deepEqual(store.ask().have, [[0, 0]]);
  assert.equal(store.last, -1);
});

test("where an epoch's weights were dropped the epoch before shows its own", () => {
  const kernels = { type: "i1" };
  const epochs = [{ ...epoch(3), kernels }, epoch(2), epoch(1)];
  const run = /** @type {any} */ ({ epochs, now: { gradients: [9] } });
  assert.deepEqual(insideOf(run, 1), { gradients: [2], kernels, maps: undefined });
  assert.deepEqual(insideOf(run, null), { gradients: [9] });
});

test("axes end at round numbers that hold everything", () => {
  assert.deepEqual(ticks(2.3), [0, 1, 2, 3]);
  assert.deepEqual(ticks(100), [0, 50, 100]);
  assert.deepEqual(ticks(0.1), [0, 0.05, 0.1]);
  for (const top of [0.1, 0.37, 1, 2.302, 9.99, 1234]) {
    const levels = ticks(top);
    assert.ok(levels[levels.length - 1] >= top && levels.length <= 6);
  }
});

test("sizes lie on whole decades, nothing where there is no size", () => {
  assert.deepEqual(decades([0.002, 0.5, 0]), [-3, 0]);
  assert.deepEqual(decades([0.2]), [-3, 0]);
  assert.deepEqual(decades([]), [-4, 0]);
  assert.equal(along(0, [-3, 0]), 0);
  assert.equal(along(0.01, [-4, 0]), 0.5);
  assert.equal(along(10, [-4, 0]), 1);
  assert.equal(powerOfTen(-12), "10⁻¹²");
});

test("a loss that is no number parts the line and does not stretch the axis", () => {
  assert.equal(topLoss([[2.3, null], [4, 1]]), 4); // prettier-ignore
  assert.equal(topLoss([]), 0.1);
  assert.deepEqual(
    parts([
      [0, 1],
      [1, null],
      [2, 3],
    ]),
    [[[0, 1]], [[2, 3]]],
  );
});

test("pictures stand in as many columns as fit, and a click finds the one it is on", () => {
  assert.deepEqual(laid(8, 44, 400), [8, 1]);
  assert.deepEqual(laid(8, 44, 200), [4, 2]);
  assert.deepEqual(laid(8, 44, 10), [1, 8]);
  assert.equal(digitAt(10, 10, 400, 12), 0);
  assert.equal(digitAt(70, DIGIT_HIGH + 1, 400, 12), 6);
  assert.equal(digitAt(399, 10, 400, 12), -1);
  assert.equal(digitAt(10, 3 * DIGIT_HIGH, 400, 12), -1);
});
