// The live camera: when frames go, why a camera cannot be had, where maps stand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { otherThan, reasonOf, squareOf } from "../../../assets/live/camera.js";
import { columnsIn, rangesOf } from "../../../assets/live/maps.js";
import { Pace } from "../../../assets/live/pace.js";

test("the next frame goes only after the last one's answer", () => {
  const pace = new Pace();
  assert.equal(pace.wait(0), 0);
  assert.equal(pace.send(0), 1);
  assert.equal(pace.wait(10), 1990);
  assert.ok(pace.expects(1) && pace.expects(0) && !pace.expects(7));
  assert.equal(pace.answer(1, 80, 100), true);
  assert.equal(pace.wait(100), 0); // it took longer than frames are to be apart
  assert.equal(pace.send(100), 2);
  assert.equal(pace.answer(2, 500, 150), true);
  assert.equal(pace.wait(150), 450);
});

test("a frame that is lost is followed by another, later each time", () => {
  const pace = new Pace();
  let now = 0;
  const gaps = Array.from({ length: 6 }, () => {
    pace.send(now);
    const gap = pace.wait(now);
    now += gap;
    return gap;
  });
  assert.deepEqual(gaps, [2000, 4000, 8000, 16000, 16000, 16000]);
  assert.ok(pace.late);
  assert.equal(pace.answer(5, 80, now), false); // too late: another one is under way
  assert.equal(pace.answer(6, 80, now), true);
  assert.ok(!pace.late);
});

test("an answer to what is not waited for counts for nothing", () => {
  const pace = new Pace();
  pace.send(0);
  pace.begin();
  assert.ok(!pace.expects(1));
  assert.equal(pace.answer(1, 80, 10), false);
  assert.equal(pace.send(20), 2);
  assert.equal(pace.wait(20), 2000);
});

test("answers a second are those of the last seconds", () => {
  const pace = new Pace();
  assert.equal(pace.rate, 0);
  for (let i = 0; i < 50; i++) {
    pace.send(i * 100);
    pace.answer(pace.number, 0, i * 100 + 50);
  }
  assert.equal(pace.rate, 10);
  for (let i = 50; i < 70; i++) {
    pace.send(i * 250);
    pace.answer(pace.number, 0, i * 250 + 50);
  }
  assert.equal(pace.rate, 4);
});

test("a camera that cannot be had has a reason", () => {
  assert.equal(reasonOf(new TypeError(), false), "insecure");
  const reasons = {
    NotAllowedError: "refused",
    SecurityError: "refused",
    NotFoundError: "none",
    OverconstrainedError: "none",
    NotReadableError: "busy",
    AbortError: "busy",
    TypeError: "other_error",
  };
  for (const [name, reason] of Object.entries(reasons)) {
    assert.equal(reasonOf({ name }, true), reason);
  }
  assert.equal(reasonOf(null, true), "other_error");
});

test("another camera is a phone's other side, or the next one", () => {
  assert.deepEqual(otherThan({ facingMode: "user" }, ["a", "b"]), {
    facingMode: { ideal: "environment" },
  });
  assert.deepEqual(otherThan({ facingMode: "environment" }, ["a", "b"]), {
    facingMode: { ideal: "user" },
  });
  assert.deepEqual(otherThan({ deviceId: "a" }, ["a", "b"]), { deviceId: { exact: "b" } });
  assert.deepEqual(otherThan({ deviceId: "b" }, ["a", "b"]), { deviceId: { exact: "a" } });
  assert.deepEqual(otherThan({}, []), {});
});

test("the middle square is taken", () => {
  assert.deepEqual(squareOf(640, 480), [80, 0, 480]);
  assert.deepEqual(squareOf(480, 640), [0, 80, 480]);
});

test("maps stand in fewer columns where there is little room", () => {
  /** @type {[number, number]} */
  const tile = [28, 28];
  assert.equal(columnsIn({ columns: 16, tile, count: 64 }, 900), 16);
  assert.equal(columnsIn({ columns: 16, tile, count: 64 }, 340), 8);
  assert.equal(columnsIn({ columns: 5, tile, count: 5 }, 340), 5);
  assert.equal(columnsIn({ columns: 128, tile: [1, 1], count: 4096 }, 340), 128);
});

test("the ranges of channels cover a layer", () => {
  assert.deepEqual(rangesOf({ step: 64, channels: 192 }), [[0, 63], [64, 127], [128, 191]]); // prettier-ignore
  assert.deepEqual(rangesOf({ step: 32, channels: 40 }), [[0, 31], [32, 39]]); // prettier-ignore
  assert.deepEqual(rangesOf({ step: 200, channels: 200 }), [[0, 199]]);
});
