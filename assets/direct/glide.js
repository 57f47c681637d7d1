// Strokes on their way to another place. The next picture finds them wherever they are by then.

import { between, eased } from "./strokes.js";

/** @typedef {{ node: Element, to: string }} Move */

export class Glide {
  constructor() {
    this.ticking = 0;
  }

  /** Leave everything where it is. */
  stop() {
    cancelAnimationFrame(this.ticking);
  }

  /**
   * Move strokes to where they belong. What has other points than before is there at once.
   *
   * @param {Move[]} moves
   * @param {number} duration Milliseconds; 0 jumps.
   */
  go(moves, duration) {
    this.stop();
    /** @type {{ node: Element, to: string, way: (share: number) => string }[]} */
    const ways = [];
    for (const { node, to } of moves) {
      const way = duration > 0 ? between(node.getAttribute("d") ?? "", to) : null;
      if (way) ways.push({ node, way, to });
      else node.setAttribute("d", to);
    }
    if (!ways.length) return;
    const start = performance.now();
    /** @param {number} time */
    const tick = (time) => {
      const share = Math.min(1, Math.max(0, (time - start) / duration));
      for (const { node, way, to } of ways) {
        node.setAttribute("d", share < 1 ? way(eased(share)) : to);
      }
      if (share < 1) this.ticking = requestAnimationFrame(tick);
    };
    this.ticking = requestAnimationFrame(tick);
  }
}
