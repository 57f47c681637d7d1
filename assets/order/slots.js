// Where a row that is dragged would go.

/**
 * Return the gap between rows that is nearest to a height: 0 above the first row, n below the last.
 *
 * @param {{ top: number, bottom: number }[]} rows
 * @param {number} y
 */
export function gapAt(rows, y) {
  return rows.filter(({ top, bottom }) => (top + bottom) / 2 < y).length;
}

/**
 * Return the place that a row has once it lies in a gap, which counts the row itself.
 *
 * @param {number} from
 * @param {number} gap
 */
export function placeIn(from, gap) {
  return gap > from ? gap - 1 : gap;
}

/**
 * Return by how many pixels a list scrolls in one frame while a row is held at a height.
 *
 * @param {{ top: number, bottom: number }} list
 * @param {number} y
 */
export function scrollAt(list, y) {
  const edge = Math.min(40, (list.bottom - list.top) / 4);
  if (y < list.top + edge) return Math.max(-12, (y - list.top - edge) / 3);
  if (y > list.bottom - edge) return Math.min(12, (y - list.bottom + edge) / 3);
  return 0;
}
