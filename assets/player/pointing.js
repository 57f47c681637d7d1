// What the pointer does on a stage: a preview of the step under it, lights, a click that stays.

import { Pointer } from "../shared/pointer.js";
import { lightsFor, lightsForTerm, placeOf, stepOf, stepToPin } from "./lights.js";

/** @import { ChartWatch } from "../shared/chart.js" */
/** @import { Hit, Lights, Offset, Term } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * @typedef {object} Needs What pointing asks and tells.
 * @property {() => Example | null} example
 * @property {() => Record<string, Offset[]>} offsets Where the panels are, by role.
 * @property {() => number} step Where the player stands.
 * @property {() => void} changed Another step is to be shown, or other lights.
 * @property {() => void} lit Other lights are to be shown, nothing else.
 * @property {(step: number | null) => void} pinned A click: the step it chose, if there is one.
 */

export class Pointing {
  /**
   * @param {ChartWatch} chart
   * @param {Needs} needs
   */
  constructor(chart, needs) {
    this.needs = needs;
    /** @type {number | null} */
    this.preview = null; // step shown while the pointer rests on its output cell
    /** @type {Lights} */
    this.lights = {};
    this.pointer = new Pointer(chart, {
      wanted: (name) => name.startsWith("numbers:"),
      over: (hit) => this.over(hit),
      left: () => this.left(),
      chosen: (hit) => this.pin(hit),
    });
  }

  /** Call it for another example: nothing is pointed at any longer. */
  clear() {
    this.preview = null;
    this.lights = {};
    this.pointer.forget();
  }

  /** @param {Hit} hit */
  placeOf(hit) {
    const example = this.needs.example();
    const place = example && placeOf(example, hit, this.needs.offsets());
    return example && place ? { example, place } : null;
  }

  /** @param {Hit} hit */
  over(hit) {
    const found = this.placeOf(hit);
    if (!found) return;
    const { example, place } = found;
    this.preview = stepOf(example, place);
    const now = example.read(this.needs.step());
    this.lights = this.preview === null ? lightsFor(example, place, now) : {};
    this.needs.changed();
  }

  left() {
    this.preview = null;
    this.lights = {};
    this.needs.changed();
  }

  /** @param {Hit} hit */
  pin(hit) {
    const found = this.placeOf(hit);
    if (!found) return;
    const { example, place } = found;
    const step = stepToPin(example, place, example.read(this.needs.step()));
    if (step !== null || place.role === "input") this.needs.pinned(step);
  }

  /**
   * Light what a term of the formula stands for.
   *
   * @param {Term | null} term
   */
  atTerm(term) {
    this.lights = term ? lightsForTerm(term) : {};
    this.needs.lit();
  }
}
