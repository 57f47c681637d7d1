// Pictures made of places: how many stand side by side, and which drawing fits.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fittingArrangement } from "../../assets/places/diagram.js";
import { columnsIn, toldOf } from "../../assets/places/tiles.js";

const numbers = Array.from({ length: 384 }, (_, i) => i);

test("on a phone each map is wide enough for a finger", () => {
  const maps = { columns: 24, least: 40, numbers };
  assert.equal(columnsIn(maps, 358, false), 8);
  assert.equal(columnsIn(maps, 900, true), 22);
  assert.equal(columnsIn({ ...maps, columns: 4 }, 358, true), 4);
});

test("where a mouse points all of a wide picture is seen", () => {
  assert.equal(columnsIn({ columns: 24, least: 40, numbers }, 900, false), 24);
  assert.equal(columnsIn({ columns: 55, least: 0, numbers }, 300, true), 55);
});

test("a cell of a large map says its row, its column and its number", () => {
  const grid = { values: Float64Array.of(0.5, -12, 1e-5, 0, 1.25, 3), shape: [2, 3] };
  assert.equal(toldOf(grid, 1), "(1, 2): \u221212");
  assert.equal(toldOf(grid, 5), "(2, 3): 3");
  assert.equal(toldOf(grid, 2), "(1, 3): 1.0·10⁻⁵");
});

test("the widest drawing that there is room for is shown, else the narrowest", () => {
  const made = [{ width: 330 }, { width: 560 }, { width: 860 }];
  assert.deepEqual(
    [300, 330, 859, 1200].map((room) => fittingArrangement(made, room)),
    [0, 0, 1, 2],
  );
});
