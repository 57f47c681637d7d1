// Where the player stands: on a step, or within one, product by product; and where it goes from there.

import { partial, partsOf } from "./partial.js";

/** @import { Moment } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * @typedef {object} Goal
 * @property {number} step
 * @property {number | null} part How many products are shown; null for all, and the result.
 * @property {boolean} glides Whether the window moves.
 */

export class Walk {
  constructor() {
    /** @type {Example | null} */
    this.example = null;
    this.step = 0;
    this.slow = false; // product by product
    /** @type {number | null} */
    this.part = null;
  }

  get last() {
    return (this.example?.steps ?? 1) - 1;
  }

  get isFirst() {
    return this.step === 0 && (!this.slow || this.part === 0);
  }

  get isLast() {
    return this.step === this.last && this.part === null;
  }

  /** How many products the step has. */
  get parts() {
    return this.example ? partsOf(this.example.read(this.step)) : 0;
  }

  /**
   * @param {number} step
   * @param {number | null} [part]
   */
  go(step, part = null) {
    this.part = part;
    this.step = Math.min(Math.max(0, step), this.last);
  }

  /** Product by product, or step by step; the step begins anew. */
  toggle() {
    this.slow = !this.slow;
    this.part = this.slow ? 0 : null;
  }

  /**
   * Every number of a step.
   *
   * @param {number | null} preview Another step that is looked at, in full.
   * @returns {Moment}
   */
  read(preview) {
    if (!this.example) throw new Error("The player has no example yet.");
    const now = this.example.read(preview ?? this.step);
    if (preview !== null || this.part === null) return now;
    return partial(this.example, now, this.part);
  }

  /** @returns {Goal | null} */
  get ahead() {
    const { step, part } = this;
    if (part !== null) {
      return { step, part: part + 1 < this.parts ? part + 1 : null, glides: false };
    }
    if (step >= this.last) return null;
    const next = this.example?.read(step + 1);
    const begins = this.slow && next && partsOf(next) > 1;
    return { step: step + 1, part: begins ? 1 : null, glides: true };
  }

  /** @returns {Goal | null} */
  get behind() {
    const { step, part } = this;
    if (this.slow && part !== 0) return { step, part: (part ?? this.parts) - 1, glides: false };
    return step > 0 ? { step: step - 1, part: null, glides: true } : null;
  }
}
