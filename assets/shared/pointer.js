// What the pointer is on, and what it clicks. Plotly tells both too, but forgets them whenever it
// draws: a redraw between press and release loses the click. So the page's own events are heard, and
// the point is found through the chart's axes, in whatever chart is there at that moment.

import { isInBox } from "./chart.js";

/** @import { ChartWatch } from "./chart.js" */
/** @import { Axis, Chart, Hit, Trace } from "./types.js" */

const MOVED = 8; // pixels between press and release that make a drag of a click
const LABEL_AFTER = 120; // ms until Plotly's own label should be there; it waits for 50
const LABEL_TRIES = 10;

/**
 * Return the point of some traces that is nearest to a place in the window; null if none is near.
 * Near is what Plotly calls near, so that its label and our light always mean the same point.
 *
 * @param {Chart} gd
 * @param {(name: string) => boolean} wanted
 * @param {number} clientX
 * @param {number} clientY
 * @returns {Hit | null}
 */
export function nearest(gd, wanted, clientX, clientY) {
  const box = gd.getBoundingClientRect();
  const zoom = box.width / gd._fullLayout.width || 1; // on a projector
  /** @type {Hit | null} */
  let best = null;
  let least = gd._fullLayout.hoverdistance;
  gd.data.forEach((trace, curve) => {
    if (!wanted(trace.name)) return;
    const [across, down] = axesOf(gd, trace);
    const x = (clientX - box.left) / zoom - across._offset;
    const y = (clientY - box.top) / zoom - down._offset;
    if (x < 0 || x > across._length || y < 0 || y > down._length) return;
    const radius = Math.max(3, (trace.marker?.size ?? 0) / 2);
    for (let number = 0; number < trace.x.length; number++) {
      const far = Math.hypot(across.d2p(trace.x[number]) - x, down.d2p(trace.y[number]) - y);
      if (far - radius >= least) continue;
      least = far - radius;
      const subplot = (trace.xaxis ?? "x") + (trace.yaxis ?? "y");
      best = { name: trace.name, number, points: trace.x.length, curve, subplot };
    }
  });
  return best;
}

/**
 * @param {Chart} gd
 * @param {Trace} trace
 * @returns {[Axis, Axis]}
 */
function axesOf(gd, trace) {
  const [x, y] = [trace.xaxis ?? "x", trace.yaxis ?? "y"].map((name) => name.slice(1));
  return [gd._fullLayout[`xaxis${x}`], gd._fullLayout[`yaxis${y}`]];
}

/**
 * @typedef {object} Heard
 * @property {(name: string) => boolean} wanted Which traces can be pointed at, by name.
 * @property {(hit: Hit) => void} over The pointer came onto a point.
 * @property {() => void} left It is on no point any longer.
 * @property {(hit: Hit) => void} chosen A point was clicked or tapped.
 */

/** @typedef {{ x: number, y: number, touch: boolean, hit: Hit | null }} Press */

/** Listens to the pointer on the chart that a ChartWatch follows. */
export class Pointer {
  /**
   * @param {ChartWatch} chart
   * @param {Heard} heard
   */
  constructor(chart, heard) {
    this.chart = chart;
    this.heard = heard;
    /** @type {Hit | null} */
    this.hit = null;
    /** @type {{ x: number, y: number } | null} */
    this.at = null; // of a pointer that hovers over the chart's box
    /** @type {Press | null} */
    this.press = null;
    /** @type {Press | null} */
    this.unheard = null; // a click that found no chart: it waits for the next one
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.labelling = undefined;
    this.listening = new AbortController();
    const how = { capture: true, passive: true, signal: this.listening.signal };
    document.addEventListener("pointermove", (event) => this.move(event), how);
    // A page that scrolls or changes under a pointer at rest tells it by this alone.
    document.addEventListener("pointerover", (event) => this.move(event), how);
    document.addEventListener("pointerout", (event) => this.out(event), how);
    document.addEventListener("pointerdown", (event) => this.down(event), how);
    document.addEventListener("pointerup", (event) => this.up(event), how);
    document.addEventListener("pointercancel", () => (this.press = null), how);
  }

