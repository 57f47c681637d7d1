// Products as colours, where there are too many to be read as numbers.

import { Overlay } from "../direct/overlay.js";
import { setIfNew } from "../direct/writing.js";

/** @import { Chart, Moment, Shade } from "../shared/types.js" */

/** @typedef {{ x: number, y: number, width: number, height: number }} Rect */

const SIDE = 20; // pixels of a cell, the line beside it included

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

/**
 * Paint the products' panels on the sheet above the chart, and note the same for Plotly, whose pictures
 * of them are seen in an export.
 *
 * @param {Chart} gd
 * @param {Shade | null} shade Null for an example whose products can be read at every width.
 * @param {Moment} now
 * @param {boolean} readable
 */
export function shadeProducts(gd, shade, now, readable) {
  if (!shade) {
    paintCells(gd, [], [0, 0]);
    drawSigns(gd, "", "");
    return;
  }
  const panels = colors(shade, now, readable);
  const size = /** @type {[number, number]} */ ([now.rows.length, now.cols.length]);
  const places = paintCells(gd, readable ? [] : panels, size);
  const signs = readable ? [] : places.filter((_, i) => isBelow(now, i));
  drawSigns(gd, signs.map(stroke).join(""), shade.ink);
  gd.layout.images.forEach((image, i) => {
    const [role, channel] = image.name.split(":");
    if (role !== "products") return;
    image.source = picture(panels[Number(channel)], size, shade.line);
    gd._fullLayout.images[i].source = image.source;
  });
}

/**
 * @param {Chart} gd
 * @param {string[][]} panels
 * @param {[number, number]} size Rows and columns of a panel.
 * @returns {Rect[]} Where the cells are, in the order of the terms.
 */
function paintCells(gd, panels, [rows, cols]) {
  /** @type {Rect[]} */
  const found = [];
  const { below } = Overlay.of(gd);
  const count = panels.length * rows * cols;
  while (below.childElementCount > count) below.lastElementChild?.remove();
  if (!count) return found;
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
      const cell = below.children[panel * rows * cols + i] ?? below.appendChild(newNode("rect"));
      const place = {
        x: left + (col * SIDE + 1) * wide,
        y: top + (row * SIDE + 1) * high,
        width: (SIDE - 1) * wide,
        height: (SIDE - 1) * high,
        fill: color,
      };
      found.push(place);
      for (const [name, value] of Object.entries(place)) setIfNew(cell, name, String(value));
    });
  });
  return found;
}

/**
 * Whether a cell's product is known and below zero: no number says it here.
 *
 * @param {Moment} now
 * @param {number} i
 */
function isBelow({ terms, known }, i) {
  const { value, weight } = terms[i];
  return value * (weight ?? 1) < 0 && (!known || known.includes(terms[i]));
}

/** @param {Rect} rect A stroke from corner to corner, as grids' pictures have it. */
function stroke({ x, y, width, height }) {
  return `M${x},${y + height}L${x + width},${y}`;
}

/**
 * @param {Chart} gd
 * @param {string} strokes
 * @param {string} ink
 */
function drawSigns(gd, strokes, ink) {
  const { signs } = Overlay.of(gd);
  if (!strokes && !signs.firstElementChild) return;
  const path = signs.firstElementChild ?? signs.appendChild(newNode("path"));
  setIfNew(path, "d", strokes);
  setIfNew(path, "stroke", ink);
  setIfNew(path, "stroke-opacity", "0.33");
}

/** @param {string} name */
function newNode(name) {
  return document.createElementNS("http://www.w3.org/2000/svg", name);
}

/**
 * A panel as an address that holds its picture.
 *
 * @param {string[]} cells
 * @param {[number, number]} size
 * @param {string} line
 */
export function picture(cells, [rows, cols], line) {
  const [width, height, side] = [cols * SIDE + 1, rows * SIDE + 1, SIDE - 1];
  const rects = cells.map((color, i) => {
    const [x, y] = [(i % cols) * SIDE + 1, Math.floor(i / cols) * SIDE + 1];
    return `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="${color}"/>`;
  });
  const written = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges">
    <rect width="${width}" height="${height}" fill="${line}"/>${rects.join("")}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(written)}`;
}
