// Products as colours, where there are too many to be read as numbers.

import { swap } from "./kernels.js";

/** @import { Chart, Moment, Shade } from "../shared/types.js" */

const SIDE = 20; // pixels of a cell, the line beside it included

/**
 * The colour of a value on a scale from -limit to limit.
 *
 * @param {Shade} shade
 * @param {number} value
 */
export function colorOf({ scale, limit }, value) {
  const share = Math.min(1, Math.max(-1, value / limit));
  return scale[Math.round(((share + 1) / 2) * (scale.length - 1))];
}

/**
 * Paint the products' panels; where their numbers can be read, as if all were nothing.
 *
 * @param {Chart} gd
 * @param {Shade | null} shade Null for an example whose products can be read at every width.
 * @param {Moment} now
 * @param {boolean} readable
 */
export function shadeProducts(gd, shade, now, readable) {
  if (!shade) return;
  const [rows, cols] = [now.rows.length, now.cols.length];
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [cols * SIDE + 1, rows * SIDE + 1];
  const pen = canvas.getContext("2d");
  if (!pen) return;
  gd.layout.images.forEach((image, i) => {
    const [role, channel] = image.name.split(":");
    if (role !== "products") return;
    pen.fillStyle = shade.line;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    for (const term of now.terms) {
      const { index, ky, kx, value, weight } = term;
      if (index !== Number(channel)) continue;
      const isKnown = !now.known || now.known.includes(term);
      pen.fillStyle = colorOf(shade, readable || !isKnown ? 0 : value * (weight ?? 1));
      pen.fillRect(kx * SIDE + 1, ky * SIDE + 1, SIDE - 1, SIDE - 1);
    }
    swap(gd, i, canvas.toDataURL());
  });
}