  /** Call it when the chart was drawn again: a pointer at rest is on it still. */
  resume() {
    const click = this.unheard;
    this.unheard = null;
    if (click) this.choose(click);
    this.look();
    this.label();
  }

  /** Forget what the pointer is on: the chart shows something else. */
  forget() {
    this.hit = null;
  }

  end() {
    clearTimeout(this.labelling);
    this.listening.abort();
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (event.pointerType === "touch") return;
    // Released where we could not hear it. (A release we hear may be preceded by a pointerover.)
    if (event.buttons === 0 && event.type === "pointermove") this.press = null;
    if (this.press) return;
    if (isInBox(event.target, this.chart.key)) {
      this.at = { x: event.clientX, y: event.clientY };
      this.look();
    } else {
      this.leave();
    }
  }

  /** @param {PointerEvent} event */
  out(event) {
    if (event.relatedTarget !== null || event.pointerType === "touch" || this.press) return;
    this.leave(); // the window
  }

  leave() {
    this.at = null;
    this.enter(null);
  }

  /** @param {PointerEvent} event */
  down(event) {
    this.press = null;
    this.unheard = null;
    const touch = event.pointerType === "touch";
    if (!isInBox(event.target, this.chart.key)) {
      if (touch) this.leave();
      return;
    }
    if (!event.isPrimary || event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    this.press = { x, y, touch, hit: this.find(x, y) };
  }

  /** @param {PointerEvent} event */
  up(event) {
    const press = this.press;
    if (!press || !event.isPrimary) return;
    this.press = null;
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) <= MOVED) this.choose(press);
    this.label();
  }

  /** @param {Press} press */
  choose(press) {
    const gd = this.chart.gd;
    if (!gd) {
      this.unheard = press;
      return;
    }
    // The chart may have been drawn anew since: what was pressed counts, not what lies there now.
    const { hit: pressed } = press;
    const isThere = gd.data.some(
      (trace) => trace.name === pressed?.name && trace.x.length === pressed.points,
    );
    const hit = isThere ? pressed : this.find(press.x, press.y);
    if (!hit) return;
    this.heard.chosen(hit);
    if (press.touch) this.enter(hit); // a finger does not hover: tapping does both
  }

  // See what the pointer is on now; while there is no chart it stays on what it was on.
  look() {
    if (this.at && this.chart.gd) this.enter(this.find(this.at.x, this.at.y));
  }

  /** @param {number} x @param {number} y */
  find(x, y) {
    const gd = this.chart.gd;
    return gd && nearest(gd, this.heard.wanted, x, y);
  }

  /** @param {Hit | null} hit */
  enter(hit) {
    const before = this.hit;
    this.hit = hit;
    const isNew = hit?.name !== before?.name || hit?.number !== before?.number;
    if (hit && isNew) {
      this.heard.over(hit);
      this.label();
    }
    if (!hit && before) this.heard.left();
  }

  // Plotly loses its label on a chart that is built anew, and one that it is about to show whenever
  // any chart of the page goes away. Once it has had its time, see that the label is there.
  label(tries = LABEL_TRIES) {
    clearTimeout(this.labelling);
    if (!this.hit || !this.at || tries === 0) return;
    this.labelling = setTimeout(() => {
      const gd = this.press ? null : this.chart.gd;
      if (!this.hit || gd?.querySelector(".hoverlayer .hovertext")) return;
      const { curve, number, subplot } = this.hit;
      if (gd?.data[curve]?.hoverinfo === "skip") return; // it has none
      if (gd) window.Plotly?.Fx.hover(gd, [{ curveNumber: curve, pointNumber: number }], subplot);
      this.label(tries - 1);
    }, LABEL_AFTER);
  }
}
