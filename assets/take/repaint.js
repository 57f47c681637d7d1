// A figure of the page in the other theme: the page draws itself once in those colours and then again
// in its own. For that moment its figures are out of sight.

import { drawingSvg } from "./figures.js";

/** @import { Chart } from "../shared/types.js" */
/** @import { Shown } from "./figures.js" */

const PATIENCE = 3000; // ms until a figure counts as one that is the same in both themes
const LOOK = 50; // ms between two looks
const REST = 200; // ms in which a figure's moving parts are put on it
const HIDDEN =
  "[data-testid=stMain] :is(.js-plotly-plot, [data-testid=stImage] img) { opacity: 0 }";

/**
 * Take a picture of a figure in the other theme.
 *
 * @template Picture
 * @param {Shown} shown
 * @param {() => Shown | undefined} find The same figure, which may be another node by then.
 * @param {(other: boolean) => Promise<unknown>} turn Has the page drawn in the other theme, or in its own.
 * @param {(shown: Shown) => Promise<Picture>} take
 */
export async function inOtherTheme(shown, find, turn, take) {
  const veil = document.head.appendChild(document.createElement("style"));
  veil.textContent = HIDDEN;
  try {
    const before = printOf(shown);
    await turn(true);
    const end = performance.now() + PATIENCE;
    let found = find();
    while ((!found || isAs(found, before)) && performance.now() < end) {
      await pause(LOOK);
      found = find();
    }
    await pause(REST);
    return await take(find() ?? shown);
  } finally {
    await turn(false);
    veil.remove();
  }
}

/**
 * Tell whether a figure is not yet, or still not, another one.
 *
 * @param {Shown} shown
 * @param {string | null} before
 */
function isAs(shown, before) {
  const now = printOf(shown);
  return now === null || now === before;
}

/** @param {number} time */
function pause(time) {
  return new Promise((done) => setTimeout(done, time));
}

/**
 * What tells a figure from the same one in other colours.
 *
 * @param {Shown} shown
 */
function printOf({ kind, node }) {
  if (node instanceof HTMLCanvasElement) return node.toDataURL();
  if (node instanceof HTMLImageElement) return node.complete ? node.src : null;
  if (kind === "drawing") return drawingSvg(/** @type {SVGElement} */ (node)).outerHTML;
  const gd = /** @type {Partial<Chart>} */ (node);
  return gd._fullLayout ? (gd.layout?.meta?.id ?? null) : null;
}
