// Colours of values, as visualizer/figures/colors.py mixes them: in OKLab, from one end of the scale over
// zero to the other.

/** @typedef {[number, number, number]} Triple */
/** @typedef {{ negative: string, zero: string, positive: string }} Ends As #rrggbb. */

/** @type {Triple[]} */
const LMS = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
/** @type {Triple[]} */
const LAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const STEPS = 256; // from zero to an end
const DARK = 0.1791; // of luminance: below it white contrasts more than black

/** @param {string} color @returns {Triple} */
export function bytesOf(color) {
  const whole = parseInt(color.slice(1), 16);
  return [(whole >> 16) & 255, (whole >> 8) & 255, whole & 255];
}

/**
 * The colours of values from −1 to 1: 511 of them, the middle one for zero.
 *
 * @param {Ends} ends
 * @returns {Triple[]}
 */
export function ramp({ negative, zero, positive }) {
  const [low, middle, high] = [negative, zero, positive].map(toLab);
  const first = Array.from({ length: STEPS }, (_, i) => mixed(low, middle, i / (STEPS - 1)));
  const second = Array.from({ length: STEPS }, (_, i) => mixed(middle, high, i / (STEPS - 1)));
  return [...first, ...second.slice(1)];
}

/**
 * The colour of a value on a scale from −limit to limit.
 *
 * @param {Triple[]} colors
 * @param {number} value
 * @param {number} limit
 */
export function colorFor(colors, value, limit) {
  const share = Number.isNaN(value) ? 0 : Math.min(1, Math.max(-1, value / (limit || 1)));
  return colors[evenly(share * (STEPS - 1)) + STEPS - 1];
}

/**
 * Black or white, whichever contrasts more with a ground.
 *
 * @param {Triple} ground
 */
export function inkOn(ground) {
  const [red, green, blue] = ground.map((byte) => linear(byte / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < DARK ? "#ffffff" : "#000000";
}

// Halves go to the even number, as NumPy rounds them.
/** @param {number} value */
function evenly(value) {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

/** @param {string} color */
function toLab(color) {
  const [red, green, blue] = bytesOf(color).map((byte) => linear(byte / 255));
  return times(LAB, /** @type {Triple} */ (times(LMS, [red, green, blue]).map(Math.cbrt)));
}

/** @param {Triple} from @param {Triple} to @param {number} share @returns {Triple} */
function mixed(from, to, share) {
  const lab = /** @type {Triple} */ (from.map((value, i) => value + (to[i] - value) * share));
  const cubes = /** @type {Triple} */ (times(inverse(LAB), lab).map((value) => value ** 3));
  return /** @type {Triple} */ (
    times(inverse(LMS), cubes).map((value) => evenly(curved(value) * 255))
  );
}

/** @param {number} byte From 0 to 1. */
function linear(byte) {
  return byte <= 0.04045 ? byte / 12.92 : ((byte + 0.055) / 1.055) ** 2.4;
}

/** @param {number} value */
function curved(value) {
  const kept = Math.min(1, Math.max(0, value));
  return kept <= 0.0031308 ? kept * 12.92 : 1.055 * kept ** (1 / 2.4) - 0.055;
}

/** @param {Triple[]} matrix @param {Triple} vector @returns {Triple} */
function times(matrix, vector) {
  return /** @type {Triple} */ (
    matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i], 0))
  );
}

/** @param {Triple[]} m @returns {Triple[]} */
function inverse(m) {
  /** @param {number} r @param {number} c */
  const minor = (r, c) => {
    const [a, b] = [0, 1, 2].filter((i) => i !== r);
    const [p, q] = [0, 1, 2].filter((i) => i !== c);
    return (m[a][p] * m[b][q] - m[a][q] * m[b][p]) * ((r + c) % 2 ? -1 : 1);
  };
  const whole = [0, 1, 2].reduce((sum, c) => sum + m[0][c] * minor(0, c), 0);
  return [0, 1, 2].map((r) => /** @type {Triple} */ ([0, 1, 2].map((c) => minor(c, r) / whole)));
}
