// A second stage that nobody sees: the example on the screen, drawn by the player's own code, so that
// pictures of any step can be taken while the reader's stage stays as it is.

import { Brush } from "../direct/brush.js";
import { Example } from "../player/example.js";
import { fitted } from "../player/figure.js";
import { showMoment } from "../player/moment.js";
import { sheetsOf } from "./svg.js";

/** @import { Chart, Figure, Layout, StageData } from "../shared/types.js" */

const STILL = { staticPlot: true, displayModeBar: false };
const SIGNS = ["sign", "low", "high"]; // notes that are no titles

/**
 * @typedef {object} Model What a double is made of.
 * @property {string} id
 * @property {string} example JSON, as the player's.
 * @property {string} figure JSON.
 */

export class Double {
  /** @param {Model} model */
  constructor(model) {
    const sent = { ...model, stage: "", hidden: false };
    /** @type {StageData} */
    this.data = { ...JSON.parse(model.example), ...sent };
    this.example = new Example(this.data);
    this.brush = new Brush();
    this.box = document.createElement("div");
    this.box.setAttribute("aria-hidden", "true");
    this.box.style.cssText = "position: fixed; left: -20000px; top: 0; visibility: hidden";
    /** @type {Chart | null} */
    this.gd = null;
    /** @type {Layout | null} */
    this.layout = null;
  }

  /**
   * Draw the first step; to be waited for before anything else is asked.
   *
   * @param {{ room: number, width: number }} size Pixels: of the page's stage, of the picture.
   * @param {boolean} titles
   */
  async draw({ room, width: wanted }, titles) {
    const { data, example } = this;
    const layout = layoutFor(data.layouts, room, wanted);
    /** @type {Figure} */
    const figure = fitted(JSON.parse(data.figure), data, example, layout);
    const { width, height } = layout;
    figure.layout.annotations = figure.layout.annotations.filter(
      ({ name }) => titles || SIGNS.includes(name.split(":")[0]),
    );
    Object.assign(figure.layout, { width, height, autosize: false });
    document.body.append(this.box);
    this.layout = layout;
    this.gd = (await window.Plotly?.newPlot(this.box, figure.data, figure.layout, STILL)) ?? null;
    return this;
  }

  /** @param {number} step */
  show(step) {
    const { gd, layout, data, example } = this;
    if (!gd || !layout) return;
    const present = { now: example.read(step), lights: {} };
    showMoment(gd, this.brush, { data, example, layout }, present);
  }

  /** What is drawn now, as an SVG at its own size. */
  get svg() {
    const { width, height } = this.layout ?? { width: 1, height: 1 };
    return sheetsOf(this.box, width, height);
  }

  end() {
    this.brush.end();
    if (this.gd) window.Plotly?.purge(this.gd);
    this.box.remove();
  }
}

const LEAST = 740; // pixels, as PHONE in visualizer/figures/still.py
const LEGIBLE = 6.5; // pixels of a number in a picture

/**
 * The layout for a picture: the page's, but never one of a phone, whose grids stand below each other.
 * In a picture that is smaller than the page it is the one in which most numbers can be read, and of
 * those the narrowest, whose letters are the largest.
 *
 * @param {Layout[]} layouts From narrow to wide.
 * @param {number} room Pixels that a layout may take, as the page's does.
 * @param {number} width Of the picture.
 */
export function layoutFor(layouts, room, width) {
  const lines = layouts.filter((layout) => layout.width >= LEAST);
  const fitting = lines.filter((layout) => layout.width <= room);
  const page = fitting.at(-1) ?? lines[0] ?? layouts[layouts.length - 1];
  if (width >= page.width) return page;
  /** @param {Layout} layout */
  const legible = (layout) =>
    Object.values(layout.regions).filter(
      (region) => region[5] * Math.min(1, width / layout.width) >= LEGIBLE,
    ).length;
  return fitting.reduce(
    (best, layout) => (legible(layout) > legible(best) ? layout : best),
    lines[0] ?? page,
  );
}

/**
 * What an example's file is called: its sides without padding, and those of its window.
 *
 * @param {Example} example
 */
export function sidesOf(example) {
  const { height, width, kind } = example;
  const rows = new Set();
  const cols = new Set();
  for (let row = 0; row < height; row++) {
    for (let col = 0; col < width; col++) {
      if (kind.values[row * width + col] !== 0) continue;
      rows.add(row);
      cols.add(col);
    }
  }
  const [high, wide] = example.data.kernel;
  return `${rows.size}x${cols.size}_k${high === wide ? high : `${high}x${wide}`}`;
}
