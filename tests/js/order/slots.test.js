// A row goes where it is dropped, and a list scrolls when one is held at its edge.

import assert from "node:assert/strict";
import { test } from "node:test";

import { gapAt, placeIn, scrollAt } from "../../../assets/order/slots.js";

const rows = [0, 20, 40, 60].map((top) => ({ top, bottom: top + 20 }));

test("the gap is the nearest one", () => {
  assert.deepEqual(
    [-5, 4, 16, 29, 31, 79, 200].map((y) => gapAt(rows, y)),
    [0, 0, 1, 1, 2, 4, 4],
  );
  assert.equal(gapAt([], 10), 0);
});

test("dropped at any gap, a row stands where taking it out and putting it in has it", () => {
  for (let from = 0; from < 5; from++) {
    for (let gap = 0; gap <= 5; gap++) {
      const moved = [0, 1, 2, 3, 4].map((row) => (row === from ? -1 : row));
      moved.splice(gap, 0, from);
      const left = moved.filter((row) => row >= 0);
      assert.equal(left.indexOf(from), placeIn(from, gap));
    }
  }
});

test("a list scrolls towards the edge at which a row is held, the nearer the faster", () => {
  const list = { top: 100, bottom: 400 };
  assert.equal(scrollAt(list, 250), 0);
  assert.ok(scrollAt(list, 105) < scrollAt(list, 130));
  assert.ok(scrollAt(list, 130) < 0);
  assert.ok(scrollAt(list, 395) > 0);
  assert.equal(scrollAt(list, 1000), -scrollAt(list, -500));
});
