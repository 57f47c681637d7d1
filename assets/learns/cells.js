// Which cell lies where in the picture of a descent.

/** @import { Place } from "./arrange.js" */
/** @import { Descent } from "./descent.js" */

/**
 * The cell at a point, null where there is none.
 *
 * @param {Place[]} places
 * @param {number} x
 * @param {number} y
 */
export function cellAt(places, x, y) {
  for (const place of places) {
    const col = Math.floor((x - place.x) / place.cell);
    const row = Math.floor((y - place.y) / place.cell);
    if (row >= 0 && col >= 0 && row < place.rows && col < place.cols) return { place, row, col };
  }
  return null;
}

/**
 * The cell that shows a weight.
 *
 * @param {Descent} descent
 * @param {number} which
 * @param {Place[]} places
 * @returns {{ place: Place, row: number, col: number } | null}
 */
export function cellOf(descent, which, places) {
  const at = descent.placeOf(which);
  const place = places.find(({ role, filter, channel }) =>
    at
      ? role === "kernel" && filter === at.filter && channel === at.channel
      : role === "bias" && filter === which - descent.inKernels,
  );
  return place ? { place, row: at?.row ?? 0, col: at?.col ?? 0 } : null;
}
