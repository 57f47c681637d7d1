// Where numbers lie on an axis, and which of them are written at it.

/**
 * About ``count`` round numbers from 0 to ``top``, the last one at or above it.
 *
 * @param {number} top
 * @param {number} [count]
 */
export function ticks(top, count = 4) {
  const raw = top / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= raw * 0.999);
  const size = step ?? power;
  const needed = Math.ceil(top / size - 1e-9);
  return Array.from({ length: needed + 1 }, (_, i) => Number((i * size).toPrecision(12)));
}

/**
 * The whole powers of ten that hold all sizes above zero, at least three decades of them.
 *
 * @param {number[]} sizes
 * @returns {[number, number]}
 */
export function decades(sizes) {
  const seen = sizes.filter((size) => size > 0).map(Math.log10);
  if (!seen.length) return [-4, 0];
  const high = Math.ceil(Math.max(...seen)) + 0; // no negative zero
  return [Math.min(Math.floor(Math.min(...seen)), high - 3), high];
}

/**
 * How far along the decades a size lies, 0 to 1; 0 where it is none.
 *
 * @param {number} size
 * @param {[number, number]} range
 */
export function along(size, [low, high]) {
  if (!(size > 0)) return 0;
  return Math.min(1, Math.max(0, (Math.log10(size) - low) / (high - low)));
}

/**
 * The largest loss that the axis has room for: what epochs came to, whatever single steps did.
 *
 * @param {(number | null)[][]} losses
 */
export function topLoss(losses) {
  const seen = losses.flat().filter((value) => value !== null && Number.isFinite(value));
  return Math.max(0.1, ...seen.map(Number));
}
