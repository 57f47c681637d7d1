// What the reader points at on a stage, by hand or by keys: a preview of the step of an output cell,
// lights for any other cell, which stay when it is clicked.

import { Pointer } from "../shared/pointer.js";
import { beside, lightsFor, lightsForTerm, placeOf, stepOf } from "./lights.js";

/** @import { ChartWatch } from "../shared/chart.js" */
/** @import { Hit, Lights, Moment, Offset, Term } from "../shared/types.js" */
/** @import { Example } from "./example.js" */
/** @import { Place } from "./lights.js" */

/**
 * @typedef {object} Needs What pointing asks and tells.
 * @property {() => Example | null} example
 * @property {() => Record<string, Offset[]>} offsets Where the panels are, by role.
 * @property {() => Moment} now What is shown.
 * @property {() => void} changed Another step is to be shown, or other lights.
 * @property {(step: number | null) => void} pinned A click: the step it chose, if there is one.
 * @property {(place: Place) => boolean} holds Whether a click there means something else.
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
    /** @type {Place | null} */
    this.place = null; // pointed at
    this.keyed = false; // by keys, and so until the focus goes
    /** @type {Place | null} */
    this.held = null; // clicked: its lights stay until another click
    /** @type {Term | null} */
    this.term = null; // of the formula
    /** @type {Lights} */
    this.taught = {}; // what a tour lights, as long as nothing is pointed at
    this.pointer = new Pointer(chart, {
      wanted: (name) => name.startsWith("numbers:"),
      over: (hit) => this.over(this.placeOf(hit), false),
      left: () => this.over(null, false),
      chosen: (hit) => this.pin(this.placeOf(hit)),
    });
  }

  /** Call it for another example: nothing is pointed at any longer. */
  clear() {
    this.preview = this.place = this.held = this.term = null;
    this.pointer.forget();
  }

  /** The cells to light at the moment that is shown. */
  get lights() {
    const example = this.needs.example();
    const now = this.needs.now();
    if (this.term) return lightsForTerm(this.term);
    const place = this.preview === null ? (this.place ?? this.held) : null;
    if (example && place) return lightsFor(example, place, now);
    return now.newest ? lightsForTerm(now.newest) : this.taught;
  }

  /** @param {Hit} hit */
  placeOf(hit) {
    const example = this.needs.example();
    return example && placeOf(example, hit, this.needs.offsets());
  }

  /**
   * @param {Place | null} place
   * @param {boolean} keyed
   */
  over(place, keyed) {
    const example = this.needs.example();
    this.keyed = keyed;
    this.place = place;
    this.preview = example && place && stepOf(example, place);
    this.needs.changed();
  }

  /** @param {Place | null} place */
  pin(place) {
    const example = this.needs.example();
    if (!example || !place) return;
    const step = stepOf(example, place);
    if (this.needs.holds(place)) return;
    const again = JSON.stringify(place) === JSON.stringify(this.held);
    this.held = step === null && !again ? place : null;
    this.needs.pinned(step);
    this.needs.changed();
  }

  /**
   * Do what a key asks for while the stage has the focus; tell whether it asks for anything.
   *
   * @param {string} key
   */
  key(key) {
    const example = this.needs.example();
    if (!example) return false;
    if (key === "Escape") {
      this.held = null;
      this.over(null, false);
    } else if (key === "Enter") {
      const place = this.place;
      this.pin(place);
      if (place) this.over(place, true);
    } else {
      const place = beside(example, this.place, this.needs.now(), key);
      if (!place) return false;
      this.over(place, true);
    }
    return true;
  }

  /** The focus goes elsewhere: what was pointed at by keys is so no longer. */
  blur() {
    if (this.keyed) this.over(null, false);
  }

  /**
   * Light what a term of the formula stands for.
   *
   * @param {Term | null} term
   */
  atTerm(term) {
    this.term = term;
  }
}
