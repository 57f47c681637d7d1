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
    /** @type {Map<string, ChartWatch>} */
    this.watches = new Map();
  }

  /** @param {{ charts: Kept[] }} data */
  update({ charts }) {
    const keys = charts.map(({ key }) => key);
    for (const [key, watch] of this.watches) {
      if (keys.includes(key)) continue;
      watch.end();
      this.watches.delete(key);
    }
    for (const { key, id, figure } of charts) {
      const watch = new ChartWatch({
        taken: () => {},
        redrawn: () => {},
        other: (gd) => {
          replaceFigure(gd, JSON.parse(figure));
          return true;
        },
      });
      this.watches.get(key)?.end();
      this.watches.set(key, watch);
      watch.follow(key, id);
    }
  }

  end() {
    for (const watch of this.watches.values()) watch.end();
  }
}

export default entry(
  () => new Keeper(),
  (keeper, /** @type {Component<{ charts: Kept[] }>} */ { data }) => keeper.update(data),
);
