// Strokes: undone and done again as wholes, without gaps, with numbers that suit the input.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Strokes, asked, between, choicesFor } from "../../../assets/paint/strokes.js";

/** @param {number} row @param {number} col @param {number} [channel] */
const cell = (row, col, channel = 0) => ({ channel, row, col });

test("a stroke is undone as a whole, the last cell first, and done again", () => {
  const strokes = new Strokes();
  strokes.add({ cell: cell(0, 0), before: 1, after: 2 });
  strokes.add({ cell: cell(0, 1), before: 3, after: 2 });
  strokes.add({ cell: cell(0, 1), before: 2, after: 2 }); // nothing new
  strokes.end();
  strokes.add({ cell: cell(0, 0), before: 2, after: 5 });
  strokes.end();
  assert.deepEqual(strokes.undo(), [[cell(0, 0), 2]]);
  assert.deepEqual(strokes.undo(), [
    [cell(0, 1), 3],
    [cell(0, 0), 1],
  ]);
  assert.deepEqual(strokes.undo(), []);
  assert.deepEqual(strokes.redo(), [
    [cell(0, 0), 2],
    [cell(0, 1), 2],
  ]);
  assert.ok(strokes.canUndo && strokes.canRedo);
  strokes.add({ cell: cell(2, 2), before: 0, after: 1 });
  assert.equal(strokes.canRedo, false);
  strokes.forget();
  assert.deepEqual([strokes.undo(), strokes.redo()], [[], []]);
});

test("a quick hand leaves no gap, and no line leads from one channel to another", () => {
  assert.deepEqual(between(null, cell(3, 3)), [cell(3, 3)]);
  assert.deepEqual(between(cell(0, 0), cell(3, 3)), [cell(1, 1), cell(2, 2), cell(3, 3)]);
  assert.deepEqual(between(cell(2, 2), cell(2, 2)), []);
  assert.equal(between(cell(0, 0), cell(1, 4)).length, 4);
  assert.deepEqual(between(cell(0, 0), cell(3, 3, 1)), [cell(3, 3, 1)]);
});

test("the numbers offered suit the input", () => {
  assert.deepEqual(choicesFor([0, 5, 2]), [-2, -1, 1, 2]);
  assert.deepEqual(choicesFor([0, 255]), [64, 128, 191, 255]);
  assert.deepEqual(choicesFor([-40, 20]), [-40, -20, 10, 20]);
});

test("the keys that undo and redo everywhere do so here", () => {
  const press = (/** @type {string} */ key, /** @type {object} */ held = { ctrlKey: true }) =>
    asked(/** @type {any} */ ({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...held }));
  assert.deepEqual([press("z"), press("z", { metaKey: true })], ["undo", "undo"]);
  assert.deepEqual([press("y"), press("Z", { ctrlKey: true, shiftKey: true })], ["redo", "redo"]);
  assert.deepEqual([press("z", {}), press("y", {}), press("x")], [null, null, null]);
});
