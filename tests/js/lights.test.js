// What is under the pointer, what it lights, and what a click chooses.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Example } from "../../assets/player/example.js";
import { beside, lightsFor, lightsForTerm, placeOf, stepOf } from "../../assets/player/lights.js";
import { nearest } from "../../assets/shared/pointer.js";
import { cases } from "./cases.js";

/** @import { Chart } from "../../assets/shared/types.js" */

const several = cases.examples.find(({ name }) => name === "several channels and filters");
assert.ok(several);
const { data, offsets } = several;
const example = new Example(data);

/** @param {string} role @param {number} number */
function place(role, number) {
  const hit = { name: `numbers:${role}`, number, points: 99, curve: 0, subplot: "xy" };
  const found = placeOf(example, hit, offsets);
  assert.ok(found);
  return found;
}

test("a point's number tells its panel and its cell", () => {
  assert.deepEqual(place("input", 25 + 7), { role: "input", index: 1, row: 1, col: 2 });
  assert.deepEqual(place("kernel", 9 + 5), { role: "kernel", index: 1, row: 1, col: 2 });
  const sum = { name: "numbers:products", number: 18, points: 20, curve: 0, subplot: "xy" };
  assert.equal(placeOf(example, sum, offsets), null);
});

test("every output cell stands for its step, before the activation and after it", () => {
  for (let step = 0; step < example.steps; step++) {
    assert.equal(stepOf(example, place("output", step)), step);
    assert.equal(stepOf(example, place("activated", step)), step);
  }
  assert.equal(stepOf(example, place("input", 3)), null);
  assert.equal(stepOf(example, place("kernel", 3)), null);
});

test("an input cell lights every output that reads it", () => {
  const corner = place("input", 24);
  const now = example.read(example.perFilter); // the second filter
  const lights = lightsFor(example, corner, now);
  assert.deepEqual(lights.input, { 0: [[4, 4]] });
  assert.deepEqual(lights.output, { 0: [[2, 2]], 1: [[2, 2]], 2: [[2, 2]] });
  assert.deepEqual(lights.activated, lights.output);
});

test("a weight lights what it meets, a product its own cell", () => {
  const now = example.read(4);
  const weight = lightsFor(example, place("kernel", 9 + 1), now);
  assert.equal(weight.input[1].length, example.perFilter);
  assert.deepEqual(weight.kernel, { 1: [[0, 1]] });
  const product = lightsFor(example, place("products", 9 + 1), now);
  assert.deepEqual(product.input, { 1: [[1, 2]] });
  const term = now.terms[10];
  assert.deepEqual(lightsForTerm(term), product);
});

test("arrow keys go from cell to cell, and from grid to grid at a rim", () => {
  const now = example.read(4);
  const start = beside(example, null, now, "ArrowLeft");
  assert.deepEqual(start, { role: "output", index: 0, row: 1, col: 1 });
  /** @type {[string, number, number, number, string][]} */
  const walk = [
    ["output", 0, 1, 0, "ArrowLeft"],
    ["products", 0, 1, 2, "ArrowLeft"],
    ["products", 0, 2, 2, "ArrowDown"],
    ["products", 1, 0, 2, "ArrowDown"],
    ["output", 1, 0, 0, "ArrowRight"],
    ["output", 0, 2, 0, "ArrowUp"],
    ["output", 0, 2, 1, "ArrowRight"],
    ["output", 0, 2, 2, "ArrowRight"],
    ["activated", 0, 2, 0, "ArrowRight"],
    ["activated", 0, 2, 1, "ArrowRight"],
    ["activated", 0, 2, 2, "ArrowRight"],
    ["activated", 0, 2, 2, "ArrowRight"],
  ];
  /** @type {ReturnType<typeof beside>} */
  let at = start;
  for (const [role, index, row, col, key] of walk) {
    at = beside(example, at, now, key);
    assert.deepEqual(at, { role, index, row, col }, key);
  }
  const top = { role: "input", index: 0, row: 0, col: 0 };
  assert.deepEqual(beside(example, top, now, "ArrowUp"), top);
  assert.deepEqual(beside(example, top, now, "ArrowLeft"), top);
  assert.equal(beside(example, top, now, "Home"), null);
});

test("the nearest point counts, if it is near and on the axes", () => {
  const axis = (/** @type {number} */ offset) => ({
    _offset: offset,
    _length: 100,
    d2p: (/** @type {number} */ value) => value * 50,
    p2d: (/** @type {number} */ pixel) => pixel / 50,
  });
  const gd = /** @type {Chart} */ (
    /** @type {unknown} */ ({
      getBoundingClientRect: () => ({ left: 1000, top: 2000 }),
      data: [
        { name: "line", x: [1], y: [1] },
        { name: "cells", x: [0.5, 1.5], y: [1, 1], xaxis: "x2", yaxis: "y2" },
        { name: "far", x: [1.5], y: [1], xaxis: "x3", yaxis: "y3", marker: { size: 30 } },
      ],
      _fullLayout: {
        hoverdistance: 20,
        ...{ xaxis: axis(0), yaxis: axis(0), xaxis2: axis(200), yaxis2: axis(0) },
        ...{ xaxis3: axis(400), yaxis3: axis(0) },
      },
    })
  );
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    nearest(gd, (name) => name !== "line", 1000 + x, 2000 + y);
  assert.deepEqual(at(270, 55), { name: "cells", number: 1, points: 2, curve: 1, subplot: "x2y2" });
  assert.equal(at(230, 50)?.number, 0);
  assert.equal(at(250, 50), null, "between two cells and near neither");
  assert.equal(at(50, 50), null, "on a trace that is not asked for");
  assert.equal(at(475, 84)?.name, "far", "a large marker is near from its rim on");
  assert.equal(at(475, 86), null);
  assert.equal(at(199, 50), null, "beside the axes");
});
