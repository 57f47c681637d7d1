// What the hand paints on: a sheet nobody sees over the input's grids. Only it keeps a finger from
// scrolling the page, and only it can be painted on by keys.

import { axesOf } from "../direct/nodes.js";
import { rectOf } from "../player/laser.js";
import { cellOnGrid, onStage, shapeOf } from "./sketch.js";
import { between } from "./strokes.js";

/** @import { Chart, Offset } from "../shared/types.js" */
/** @import { Example } from "../player/example.js" */
/** @import { InputCell } from "./sketch.js" */

/**
 * @typedef {object} Needs
 * @property {() => Example | null} example
 * @property {() => Record<string, Offset[]>} offsets
 * @property {(cells: InputCell[]) => void} paint
 * @property {() => void} lifted The hand is lifted: a stroke is whole.
 * @property {(cell: InputCell) => void} at The keys have come to a cell.
 * @property {() => void} done
 */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Easel {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** @type {Chart | null} */
    this.gd = null;
    /** @type {InputCell | null} */
    this.last = null; // painted in this stroke
    /** @type {InputCell} */
    this.at = { channel: 0, row: 0, col: 0 }; // where the keys are
    this.sheet = document.createElement("div");
    this.sheet.className = "convscope-easel";
    this.sheet.tabIndex = 0;
    this.sheet.setAttribute("role", "application");
    this.ring = document.createElement("div");
    this.ring.className = "convscope-brush";
    this.sheet.onpointerdown = (event) => this.down(event);
    this.sheet.onpointermove = (event) => this.move(event);
    this.sheet.onpointerup = () => this.lift();
    this.sheet.onpointercancel = () => this.lift();
    this.sheet.onkeydown = (event) => this.key(event);
    this.sheet.onkeyup = ({ key }) => {
      if (key === " " || key === "Enter") this.lift();
    };
  }

  /** @param {string} words */
  name(words) {
    this.sheet.setAttribute("aria-label", words);
  }

  /**
   * Lie on the input of a chart, wherever it is drawn now.
   *
   * @param {Chart} gd
   */
  lie(gd) {
    const example = this.needs.example();
    const offsets = this.needs.offsets();
    if (!example || !offsets.input) return;
    this.gd = gd;
    if (this.sheet.parentElement !== gd) {
      gd.style.position = "relative";
      gd.append(this.sheet, this.ring);
    }
    const [rows, cols] = example.size("input");
    const places = offsets.input.map((_, index) => {
      const first = rectOf(gd, { role: "input", index, row: 0, col: 0 }, offsets);
      const last = rectOf(gd, { role: "input", index, row: rows - 1, col: cols - 1 }, offsets);
      if (!first || !last) return null;
      return [first.left, first.top, last.left + last.width, last.top + last.height];
    });
    const found = places.filter((place) => place !== null);
    if (!found.length) return;
    const [left, top] = [0, 1].map((i) => Math.min(...found.map((place) => place[i])));
    const [right, bottom] = [2, 3].map((i) => Math.max(...found.map((place) => place[i])));
    put(this.sheet, { left, top, width: right - left, height: bottom - top });
    this.mark();
  }

  leave() {
    this.sheet.remove();
    this.ring.remove();
    this.gd = null;
    this.last = null;
  }

  /**
   * The cell of the input at a place in the window.
   *
   * @param {number} clientX
   * @param {number} clientY
   */
  cellAt(clientX, clientY) {
    const { gd } = this;
    const example = this.needs.example();
    if (!gd || !example) return null;
    const trace = gd.data.findIndex(({ name }) => name === "numbers:input");
    if (trace < 0) return null;
    const [across, down] = axesOf(gd, trace);
    const box = gd.getBoundingClientRect();
    const right = across.p2d(clientX - box.left - across._offset);
    const below = down.p2d(clientY - box.top - down._offset);
    const cells = this.needs.offsets().input.map(([x, y], channel) => {
      return cellOnGrid(example, channel, Math.floor(below - y), Math.floor(right - x));
    });
    return cells.find((cell) => cell !== null) ?? null;
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (!event.isPrimary || event.button !== 0) return;
    this.sheet.setPointerCapture(event.pointerId);
    this.last = null;
    this.touch(event);
  }

  /** @param {PointerEvent} event */
  move(event) {
    if (event.isPrimary && this.sheet.hasPointerCapture(event.pointerId)) this.touch(event);
  }

  /** @param {PointerEvent} event */
  touch({ clientX, clientY }) {
    const cell = this.cellAt(clientX, clientY);
    if (!cell) return;
    const cells = between(this.last, cell);
    if (!this.last) cells.splice(0, cells.length, cell);
    this.last = cell;
    this.at = cell;
    this.mark();
    if (cells.length) this.needs.paint(cells);
  }

  lift() {
    this.last = null;
    this.needs.lifted();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const example = this.needs.example();
    const arrow = ARROWS[event.key];
    if (!example) return;
    if (arrow) this.go(example, arrow);
    else if (event.key === "Enter" || event.key === " ") this.needs.paint([this.at]);
    else if (event.key === "Escape") this.needs.done();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Up and down lead on to the next channel, as they do on the stage.
  /** @param {Example} example @param {[number, number]} arrow */
  go(example, [down, right]) {
    const [channels, height, width] = shapeOf(example);
    let { channel } = this.at;
    let row = this.at.row + down;
    const col = Math.min(Math.max(this.at.col + right, 0), width - 1);
    if ((row < 0 && channel > 0) || (row >= height && channel + 1 < channels)) {
      channel += down;
      row = down > 0 ? 0 : height - 1;
    }
    this.at = { channel, row: Math.min(Math.max(row, 0), height - 1), col };
    this.mark();
    this.needs.at(this.at);
  }

  // The ring around the cell that the keys are at.
  mark() {
    const example = this.needs.example();
    if (!this.gd || !example) return;
    const rect = rectOf(this.gd, onStage(example, this.at), this.needs.offsets());
    if (rect) put(this.ring, rect);
  }
}

/** @param {HTMLElement} node @param {Record<string, number>} rect */
function put(node, rect) {
  for (const [name, value] of Object.entries(rect)) node.style.setProperty(name, `${value}px`);
}
