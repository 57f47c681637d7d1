// Going straight to a cell: its filter, row and column, typed. Long examples have thousands.

import { part } from "../shared/component.js";

/** @import { Moment } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/** @typedef {"filter" | "row" | "col"} Axis */

export class Where {
  /**
   * @param {ShadowRoot | HTMLElement} root
   * @param {(step: number) => void} go
   */
  constructor(root, go) {
    this.box = part(root, ".where", HTMLElement);
    /** @type {Example | null} */
    this.example = null;
    /** @type {Moment | null} */
    this.now = null;
    this.fields = [...this.box.querySelectorAll("input")];
    for (const field of this.fields) {
      field.onchange = () => {
        const step = this.step();
        if (step !== null) go(step);
      };
    }
  }

  /** @param {Record<string, string>} labels */
  name(labels) {
    this.box.setAttribute("aria-label", labels.where);
    for (const field of this.fields) {
      const name = field.previousElementSibling;
      if (name) name.textContent = labels[`axis_${field.dataset.axis}`];
    }
  }

  /** @returns {boolean} Whether it is open now. */
  toggle() {
    this.box.hidden = !this.box.hidden;
    if (!this.box.hidden) this.fill();
    if (!this.box.hidden) this.fields.find((field) => !field.disabled)?.select();
    return !this.box.hidden;
  }

  /**
   * @param {Example} example
   * @param {Moment} now
   */
  show(example, now) {
    this.example = example;
    this.now = now;
    if (!this.box.hidden) this.fill();
  }

  fill() {
    const { now } = this;
    if (!now) return;
    for (const field of this.fields) {
      const axis = /** @type {Axis} */ (field.dataset.axis);
      const count = this.count(axis);
      field.max = String(count);
      field.disabled = count < 2;
      // What is being typed stays.
      if (!field.matches(":focus")) field.value = String(now[axis] + 1);
    }
  }

  /** @param {Axis} axis */
  count(axis) {
    const { example } = this;
    if (!example) return 1;
    return { filter: example.filters, row: example.outHeight, col: example.outWidth }[axis];
  }

  /** The step that was typed, moved into the output; null while a field is no number. */
  step() {
    const [filter, row, col] = this.fields.map((field) => {
      const count = this.count(/** @type {Axis} */ (field.dataset.axis));
      const at = Math.min(Math.max(1, Math.round(field.valueAsNumber)), count);
      if (!Number.isNaN(at)) field.value = String(at);
      return at - 1;
    });
    const step = this.example?.step(filter, row, col) ?? NaN;
    return Number.isNaN(step) ? null : step;
  }
}
