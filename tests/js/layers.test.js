// The dense layer's links and rings are those that Python draws.

import assert from "node:assert/strict";
import { test } from "node:test";

import { chosenPaths, lightPaths } from "../../assets/dense/paths.js";
import { cases } from "./cases.js";

/** The links of a path, as [input, output] heights. @param {(number | null)[]} heights */
function links(heights) {
  const points = heights.filter((height) => height !== null);
  return Array.from({ length: points.length / 2 }, (_, i) => points.slice(2 * i, 2 * i + 2));
}

for (const layer of cases.layers) {
  const inputs = layer.cells.length;

  test(`the first of ${inputs} inputs' outputs is chosen as in Python's picture`, () => {
    const paths = chosenPaths(layer, 0, [...Object.keys(layer.chosen), "pale:0"]);
    assert.deepEqual(Object.keys(paths).sort(), Object.keys(layer.chosen).sort());
    for (const [name, path] of Object.entries(layer.chosen)) {
      assert.deepEqual(links(paths[name].y), links(path.y), name);
    }
    assert.deepEqual(paths.chosen, layer.chosen.chosen);
  });

  test(`pointing at one of ${inputs} inputs or an output lights all its links`, () => {
    const input = lightPaths(layer, { input: inputs - 1 });
    const ends = layer.heights.map((height) => [inputs - 1, height]);
    assert.deepEqual(links(input["light-lines"].y), ends);
    assert.deepEqual(input["light-nodes"], { x: [0], y: [inputs - 1] });
    const output = lightPaths(layer, { output: 1 });
    assert.equal(links(output["light-lines"].y).length, inputs);
    assert.deepEqual(output["light-nodes"], { x: [1], y: [layer.heights[1]] });
    const none = lightPaths(layer, {});
    for (const path of Object.values(none)) assert.deepEqual(path, { x: [null], y: [null] });
  });
}
