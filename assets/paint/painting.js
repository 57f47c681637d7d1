// Painting the input on the stage itself. Every edit is seen at once; the server hears of it when the
// hand rests, and what is painted while it answers is painted on its answer again.

import { writeNumber } from "../shared/numbers.js";
import { Coat } from "./coat.js";
import { Easel } from "./easel.js";
import { Palette } from "./palette.js";
import { Sketch, inputOf, shapeOf } from "./sketch.js";
import { Strokes, asked, choicesFor } from "./strokes.js";

/** @import { Chart, Contents, Layout, Offset, StageData } from "../shared/types.js" */
/** @import { Example } from "../player/example.js" */
/** @import { InputCell } from "./sketch.js" */

const REST = 400; // ms

/** @typedef {{ cell: InputCell, value: number }} Painted */

/**
 * @typedef {object} Needs
 * @property {() => Example | null} example What is shown.
 * @property {() => Record<string, Offset[]>} offsets
 * @property {(example: Example) => void} changed Show this one instead: some of its numbers are others.
 * @property {(grid: number[], shape: number[], count: number) => void} tell The server: the input as it
 *   is now, and how often it was told so.
 * @property {(cell: InputCell) => void} at The keys are at a cell.
 * @property {() => void} begun Painting begins: nothing else may move.
 * @property {(open: boolean) => void} open
 */

export class Painting {
  /**
   * @param {HTMLElement} bar
   * @param {Needs} needs
   */
  constructor(bar, needs) {
    this.needs = needs;
    this.isOpen = false;
    this.value = 1;
    /** @type {StageData | null} */
    this.data = null;
    /** @type {Sketch | null} */
    this.sketch = null; // what is painted and no answer of the server shows
    /** @type {Coat | null} */
    this.coat = null;
    /** @type {Map<string, Painted>} */
    this.unsent = new Map(); // by cell: what the server has not been told
    /** @type {Map<string, Painted>} */
    this.underway = new Map(); // what it has been told and has not answered
    /** @type {number | null} */
    this.told = null; // how often it has been told, as it counts
    this.strokes = new Strokes();
    this.palette = new Palette(bar, {
      take: (value) => (this.value = value),
      undo: () => this.again("undo"),
      redo: () => this.again("redo"),
      done: () => this.toggle(),
    });
    this.easel = new Easel({
      example: needs.example,
      offsets: needs.offsets,
      paint: (cells) => this.paint(cells),
      lifted: () => this.strokes.end(),
      at: needs.at,
      done: () => this.toggle(),
    });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    this.frame = 0;
  }

  /** Whether something is shown that the server has not answered. */
  get isAhead() {
    return this.sketch !== null;
  }

  /**
   * What an answer of the server is to be shown as: itself, or with what was painted since it was
   * asked for.
   *
   * @param {Example} example
   * @param {StageData} data
   * @returns {Example}
   */
  meet(example, data) {
    this.data = data;
    if (this.told === null || data.painted >= this.told) {
      this.told = data.painted;
      this.underway.clear();
    }
    const before = this.needs.example();
    const [channels, height, width] = shapeOf(example);
    const left = [...this.underway.values(), ...this.unsent.values()].filter(
      ({ cell }) => cell.channel < channels && cell.row < height && cell.col < width,
    );
    this.sketch = left.length ? new Sketch(example) : null;
    for (const { cell, value } of left) this.sketch?.set(cell, value);
    const shown = this.sketch?.example ?? example;
    this.coat = this.sketch && new Coat(shown, data.colors, data.strokes);
    // Other numbers than those that were painted on: nothing of them is to come back.
    const isPainted = this.strokes.canUndo || this.strokes.canRedo;
    if (before && isPainted && inputOf(before).join() !== inputOf(shown).join()) {
      this.strokes.forget();
    }
    this.offer(shown);
    return shown;
  }

  /** @param {Record<string, string>} labels */
  name(labels) {
    this.palette.name(labels);
    this.easel.name(labels.easel);
  }

  /** @param {Example} example */
  offer(example) {
    if (!this.isOpen) return;
    this.palette.offer(choicesFor(inputOf(example)), writeNumber);
    this.palette.allow(this.strokes.canUndo, this.strokes.canRedo);
  }

  /** Begin to paint, or be done. */
  toggle() {
    this.isOpen = !this.isOpen;
    this.palette.show(this.isOpen);
    this.needs.open(this.isOpen);
    const example = this.needs.example();
    if (this.isOpen && example) {
      this.offer(example);
      this.needs.begun();
    } else {
      this.easel.leave();
      this.strokes.end();
      if (this.resting !== undefined) this.tell();
    }
  }

  /**
   * What the stage shows besides, in one layout; the easel lies where the input is drawn.
   *
   * @param {Chart} gd
   * @param {Layout} layout
   * @returns {Record<string, Contents>}
   */
  on(gd, layout) {
    return this.coat?.on(gd, layout) ?? {};
  }

  /** @param {Chart | null} gd */
  place(gd) {
    if (this.isOpen && gd) this.easel.lie(gd);
  }

  /** @param {InputCell[]} cells */
  paint(cells) {
    for (const cell of cells) this.set(cell, this.value, true);
    this.shown();
  }

  /** @param {"undo" | "redo"} what */
  again(what) {
    for (const [cell, value] of this.strokes[what]()) this.set(cell, value, false);
    this.shown();
  }

  /**
   * @param {InputCell} cell
   * @param {number} value
   * @param {boolean} noted Whether it can be undone.
   */
  set(cell, value, noted) {
    const example = this.needs.example();
    if (!example) return;
    this.sketch ??= new Sketch(example);
    const before = this.sketch.set(cell, value);
    this.unsent.set(Object.values(cell).join(), { cell, value });
    if (noted) this.strokes.add({ cell, before, after: value });
  }

  // Once a frame is often enough for the colours; the server hears of it when the hand rests.
  shown() {
    this.palette.allow(this.strokes.canUndo, this.strokes.canRedo);
    if (!this.sketch) return;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tell(), REST);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (!this.sketch || !this.data) return;
      if (this.coat) this.coat.paint(this.sketch.example);
      else this.coat = new Coat(this.sketch.example, this.data.colors, this.data.strokes);
      this.needs.changed(this.sketch.example);
    });
  }

  tell() {
    clearTimeout(this.resting);
    this.resting = undefined;
    if (!this.sketch) return;
    for (const [key, painted] of this.unsent) this.underway.set(key, painted);
    this.unsent.clear();
    this.told = (this.told ?? 0) + 1;
    this.needs.tell(inputOf(this.sketch.example), shapeOf(this.sketch.example), this.told);
  }

  /**
   * Do what a key asks for; tell whether it asks for anything.
   *
   * @param {KeyboardEvent} event
   */
  key(event) {
    const wanted = this.isOpen && asked(event);
    if (!wanted) return false;
    this.again(wanted);
    return true;
  }

  end() {
    if (this.resting !== undefined) this.tell();
    cancelAnimationFrame(this.frame);
    this.easel.leave();
  }
}
