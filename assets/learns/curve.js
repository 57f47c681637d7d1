// The loss of every step up to the one that is shown; its axes are those of the whole descent.

import { write } from "../training/pen.js";
import { along, decades, ticks } from "../training/scales.js";

const LEFT = 44;
const RIGHT = 8;
const BOTTOM = 22;
const TOP = 22;
const DEEPEST = 1e-9; // of the greatest loss: below it nothing can be told apart
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * @typedef {object} Curve
 * @property {ArrayLike<number>} losses
 * @property {number} step
 * @property {number | null} least
 * @property {{ loss: string, least: string }} words
 */

/**
 * The losses that the axis holds, in whole powers of ten.
 *
 * @param {ArrayLike<number>} losses
 * @param {number | null} least
 */
export function rangeOf(losses, least) {
  const all = [...Array.from(losses), least ?? 0].filter((loss) => loss > 0);
  const greatest = Math.max(0, ...all);
  return decades(all.filter((loss) => loss >= greatest * DEEPEST));
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {Curve} curve
 * @param {Record<string, string>} colors
 */
export function drawCurve(pen, box, { losses, step, least, words }, colors) {
  const range = rangeOf(losses, least);
  const [low, high] = range;
  const last = Math.max(1, losses.length - 1);
  const bottom = box.y + box.height - BOTTOM;
  const top = box.y + TOP;
  const x = (/** @type {number} */ at) => box.x + LEFT + (at / last) * (box.width - LEFT - RIGHT);
  const y = (/** @type {number} */ loss) => bottom - along(loss, range) * (bottom - top);
  pen.fillStyle = colors.ink;
  write(pen, words.loss, box.x, box.y + 8);
  pen.lineWidth = 1;
  const every = Math.ceil((high - low) / 5);
  for (let power = low; power <= high; power += every) {
    const at = bottom - ((power - low) / (high - low)) * (bottom - top);
    pen.strokeStyle = colors.line;
    stroke(pen, [
      [box.x + LEFT, at],
      [box.x + box.width - RIGHT, at],
    ]);
    pen.fillStyle = colors.faint;
    write(pen, powerOf(power), box.x + LEFT - 6, at, "right");
  }
  for (const at of ticks(last, box.width > 320 ? 6 : 3)) {
    if (at <= last && Number.isInteger(at)) write(pen, String(at), x(at), bottom + 12, "center");
  }
  if (least && Math.log10(least) > low) {
    pen.strokeStyle = colors.faint;
    pen.setLineDash([5, 4]);
    stroke(pen, [
      [box.x + LEFT, y(least)],
      [box.x + box.width - RIGHT, y(least)],
    ]);
    pen.setLineDash([]);
    pen.fillStyle = colors.faint;
    write(pen, words.least, box.x + box.width - RIGHT, y(least) - 9, "right");
  }
  pen.strokeStyle = colors.positive;
  pen.lineWidth = 2;
  const until = Array.from({ length: step + 1 }, (_, i) => [x(i), y(losses[i])]);
  stroke(pen, until);
  pen.fillStyle = colors.accent;
  pen.beginPath();
  pen.arc(x(step), y(losses[step]), 4.5, 0, 2 * Math.PI);
  pen.fill();
}

/** @param {number} power Of ten. */
export function powerOf(power) {
  if (power >= -2 && power <= 3) return String(Number(`1e${power}`));
  const digits = [...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]).join("");
  return `10${power < 0 ? "⁻" : ""}${digits}`;
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
