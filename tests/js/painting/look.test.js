// What is painted looks as the server draws it: the scale of colours, black or white numbers, pixels.

import assert from "node:assert/strict";
import { test } from "node:test";

import { bytesOf, colorFor, inkOn, ramp } from "../../../assets/paint/colors.js";
import { pixels } from "../../../assets/paint/picture.js";
import { cases } from "../cases.js";

for (const theme of cases.colours) {
  test("the scale, its inks and a grid with padding are the server's", () => {
    const scale = ramp(theme.colors);
    assert.deepEqual(scale, theme.ramp);
    const cells = theme.values.map((value) => colorFor(scale, value, theme.limit));
    assert.deepEqual(cells, theme.cells);
    assert.deepEqual(cells.map(inkOn), theme.inks);
    const look = {
      line: bytesOf(theme.colors.line),
      padding: bytesOf(theme.colors.padding),
      hatch: bytesOf(theme.colors.hatch),
      ink: bytesOf(theme.colors.ink),
    };
    const below = theme.values.map((value) => value < 0);
    const { data } = pixels(cells, theme.size, look, theme.kinds, below);
    assert.deepEqual(
      data.filter((_, i) => i % 4 < 3),
      Uint8ClampedArray.from(theme.pixels),
    );
    assert.ok(data.every((byte, i) => i % 4 < 3 || byte === 255));
  });
}

test("what is no number has the colour of zero, and a scale without numbers ends at 1", () => {
  const scale = ramp(cases.colours[0].colors);
  assert.deepEqual(colorFor(scale, NaN, 3), scale[255]);
  assert.deepEqual(colorFor(scale, 1, 0), scale[510]);
  assert.deepEqual(colorFor(scale, -50, 3), scale[0]);
});
