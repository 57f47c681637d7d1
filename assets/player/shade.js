// Products as colours, where there are too many to be read as numbers.

import { Overlay } from "../direct/overlay.js";
import { setIfNew } from "../direct/writing.js";
import { swap } from "./kernels.js";

/** @import { Chart, Moment, Shade } from "../shared/types.js" */

const SIDE = 20; // pixels of a cell, the line beside it included
const REST = 300; // ms without another step until the pictures follow

/**
 * The colour of a value on a scale from -limit to limit.
 *
 * @param {Shade} shade
 * @param {number} value
 */
export function colorOf({ scale, limit }, value) {
  const share = Math.min(1, Math.max(-1, value / limit));
  return scale[Math.round(((share + 1) / 2) * (scale.length - 1))];
}

/**
 * The colour of every cell of the products' panels, by panel and row by row; where their numbers can
 * be read, as if all were nothing.
 *
 * @param {Shade} shade
 * @param {Moment} now
 * @param {boolean} readable
 */
function colors(shade, now, readable) {
  /** @type {string[][]} */
  const found = now.channels.map(() => []);
  for (const term of now.terms) {
    const { index, value, weight } = term;
    const isKnown = !now.known || now.known.includes(term);
    found[index].push(colorOf(shade, readable || !isKnown ? 0 : value * (weight ?? 1)));
  }
  return found;
}

export class Shading {
  constructor() {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
  }

  /**
   * Paint the products' panels: at once above the chart, and once the step stays into its pictures,
   * which are what an export has.
   *
   * @param {Chart} gd
   * @param {Shade | null} shade Null for an example whose products can be read at every width.
   * @param {Moment} now
   * @param {boolean} readable
   */
  paint(gd, shade, now, readable) {
    this.end();
    if (!shade) {
      paintCells(gd, [], [0, 0]);
      return;
    }
    const panels = colors(shade, now, readable);
    const size = /** @type {[number, number]} */ ([now.rows.length, now.cols.length]);
    paintCells(gd, readable ? [] : panels, size);
    this.resting = setTimeout(() => keep(gd, shade, panels, size), REST);
  }

  end() {
    clearTimeout(this.resting);
  }
}

/**
 * @param {Chart} gd
 * @param {string[][]} panels
 * @param {[number, number]} size Rows and columns of a panel.
 */
function paintCells(gd, panels, [rows, cols]) {
  const { below } = Overlay.of(gd);
  const count = panels.length * rows * cols;
  while (below.childElementCount > count) below.lastElementChild?.remove();
  if (!count) return;
  const places = gd.layout.images.filter((image) => image.name.startsWith("products:"));
  panels.forEach((cells, panel) => {
    const { x, y, sizex = 0, sizey = 0, xref = "x", yref = "y" } = places[panel];
    const across = gd._fullLayout[`xaxis${xref.slice(1)}`];
    const down = gd._fullLayout[`yaxis${yref.slice(1)}`];
    const [left, top] = [across._offset + across.c2p(x), down._offset + down.c2p(y)];
    const wide = (across._offset + across.c2p(x + sizex) - left) / (cols * SIDE + 1);
    const high = (down._offset + down.c2p(y + sizey) - top) / (rows * SIDE + 1);
    cells.forEach((color, i) => {
      const [row, col] = [Math.floor(i / cols), i % cols];
      const cell = below.children[panel * rows * cols + i] ?? below.appendChild(newCell());
      const place = {
        x: left + (col * SIDE + 1) * wide,
        y: top + (row * SIDE + 1) * high,
        width: (SIDE - 1) * wide,
        height: (SIDE - 1) * high,
        fill: color,
      };
      for (const [name, value] of Object.entries(place)) setIfNew(cell, name, String(value));
    });
  });
}

function newCell() {
  return document.createElementNS("http://www.w3.org/2000/svg", "rect");
}

/**
 * @param {Chart} gd
 * @param {Shade} shade
 * @param {string[][]} panels
 * @param {[number, number]} size
 */
function keep(gd, shade, panels, [rows, cols]) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [cols * SIDE + 1, rows * SIDE + 1];
  const pen = canvas.getContext("2d");
  if (!pen || !gd.isConnected) return;
  gd.layout.images.forEach((image, i) => {
    const [role, channel] = image.name.split(":");
    if (role !== "products" || !panels[Number(channel)]) return;
    pen.fillStyle = shade.line;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    panels[Number(channel)].forEach((color, at) => {
      pen.fillStyle = color;
      const [row, col] = [Math.floor(at / cols), at % cols];
      pen.fillRect(col * SIDE + 1, row * SIDE + 1, SIDE - 1, SIDE - 1);
    });
    swap(gd, i, canvas.toDataURL());
  });
}
