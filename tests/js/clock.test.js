// Steps are due when they should be, whatever the frames do.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Clock, SPEEDS } from "../../assets/player/clock.js";

const FRAME = 1000 / 64; // ms; sums of it are exact

const no = () => false;

/**
 * A clock with hand-made frames; `glides` are those of the steps so far.
 *
 * @param {{ held?: () => boolean, calm?: () => boolean, steps?: number }} [how]
 */
function handMade({ held = no, calm = no, steps = Infinity } = {}) {
  /** @type {((time: number) => void) | null} */
  let waiting = null;
  let time = 0;
  /** @type {number[]} */
  const glides = [];
  const advance = (/** @type {number} */ glide) => {
    glides.push(glide);
    if (glides.length === steps) clock.stop();
  };
  const clock = new Clock(
    { advance, held, calm },
    {
      now: () => time,
      request: (tick) => {
        waiting = tick;
        return 1;
      },
      cancel: () => {
        waiting = null;
      },
    },
  );
  /** @param {number} milliseconds @param {number} count */
  const frames = (milliseconds, count) => {
    for (let i = 0; i < count && waiting; i++) {
      const tick = waiting;
      waiting = null;
      time += milliseconds;
      tick(time);
    }
  };
  return { clock, frames, glides };
}

test("a speed of 4 is four steps a second, each with a glide", () => {
  const { clock, frames, glides } = handMade();
  clock.speed = 4;
  clock.start();
  frames(FRAME, 128);
  assert.deepEqual(glides, Array(8).fill(150));
});

test("a faster speed is that much faster, and jumps", () => {
  const { clock, frames, glides } = handMade();
  clock.speed = 32;
  clock.start();
  frames(FRAME, 128);
  assert.equal(glides.length, 64);
  assert.ok(glides.every((glide) => glide === 0));
});

test("slow steps glide no longer than 200 ms; who wants calm sees no glide", () => {
  const slow = handMade();
  slow.clock.speed = 2;
  slow.clock.start();
  slow.frames(FRAME, 64);
  assert.deepEqual(slow.glides, [200, 200]);
  const calm = handMade({ calm: () => true });
  calm.clock.speed = 4;
  calm.clock.start();
  calm.frames(FRAME, 64);
  assert.deepEqual(calm.glides, [0, 0, 0, 0]);
});

test("a late machine shows every step: one a frame, and never a burst afterwards", () => {
  const { clock, frames, glides } = handMade();
  clock.speed = 64;
  clock.start();
  frames(5000, 1);
  assert.equal(glides.length, 1);
  frames(1, 10);
  assert.equal(glides.length, 2);
});

test("time stands still while it is held, and at the end", () => {
  let resting = true;
  const { clock, frames, glides } = handMade({ held: () => resting, steps: 3 });
  clock.speed = 4;
  clock.start();
  frames(100, 50);
  assert.equal(glides.length, 0);
  resting = false;
  frames(100, 50);
  assert.equal(glides.length, 3);
  assert.equal(clock.playing, false);
});

test("stopping stops at once; starting again begins from now", () => {
  const { clock, frames, glides } = handMade();
  clock.speed = 4;
  clock.start();
  frames(200, 1);
  clock.stop();
  frames(1000, 5);
  assert.equal(glides.length, 0);
  clock.start();
  frames(200, 1);
  assert.equal(glides.length, 0);
  frames(60, 1);
  assert.equal(glides.length, 1);
});

test("the slowest speed leaves four seconds for a step", () => {
  const { clock, frames, glides } = handMade();
  clock.speed = SPEEDS[0];
  clock.start();
  frames(FRAME, 64 * 4 - 1);
  assert.equal(glides.length, 0);
  frames(FRAME, 1);
  assert.equal(glides.length, 1);
});
