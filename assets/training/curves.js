// The curves of loss and accuracy: a line for training, a broken one for validation.

import { penOf, write } from "./pen.js";
import { ticks } from "./scales.js";

/** @import { Fixed } from "./store.js" */
/** @typedef {(readonly [number, number | null])[]} Line */

const HEIGHT = 210;
const LEFT = 34;
const RIGHT = 10;
const TOP = 24;
const BOTTOM = 22;

/**
 * @typedef {object} Chart
 * @property {number} epochs Where the axis ends.
 * @property {number} top
 * @property {Line} training
 * @property {Line} validation
 * @property {Line} steps
 * @property {number | null} at The epoch that is marked.
 */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Chart} chart
 * @param {Fixed} fixed
 */
export function drawCurves(canvas, chart, { colors, words }) {
  const found = penOf(canvas, () => HEIGHT);
  if (!found) return;
  const { pen, width } = found;
  const levels = ticks(chart.top);
  const top = levels[levels.length - 1];
  const bottom = HEIGHT - BOTTOM;
  const x = (/** @type {number} */ epoch) => LEFT + (epoch / chart.epochs) * (width - LEFT - RIGHT);
  const y = (/** @type {number} */ value) => bottom - Math.min(1.02, value / top) * (bottom - TOP);

  pen.lineWidth = 1;
  pen.setLineDash([]);
  for (const level of levels) {
    pen.strokeStyle = colors.line;
    pen.fillStyle = colors.faint;
    stroke(pen, [[LEFT, y(level)], [width - RIGHT, y(level)]]); // prettier-ignore
    write(pen, short(level), LEFT - 6, y(level), "right");
  }
  const marks = ticks(chart.epochs, width > 320 ? 6 : 3);
  for (const epoch of marks.filter((mark) => mark <= chart.epochs && Number.isInteger(mark))) {
    write(pen, String(epoch), x(epoch), bottom + 12, "center");
  }
  if (chart.at !== null) {
    pen.strokeStyle = colors.faint;
    stroke(pen, [[x(chart.at), TOP], [x(chart.at), bottom]]); // prettier-ignore
  }
  const lines = [
    { line: chart.steps, color: colors.line, dash: [], wide: 1, name: words.steps },
    { line: chart.training, color: colors.negative, dash: [], wide: 2, name: words.training },
    {
      line: chart.validation,
      color: colors.positive,
      dash: [6, 3],
      wide: 2,
      name: words.validation,
    },
  ];
  let right = LEFT;
  for (const { line, color, dash, wide, name } of lines) {
    if (line === chart.steps && !line.length) continue;
    pen.strokeStyle = color;
    pen.lineWidth = wide;
    pen.setLineDash(dash);
    for (const part of parts(line)) {
      stroke(pen, part.map(([epoch, value]) => [x(epoch), y(value)])); // prettier-ignore
      if (part.length === 1) dot(pen, x(part[0][0]), y(part[0][1]), color);
    }
    stroke(pen, [[right, 10], [right + 18, 10]]); // prettier-ignore
    pen.setLineDash([]);
    pen.fillStyle = colors.ink;
    write(pen, name, right + 23, 10);
    right += 23 + pen.measureText(name).width + 16;
    const here = chart.at === null ? undefined : line.find(([epoch]) => epoch === chart.at);
    if (here && here[1] !== null && line !== chart.steps) {
      dot(pen, x(here[0]), y(here[1]), color);
    }
  }
}

/**
 * The pieces of a line between which a value is missing.
 *
 * @param {Line} line
 */
export function parts(line) {
  /** @type {[number, number][][]} */
  const found = [[]];
  for (const [x, y] of line) {
    if (y === null) found.push([]);
    else found[found.length - 1].push([x, y]);
  }
  return found.filter((piece) => piece.length);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number[][]} points
 */
function stroke(pen, points) {
  pen.beginPath();
  points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.stroke();
}

/** @param {number} level Of an axis: written so that it has room beside it. */
function short(level) {
  return level < 10000 ? String(level) : level.toExponential(0).replace("e+", "e");
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {string} color
 */
function dot(pen, x, y, color) {
  Object.assign(pen, { fillStyle: color });
  pen.beginPath();
  pen.arc(x, y, 4, 0, 2 * Math.PI);
  pen.fill();
}
