// Links the map's cells, the inputs and the outputs of a dense layer: pointing at one lights what
// belongs to it, in the browser alone. The chosen output comes from the player of the same stage.

import { Brush } from "../direct/brush.js";
import { ChartWatch } from "../shared/chart.js";
import { entry } from "../shared/component.js";
import { Pointer } from "../shared/pointer.js";
import { chosenPath, lightPaths, linkPaths, partOfStep, stepOfPart, stepsOf } from "./paths.js";

/** @import { Component, Hit } from "../shared/types.js" */
/** @import { LayerData, Part, Way } from "./paths.js" */

/**
 * @typedef {object} More
 * @property {string} id
 * @property {string} chart
 * @property {string} stage
 * @property {Way} way
 * @property {number} step
 * @property {number} asked It changes when the server itself asks for `step`.
 * @property {[string[], string[]]} words What each input and each output is.
 */
/** @typedef {LayerData & More} LinksData */

const PARTS = ["cells", "inputs", "outputs"];

class Linker {
  constructor() {
    /** @type {LinksData | null} */
    this.data = null;
    this.step = 0;
    this.brush = new Brush(["inputs", "outputs"]); // lines end under them
    /** @type {Part} */
    this.lit = {};
    this.said = "";
    /** @type {number | null} */
    this.known = null; // how many products the player has as yet; null for all
    /** @type {number | null} */
    this.at = null; // the product that the pointer is at in the formula
    /** @type {number | null} */
    this.unheard = null; // a step that was clicked before the player was there
    this.chart = new ChartWatch({
      taken: () => {
        this.draw();
        this.pointer.resume();
      },
      redrawn: () => {
        this.draw(); // Streamlit may have put back the still picture
        this.pointer.resume();
      },
    });
    this.pointer = new Pointer(this.chart, {
      wanted: (name) => PARTS.includes(name),
      over: (hit) => this.light(partOf(hit)),
      left: () => this.light({}),
      chosen: (hit) => this.click(hit),
    });
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("convscope:step", (event) => this.heard(event), { signal });
  }

  /** @param {LinksData} data */
  update(data) {
    if (data.asked !== this.data?.asked) this.step = data.step;
    if (data.id !== this.data?.id) {
      this.lit = {};
      this.pointer.forget();
      this.say("");
    }
    this.data = data;
    this.chart.follow(data.chart, data.id);
  }

  end() {
    this.listening.abort();
    this.pointer.end();
    this.brush.end();
    this.chart.end();
  }

  /** @param {DocumentEventMap["convscope:step"]} event */
  heard({ detail }) {
    if (detail.stage !== this.data?.stage) return;
    const waiting = this.unheard;
    this.unheard = null;
    if (waiting !== null) this.ask(waiting);
    else if (detail.step !== this.step || detail.known !== this.known || detail.at !== this.at) {
      this.step = detail.step;
      this.known = detail.known;
      this.at = detail.at;
      this.draw();
    }
  }

  /** @param {Hit} hit */
  click(hit) {
    if (!this.data) return;
    const step = stepOfPart(this.data, this.data.way, partOf(hit), this.now);
    if (step !== null) this.ask(step);
  }

  // The player of the stage goes there and says so; while there is none, the wish is kept.
  /** @param {number} step */
  ask(step) {
    if (!this.data) return;
    const detail = { stage: this.data.stage, step };
    const event = new CustomEvent("convscope:go", { detail, cancelable: true });
    this.unheard = document.dispatchEvent(event) ? step : null;
  }

  // What the player's step is about.
  /** @returns {Part} */
  get now() {
    return this.data ? partOfStep(this.data, this.data.way, this.step) : {};
  }

  draw() {
    const gd = this.chart.gd;
    if (!gd || !this.data || this.step >= stepsOf(this.data, this.data.way)) return;
    gd.data[0].linked = this.step;
    // What is pointed at takes the strong lines for as long as it is: otherwise they are those of
    // what is chosen.
    const isLit = this.lit.input !== undefined || this.lit.output !== undefined;
    const part = isLit ? this.lit : { ...this.now, known: this.known ?? undefined };
    const names = gd.data.map((trace) => trace.name);
    this.brush.paint(gd, {
      ...linkPaths(this.data, part, names),
      ...chosenPath(this.data, this.now),
      ...lightPaths(this.data, isLit ? this.lit : this.product),
    });
  }

  // The other end of the link whose product the formula shows: pointed at there, or the newest.
  /** @returns {Part} */
  get product() {
    const place = this.at ?? (this.known ? this.known - 1 : null);
    if (place === null || this.data?.way === "weight") return {};
    return this.data?.way === "input" ? { output: place } : { input: place };
  }

  /** @param {Part} part */
  light(part) {
    this.lit = part;
    this.draw();
    const [inputs, outputs] = this.data?.words ?? [[], []];
    this.say(inputs[part.input ?? -1] ?? outputs[part.output ?? -1] ?? "");
  }

  // The player says under the drawing what is pointed at, where it covers nothing.
  /** @param {string} words */
  say(words) {
    if (!this.data || words === this.said) return; // the drawing made for other widths may speak
    this.said = words;
    const detail = { stage: this.data.stage, words };
    document.dispatchEvent(new CustomEvent("convscope:point", { detail }));
  }
}

/** @param {Hit} hit @returns {Part} */
function partOf({ name, number }) {
  return name === "outputs" ? { output: number } : { input: number };
}

export default entry(
  () => new Linker(),
  (linker, /** @type {Component<LinksData>} */ { data }) => linker.update(data),
);
