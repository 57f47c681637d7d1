// The confusion matrix: how often each digit was given each name.

import { penOf, write } from "./pen.js";

/** @import { Fixed } from "./store.js" */

const MOST = 340; // pixels

/**
 * @param {HTMLCanvasElement} canvas
 * @param {number[]} counts Row by row: a row for each digit, a column for each name.
 * @param {Fixed} fixed
 */
export function drawMatrix(canvas, counts, { colors }) {
  const size = Math.round(Math.sqrt(counts.length));
  const found = penOf(canvas, (room) => Math.min(MOST, room));
  if (!found) return;
  const { pen, height } = found;
  const cell = height / (size + 1);
  for (let row = 0; row < size; row++) {
    const whole = counts.slice(row * size, (row + 1) * size).reduce((sum, each) => sum + each, 0);
    pen.fillStyle = colors.faint;
    write(pen, String(row), cell / 2, (row + 1.5) * cell, "center");
    write(pen, String(row), (row + 1.5) * cell, cell / 2, "center");
    for (let column = 0; column < size; column++) {
      const count = counts[row * size + column];
      const [x, y] = [(column + 1) * cell, (row + 1) * cell];
      const share = whole ? count / whole : 0;
      pen.globalAlpha = count ? 0.15 + 0.35 * share : 0;
      pen.fillStyle = row === column ? colors.positive : colors.negative;
      pen.fillRect(x, y, cell, cell);
      pen.globalAlpha = 1;
      pen.strokeStyle = colors.line;
      pen.lineWidth = 1;
      pen.strokeRect(x + 0.5, y + 0.5, cell - 1, cell - 1);
      pen.fillStyle = colors.ink;
      if (count) write(pen, String(count), x + cell / 2, y + cell / 2 + 1, "center");
    }
  }
}
