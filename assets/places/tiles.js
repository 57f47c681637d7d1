// A picture of many small ones: pointing at one names it, a click chooses it. Where they would be too
// small for a finger they stand in fewer columns and scroll. Nothing is replaced while the page runs
// again, so no click is lost between press and release.

import { unpack } from "../shared/arrays.js";
import { entry, part } from "../shared/component.js";
import { writePrecise } from "../shared/numbers.js";

/** @import { Component, Grid, Packed } from "../shared/types.js" */

/**
 * @typedef {object} TilesData
 * @property {string} picture A data URI: one pixel for each cell.
 * @property {number} columns How many tiles stand side by side in the picture.
 * @property {[number, number]} tile Width and height of one in the picture, its gap included.
 * @property {number[]} numbers What a click on each tells.
 * @property {string[]} words What pointing at each says, where it is no number.
 * @property {Packed | null} values The number of each, (rows, columns).
 * @property {number} chosen The number of the one with an outline.
 * @property {number} least How wide one must be for a finger, in pixels; 0 if it may be smaller.
 * @property {string} label
 * @property {string} accent
 */

const NARROW = 560; // px: in a narrower column a finger points, not a mouse

/**
 * How many tiles stand side by side in so much room.
 *
 * @param {Pick<TilesData, "columns" | "least" | "numbers">} data
 * @param {number} room
 * @param {boolean} coarse Whether a finger points.
 */
export function columnsIn({ columns, least, numbers }, room, coarse) {
  if (!least || !(coarse || room < NARROW) || room / columns >= least) return columns;
  return Math.max(1, Math.min(Math.floor(room / least), numbers.length));
}

/**
 * What is said of the number at a place: its row and column, counted from 1, and the number.
 *
 * @param {Grid} grid
 * @param {number} at
 */
export function toldOf({ values, shape }, at) {
  const [row, col] = [Math.floor(at / shape[1]), at % shape[1]];
  return `(${row + 1}, ${col + 1}): ${writePrecise(values[at])}`;
}

class Tiles {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    this.box = part(root, ".box", HTMLElement);
    this.sheet = part(root, ".sheet", HTMLElement);
    this.canvas = part(root, "canvas", HTMLCanvasElement);
    this.mark = part(root, ".mark", HTMLElement);
    this.told = part(root, ".told", HTMLElement);
    /** @type {Component<TilesData> | null} */
    this.server = null;
    this.columns = 0;
    /** @type {Grid | null} */
    this.grid = null;
    this.image = new Image();
    this.image.onload = () => this.draw();
    this.sheet.onclick = (event) => this.choose(event);
    this.sheet.onpointermove = (event) => this.point(event);
    this.sheet.onpointerleave = () => (this.told.hidden = true);
    this.watcher = new ResizeObserver(() => this.fit());
    this.watcher.observe(this.box);
  }

  /** @param {Component<TilesData>} server */
  update(server) {
    const before = this.server?.data;
    this.server = server;
    const { data } = server;
    this.sheet.setAttribute("aria-label", data.label);
    this.box.style.setProperty("--accent", data.accent);
    if (data.picture !== before?.picture) this.image.src = data.picture;
    this.grid = data.values ? unpack(data.values) : null;
    this.fit();
    if (data.chosen !== before?.chosen) this.seek();
  }

  end() {
    this.watcher.disconnect();
  }

  fit() {
    const data = this.server?.data;
    const room = this.box.clientWidth;
    if (!data || !room) return;
    const coarse = window.matchMedia("(pointer: coarse)").matches;
    this.columns = columnsIn(data, room, coarse);
    this.box.classList.toggle("few", this.columns < data.columns);
    this.draw();
  }

  get rows() {
    return Math.ceil((this.server?.data.numbers.length ?? 0) / this.columns);
  }

  // Put the tiles of the picture into as many columns as there is room for.
  draw() {
    const data = this.server?.data;
    if (!data || !this.columns) return;
    const [wide, high] = data.tile;
    this.canvas.width = this.columns * wide;
    this.canvas.height = this.rows * high;
    const pen = this.canvas.getContext("2d");
    if (pen && this.image.naturalWidth) {
      data.numbers.forEach((_, at) => {
        const [x, y] = [(at % data.columns) * wide, Math.floor(at / data.columns) * high];
        const [left, top] = [(at % this.columns) * wide, Math.floor(at / this.columns) * high];
        pen.drawImage(this.image, x, y, wide, high, left, top, wide, high);
      });
    }
    const at = data.numbers.indexOf(data.chosen);
    this.mark.hidden = at < 0;
    const [col, row] = [at % this.columns, Math.floor(at / this.columns)];
    this.mark.style.left = `${(100 * col) / this.columns}%`;
    this.mark.style.top = `${(100 * row) / this.rows}%`;
    this.mark.style.width = `${100 / this.columns}%`;
    this.mark.style.height = `${100 / this.rows}%`;
  }

  // Bring the chosen one into the box where the box scrolls; the page stays.
  seek() {
    const { offsetTop: top, offsetHeight: high } = this.mark;
    const { scrollTop, clientHeight } = this.box;
    if (top < scrollTop || top + high > scrollTop + clientHeight) {
      this.box.scrollTop = top - (clientHeight - high) / 2;
    }
  }

  /**
   * The place under the pointer; −1 where there is none.
   *
   * @param {MouseEvent} event
   */
  placeOf(event) {
    const { left, top, width, height } = this.sheet.getBoundingClientRect();
    const col = Math.floor(((event.clientX - left) / width) * this.columns);
    const row = Math.floor(((event.clientY - top) / height) * this.rows);
    const at = row * this.columns + col;
    const inside = col >= 0 && col < this.columns && row >= 0;
    return inside && at < (this.server?.data.numbers.length ?? 0) ? at : -1;
  }

  /** @param {MouseEvent} event */
  choose(event) {
    const at = this.placeOf(event);
    if (at >= 0) this.server?.setTriggerValue("picked", this.server.data.numbers[at]);
  }

  /** @param {PointerEvent} event */
  point(event) {
    const at = this.placeOf(event);
    this.told.hidden = at < 0 || event.pointerType === "touch";
    if (at >= 0 && this.grid) this.told.textContent = toldOf(this.grid, at);
    else this.told.textContent = this.server?.data.words[at] ?? "";
    const right = event.clientX > window.innerWidth / 2;
    this.told.style.left = right ? "auto" : `${event.clientX + 14}px`;
    this.told.style.right = right ? `${window.innerWidth - event.clientX + 14}px` : "auto";
    this.told.style.top = `${event.clientY + 14}px`;
  }
}

export default entry(
  (root) => new Tiles(root),
  (tiles, /** @type {Component<TilesData>} */ server) => tiles.update(server),
);
