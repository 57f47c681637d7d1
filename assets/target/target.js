// Painting the picture that an output is to become: one grid by itself, with what the input is painted
// with. Every edit is seen at once; the server hears of it when the hand rests.

import { bytesOf, colorFor, inkOn, ramp } from "../paint/colors.js";
import { Palette } from "../paint/palette.js";
import { Strokes, asked, between, choicesFor } from "../paint/strokes.js";
import { entry, part } from "../shared/component.js";
import { writeNumber } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";
import { cellAt, moved, sideOf } from "./cells.js";

/** @import { Component } from "../shared/types.js" */
/** @import { InputCell } from "../paint/sketch.js" */
/** @import { Ends } from "../paint/colors.js" */

/**
 * @typedef {object} TargetData
 * @property {number[]} grid Row by row.
 * @property {[number, number]} size Rows and columns.
 * @property {number} painted How many paintings the server has taken.
 * @property {Ends & { line: string }} colors
 * @property {Record<string, string>} labels
 */

const REST = 400; // ms
const WIDEST = 260; // pixels: the sidebar's box has no more
const LETTERS = 11; // pixels; in cells of less than twice as much nobody reads a number

class Target {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    this.canvas = part(root, "canvas", HTMLCanvasElement);
    this.said = part(root, ".at", HTMLElement);
    this.strokes = new Strokes();
    this.palette = new Palette(part(root, ".palette", HTMLElement), {
      take: (value) => (this.value = value),
      undo: () => this.again("undo"),
      redo: () => this.again("redo"),
      done: () => {},
    });
    this.palette.done.hidden = true;
    this.value = 1;
    /** @type {TargetData | null} */
    this.data = null;
    /** @type {Component<TargetData>["setTriggerValue"] | null} */
    this.trigger = null;
    /** @type {number[]} */
    this.grid = [];
    /** @type {InputCell} */
    this.at = { channel: 0, row: 0, col: 0 };
    /** @type {InputCell | null} */
    this.last = null; // painted in this stroke
    /** @type {number | null} */
    this.told = null; // how often the server has been told, as it counts
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    this.canvas.onpointerdown = (event) => this.down(event);
    this.canvas.onpointermove = (event) => this.touch(event);
    this.canvas.onpointerup = () => this.lift();
    this.canvas.onpointercancel = () => this.lift();
    this.canvas.onkeydown = (event) => this.key(event);
    this.canvas.onkeyup = () => this.lift();
  }

  /**
   * @param {TargetData} data
   * @param {Component<TargetData>["setTriggerValue"]} trigger
   */
  update(data, trigger) {
    this.trigger = trigger;
    const isOther = data.size.join() !== this.data?.size.join();
    // A server that has heard of less than before is another one: what it says counts.
    const isLost = data.painted < (this.data?.painted ?? 0);
    this.data = data;
    this.palette.name(data.labels);
    this.canvas.setAttribute("aria-label", data.labels.easel);
    // What the hand has painted since stands until the server has heard of it.
    const isAnswered = this.resting === undefined && (isLost || data.painted >= (this.told ?? 0));
    if (isOther || isAnswered) {
      if (data.grid.join() !== this.grid.join()) this.strokes.forget();
      this.grid = [...data.grid];
      this.told = data.painted;
      clearTimeout(this.resting);
      this.resting = undefined;
    }
    if (isOther) this.at = { channel: 0, row: 0, col: 0 };
    this.palette.offer(choicesFor(this.grid), writeNumber);
    this.draw();
  }

  draw() {
    if (!this.data) return;
    const { size, colors } = this.data;
    const [rows, cols] = size;
    const side = sideOf(size, WIDEST);
    const sharp = window.devicePixelRatio || 1;
    Object.assign(this.canvas, { width: cols * side * sharp, height: rows * side * sharp });
    Object.assign(this.canvas.style, { width: `${cols * side}px`, height: `${rows * side}px` });
    const pen = this.canvas.getContext("2d");
    if (!pen) return;
    pen.scale(sharp, sharp);
    const scale = ramp(colors);
    const limit = Math.max(...this.grid.map(Math.abs), 0);
    pen.strokeStyle = colors.line;
    pen.font = `${LETTERS}px sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    this.grid.forEach((value, i) => {
      const [x, y] = [(i % cols) * side, Math.floor(i / cols) * side];
      const ground = colorFor(scale, value, limit);
      pen.fillStyle = `rgb(${ground.join()})`;
      pen.fillRect(x, y, side, side);
      pen.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
      const written = writeNumber(value);
      if (pen.measureText(written).width > side - 4 || side < 2 * LETTERS) return;
      pen.fillStyle = inkOn(ground);
      pen.fillText(written, x + side / 2, y + side / 2);
    });
    if (this.canvas.matches(":focus-visible")) {
      pen.lineWidth = 3;
      pen.strokeStyle = inkOn(bytesOf(colors.zero));
      pen.strokeRect(this.at.col * side + 1, this.at.row * side + 1, side - 2, side - 2);
    }
    this.palette.allow(this.strokes.canUndo, this.strokes.canRedo);
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (!event.isPrimary || event.button !== 0) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.last = null;
    this.touch(event);
  }

  /** @param {PointerEvent} event */
  touch(event) {
    if (!this.data || !event.isPrimary || !this.canvas.hasPointerCapture(event.pointerId)) return;
    const box = this.canvas.getBoundingClientRect();
    const place = [(event.clientY - box.top) / box.height, (event.clientX - box.left) / box.width];
    const cell = cellAt(this.data.size, place[0], place[1]);
    if (!cell) return;
    const cells = this.last ? between(this.last, cell) : [cell];
    this.last = cell;
    this.at = cell;
    this.paint(cells);
  }

  lift() {
    this.last = null;
    this.strokes.end();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.data) return;
    const next = moved(this.data.size, this.at, event.key);
    const wanted = asked(event);
    if (wanted) this.again(wanted);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (next) this.at = next;
    else if (event.key === "Enter" || event.key === " ") this.paint([this.at]);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.say();
    this.draw();
  }

  // The keys' cell in words, as its ring says nothing to those who hear the page.
  say() {
    if (!this.data) return;
    const { row, col } = this.at;
    const words = {
      row: row + 1,
      col: col + 1,
      value: writeNumber(this.grid[this.place(this.at)]),
    };
    this.said.textContent = filled(this.data.labels.at, words);
  }

  /** @param {InputCell} cell */
  place({ row, col }) {
    return row * (this.data?.size[1] ?? 1) + col;
  }

  /** @param {InputCell[]} cells */
  paint(cells) {
    for (const cell of cells) {
      const before = this.grid[this.place(cell)];
      this.strokes.add({ cell, before, after: this.value });
      this.grid[this.place(cell)] = this.value;
    }
    this.changed();
  }

  /** @param {"undo" | "redo"} what */
  again(what) {
    const edits = this.strokes[what]();
    for (const [cell, value] of edits) this.grid[this.place(cell)] = value;
    if (edits.length) this.changed();
  }

  changed() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tell(), REST);
    this.draw();
  }

  tell() {
    clearTimeout(this.resting);
    this.resting = undefined;
    if (!this.data) return;
    this.told = (this.told ?? 0) + 1;
    const shape = [1, ...this.data.size];
    this.trigger?.("painted", { grid: [...this.grid], shape, count: this.told });
  }

  end() {
    if (this.resting !== undefined) this.tell();
  }
}

export default entry(
  (root) => new Target(root),
  (target, /** @type {Component<TargetData>} */ { data, setTriggerValue }) =>
    target.update(data, setTriggerValue),
);
