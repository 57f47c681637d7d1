// The chart that a player moves: taken over from Streamlit, fitted to its width, drawn step by step.

import { Brush } from "../direct/brush.js";
import { ChartWatch } from "../shared/chart.js";
import { fittingLayout, rearranged } from "./arrangement.js";
import { contents } from "./frame.js";
import { showKernel } from "./kernels.js";
import { Shading } from "./shade.js";

/** @import { Chart, Layout, Lights, Moment, Offset, StageData } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

const PATIENCE = 40; // tries until the stage is fitted without Streamlit's own redraw
const AGAIN = 25; // ms from try to try

/**
 * @typedef {object} Needs What a stage asks and tells.
 * @property {() => { now: Moment, lights: Lights }} present What it is to show now.
 * @property {() => void} drawn The chart is there and drawn: for the first time, or anew.
 * @property {() => void} missing There is no chart.
 */

export class Stage {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    this.chart = new ChartWatch({
      taken: (gd) => this.take(gd),
      redrawn: (gd) => this.redrawn(gd),
      missing: () => needs.missing(),
    });
    /** @type {StageData | null} */
    this.data = null;
    /** @type {Example | null} */
    this.example = null;
    /** @type {Chart | null} */
    this.fitting = null; // no frame may run while a layout is being changed: it would keep places
    /** @type {Element | null} */
    this.watched = null;
    this.brush = new Brush();
    this.shading = new Shading();
    this.stale = true; // the chart does not show the present moment
    this.tries = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.retry = undefined;
    this.watcher = new ResizeObserver(() => this.fit());
    this.style = document.head.appendChild(document.createElement("style"));
  }

  /**
   * Follow the chart of an example.
   *
   * @param {StageData} data
   * @param {Example} example
   */
  follow(data, example) {
    this.data = data;
    this.example = example;
    this.chart.follow(data.stage, data.id);
  }

  end() {
    clearTimeout(this.retry);
    this.watcher.disconnect();
    this.brush.end();
    this.shading.end();
    this.chart.end();
    this.style.remove();
  }

  /** @param {Chart} gd */
  take(gd) {
    if (this.fitting !== gd) this.fitting = null; // a chart that is gone never finishes
    if (this.watched !== gd.parentElement && gd.parentElement) {
      this.watcher.disconnect();
      this.watched = gd.parentElement;
      this.watcher.observe(this.watched);
    }
    this.stale = true;
    this.fit();
    this.needs.drawn();
  }

  // Streamlit may have drawn the still picture again (a resize, a theme): put the step back on it.
  /** @param {Chart} gd */
  redrawn(gd) {
    if (this.fitting === gd) return;
    this.stale = true;
    this.fit();
    this.needs.drawn();
  }

  // Choose the layout for the width there is; the server's own serves widths near its nominal one.
  fit() {
    const { data, example } = this;
    const gd = this.chart.gd;
    const room = gd?.parentElement?.clientWidth;
    if (!data || !example || !gd || !room || this.fitting === gd) return;
    const layout = fittingLayout(data.layouts, room);
    // The box decides the chart's height; it redraws itself when this changes.
    const box = `.st-key-${data.stage}`;
    this.style.textContent = `${box} { height: ${layout.height}px !important; cursor: pointer; }
      ${box}:focus-visible { outline: 2px solid var(--st-primary-color, #1a5fb4); outline-offset: 2px; }`;
    gd.data[0].player = data.id;
    if (this.isDrawnFor(gd, layout.width)) {
      if (this.stale) this.draw();
      return;
    }
    // First let Streamlit redraw for the new height: two redraws at once would mix their places.
    if (gd._fullLayout.height !== layout.height && this.tries < PATIENCE) {
      this.tries += 1;
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.fit(), AGAIN);
      return;
    }
    this.tries = 0;
    this.rearrange(gd, layout);
  }

  /**
   * Streamlit may put back the layout or the traces it knows: both say what they are made for.
   *
   * @param {Chart} gd
   * @param {number} width
   */
  isDrawnFor(gd, width) {
    const made = [gd.layout.meta?.fit, gd.data[0].fit];
    return made.every((fit) => (fit ?? this.data?.nominal) === width);
  }

  /**
   * @param {Chart} gd
   * @param {Layout} layout
   */
  rearrange(gd, layout) {
    if (!this.data || !this.example || !window.Plotly) return;
    const { restyle, indices, update } = rearranged(gd, this.data, this.example, layout);
    gd.data[0].fit = layout.width;
    this.fitting = gd;
    const done = () => {
      if (this.fitting !== gd) return;
      this.fitting = null;
      this.draw();
      this.needs.drawn();
      // Whatever happened to the chart meanwhile. Not at once: a chart that refuses its layout would
      // be asked for ever, and the page would stand still.
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.fit(), AGAIN);
    };
    window.Plotly.update(gd, restyle, update, indices).then(done, done);
  }

  /** @returns {Layout | undefined} */
  get layout() {
    const width = this.chart.gd?.layout.meta?.fit ?? this.data?.nominal;
    return this.data?.layouts.find((layout) => layout.width === width);
  }

  /**
   * Where each panel's first cell begins in the layout that is drawn, by role.
   *
   * @returns {Record<string, Offset[]>}
   */
  get offsets() {
    const regions = Object.entries(this.layout?.regions ?? {});
    return Object.fromEntries(regions.map(([role, region]) => [role, region[4]]));
  }

  /**
   * Draw what is to be shown now.
   *
   * @param {number} [glide] Milliseconds of transition; 0 jumps.
   */
  draw(glide = 0) {
    const { data, example, layout } = this;
    const gd = this.chart.gd;
    if (!data || !example || !layout || !gd || this.fitting === gd) return;
    const { now, lights } = this.needs.present();
    // Too many to be read at this width: the formula has them, colours show them, sums stay.
    const readable = layout.regions.products[5] > 0;
    const made = contents(example, now, lights, {
      offsets: this.offsets,
      signs: Object.fromEntries(
        Object.entries(layout.regions).map(([role, region]) => [role, region[6]]),
      ),
      readable,
    });
    this.shading.paint(gd, data.shade, now, readable);
    const numbers = gd.data.find((trace) => trace.name === "numbers:kernel");
    const kernel = numbers && showKernel(gd, data.kernels, now, numbers);
    if (kernel) made["numbers:kernel"] = kernel;
    this.brush.paint(gd, made, glide);
    gd.data[0].player = data.id;
    this.stale = false;
  }
}
