// What moves is written as Plotly writes it, and glides as Plotly lets it glide.

import assert from "node:assert/strict";
import { test } from "node:test";

import { between, eased, filled, ring, strokes } from "../../assets/direct/strokes.js";

const toX = (/** @type {number} */ x) => x * 10;
const toY = (/** @type {number} */ y) => y * 20 + 0.5;

test("every line between two gaps is a stroke, and a point alone is none", () => {
  const x = [null, 0, 1, null, 2, null, 3, 4, 5];
  const y = [null, 0, 1, null, 2, null, 3, 4, 5];
  assert.deepEqual(strokes({ x, y }, toX, toY), ["M0,0.5L10,20.5", "M30,60.5L40,80.5L50,100.5"]);
  assert.deepEqual(strokes({ x: [null], y: [null] }, toX, toY), []);
});

test("the strokes of a filled trace are closed", () => {
  assert.equal(filled(["M0,0L1,0L1,1", "M2,2L3,3L4,2"]), "M0,0L1,0L1,1ZM2,2L3,3L4,2Z");
  assert.equal(filled([]), "");
});

test("a stroke is on its way to another with the same points, and to no other", () => {
  const way = between("M0,0L10,-4.5", "M10,2L30,0");
  assert.ok(way);
  assert.equal(way(0), "M0,0L10,-4.5");
  assert.equal(way(0.5), "M5,1L20,-2.25");
  assert.equal(way(1), "M10,2L30,0");
  assert.equal(between("M0,0L1,1", "M0,0L1,1L2,2"), null);
  assert.equal(between("", "M0,0L1,1"), null);
});

test("a motion starts and ends gently", () => {
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1].map(eased), [0, 0.0625, 0.5, 0.9375, 1]);
});

test("a ring goes around its place", () => {
  assert.equal(ring(100, 50, 17), "M117,50A17,17 0 1,1 100,33A17,17 0 0,1 117,50Z");
});
