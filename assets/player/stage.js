// The chart that a player moves: taken over from Streamlit, fitted to its width, drawn step by step.

import { Brush } from "../direct/brush.js";
import { Overlay } from "../direct/overlay.js";
import { ChartWatch } from "../shared/chart.js";
import { fittingLayout, keyOf } from "./arrangement.js";
import { putFigure } from "./figure.js";
import { showMoment } from "./moment.js";
import { roomiest } from "./scaled.js";

/** @import { Chart, Contents, Layout, Lights, Moment, Offset, StageData } from "../shared/types.js" */
/** @import { Example } from "./example.js" */
/** @import { Room } from "./scaled.js" */

/**
 * @typedef {object} Needs What a stage asks and tells.
 * @property {() => { now: Moment, lights: Lights }} present What it is to show now.
 * @property {() => void} drawn The chart is there and drawn: for the first time, or anew.
 * @property {() => void} missing There is no chart.
 * @property {(column: Element) => Room} room What the stage in this column may take.
 * @property {(gd: Chart, layout: Layout) => Record<string, Contents>} painted What was painted on it.
 */

export class Stage {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    this.chart = new ChartWatch({
      taken: (gd) => this.take(gd),
      redrawn: () => this.redrawn(),
      missing: () => needs.missing(),
      other: (gd) => this.put(gd),
    });
    /** @type {StageData | null} */
    this.data = null;
    /** @type {Example | null} */
    this.example = null;
    /** @type {Element | null} */
    this.watched = null;
    this.brush = new Brush();
    this.stale = true; // the chart does not show the present moment
    /** @type {Layout | null} */
    this.made = null; // at another scale than those that were sent
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

  /** Nobody sees the stage now. */
  leave() {
    this.chart.end();
  }

  end() {
    this.watcher.disconnect();
    this.brush.end();
    this.chart.end();
    this.style.remove();
  }

  /** @param {Chart} gd */
  take(gd) {
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
  redrawn() {
    this.stale = true;
    this.fit();
    this.needs.drawn();
  }

  // Choose the layout for the width there is; the server's own serves widths near its nominal one.
  fit() {
    const gd = this.chart.gd;
    const layout = gd && this.fittingLayout(gd);
    if (!gd || !layout) return;
    this.size(layout);
    if ((gd.layout.meta?.fit ?? this.data?.nominal) !== keyOf(layout)) this.put(gd);
    if (this.stale) this.draw();
  }

  /** @param {Chart} gd */
  fittingLayout(gd) {
    const room = gd.parentElement && this.needs.room(gd.parentElement);
    if (!this.data || !room?.width) return undefined;
    const { layouts, lows, longest } = this.data;
    this.made = roomiest([...layouts, ...lows], longest, room);
    return this.made ?? fittingLayout(layouts, room.width);
  }

  // The box decides the chart's height; Streamlit's chart follows it.
  /** @param {Layout} layout */
  size(layout) {
    const box = `.st-key-${this.data?.stage}`;
    const width = layout.scale ? `width: ${layout.width}px !important; margin: auto;` : "";
    const style = `${box} { height: ${layout.height}px !important; cursor: pointer; ${width} }
      ${box}:focus-visible { outline: 2px solid var(--st-primary-color, #1a5fb4); outline-offset: 2px; }`;
    if (this.style.textContent !== style) this.style.textContent = style;
  }

  /**
   * Draw our figure in a chart that shows another one, or ours for another width.
   *
   * @param {Chart} gd
   */
  put(gd) {
    const { data, example } = this;
    const layout = this.fittingLayout(gd);
    if (!data || !example || !layout) return false;
    this.size(layout);
    this.stale = true;
    Overlay.of(gd).release(isStill);
    putFigure(gd, data, example, layout);
    return true;
  }

  /** @returns {Layout | undefined} */
  get layout() {
    const key = this.chart.gd?.layout.meta?.fit ?? this.data?.nominal;
    const all = [...(this.data?.layouts ?? []), ...(this.made ? [this.made] : [])];
    return all.find((layout) => keyOf(layout) === key);
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
    if (!data || !example || !layout || !gd) return;
    const painted = this.needs.painted(gd, layout);
    const drawn = { data, example, layout };
    showMoment(gd, this.brush, drawn, this.needs.present(), glide, painted);
    gd.data[0].player = data.id;
    this.stale = false;
  }
}

// Numbers that only painting changes.
/** @param {string} name */
function isStill(name) {
  return ["numbers:input", "numbers:output", "numbers:activated"].includes(name);
}
