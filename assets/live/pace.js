// When the next frame may go: one is under way at a time, and the next one follows its answer. So
// nothing queues up, however slow server and line are. Times are in milliseconds.

const PATIENCE = 2000; // until a frame counts as lost, at first
const LONGEST = 16000; // and after many that were
const WINDOW = 3000; // of which answers are counted

export class Pace {
  number = 0; // of the last frame that went
  least = 0;
  waiting = false;
  sent = -Infinity;
  lost = 0; // frames in a row that nothing came of
  /** @type {number[]} */
  times = []; // of the last answers

  /** Forget what is under way: whatever comes of it is not waited for. */
  begin() {
    this.waiting = false;
    this.sent = -Infinity;
    this.lost = 0;
    this.times = [];
  }

  /** How long to wait until the next frame may go; 0 if it may now. @param {number} now */
  wait(now) {
    const patience = Math.min(LONGEST, PATIENCE * 2 ** this.lost);
    return Math.max(0, this.sent + (this.waiting ? patience : this.least) - now);
  }

  /** A frame goes: returns its number. @param {number} now */
  send(now) {
    if (this.waiting) this.lost += 1;
    this.waiting = true;
    this.sent = now;
    this.number += 1;
    return this.number;
  }

  /** Whether this is about the frame under way; 0 for a frame that was no frame. @param {number} number */
  expects(number) {
    return this.waiting && (number === 0 || number === this.number);
  }

  /**
   * An answer was drawn: tells whether it is to the frame that is waited for.
   *
   * @param {number} number Of the frame that it answers.
   * @param {number} least Between two frames, as the server wishes.
   * @param {number} now
   */
  answer(number, least, now) {
    if (!this.waiting || number !== this.number) return false;
    this.waiting = false;
    this.lost = 0;
    this.least = least;
    this.times = [...this.times.filter((time) => now - time <= WINDOW), now];
    return true;
  }

  /** Whether answers fail to come. */
  get late() {
    return this.lost > 0;
  }

  /** Answers a second, over the last few seconds; 0 while it cannot be told. */
  get rate() {
    const first = this.times[0];
    const last = this.times[this.times.length - 1];
    return last > first ? (1000 * (this.times.length - 1)) / (last - first) : 0;
  }
}
