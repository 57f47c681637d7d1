// The grids of a step: colours as the figures have them, numbers where they can be read.

import { bytesOf, colorFor, inkOn, ramp } from "../paint/colors.js";
import { groundOf } from "../paint/picture.js";
import { writeNumber } from "../shared/numbers.js";
import { write } from "../training/pen.js";
import { cellOf } from "./cells.js";

/** @import { Descent } from "./descent.js" */
/** @import { Arranged, Place, Role } from "./arrange.js" */
/** @import { Triple } from "../paint/colors.js" */

const SMALLEST = 9; // pixels of a letter that can be read
const LETTER = 0.6; // of its size is a digit wide

/**
 * @typedef {object} Shown What is drawn.
 * @property {Descent} descent
 * @property {number} step
 * @property {number} opened The weight that is chosen.
 * @property {Partial<Record<Role, number>>} limits Where each role's colours end.
 * @property {Record<string, string>} titles
 * @property {number} scale How much larger than its pixels everything is drawn.
 */

export class Drawing {
  /** @param {Record<string, string>} colors */
  constructor(colors) {
    this.colors = colors;
    const { negative, zero, positive } = colors;
    this.scale = ramp({ negative, zero, positive });
    this.padding = bytesOf(colors.padding);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Arranged} arranged
   * @param {Shown} shown
   */
  draw(pen, { places, signs }, shown) {
    const { descent, step } = shown;
    const family = pen.font.replace(/^.*?px\s*/, "");
    const output = descent.outputAt(step);
    /** @type {Record<Role, { values: ArrayLike<number>, size: number }>} */
    const values = {
      input: { values: descent.grid.values, size: descent.height * descent.width },
      kernel: { values: descent.kernelsAt(step), size: descent.perKernel },
      bias: { values: biasesAt(descent, step), size: 1 },
      goal: { values: descent.goal, size: descent.perKernel },
      output: { values: output, size: descent.perFilter },
      target: { values: descent.target, size: descent.perFilter },
      apart: { values: output.map((y, i) => y - descent.target[i]), size: descent.perFilter },
    };
    for (const place of places) {
      const { role } = place;
      const { values: all, size } = values[role];
      const plane = planeOf(place, descent.reads);
      const own = Array.from({ length: size }, (_, i) => all[plane * size + i]);
      const named = shown.titles[`${role}:${place.filter}`];
      const name = place.channel ? "" : (named ?? shown.titles[role] ?? "");
      this.grid(pen, place, own, shown, family);
      if (!name) continue;
      pen.font = `14px ${family}`;
      pen.fillStyle = this.colors.ink;
      write(pen, name, place.x, place.y - 12);
    }
    pen.font = "24px system-ui, sans-serif"; // a Korean font may have another ∗
    pen.fillStyle = this.colors.faint;
    for (const { text, x, y } of signs) write(pen, text, x, y, "center");
    pen.font = `12px ${family}`;
    this.ring(pen, places, shown);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Place} place
   * @param {number[]} values
   * @param {Shown} shown
   * @param {string} family
   */
  grid(pen, place, values, { descent, limits, scale }, family) {
    const { role, x, y, cell, cols, rows, channel } = place;
    const limit = limits[role] || 1;
    const texts = values.map((value) => writeNumber(value));
    const longest = Math.max(...texts.map((text) => text.length));
    const font = Math.min(15, cell * 0.42, (cell - 3) / (longest * LETTER));
    pen.font = `${Math.floor(font * 2) / 2}px ${family}`;
    values.forEach((value, i) => {
      const color = this.colorOf(role, value, limit, descent, channel * values.length + i, i);
      const [left, top] = [x + (i % cols) * cell, y + Math.floor(i / cols) * cell];
      pen.fillStyle = `rgb(${color.join()})`;
      pen.fillRect(left, top, cell, cell);
      if (font * scale < SMALLEST || (role === "input" && descent.photo)) return;
      pen.fillStyle = inkOn(color);
      write(pen, texts[i], left + cell / 2, top + cell / 2 + 0.5, "center");
    });
    pen.strokeStyle = this.colors.line;
    pen.lineWidth = 1;
    pen.beginPath();
    for (let row = 0; row <= rows; row++) {
      line(pen, x, y + row * cell, x + cols * cell, y + row * cell);
    }
    for (let col = 0; col <= cols; col++) {
      line(pen, x + col * cell, y, x + col * cell, y + rows * cell);
    }
    pen.stroke();
  }

  /**
   * @param {Role} role
   * @param {number} value
   * @param {number} limit
   * @param {Descent} descent
   * @param {number} place In all planes.
   * @param {number} within In its own.
   * @returns {Triple}
   */
  colorOf(role, value, limit, descent, place, within) {
    if (role !== "input") return colorFor(this.scale, value, limit);
    const { photo } = descent;
    const color = photo
      ? /** @type {Triple} */ ([0, 1, 2].map((i) => photo[3 * place + i]))
      : colorFor(this.scale, value, limit);
    return groundOf(color, descent.kind.values[within], this.padding);
  }

  // The chosen weight, wherever it is.
  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Place[]} places
   * @param {Shown} shown
   */
  ring(pen, places, { descent, opened }) {
    const found = cellOf(descent, opened, places);
    if (!found) return;
    const { place, row, col } = found;
    pen.strokeStyle = this.colors.accent;
    pen.lineWidth = 3;
    pen.strokeRect(place.x + col * place.cell, place.y + row * place.cell, place.cell, place.cell);
  }

  /** @param {Record<string, string>} colors */
  isOf(colors) {
    return Object.values(colors).join() === Object.values(this.colors).join();
  }
}

/** @param {Descent} descent @param {number} step */
function biasesAt({ biases, filters }, step) {
  return biases ? biases.subarray(step * filters, (step + 1) * filters) : [];
}

/**
 * Which plane of its role a grid shows.
 *
 * @param {Place} place
 * @param {number} reads
 */
export function planeOf({ role, filter, channel }, reads) {
  if (role === "input") return channel;
  return role === "kernel" || role === "goal" ? filter * reads + channel : filter;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {number} right
 * @param {number} down
 */
function line(pen, x, y, right, down) {
  pen.moveTo(x, y);
  pen.lineTo(right, down);
}
