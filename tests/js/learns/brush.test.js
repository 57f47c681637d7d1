// What was painted stands until the server has heard of it, and not for ever where it never will.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Brush } from "../../../assets/learns/brush.js";

/** @param {number[]} target @returns {any} */
const wants = (target) => ({ target, outputShape: [1, 1, target.length] });

/** A brush that has painted a 7 into the first cell and told it. @param {number} times */
function painted(times) {
  const brush = new Brush({ sent: () => {}, changed: () => {} });
  brush.meet(wants([0, 0]), 0);
  brush.count = times;
  brush.descent = wants([7, 0]);
  return brush;
}

test("what the server has not heard of stands", () => {
  mock.timers.enable(/** @type {any} */ ({ apis: ["setTimeout"] })); // newer than its types
  const brush = painted(1);
  brush.meet(wants([0, 0]), 0);
  assert.deepEqual(brush.descent?.target, [7, 0]);
  brush.meet(wants([5, 5]), 1);
  assert.deepEqual(brush.descent?.target, [5, 5]);
  mock.timers.reset();
});

test("what another server says counts, though it has heard of nothing", () => {
  const brush = painted(3);
  brush.meet(wants([7, 0]), 3);
  brush.meet(wants([1, 2]), 0);
  assert.deepEqual(brush.descent?.target, [1, 2]);
  brush.meet(wants([3, 4]), 0);
  assert.deepEqual(brush.descent?.target, [3, 4]);
});
