// A step in the making: product by product, the last of which makes it whole.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Example } from "../../assets/player/example.js";
import { formula } from "../../assets/player/formula.js";
import { BLANK, contents } from "../../assets/player/frame.js";
import { partial, partsOf } from "../../assets/player/partial.js";
import { cases } from "./cases.js";

const LABELS = { tie: cases.tie, bias: "bias" };

for (const { name, data, steps } of cases.examples) {
  const example = new Example(data);

  test(`${name}: every product adds to the sum, and the last makes the step whole`, () => {
    for (const { step } of steps) {
      const now = example.read(step);
      const parts = partsOf(now);
      assert.equal(partial(example, now, parts), now);
      const counted = now.terms.filter((term) => term.counted);
      let sum = 0;
      for (let part = 0; part < parts; part++) {
        const made = partial(example, now, part);
        assert.deepEqual(made.known, counted.slice(0, part));
        assert.equal(made.newest, part ? counted[part - 1] : null);
        if (made.newest) sum += made.newest.value * (made.newest.weight ?? 1);
        if (example.data.operation === "max") {
          const known = counted.slice(0, part).map(({ value }) => value);
          assert.equal(made.result, Math.max(...known));
        } else {
          assert.ok(Math.abs(made.result - sum) < 1e-9);
        }
        const channels = made.sums.filter((one) => one !== null);
        if (channels.length) {
          const added = channels.reduce((a, b) => a + b, 0);
          assert.ok(Math.abs(added - sum) < 1e-9, `${added} and ${sum}`);
        }
      }
    }
  });
}

const [first] = cases.examples;
const example = new Example(first.data);
const places = { offsets: first.offsets, signs: {}, readable: true };

test("its products, its sum and its cell are shown as far as they are known", () => {
  const now = example.read(5);
  const made = partial(example, now, 2);
  const whole = /** @type {{ text: string[] }} */ (
    contents(example, now, {}, places)["numbers:products"]
  );
  const texts = /** @type {{ text: string[] }} */ (
    contents(example, made, {}, places)["numbers:products"]
  );
  assert.deepEqual(texts.text.slice(0, 9), [...whole.text.slice(0, 2), ...Array(7).fill(BLANK)]);
  const written = formula(example, made, LABELS).map(({ text }) => text);
  assert.match(written.join(""), /^\S+ \+ \S+ \+ … = \S+$/);
  const before = contents(example, example.read(4), {}, places);
  const after = contents(example, made, {}, places);
  assert.deepEqual(after["cover:output"], before["cover:output"], "its cell is still covered");
});

test("nothing is known at first", () => {
  const made = partial(example, example.read(0), 0);
  assert.deepEqual(made.sums, [null]);
  assert.equal(
    formula(example, made, LABELS)
      .map(({ text }) => text)
      .join(""),
    "…",
  );
});
