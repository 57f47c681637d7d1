// The one way to a chart that Streamlit drew: wait for it, notice when it is drawn again, and take
// the new one when Streamlit has built it anew, which it does without telling.

/** @import { Chart } from "./types.js" */

const PATIENCE = 15000; // ms until a chart that does not come is said to be missing

/**
 * Tell the box of a keyed element that holds `node`.
 *
 * @param {EventTarget | null} node
 * @param {string} key
 */
export function isInBox(node, key) {
  return node instanceof Element && node.closest(`.st-key-${key}`) !== null;
}

/**
 * Tell whether Plotly has drawn a chart that is in the page.
 *
 * @param {Partial<Chart>} gd
 */
function isDrawn(gd) {
  return Boolean(gd.on && window.Plotly && gd._fullLayout && gd.isConnected);
}

/**
 * @typedef {object} Events
 * @property {(gd: Chart) => void} taken The chart is there: for the first time, built anew, or once
 *   more after `follow`.
 * @property {(gd: Chart) => void} redrawn The same chart was drawn again, perhaps as it was first.
 * @property {() => void} [missing] It has not come so far.
 * @property {(gd: Chart) => boolean} [other] The box has a chart with another figure: tells whether
 *   ours has been put into it.
 */

/** Follows the chart in one box for as long as it shows one figure. */
export class ChartWatch {
  /** @param {Events} events */
  constructor(events) {
    this.events = events;
    this.key = "";
    this.id = "";
    /** @type {Chart | null} */
    this.held = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.late = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.looking = undefined;
    // While a chart is awaited, any change of the page may be its coming.
    this.finder = new MutationObserver(() => this.lookSoon());
    // Later only the charts' ancestors are watched: playing must not call anything here.
    this.guard = new MutationObserver(() => {
      if (!this.held?.isConnected) this.look();
    });
  }

  /** The chart, if it is in the page and shows the figure; otherwise null. */
  get gd() {
    return this.held && this.isReady(this.held) ? this.held : null;
  }

  /**
   * Follow the chart in the box `key` while its figure is `id`; `taken` is called once it is there.
   *
   * @param {string} key
   * @param {string} id
   */
  follow(key, id) {
    this.key = key;
    this.id = id;
    this.rest();
    this.look();
  }

  end() {
    this.rest();
    this.guard.disconnect();
    this.held = null;
  }

  /** @param {Chart} gd */
  isReady(gd) {
    return isDrawn(gd) && gd.layout?.meta?.id === this.id;
  }

  look() {
    /** @type {NodeListOf<Chart>} */
    const charts = document.querySelectorAll(`.st-key-${this.key} .js-plotly-plot`);
    let gd = [...charts].find((chart) => this.isReady(chart));
    if (!gd) {
      const other = [...charts].find(isDrawn);
      if (other && this.events.other?.(other)) gd = other;
    }
    if (!gd) {
      this.wait();
      return;
    }
    this.rest();
    if (gd !== this.held) this.hold(gd);
    this.events.taken(gd);
  }

  // Not at once: Plotly may be in the middle of drawing.
  lookSoon() {
    this.looking ??= setTimeout(() => {
      this.looking = undefined;
      this.look();
    }, 0);
  }

  wait() {
    if (this.late !== undefined) return;
    this.finder.observe(document.body, { childList: true, subtree: true });
    this.late = setTimeout(() => this.events.missing?.(), PATIENCE);
  }

  // Stop waiting.
  rest() {
    this.finder.disconnect();
    clearTimeout(this.late);
    clearTimeout(this.looking);
    this.late = undefined;
    this.looking = undefined;
  }

  /** @param {Chart} gd */
  hold(gd) {
    this.held = gd;
    // A chart that is gone has forgotten its listeners already: there is nothing to take back.
    gd.on("plotly_afterplot", () => {
      if (gd === this.held) this.onDrawn();
    });
    this.guard.disconnect();
    for (let node = gd.parentNode; node; node = node.parentNode) {
      this.guard.observe(node, { childList: true });
    }
  }

  onDrawn() {
    const gd = this.gd;
    if (!gd) {
      this.wait(); // it shows another figure now
      this.lookSoon();
    } else if (this.late !== undefined) {
      this.look(); // ours came into the same chart
    } else {
      this.events.redrawn(gd);
    }
  }
}
