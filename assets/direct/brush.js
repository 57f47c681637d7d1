// Shows other contents of a chart's traces without asking Plotly, whose own ways to do so
// (`animate`, `restyle`) look through the whole figure each time.

import { Glide } from "./glide.js";
import { remember } from "./memory.js";
import { write } from "./writing.js";

/** @import { Chart, Contents } from "../shared/types.js" */

export class Brush {
  constructor() {
    this.glide = new Glide();
  }

  /**
   * Show other contents; traces that the chart does not have are left out.
   *
   * @param {Chart} gd
   * @param {Record<string, Contents>} parts By the name of the trace; keys that it has come in full.
   * @param {number} [duration] Milliseconds in which lines move to their new places; 0 jumps.
   */
  paint(gd, parts, duration = 0) {
    this.glide.stop();
    const moves = [];
    for (let index = 0; index < gd.data.length; index++) {
      const { name } = gd.data[index];
      if (!Object.hasOwn(parts, name)) continue;
      remember(gd, index, parts[name]);
      moves.push(...write(gd, index, parts[name]));
    }
    this.glide.go(moves, duration);
  }

  end() {
    this.glide.stop();
  }
}
