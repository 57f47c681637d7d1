// The cell under the pointer, ringed so that a whole room sees it; the style sheet shows the ring on a
// projector alone.

import { axesOf } from "../direct/nodes.js";

/** @import { Chart, Offset } from "../shared/types.js" */
/** @import { Place } from "./lights.js" */

const CLASS = "convscope-laser";

/**
 * Where a cell is drawn, in pixels from the chart's left top corner; null where it has no place.
 *
 * @param {Chart} gd
 * @param {Place} place
 * @param {Record<string, Offset[]>} offsets
 */
export function rectOf(gd, { role, index, row, col }, offsets) {
  const trace = gd.data.findIndex(({ name }) => name === `numbers:${role}`);
  const offset = offsets[role]?.[index];
  if (trace < 0 || !offset) return null;
  const [across, down] = axesOf(gd, trace);
  const left = across._offset + across.c2p(offset[0] + col);
  const top = down._offset + down.c2p(offset[1] + row);
  const right = across._offset + across.c2p(offset[0] + col + 1);
  const bottom = down._offset + down.c2p(offset[1] + row + 1);
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * @param {Chart} gd
 * @param {Place | null} place
 * @param {Record<string, Offset[]>} offsets
 */
export function ringCell(gd, place, offsets) {
  const found = gd.querySelector(`.${CLASS}`);
  if (!place) {
    found?.classList.remove("on");
    return;
  }
  const rect = rectOf(gd, place, offsets);
  const ring = found instanceof HTMLElement ? found : gd.appendChild(newRing(gd));
  ring.classList.toggle("on", rect !== null);
  for (const [name, value] of Object.entries(rect ?? {})) {
    ring.style.setProperty(name, `${value}px`);
  }
}

/** @param {Chart} gd */
function newRing({ style }) {
  style.position = "relative";
  const ring = document.createElement("div");
  ring.className = CLASS;
  return ring;
}
