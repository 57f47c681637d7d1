// Steps in words: each one that rests, now and then while it plays, aloud if asked for.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Example } from "../../../assets/player/example.js";
import { Voice, sentence } from "../../../assets/player/voice.js";
import { cases } from "../cases.js";

const LABELS = {
  minus: "minus",
  said: "{step} of {steps}, {row}, {col}: {result}",
  said_map: "{step} of {steps}, map {map}, {row}, {col}: {result}",
};

test("a step is said with its place, and a minus that can be heard", () => {
  const data = cases.examples.find(({ name }) => name === "a bias")?.data;
  assert.ok(data);
  const example = new Example(data);
  const at = example.output.values.findIndex((/** @type {number} */ value) => value < 0);
  const words = sentence(example, example.read(at), LABELS);
  assert.match(words, /^\d+ of \d+, \d+, \d+: minus \d/);
  assert.doesNotMatch(words, /\u2212|\{/);
  const several = cases.examples.find(({ name }) => name === "several channels and filters")?.data;
  assert.ok(several);
  const maps = new Example(several);
  assert.match(sentence(maps, maps.read(maps.steps - 1), LABELS), /map 3/);
});

test("what rests is said, and while it plays only now and then", () => {
  mock.timers.enable(/** @type {any} */ ({ apis: ["setTimeout"] })); // newer than its types
  const region = /** @type {HTMLElement} */ (/** @type {unknown} */ ({ textContent: "" }));
  /** @type {string[]} */
  const aloud = [];
  const speech = { speak: (/** @type {string} */ one) => aloud.push(one), stop() {}, busy: false };
  const voice = new Voice(region, /** @type {any} */ (speech));
  const root = { lang: "en" };
  Object.assign(globalThis, { document: { documentElement: root } });
  voice.tell("opened", false);
  mock.timers.runAll();
  assert.equal(region.textContent, "", "a page that opens does not speak");
  voice.tell("first", false);
  voice.tell("second", false);
  assert.equal(region.textContent, "");
  mock.timers.runAll();
  assert.equal(region.textContent, "second");
  voice.tell("played", true);
  assert.equal(region.textContent, "second");
  assert.equal(voice.toggle("second"), true);
  voice.tell("third", false);
  mock.timers.runAll();
  assert.deepEqual(aloud, ["second", "third"]);
  assert.equal(voice.toggle("third"), false);
  mock.timers.reset();
});
