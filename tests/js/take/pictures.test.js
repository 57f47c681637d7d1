// Which steps a film has, in which layout a picture is drawn, how large it is, what files are called.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { layoutFor, sidesOf } from "../../../assets/take/double.js";
import { shortened } from "../../../assets/take/figures.js";
import { MOST_STEPS, stepsOf } from "../../../assets/take/form.js";
import { koreanIn, sizeOf } from "../../../assets/take/svg.js";
import { Asking, Told } from "../../../assets/take/asking.js";
import { Example } from "../../../assets/player/example.js";

/** @import { Layout } from "../../../assets/shared/types.js" */

const cases = JSON.parse(readFileSync(process.env.CONVSCOPE_CASES ?? "", "utf-8"));

test("steps are counted from 1, and no more than a file holds", () => {
  assert.deepEqual(stepsOf("1", "3", 9), [0, 1, 2]);
  assert.deepEqual(stepsOf("9", "9", 9), [8]);
  for (const [from, to] of [
    ["0", "3"],
    ["3", "2"],
    ["1", "10"],
    ["1.5", "3"],
    ["", "3"],
    ["one", "3"],
  ]) {
    assert.equal(stepsOf(from, to, 9), null, `${from} to ${to}`);
  }
  assert.equal(stepsOf("1", String(MOST_STEPS), 1000)?.length, MOST_STEPS);
  assert.equal(stepsOf("1", String(MOST_STEPS + 1), 1000), null);
});

/**
 * @param {number} width
 * @param {number[]} fonts
 * @returns {Layout}
 */
function layout(width, fonts) {
  const regions = fonts.map((font, i) => [
    String(i),
    [[], [], [], [], [], font, [0, 0, 0], null, 0],
  ]);
  return { width, height: 300, regions: Object.fromEntries(regions) };
}

test("a picture has the page's layout; a small one that in which numbers can be read", () => {
  const layouts = [
    layout(300, [9, 9]),
    layout(740, [0, 12]),
    layout(940, [10, 14]),
    layout(1160, [12, 16]),
  ];
  assert.equal(layoutFor(layouts, 940, 1600).width, 940);
  assert.equal(layoutFor(layouts, 1200, 3840).width, 1160);
  assert.equal(layoutFor(layouts, 390, 1600).width, 740, "never a phone's");
  assert.equal(layoutFor(layouts, 940, 720).width, 940, "numbers of 7 pixels");
  assert.equal(layoutFor(layouts, 940, 480).width, 740, "they could not be read in any");
});

test("a picture is as wide as was asked for, and has a margin", () => {
  assert.deepEqual(sizeOf({ width: 968, height: 468 }, 1600), { width: 1600, height: 800 });
  assert.deepEqual(sizeOf({ width: 968, height: 468 }, 500), { width: 500, height: 250 });
});

test("a figure is named by what is said of it first", () => {
  assert.equal(shortened("Sigmoid. It rises."), "Sigmoid");
  assert.equal(shortened("Sees 1.5 rows"), "Sees 1.5 rows");
  const long = shortened("word ".repeat(40));
  assert.ok(long.length <= 61 && long.endsWith("word…"), long);
});

test("Korean letters are found once each", () => {
  assert.equal(koreanIn("입력 1×5×5, 출력 −3"), "력입출");
  assert.equal(koreanIn("output"), "");
});

test("a file is named by the sides of the input and of the window", () => {
  for (const { data } of cases.examples) {
    const example = new Example(data);
    const [top, left] = data.origin;
    const [, rows, cols] = sidesOf(example).match(/^(\d+)x(\d+)_k/) ?? [];
    assert.ok(Number(rows) + top <= example.height && Number(cols) + left <= example.width);
    assert.ok(Number(rows) > 0 && Number(cols) > 0);
  }
});

test("an answer goes to the question that was asked last, and an error is told", async () => {
  /** @type {{ to: string }[]} */
  const sent = [];
  const asking = new Asking((question) => sent.push(/** @type {{ to: string }} */ (question)));
  const first = asking.ask({ kind: "letters" }, "late");
  asking.hear({ to: "another", letters: "x" });
  asking.hear(null);
  asking.hear({ to: sent[0].to, letters: "rules" });
  assert.equal((await first).letters, "rules");
  const second = asking.ask({ kind: "gif" }, "late");
  asking.hear({ to: sent[0].to, letters: "old" });
  asking.hear({ to: sent[1].to, error: "Too large." });
  await assert.rejects(second, (error) => error instanceof Told && error.message === "Too large.");
});
