// How a number is written; the same rules as visualizer/notation.py, held equal by a browser test.

const MINUS = "\u2212";
const THIN_SPACE = "\u2009";

function writeNumber(value) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : MINUS + "∞";
  const whole = Number.isInteger(value);
  const size = whole ? Math.abs(value) : Math.floor(Math.abs(value) * 100 + 0.5) / 100;
  let digits = size < 1e15 ? size.toFixed(whole ? 0 : 2) : size.toExponential(2);
  const point = digits.indexOf(".");
  const head = point < 0 ? digits : digits.slice(0, point);
  digits = head.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) + (point < 0 ? "" : digits.slice(point));
  return (value < 0 && size !== 0 ? MINUS : "") + digits;
}

function writeFactor(value) {
  const text = writeNumber(value);
  return text.startsWith(MINUS) ? `(${text})` : text;
}
