// Shows the frames of a chart one after the other, in the browser alone: two buttons that the
// keyboard reaches. The chart's figure carries its frames, named 0, 1, 2, …

import { ChartWatch } from "../shared/chart.js";
import { entry, part } from "../shared/component.js";

/** @import { Component } from "../shared/types.js" */

/**
 * @typedef {object} GrowthData
 * @property {string} id
 * @property {string} chart Key of the chart's box.
 * @property {string[]} frames What each frame shows, in words.
 * @property {number} shown The frame that the chart shows at first.
 * @property {{ group: string, play: string, pause: string }} labels
 */

const EACH = 900; // ms

class Growth {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    this.group = part(root, ".growth", HTMLElement);
    this.play = part(root, ".play", HTMLButtonElement);
    this.pause = part(root, ".pause", HTMLButtonElement);
    this.said = part(root, ".said", HTMLElement);
    this.play.onclick = () => this.start();
    this.pause.onclick = () => this.stop();
    /** @type {GrowthData | null} */
    this.data = null;
    this.at = 0;
    this.touched = false; // the chart shows another frame than Streamlit drew
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.next = undefined;
    this.chart = new ChartWatch({
      // Streamlit has built the chart anew, with its first frame.
      taken: () => {
        if (this.touched) this.draw();
      },
      redrawn: () => {},
    });
  }

  /** @param {GrowthData} data */
  update(data) {
    const { group, play, pause } = data.labels;
    this.group.setAttribute("aria-label", group);
    part(this.play, ".name", HTMLElement).textContent = play;
    part(this.pause, ".name", HTMLElement).textContent = pause;
    const isNew = data.id !== this.data?.id || data.shown !== this.data.shown;
    this.data = data;
    if (isNew) {
      this.stop();
      this.at = data.shown;
      this.touched = false;
      this.said.textContent = "";
    }
    this.chart.follow(data.chart, data.id);
  }

  end() {
    clearTimeout(this.next);
    this.chart.end();
  }

  get last() {
    return (this.data?.frames.length ?? 1) - 1;
  }

  // Go on where it was paused; from the last frame, begin anew.
  start() {
    if (this.next !== undefined) return;
    this.show(this.at < this.last && this.touched ? this.at + 1 : 0);
    this.wait();
  }

  stop() {
    clearTimeout(this.next);
    this.next = undefined;
    this.play.setAttribute("aria-pressed", "false");
  }

  wait() {
    this.next = undefined;
    if (this.at >= this.last) {
      this.stop();
      return;
    }
    this.play.setAttribute("aria-pressed", "true");
    this.next = setTimeout(() => {
      this.show(this.at + 1);
      this.wait();
    }, EACH);
  }

  /** @param {number} at */
  show(at) {
    this.at = at;
    this.touched = true;
    this.said.textContent = this.data?.frames[at] ?? "";
    this.draw();
  }

  draw() {
    const gd = this.chart.gd;
    if (!gd) return;
    const how = {
      mode: "immediate",
      frame: { duration: 0, redraw: false },
      transition: { duration: 0 },
    };
    window.Plotly?.animate(gd, [String(this.at)], how).catch(() => {}); // a newer one replaced it
  }
}

export default entry(
  (root) => new Growth(root),
  (growth, /** @type {Component<GrowthData>} */ { data }) => growth.update(data),
);
