// Shows other contents of a chart's traces without asking Plotly, whose own ways to do so
// (`animate`, `restyle`) look through the whole figure each time.

import { Glide } from "./glide.js";
import { remember } from "./memory.js";
import { Overlay } from "./overlay.js";
import { write } from "./writing.js";

/** @import { Chart, Contents } from "../shared/types.js" */
/** @import { Move } from "./glide.js" */

export class Brush {
  /** @param {string[]} [above] Traces that never move but lie above some that do. */
  constructor(above = []) {
    this.above = above;
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
    const indices = gd.data.flatMap(({ name }, index) =>
      Object.hasOwn(parts, name) || this.above.includes(name) ? [index] : [],
    );
    const sheet = Overlay.of(gd);
    // What lies under lines all over the chart need not be painted again with them.
    if (this.above.length) sheet.svg.style.willChange = "transform";
    const nodes = sheet.take(indices);
    /** @type {Move[]} */
    const moves = [];
    indices.forEach((index, i) => {
      const contents = parts[gd.data[index].name];
      const at = nodes[i];
      if (!contents) return;
      remember(gd, index, contents);
      if (at) moves.push(...write(gd, index, at, contents));
    });
    this.glide.go(moves, duration);
  }

  end() {
    this.glide.stop();
  }
}
