// Where stage and player have the window to themselves, the stage is as large as its width and height
// allow. A layout may be drawn at any scale: its places are fractions and cells, so only its two
// sides and its letters grow with it.

/** @import { Layout, Region } from "../shared/types.js" */

/**
 * @typedef {object} Room What a stage may take, in pixels.
 * @property {number} width
 * @property {number | null} height Null where the page scrolls and any height will do.
 * @property {number} title The size that a title is to have at least.
 * @property {boolean} scrolls Whether the page may scroll rather than show a stage too small.
 */

const TITLE = 14; // pixels: a title in a layout as it is
const LEAST = 0.8; // of a layout's own size; smaller, its titles could not be read
const SEEN = 20; // pixels: from this side on a cell may shrink to let a stage fit its window
const LETTERS = { least: 9, largest: 18, share: 0.42 };

/**
 * The layout with the largest cells among those that fit, at the scale at which it does; null if
 * none fits and the page has to scroll.
 *
 * @param {Layout[]} layouts
 * @param {Record<string, number>} longest How many em the longest number is wide, by role.
 * @param {Room} room
 * @returns {Layout | null}
 */
export function roomiest(layouts, longest, { width, height, title, scrolls }) {
  if (height === null) return null;
  /** @type {{ layout: Layout, scale: number } | null} */
  let best = null;
  let most = 0;
  for (const layout of layouts) {
    const scale = Math.min(width / layout.width, height / layout.height);
    const side = cellOf(layout) * scale;
    if (scrolls && (scale < LEAST || (scale < 1 && side < SEEN))) continue;
    // Letters that are too small weigh more than cells that could be larger.
    const worth = side * Math.min(1, (TITLE * scale) / title) ** 4;
    if (worth <= most) continue;
    most = worth;
    best = { layout, scale };
  }
  return best && scaled(best.layout, longest, best.scale);
}

/**
 * A layout at another scale.
 *
 * @param {Layout} layout
 * @param {Record<string, number>} longest
 * @param {number} scale
 * @returns {Layout}
 */
export function scaled(layout, longest, scale) {
  const rounded = Math.round(scale * 1000) / 1000;
  /** @type {Record<string, Region>} */
  const regions = {};
  for (const [role, region] of Object.entries(layout.regions)) {
    const font = fontSize(sideOf(region, layout.width) * rounded, longest[role] ?? 0.65);
    /** @type {Region} */
    const other = [...region];
    other[5] = font;
    // Numbers that can be read make the bar of colours needless.
    if (font) other[7] = null;
    regions[role] = other;
  }
  return {
    width: Math.floor(layout.width * rounded),
    height: Math.floor(layout.height * rounded),
    regions,
    scale: rounded,
    key: `${layout.width}×${layout.height}×${rounded}`,
  };
}

/**
 * The side of an input's cell, in pixels.
 *
 * @param {Layout} layout
 */
function cellOf({ width, regions }) {
  return sideOf(regions.input, width);
}

/**
 * @param {Region} region
 * @param {number} width
 */
function sideOf([[left, right], , [first, last]], width) {
  return ((right - left) * width) / (last - first);
}

/**
 * The size of numbers in a cell, as in visualizer/figures/panels.py, but larger in large cells; 0 if
 * they could not be read.
 *
 * @param {number} cell
 * @param {number} longest How many em the longest number is wide.
 */
function fontSize(cell, longest) {
  const { least, largest, share } = LETTERS;
  const highest = Math.min(Math.max(largest, cell * share), cell * 0.46);
  const size = Math.min(highest, (cell * 0.92) / longest);
  if (size >= least) return Math.floor(size);
  return Math.min(highest, (cell * 0.98) / longest) >= least ? least : 0;
}
