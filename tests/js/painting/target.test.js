// The cells of a target that is painted by itself.

import assert from "node:assert/strict";
import { test } from "node:test";

import { cellAt, moved, sideOf } from "../../../assets/target/cells.js";

test("every part of the grid belongs to one cell, what lies beside it to none", () => {
  /** @type {[number, number]} */
  const size = [2, 4];
  assert.deepEqual(cellAt(size, 0, 0), { channel: 0, row: 0, col: 0 });
  assert.deepEqual(cellAt(size, 0.5, 0.74), { channel: 0, row: 1, col: 2 });
  assert.deepEqual(cellAt(size, 0.999, 0.999), { channel: 0, row: 1, col: 3 });
  for (const [down, across] of [
    [-0.01, 0.5],
    [1, 0.5],
    [0.5, 1],
  ]) {
    assert.equal(cellAt(size, down, across), null);
  }
});

test("arrows lead from cell to cell and stop at the edge", () => {
  const at = { channel: 0, row: 1, col: 0 };
  assert.deepEqual(moved([2, 4], at, "ArrowUp"), { channel: 0, row: 0, col: 0 });
  assert.deepEqual(moved([2, 4], at, "ArrowRight"), { channel: 0, row: 1, col: 1 });
  assert.deepEqual(moved([2, 4], at, "ArrowDown"), at);
  assert.deepEqual(moved([2, 4], at, "ArrowLeft"), at);
  assert.equal(moved([2, 4], at, "Enter"), null);
});

test("a grid is as large as the box allows, its cells neither too large nor too small", () => {
  assert.equal(sideOf([5, 8], 260), 32);
  assert.equal(sideOf([3, 3], 260), 40);
  assert.equal(sideOf([32, 32], 260), 8);
});
