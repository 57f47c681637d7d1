// Sizes of gradients by layer: a bar for each, on a scale of powers of ten.

import { writePrecise } from "../shared/numbers.js";
import { penOf, write } from "./pen.js";
import { along } from "./scales.js";

/** @import { Fixed } from "./store.js" */

const ROW = 24;
const AXIS = 20;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} names
 * @param {(number | null)[]} sizes
 * @param {[number, number]} range
 * @param {Fixed} fixed
 */
export function drawBars(canvas, names, sizes, range, { colors }) {
  const found = penOf(canvas, () => ROW * names.length + AXIS);
  if (!found) return;
  const { pen, width } = found;
  const left = Math.min(
    width / 2,
    Math.max(...names.map((name) => pen.measureText(name).width)) + 10,
  );
  const right = width - 64;
  const bottom = ROW * names.length;
  const [low, high] = range;
  const every = Math.ceil((high - low) / Math.max(2, Math.floor((right - left) / 48)));
  for (let power = low; power <= high; power += every) {
    const x = left + ((power - low) / (high - low)) * (right - left);
    pen.fillStyle = colors.line;
    pen.fillRect(x, 0, 1, bottom);
    pen.fillStyle = colors.faint;
    write(pen, powerOfTen(power), x, bottom + 10, "center");
  }
  names.forEach((name, i) => {
    const y = ROW * (i + 0.5);
    pen.fillStyle = colors.ink;
    write(pen, name, 0, y);
    const size = sizes[i] ?? 0;
    pen.fillStyle = colors.positive;
    pen.fillRect(left, y - 7, along(size, range) * (right - left), 14);
    pen.fillStyle = colors.ink;
    if (i < sizes.length) write(pen, sizes[i] === null ? "NaN" : writePrecise(size), right + 8, y);
  });
}

/** @param {number} power A whole one. */
export function powerOfTen(power) {
  return (
    "10" + [...String(power)].map((sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)]).join("")
  );
}
