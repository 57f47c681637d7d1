// A chart's box: the chart is as wide as it, and where a player decides the height, as high.

import { replaceFigure } from "../shared/replace.js";

/** @import { Chart, Figure } from "../shared/types.js" */

// As visualizer/ui/charts.py has it: pictures to look at and to point at, not to zoom.
const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false };

export class Box {
  /**
   * @param {HTMLElement} element
   * @param {Figure} figure
   */
  constructor(element, figure) {
    this.element = element;
    this.figure = figure;
    /** @type {HTMLElement & Partial<Chart>} */
    this.gd = element.appendChild(document.createElement("div"));
    this.isDrawn = false;
    new ResizeObserver(() => this.fit()).observe(element);
    this.fit();
  }

  /** @param {Figure} figure */
  replace(figure) {
    this.figure = figure;
    if (isChart(this.gd)) void replaceFigure(this.gd, figure);
  }

  // A box that is not shown is drawn when it is.
  fit() {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || !height) return;
    if (!this.isDrawn) {
      this.isDrawn = true;
      const { data, layout } = this.figure;
      void window.Plotly?.newPlot(this.gd, data, { ...layout, width, height }, CONFIG);
      return;
    }
    if (!isChart(this.gd)) return;
    const { width: before, height: high } = this.gd._fullLayout;
    if (before !== width || high !== height) {
      void window.Plotly?.relayout(this.gd, { width, height });
    }
  }
}

/**
 * Whether Plotly has drawn it.
 *
 * @param {HTMLElement & Partial<Chart>} gd
 * @returns {gd is Chart}
 */
function isChart(gd) {
  return gd._fullLayout !== undefined;
}
