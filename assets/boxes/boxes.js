// Tells which box of a network's drawing was clicked. The chart may be drawn again between press
// and release: Plotly, which Streamlit listens to, loses such a click.

import { ChartWatch } from "../shared/chart.js";
import { entry } from "../shared/component.js";
import { Pointer } from "../shared/pointer.js";

/** @import { Component, Hit } from "../shared/types.js" */

/**
 * @typedef {object} BoxesData
 * @property {string} id
 * @property {string} chart Key of the chart's box.
 */

const BOX = "hover:"; // before the number of the step whose box a trace covers

class Boxes {
  constructor() {
    /** @type {Component<BoxesData> | null} */
    this.server = null;
    this.chart = new ChartWatch({
      taken: () => this.pointer.resume(),
      redrawn: () => this.pointer.resume(),
    });
    this.pointer = new Pointer(this.chart, {
      wanted: (name) => name.startsWith(BOX),
      over: () => {},
      left: () => {},
      chosen: (hit) => this.choose(hit),
    });
  }

  /** @param {Component<BoxesData>} server */
  update(server) {
    if (server.data.id !== this.server?.data.id) this.pointer.forget();
    this.server = server;
    this.chart.follow(server.data.chart, server.data.id);
  }

  end() {
    this.pointer.end();
    this.chart.end();
  }

  /** @param {Hit} hit */
  choose({ name }) {
    this.server?.setTriggerValue("box", Number(name.slice(BOX.length)));
  }
}

export default entry(
  () => new Boxes(),
  (boxes, /** @type {Component<BoxesData>} */ server) => boxes.update(server),
);
