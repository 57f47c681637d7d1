// Both sides write the same number and read the same array.

import assert from "node:assert/strict";
import { test } from "node:test";

import { unpack } from "../../../assets/shared/arrays.js";
import {
  writeAdded,
  writeFactor,
  writeNumber,
  writePrecise,
  writeSum,
} from "../../../assets/shared/numbers.js";
import { cases } from "../cases.js";

const values = [...unpack(cases.numbers.values).values];

test("there are enough numbers to compare, the special ones among them", () => {
  assert.ok(values.length > 100);
  assert.ok(values.some(Number.isNaN) && values.includes(-Infinity) && values.includes(1e21));
});

test("a number is written as in Python", () => {
  assert.deepEqual(
    values.map((value) => writeNumber(value)),
    cases.numbers.numbers,
  );
});

test("so it is with four decimals", () => {
  assert.deepEqual(
    values.map((value) => writeNumber(value, 4)),
    cases.numbers.exact,
  );
});

test("small numbers and those near 1 have the digits that tell them from 0 and 1", () => {
  assert.deepEqual(
    values.map((value) => writePrecise(value)),
    cases.numbers.precise,
  );
  assert.deepEqual(
    values.map((value) => writePrecise(value, 4)),
    cases.numbers.precise4,
  );
});

test("a sum loses the dust that rounding leaves, beside its largest term", () => {
  assert.deepEqual(
    values.map((value) => writeSum(value, [3, -4e3])),
    cases.numbers.sums,
  );
});

test("a negative factor stands in parentheses", () => {
  assert.deepEqual(
    values.map((value) => writeFactor(value)),
    cases.numbers.factors,
  );
});

test("what is added has its sign apart", () => {
  assert.deepEqual(
    values.map((value) => writeAdded(value)),
    cases.numbers.added,
  );
});

test("every type of array comes back exactly", () => {
  const types = cases.arrays.map(({ packed }) => packed.type);
  assert.deepEqual(types, ["i1", "i2", "i4", "f8"]);
  for (const { packed, values: expected } of cases.arrays) {
    const { values: found, shape } = unpack(packed);
    assert.deepEqual([...found], expected);
    assert.equal(
      shape.reduce((all, size) => all * size, 1),
      expected.length,
    );
  }
});

test("Korean has a comma between thousands, in the page's language", () => {
  assert.equal(writeNumber(-12345), "−12\u2009345");
  const page = { documentElement: { lang: "ko" } };
  Object.defineProperty(globalThis, "document", { value: page, configurable: true });
  try {
    assert.equal(writeNumber(-12345), "−12,345");
    assert.equal(writeNumber(1234567.5), "1,234,567.50");
    assert.equal(writeNumber(999), "999");
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
});
