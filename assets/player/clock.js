// When the next step is due. Time comes from the browser's frames; a test hands in its own.

const GLIDES_UP_TO = 4; // steps a second; faster, the window jumps
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64]; // steps a second

/**
 * @typedef {object} Frames Where time comes from.
 * @property {() => number} now
 * @property {(tick: (time: number) => void) => number} request
 * @property {(id: number) => void} cancel
 */

/** @type {Frames} */
const browser = {
  now: () => performance.now(),
  request: (tick) => requestAnimationFrame(tick),
  cancel: (id) => cancelAnimationFrame(id),
};

/** Whether the reader wants no motion: then nothing glides. */
export function isCalmWanted() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export class Clock {
  /**
   * @param {object} how
   * @param {(glide: number) => void} how.advance One step is due; it may glide for so many ms.
   * @param {() => boolean} how.held Whether time stands still for now.
   * @param {() => boolean} how.calm Whether nothing may glide.
   * @param {Frames} [frames]
   */
  constructor(how, frames = browser) {
    this.how = how;
    this.frames = frames;
    this.speed = 1; // steps a second
    this.playing = false;
    this.before = 0;
    this.due = 0; // steps
    this.ticking = 0;
  }

  start() {
    if (this.playing) return;
    this.playing = true;
    this.before = this.frames.now();
    this.due = 0;
    this.request();
  }

  stop() {
    this.playing = false;
    this.frames.cancel(this.ticking);
  }

  request() {
    this.ticking = this.frames.request((time) => this.tick(time));
  }

  /** @param {number} time */
  tick(time) {
    if (!this.playing) return;
    const rate = this.speed;
    if (!this.how.held()) this.due += (Math.max(0, time - this.before) * rate) / 1000;
    this.before = time;
    if (this.due >= 1) {
      this.due = Math.min(this.due - 1, 1); // every step is shown, even when the machine is late
      const glides = rate <= GLIDES_UP_TO && !this.how.calm();
      this.how.advance(glides ? Math.min(200, 600 / rate) : 0);
    }
    if (this.playing) this.request(); // the step may have been the last one
  }
}
