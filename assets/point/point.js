// A point that slides along a curve, in the browser alone: the engine's numbers at every place it can
// stand were sent once. The page hears of it when it rests.

import { unpack } from "../shared/arrays.js";
import { ChartWatch, isInBox } from "../shared/chart.js";
import { entry, part } from "../shared/component.js";
import { writeFactor, writeNumber, writePrecise } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";
import { Handle } from "./handle.js";

/** @import { Chart, Component, Grid, Packed } from "../shared/types.js" */

/**
 * @typedef {object} CurveData
 * @property {string} id
 * @property {string} stage Key of the chart's box.
 * @property {Packed} x
 * @property {Packed} y
 * @property {Packed} slope
 * @property {number} at Index of the place where the point stands.
 * @property {number} ask Changes when the server itself asks for `at`.
 * @property {string} label
 * @property {string} value How the value is written: {x} stands for the point, {m} for its opposite,
 *   {y} for the value, {d} for the slope, {f} and {g} for {x} and {y} as factors.
 * @property {string} steep How the slope is written.
 * @property {string} [back] How what flows back is written: {e} stands for the slope as a factor,
 *   {u} for the gradient at the output, {b} for their product.
 * @property {Packed} [given] The gradient at the output, at every place.
 * @property {Packed} [result] What flows back, at every place.
 */

const RESTED = 300; // ms
const REACH = 1.2; // half the tangent's width, as in visualizer/figures/activation.py
const DECIMALS = 4;

class Point {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    this.slide = part(root, ".slide", HTMLInputElement);
    this.name = part(root, ".name", HTMLElement);
    this.here = part(root, ".here", HTMLElement);
    this.value = part(root, ".value", HTMLElement);
    this.slope = part(root, ".slope", HTMLElement);
    this.back = part(root, ".back", HTMLElement);
    this.slide.oninput = () => this.go(Number(this.slide.value));
    /** @type {CurveData | null} */
    this.data = null;
    /** @type {Grid["values"][]} */
    this.curve = []; // x, y, slope
    this.at = 0;
    this.handle = new Handle((at) => this.go(at));
    this.held = false; // the pointer is pressed on the chart
    /** @type {number | null} */
    this.waiting = null; // where it was pressed while there was no chart
    /** @type {Component<CurveData> | null} */
    this.server = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.reporting = undefined;
    this.chart = new ChartWatch({
      taken: () => {
        this.draw();
        if (this.waiting !== null) this.follow(this.waiting);
      },
      redrawn: (gd) => {
        // Streamlit may have drawn the still picture again (a resize, a theme).
        if (trace(gd, "point")?.x[0] !== this.place[0]) this.draw();
        else this.handle.stand(gd, this.place[0], this.place[1]);
      },
    });
    // Heard on the document: the chart itself may be built anew at any time.
    this.listening = new AbortController();
    const how = { capture: true, passive: true, signal: this.listening.signal };
    document.addEventListener("pointerdown", (event) => this.down(event), how);
    document.addEventListener("pointermove", (event) => this.move(event), how);
    for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) {
      document.addEventListener(name, () => (this.held = false), how);
    }
  }

  /** @param {Component<CurveData>} server */
  update(server) {
    const data = server.data;
    const before = this.data;
    this.server = server;
    this.data = data;
    if (data.id !== before?.id) {
      this.curve = [data.x, data.y, data.slope].map((packed) => unpack(packed).values);
      this.slide.max = String(this.curve[0].length - 1);
    }
    this.name.textContent = data.label;
    this.slide.setAttribute("aria-label", data.label);
    if (data.ask !== before?.ask) this.at = data.at;
    this.write();
    this.chart.follow(data.stage, data.id);
  }

  end() {
    clearTimeout(this.reporting);
    this.listening.abort();
    this.handle.end();
    this.chart.end();
  }

  /** Where the point is: x, the function's value there, its slope. */
  get place() {
    return this.curve.map((values) => values[this.at]);
  }

  /** @param {PointerEvent} event */
  down(event) {
    this.held = this.data !== null && isInBox(event.target, this.data.stage);
    if (this.held) this.follow(event.clientX);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (event.buttons === 0) this.held = false;
    if (this.held) this.follow(event.clientX);
  }

  /**
   * Go where the pointer is.
   *
   * @param {number} clientX
   */
  follow(clientX) {
    const gd = this.chart.gd;
    this.waiting = gd ? null : clientX;
    if (!gd) return;
    const { xaxis: axis, width } = gd._fullLayout;
    const box = gd.getBoundingClientRect();
    const zoom = box.width / width || 1; // on a projector
    const place = axis.p2d((clientX - box.left) / zoom - axis._offset);
    const [x] = this.curve;
    const at = Math.round((place - x[0]) / (x[1] - x[0]));
    this.go(Math.min(Math.max(at, 0), x.length - 1));
  }

  /** @param {number} at */
  go(at) {
    this.at = at;
    this.write();
    this.draw();
    clearTimeout(this.reporting);
    const report = () => this.server?.setStateValue("x", this.place[0]);
    this.reporting = setTimeout(report, RESTED);
  }

  write() {
    if (!this.data) return;
    const [x, y, d] = this.place;
    const values = {
      x: writeNumber(x),
      m: writeNumber(-x),
      f: writeFactor(x),
      y: writePrecise(y, DECIMALS),
      g: writeFactor(y, DECIMALS),
      d: writePrecise(d, DECIMALS),
    };
    this.slide.value = String(this.at);
    this.here.textContent = writeNumber(x);
    const value = filled(this.data.value, values);
    this.handle.say(this.data.label, this.at, this.curve[0], `${writeNumber(x)}; ${value}`);
    raise(this.value, value);
    raise(this.slope, filled(this.data.steep, values));
    this.writeBack(this.data);
  }

  /** @param {CurveData} data */
  writeBack({ back, given, result }) {
    this.back.hidden = !back;
    if (!back || !given || !result) return;
    const [up, down] = [given, result].map((packed) => unpack(packed).values[this.at]);
    this.back.textContent = filled(back, {
      e: writeFactor(this.place[2], DECIMALS),
      u: writeFactor(up, DECIMALS),
      b: writePrecise(down, DECIMALS),
    });
  }

  draw() {
    const gd = this.chart.gd;
    if (!gd) return;
    const [x, y, d] = this.place;
    this.handle.stand(gd, x, y);
    const parts = {
      tangent: { x: [x - REACH, x + REACH], y: [y - REACH * d, y + REACH * d] },
      point: { x: [x, x], y: [y, d] },
    };
    const traces = Object.keys(parts).map((name) => gd.data.findIndex((one) => one.name === name));
    const how = {
      mode: "immediate",
      frame: { duration: 0, redraw: false },
      transition: { duration: 0 },
    };
    const frame = { data: Object.values(parts), traces };
    window.Plotly?.animate(gd, frame, how).catch(() => {}); // a frame that a newer one replaced
  }
}

/**
 * @param {Chart} gd
 * @param {string} name
 */
function trace(gd, name) {
  return gd.data.find((one) => one.name === name);
}

/**
 * Write a formula; what stands in ^( ) is raised.
 *
 * @param {HTMLElement} target
 * @param {string} formula
 */
function raise(target, formula) {
  const pieces = formula.split(/\^\(([^)]*)\)/).map((text, i) => {
    const element = document.createElement(i % 2 ? "sup" : "span");
    element.textContent = text;
    return element;
  });
  target.replaceChildren(...pieces);
}

export default entry(
  (root) => new Point(root),
  (point, /** @type {Component<CurveData>} */ server) => point.update(server),
);
