// Charts that nothing moves: other numbers come into the charts that are there. Streamlit would take
// each out of the page and draw a new one twice.

import { ChartWatch } from "../shared/chart.js";
import { entry } from "../shared/component.js";
import { replaceFigure } from "../shared/replace.js";

/** @import { Component } from "../shared/types.js" */

/**
 * @typedef {object} Kept
 * @property {string} key Key of the chart's box.
 * @property {string} id Names the figure, as its layout's meta does.
 * @property {string} figure As JSON.
 */

class Keeper {
  constructor() {
    /** @type {Map<string, Place>} */
    this.places = new Map();
  }

  /** @param {{ charts: Kept[] }} data */
  update({ charts }) {
    const keys = charts.map(({ key }) => key);
    for (const [key, place] of this.places) {
      if (keys.includes(key)) continue;
      place.watch.end();
      this.places.delete(key);
    }
    for (const kept of charts) {
      const place = this.places.get(kept.key) ?? new Place();
      this.places.set(kept.key, place);
      place.show(kept);
    }
  }

  end() {
    for (const { watch } of this.places.values()) watch.end();
  }
}

/** Where one chart is; the same for as long as its key is there, so that it listens once. */
class Place {
  constructor() {
    this.figure = "";
    this.watch = new ChartWatch({
      taken: () => {},
      redrawn: () => {},
      other: (gd) => {
        replaceFigure(gd, JSON.parse(this.figure));
        return true;
      },
    });
  }

  /** @param {Kept} kept */
  show({ key, id, figure }) {
    this.figure = figure;
    this.watch.follow(key, id);
  }
}

export default entry(
  () => new Keeper(),
  (keeper, /** @type {Component<{ charts: Kept[] }>} */ { data }) => keeper.update(data),
);
