// Sentences take their values, each place once, whatever its value holds.

import assert from "node:assert/strict";
import { test } from "node:test";

import { filled } from "../../../assets/shared/sentences.js";

test("values are put into either kind of place, and what is unknown stays", () => {
  assert.equal(filled("[name]: [dead] of [units]", { name: "A", dead: 1, units: 8 }), "A: 1 of 8");
  assert.equal(filled("{step} of {steps}, step {step}", { step: 0, steps: 9 }), "0 of 9, step 0");
  assert.equal(filled("[rate] and {ms}, [else]", { rate: "7.1", ms: 31 }), "7.1 and 31, [else]");
});

test("a value is never taken for a place", () => {
  assert.equal(filled("{name}, {row}", { name: "{row} $& [row]", row: 2 }), "{row} $& [row], 2");
});
