import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Line } from "../../../assets/view/line.js";

/** A line whose questions are counted, in a document that is no more than a place for events. */
function lined() {
  const document = new EventTarget();
  Object.assign(globalThis, { document });
  let asked = 0;
  const line = new Line(() => (asked += 1));
  line.heard("begun here 0");
  const broken = () => document.dispatchEvent(new Event("convscope:line"));
  return { line, broken, asked: () => asked };
}

test("a page is asked to run once its line is new, until it has run", () => {
  mock.timers.enable(/** @type {any} */ ({ apis: ["setTimeout"] })); // newer than its types
  const { line, broken, asked } = lined();
  mock.timers.tick(60_000);
  assert.equal(asked(), 0);
  broken();
  mock.timers.tick(100);
  assert.equal(asked(), 1);
  line.heard("begun here 0"); // an update that has nothing to do with it
  mock.timers.tick(2000);
  assert.equal(asked(), 2);
  line.heard("0a1b2c3d 0");
  mock.timers.tick(60_000);
  assert.equal(asked(), 2);
  mock.timers.reset();
});

test("a server that never answers is not asked for ever, and nothing after the end", () => {
  mock.timers.enable(/** @type {any} */ ({ apis: ["setTimeout"] })); // newer than its types
  const { line, broken, asked } = lined();
  broken();
  for (let second = 0; second < 60; second += 1) mock.timers.tick(1000);
  assert.equal(asked(), 5);
  line.end();
  broken();
  mock.timers.tick(60_000);
  assert.equal(asked(), 5);
  mock.timers.reset();
});
