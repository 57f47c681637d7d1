// Painting the target: seen at once as what is wanted; the server descends anew when the hand rests.

import { Strokes, asked, between, choicesFor } from "../paint/strokes.js";

/** @import { InputCell } from "../paint/sketch.js" */
/** @import { Place } from "./arrange.js" */
/** @import { Descent } from "./descent.js" */

const REST = 400; // ms

export class Brush {
  /**
   * @param {object} needs
   * @param {(grid: number[], shape: number[], count: number) => void} needs.sent To the server: the
   *   target as it is now, and how often it was told so.
   * @param {() => void} needs.changed
   */
  constructor(needs) {
    this.needs = needs;
    this.isOpen = false;
    this.value = 1;
    this.strokes = new Strokes();
    /** @type {Descent | null} */
    this.descent = null;
    /** @type {InputCell | null} */
    this.last = null; // painted in this stroke
    this.count = 0;
    this.taken = 0; // how many the server said that it had taken
    this.sent = ""; // the target as it was told
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
  }

  get isDown() {
    return this.last !== null;
  }

  /** Numbers to paint with. */
  get choices() {
    return choicesFor([...(this.descent?.target ?? [])]);
  }

  /**
   * The server's answer. What was painted since it was asked for is painted on it again.
   *
   * @param {Descent} descent
   * @param {number} count How many paintings it has taken.
   */
  meet(descent, count) {
    const before = this.descent;
    this.descent = descent;
    // A server that has taken fewer than before is another one: what it says counts.
    const isLost = count < this.taken;
    const isWaiting = this.resting !== undefined || (count < this.count && !isLost);
    this.taken = count;
    if (before && isWaiting && before.target.length === descent.target.length) {
      descent.target = before.target;
      return;
    }
    this.count = count;
    // Another target than the painted one: nothing of that is to come back.
    if (this.sent !== descent.target.join()) this.strokes.forget();
  }

  toggle() {
    this.isOpen = !this.isOpen;
    if (!this.isOpen) this.lift();
    return this.isOpen;
  }

  /**
   * @param {Descent} descent
   * @param {{ place: Place, row: number, col: number }} cell
   */
  touch(descent, { place, row, col }) {
    const cell = { channel: place.filter, row, col };
    for (const each of this.last ? between(this.last, cell) : [cell]) {
      const before = descent.target[indexOf(descent, each)];
      this.strokes.add({ cell: each, before, after: this.value });
      this.set(each, this.value);
    }
    this.last = cell;
    this.changed();
  }

  lift() {
    this.last = null;
    this.strokes.end();
  }

  /** @param {"undo" | "redo"} what */
  again(what) {
    for (const [cell, value] of this.strokes[what]()) this.set(cell, value);
    this.changed();
  }

  /** @param {InputCell} cell @param {number} value */
  set(cell, value) {
    const { descent } = this;
    if (!descent) return;
    const at = indexOf(descent, cell);
    if (!(descent.target instanceof Float64Array)) {
      descent.target = Float64Array.from(descent.target); // small whole numbers came as bytes
    }
    descent.target[at] = value;
  }

  changed() {
    this.needs.changed();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tell(), REST);
  }

  tell() {
    clearTimeout(this.resting);
    this.resting = undefined;
    const { descent } = this;
    if (!descent) return;
    this.count += 1;
    this.sent = descent.target.join();
    const shape = [descent.filters, descent.outHeight, descent.outWidth];
    this.needs.sent(Array.from(descent.target), shape, this.count);
  }

  /**
   * Do what a key asks for; tell whether it asks for anything.
   *
   * @param {KeyboardEvent} event
   */
  key(event) {
    const wanted = this.isOpen && asked(event);
    if (!wanted) return false;
    this.again(wanted);
    event.preventDefault();
    return true;
  }

  end() {
    if (this.resting !== undefined) this.tell();
  }
}

/** @param {Descent} descent @param {InputCell} cell */
function indexOf({ outHeight, outWidth }, { channel, row, col }) {
  return (channel * outHeight + row) * outWidth + col;
}
