// The dense layer's links and rings are those that Python draws.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  chosenPath,
  lightPaths,
  linkPaths,
  partOfStep,
  stepOfPart,
  stepsOf,
} from "../../assets/dense/paths.js";
import { cases } from "./cases.js";

/** The links of a path, as [input, output] heights. @param {(number | null)[]} heights */
function links(heights) {
  const points = heights.filter((height) => height !== null);
  return Array.from({ length: points.length / 2 }, (_, i) => points.slice(2 * i, 2 * i + 2));
}

for (const layer of cases.layers) {
  const inputs = layer.cells.length;
  const names = [...Object.keys(layer.chosen), "pale:0"];

  /** How many links of each weight. @param {number[]} weights */
  const counted = (weights) =>
    weights.reduce(
      (/** @type {Record<string, number>} */ all, weight) => ({
        ...all,
        [`strong:${weight}`]: (all[`strong:${weight}`] ?? 0) + 1,
      }),
      {},
    );

  /** @param {Record<string, import("../../assets/shared/types.js").Path>} paths */
  const drawn = (paths) =>
    Object.fromEntries(
      Object.entries(paths)
        .map(([name, path]) => [name, links(path.y).length])
        .filter(([, many]) => many),
    );

  test(`the first of ${inputs} inputs' outputs is chosen as in Python's picture`, () => {
    const paths = {
      ...linkPaths(layer, { output: 0 }, names),
      ...chosenPath(layer, { output: 0 }),
    };
    assert.deepEqual(Object.keys(paths).sort(), Object.keys(layer.chosen).sort());
    for (const [name, path] of Object.entries(layer.chosen)) {
      assert.deepEqual(links(paths[name].y), links(path.y), name);
    }
    assert.deepEqual(paths.chosen, layer.chosen.chosen);
  });

  test(`of ${inputs} inputs as many are linked as have been multiplied`, () => {
    for (const known of [0, 1, inputs]) {
      const part = { output: 0, known };
      assert.deepEqual(
        drawn(linkPaths(layer, part, names)),
        counted(layer.weights[0].slice(0, known)),
      );
    }
  });

  test(`pointing at one of ${inputs} inputs or an output lights its links by their weights`, () => {
    const last = inputs - 1;
    const input = {
      ...linkPaths(layer, { input: last }, names),
      ...lightPaths(layer, { input: last }),
    };
    assert.deepEqual(
      drawn(linkPaths(layer, { input: last }, names)),
      counted(layer.weights.map((row) => row[last])),
    );
    for (const [i, row] of layer.weights.entries()) {
      const ends = links(input[`strong:${row[last]}`].y);
      assert.ok(ends.some(([from, to]) => from === last && to === layer.heights[i]));
    }
    assert.deepEqual(input["light-nodes"], { x: [0], y: [last] });
    assert.deepEqual(drawn(linkPaths(layer, { output: 1 }, names)), counted(layer.weights[1]));
    const output = lightPaths(layer, { output: 1 });
    assert.deepEqual(output["light-nodes"], { x: [1], y: [layer.heights[1]] });
    const none = lightPaths(layer, {});
    for (const path of Object.values(none)) assert.deepEqual(path, { x: [null], y: [null] });
  });
}

test("on the way back every input is a step, or every link", () => {
  const layer = {
    weights: [
      [1, 2, 0],
      [-1, 1, 2],
    ],
    heights: [0.25, 1.75],
    cells: /** @type {[number, number][]} */ ([
      [0, 0],
      [1, 0],
      [0, 1],
    ]),
  };
  assert.deepEqual(
    /** @type {const} */ (["output", "input", "weight"]).map((way) => stepsOf(layer, way)),
    [2, 3, 6],
  );
  const link = partOfStep(layer, "weight", 4);
  assert.deepEqual(link, { output: 1, input: 1 });
  assert.equal(stepOfPart(layer, "weight", { input: 2 }, link), 5);
  assert.equal(stepOfPart(layer, "weight", { output: 0 }, link), 1);
  assert.equal(stepOfPart(layer, "input", { input: 2 }, { input: 0 }), 2);
  assert.equal(stepOfPart(layer, "input", { output: 1 }, { input: 0 }), null);
  const names = ["strong:-1", "strong:0", "strong:1", "strong:2"];
  const many = (/** @type {import("../../assets/dense/paths.js").Part} */ part) =>
    Object.values(linkPaths(layer, part, names)).reduce(
      (sum, { x }) => sum + x.filter((at) => at === 1).length,
      0,
    );
  assert.equal(many({ input: 1 }), 2);
  assert.equal(many({ input: 1, known: 1 }), 1, "the links come one by one, output by output");
  assert.equal(many(link), 1);
  assert.deepEqual(Object.keys(chosenPath(layer, link)), ["chosen", "chosen-input", "chosen-cell"]);
  assert.deepEqual(chosenPath(layer, { input: 2 })["chosen-cell"], {
    x: [0, 1, 1, 0, 0],
    y: [1, 1, 2, 2, 1],
  });
});
