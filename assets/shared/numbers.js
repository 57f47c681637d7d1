// How a number is written: the same rules as visualizer/notation.py. tests/js holds the two equal.

const MINUS = "\u2212";
const THIN_SPACE = "\u2009";
const DIGITS = "-0123456789";
const RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
const SMALLEST_WRITTEN_OUT = 0.001;
const MOST_DECIMALS = 9;
const FACTOR_DIGITS = 3; // one more than a product has
const DUST = 1e-13; // of the largest term of a sum: what float64 adds to an exact result

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
 * Write a number so that it never looks like 0, 1 or −1 when it is not: small ones with so many
 * significant digits, tiny ones with a power of ten, those near 1 with more decimals.
 *
 * @param {number} value
 * @param {number} [decimals]
 * @param {number} [significant]
 */
export function writePrecise(value, decimals = 2, significant = 2) {
  const size = Math.abs(value);
  if (!(size > 0 && size < 2) || size === 1) return writeNumber(value, decimals);
  if (size < SMALLEST_WRITTEN_OUT) {
    const [head, power] = value.toExponential(significant - 1).split("e");
    const raised = [...String(Number(power))].map((digit) => RAISED[DIGITS.indexOf(digit)]);
    return `${head.replace("-", MINUS)}·10${raised.join("")}`;
  }
  const first = significant - 1 - Math.floor(Math.log10(size)); // decimals that show so many
  for (let needed = decimals; needed <= MOST_DECIMALS; needed++) {
    const shown = Number(writeNumber(size, needed));
    if (shown === size || (needed >= first && shown !== 1)) return writeNumber(value, needed);
  }
  return `≈ ${writeNumber(Math.sign(value))}`;
}

/**
 * Write the sum of `terms`, without the dust that rounding leaves.
 *
 * @param {number} value
 * @param {number[]} terms
 */
export function writeSum(value, terms) {
  const largest = terms.reduce((most, term) => Math.max(most, Math.abs(term)), 0);
  const whole = Math.round(value);
  return writePrecise(Math.abs(value - whole) <= DUST * largest ? whole : value);
}

/**
 * Write a number as a factor in a product: negative ones in parentheses. It has a digit more than
 * the product, which would else look false.
 *
 * @param {number} value
 * @param {number} [decimals]
 */
export function writeFactor(value, decimals = 2) {
  const text = writePrecise(value, decimals, FACTOR_DIGITS);
  return text.startsWith(MINUS) ? `(${text})` : text;
}

/**
 * Write a number that is added to something, with its sign apart: as short as can be.
 *
 * @param {number} value
 */
export function writeAdded(value) {
  const text = writePrecise(value);
  return text.startsWith(MINUS) ? `${MINUS} ${text.slice(MINUS.length)}` : `+ ${text}`;
}

/**
 * @param {number} size
 * @param {number} decimals
 */
function digits(size, decimals) {
  if (size >= 1e15) return Number(size.toPrecision(3)).toExponential();
  const [head, tail] = size.toFixed(decimals).split(".");
  const grouped = head.replace(/\B(?=(\d{3})+$)/g, between());
  return tail === undefined ? grouped : `${grouped}.${tail}`;
}

/** What stands between thousands in the page's language, as in visualizer/notation.py. */
function between() {
  const lang = globalThis.document?.documentElement.lang;
  return lang === "ko" ? "," : THIN_SPACE;
}
