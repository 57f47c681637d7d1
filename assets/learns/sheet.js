// The picture of a descent: drawn on a canvas, pointed at, painted on, and gone through by keys.

import { viewNow } from "../player/room.js";
import { penOf } from "../training/pen.js";
import { arrange } from "./arrange.js";
import { cellAt, cellOf } from "./cells.js";
import { drawCurve } from "./curve.js";
import { Drawing } from "./drawing.js";
import { atCell } from "./words.js";

/** @import { Arranged, Place, Role } from "./arrange.js" */
/** @import { Brush } from "./brush.js" */
/** @import { Descent } from "./descent.js" */

/** @typedef {{ place: Place, row: number, col: number }} Found A cell. */
/**
 * @typedef {object} Shown
 * @property {Descent} descent
 * @property {number} step
 * @property {Partial<Record<Role, number>>} limits
 * @property {Record<string, string>} colors
 * @property {Record<string, string>} titles
 * @property {Record<string, string>} labels
 */
/**
 * @typedef {object} Needs
 * @property {() => Shown | null} shown
 * @property {Brush} brush
 * @property {() => number} opened The weight that is chosen.
 * @property {(which: number) => void} open Choose another one.
 * @property {(words: string) => void} point What is pointed at, "" for nothing.
 * @property {() => number} room Pixels of height that there are where the picture stands alone.
 * @property {() => void} begun Painting begins: nothing else may move.
 */

const FINER = 0.05;
const MOST_SCALE = 3;
const ARROWS = /** @type {Record<string, [number, number]>} */ ({
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
});

export class Sheet {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** @type {Drawing | null} */
    this.drawing = null;
    /** @type {Arranged | null} */
    this.arranged = null;
    this.scale = 1;
    this.frame = document.createElement("div");
    this.canvas = this.frame.appendChild(document.createElement("canvas"));
    const { canvas } = this;
    Object.assign(canvas.style, { display: "block", width: "100%" });
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.onpointermove = (event) => this.over(event);
    canvas.onpointerleave = () => needs.point("");
    canvas.onpointerdown = (event) => this.down(event);
    canvas.onpointerup = () => needs.brush.lift();
    canvas.onpointercancel = () => needs.brush.lift();
    canvas.onkeydown = (event) => this.key(event);
    canvas.onblur = () => needs.point("");
  }

  /** @param {string} words */
  name(words) {
    this.canvas.setAttribute("aria-label", words);
  }

  /** @param {number} step @param {string} words */
  say(step, words) {
    this.canvas.setAttribute("aria-description", words);
    this.canvas.dataset.step = String(step);
  }

  /** @param {boolean} open Whether a finger paints, and does not scroll the page. */
  forPaint(open) {
    this.canvas.style.touchAction = open ? "none" : "";
  }

  // Another descent may need another arrangement.
  clear() {
    this.arranged = null;
  }

  /**
   * @param {number} width Pixels; 0 while the page does not show it.
   * @param {Shown & { opened: number }} shown
   */
  draw(width, { descent, step, opened, limits, colors, titles, labels }) {
    const found = width ? this.ready(width, descent) : null;
    if (!found) return;
    const { arranged } = found;
    if (!this.drawing?.isOf(colors)) this.drawing = new Drawing(colors);
    const { scale } = this;
    this.drawing.draw(found.pen, arranged, { descent, step, opened, limits, titles, scale });
    const { losses, least } = descent;
    const words = { loss: labels.loss, least: labels.least };
    drawCurve(found.pen, arranged.curve, { losses, step, least, words }, colors);
  }

  /**
   * Arrange everything in a width, where the picture stands alone as large as the window allows.
   *
   * @param {number} width
   * @param {Descent} descent
   */
  ready(width, descent) {
    const room = viewNow() ? this.needs.room() : 0;
    if (this.arranged?.width !== width || this.arranged.room !== room) {
      this.scale = 1;
      let made = arrange(width, sizesOf(descent));
      for (let scale = 1 + FINER; room && scale < MOST_SCALE; scale += FINER) {
        const larger = arrange(width / scale, sizesOf(descent));
        if (larger.height * scale > room || larger.isNarrow) break;
        [made, this.scale] = [larger, scale];
      }
      this.arranged = { ...made, width, room };
    }
    const { arranged, scale } = this;
    const found = penOf(this.canvas, () => arranged.height * scale);
    found?.pen.scale(scale, scale);
    return found && { pen: found.pen, arranged };
  }

  /**
   * @param {PointerEvent} event
   * @returns {Found | null}
   */
  found({ clientX, clientY }) {
    const { left, top } = this.canvas.getBoundingClientRect();
    const { arranged, scale } = this;
    return arranged && cellAt(arranged.places, (clientX - left) / scale, (clientY - top) / scale);
  }

  /** @param {PointerEvent} event */
  over(event) {
    const { shown, brush, point } = this.needs;
    const [now, cell] = [shown(), this.found(event)];
    if (!now) return;
    if (brush.isDown) {
      if (cell?.place.role === "target") brush.touch(now.descent, cell);
      return;
    }
    const isGround = cell?.place.role === "target" && brush.isOpen;
    const isWeight = cell !== null && weightOf(now.descent, cell) !== null;
    this.canvas.style.cursor = (isGround && "crosshair") || (isWeight ? "pointer" : "");
    point(cell ? atCell(now.descent, now.step, cell, now) : "");
  }

  /** @param {PointerEvent} event */
  down(event) {
    const { shown, brush, point, open, begun } = this.needs;
    const [now, cell] = [shown(), this.found(event)];
    if (!cell || !now || event.button !== 0) return;
    if (cell.place.role === "target" && brush.isOpen) {
      begun();
      this.canvas.setPointerCapture(event.pointerId);
      brush.touch(now.descent, cell);
      return;
    }
    const which = weightOf(now.descent, cell);
    if (which !== null) open(which);
    point(atCell(now.descent, now.step, cell, now));
  }

  // The arrow keys go from weight to weight.
  /** @param {KeyboardEvent} event */
  key(event) {
    const arrow = ARROWS[event.key];
    const now = this.needs.shown();
    if (!now || !arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { descent, step } = now;
    const next = this.needs.opened() + arrow[0] * descent.data.kernel[1] + arrow[1];
    if (next < 0 || next >= descent.weightCount) return;
    this.needs.open(next);
    const cell = cellOf(descent, next, this.arranged?.places ?? []);
    if (cell) this.needs.point(atCell(descent, step, cell, now));
  }
}

/** @param {Descent} descent */
function sizesOf(descent) {
  const { height, width, data, outHeight, outWidth, grid, reads, filters, biases } = descent;
  return {
    input: /** @type {[number, number]} */ ([height, width]),
    kernel: data.kernel,
    output: /** @type {[number, number]} */ ([outHeight, outWidth]),
    channels: grid.shape[0],
    reads,
    filters,
    bias: biases !== null,
  };
}

/**
 * The weight that a cell shows, null for other cells.
 *
 * @param {Descent} descent
 * @param {Found} cell
 */
function weightOf({ reads, perKernel, inKernels }, { place, row, col }) {
  if (place.role === "bias") return inKernels + place.filter;
  if (place.role !== "kernel") return null;
  return (place.filter * reads + place.channel) * perKernel + row * place.cols + col;
}
