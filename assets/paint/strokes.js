// What was painted, stroke by stroke, to be undone and done again; and the cells between two places of
// a quick hand.

/** @import { InputCell } from "./sketch.js" */

/** @typedef {{ cell: InputCell, before: number, after: number }} Edit */

export class Strokes {
  constructor() {
    /** @type {Edit[][]} */
    this.done = [];
    /** @type {Edit[][]} */
    this.undone = [];
    this.open = false; // a stroke is being painted
  }

  get canUndo() {
    return this.done.length > 0;
  }

  get canRedo() {
    return this.undone.length > 0;
  }

  /** @param {Edit} edit */
  add(edit) {
    if (edit.before === edit.after) return;
    this.undone = [];
    if (!this.open) this.done.push([]);
    this.open = true;
    this.done.at(-1)?.push(edit);
  }

  /** The hand is lifted. */
  end() {
    this.open = false;
  }

  /**
   * What to put where so that the last stroke is gone.
   *
   * @returns {[InputCell, number][]}
   */
  undo() {
    this.end();
    const stroke = this.done.pop();
    if (!stroke) return [];
    this.undone.push(stroke);
    return stroke.toReversed().map(({ cell, before }) => [cell, before]);
  }

  /** @returns {[InputCell, number][]} */
  redo() {
    this.end();
    const stroke = this.undone.pop();
    if (!stroke) return [];
    this.done.push(stroke);
    return stroke.map(({ cell, after }) => [cell, after]);
  }

  forget() {
    this.done = [];
    this.undone = [];
    this.end();
  }
}

/**
 * What a key asks of what was painted, as everywhere: Ctrl or ⌘ with Z, with Shift and Z, or with Y.
 *
 * @param {KeyboardEvent} event
 * @returns {"undo" | "redo" | null}
 */
export function asked({ key, ctrlKey, metaKey, shiftKey }) {
  if (!(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : null;
}

/**
 * The cells from one to another, the first left out: a quick hand skips some.
 *
 * @param {InputCell | null} from
 * @param {InputCell} to
 * @returns {InputCell[]}
 */
export function between(from, to) {
  if (!from || from.channel !== to.channel) return [to];
  const [down, right] = [to.row - from.row, to.col - from.col];
  const count = Math.max(Math.abs(down), Math.abs(right));
  return Array.from({ length: count }, (_, i) => ({
    channel: to.channel,
    row: from.row + Math.round((down * (i + 1)) / count),
    col: from.col + Math.round((right * (i + 1)) / count),
  }));
}

/**
 * Numbers to paint with: small ones where the input's are small, as in most lessons; else a few from
 * the least to the greatest, as for the pixels of a photo.
 *
 * @param {number[]} input
 */
export function choicesFor(input) {
  const least = Math.min(...input);
  const greatest = Math.max(...input);
  if (Math.max(-least, greatest) <= 9) return [-2, -1, 1, 2];
  const first = least < 0 ? Math.round(least) : Math.round(greatest / 4);
  const last = Math.max(Math.round(greatest), 1);
  const middles = least < 0 ? [first / 2, last / 2] : [last / 2, (last * 3) / 4];
  return [...new Set([first, ...middles.map(Math.round), last])];
}
