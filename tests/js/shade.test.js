// Products as colours: the scale's ends and middle, and the sums that stay.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Example } from "../../assets/player/example.js";
import { BLANK, products } from "../../assets/player/frame.js";
import { colorOf } from "../../assets/player/shade.js";
import { cases } from "./cases.js";

test("a product has the colour of its share of the largest", () => {
  const shade = { scale: ["low", "middle", "high"], limit: 4, line: "line", ink: "ink" };
  assert.deepEqual(
    [-9, -4, 0, 4, 9].map((value) => colorOf(shade, value)),
    ["low", "low", "middle", "high", "high"],
  );
});

test("where products cannot be read the sums stay", () => {
  for (const { data } of cases.examples) {
    const now = new Example(data).read(0);
    const all = products(now);
    const left = products(now, false);
    assert.deepEqual(
      all.map((text, i) => (i < now.terms.length ? BLANK : text)),
      left,
    );
  }
});
