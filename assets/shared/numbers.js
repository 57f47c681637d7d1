// How a number is written: the same rules as visualizer/notation.py. tests/js holds the two equal.

const MINUS = "\u2212";
const THIN_SPACE = "\u2009";

/**
 * Write a number: whole numbers as they are, others rounded half away from zero.
 *
 * @param {number} value
 * @param {number} [decimals]
 */
export function writeNumber(value, decimals = 2) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : MINUS + "∞";
  const whole = Number.isInteger(value);
  const scale = 10 ** decimals;
  const size = whole ? Math.abs(value) : Math.floor(Math.abs(value) * scale + 0.5) / scale;
  return (value < 0 && size !== 0 ? MINUS : "") + digits(size, whole ? 0 : decimals);
}

/**
 * Write a number as a factor in a product: negative ones in parentheses.
 *
 * @param {number} value
 */
export function writeFactor(value) {
  const text = writeNumber(value);
  return text.startsWith(MINUS) ? `(${text})` : text;
}

/**
 * @param {number} size
 * @param {number} decimals
 */
function digits(size, decimals) {
  if (size >= 1e15) return Number(size.toPrecision(3)).toExponential();
  const [head, tail] = size.toFixed(decimals).split(".");
  const grouped = head.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  return tail === undefined ? grouped : `${grouped}.${tail}`;
}
