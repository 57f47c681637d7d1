// The `d` of what Plotly draws lines with: one stroke for every line, in whole hundredths of a pixel
// as its axes give them. Written here, they are the very strings that Plotly itself would write.

/** @import { Path } from "../shared/types.js" */

/** @typedef {(value: number) => number} Scale From an axis's units to pixels. */

/**
 * One stroke for each line of a path; a point alone is none.
 *
 * @param {Path} path
 * @param {Scale} toX
 * @param {Scale} toY
 */
export function strokes({ x, y }, toX, toY) {
  const found = [];
  let stroke = "";
  let points = 0;
  for (let i = 0; i <= x.length; i++) {
    const [across, down] = [x[i] ?? null, y[i] ?? null];
    if (across === null || down === null) {
      if (points > 1) found.push(stroke);
      stroke = "";
      points = 0;
    } else {
      stroke += `${points ? "L" : "M"}${toX(across)},${toY(down)}`;
      points += 1;
    }
  }
  return found;
}

/**
 * The outline that a trace of these strokes fills.
 *
 * @param {string[]} all
 */
export function filled(all) {
  return all.length ? `${all.join("Z")}Z` : "";
}

/**
 * A circle around a place.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function ring(x, y, radius) {
  const arc = `A${radius},${radius} 0`;
  return `M${x + radius},${y}${arc} 1,1 ${x},${y - radius}${arc} 0,1 ${x + radius},${y}Z`;
}

const NUMBER = /-?\d+(?:\.\d+)?/g;

/**
 * The strokes on the way from one to another: null where the two have not the same points.
 *
 * @param {string} from
 * @param {string} to
 * @returns {((share: number) => string) | null} From 0, the one, to 1, the other.
 */
export function between(from, to) {
  if (from.replace(NUMBER, "#") !== to.replace(NUMBER, "#")) return null;
  const [starts, ends] = [from, to].map((d) => (d.match(NUMBER) ?? []).map(Number));
  return (share) => {
    let at = 0;
    return to.replace(NUMBER, () => {
      const value = starts[at] + (ends[at] - starts[at]) * share;
      at += 1;
      return String(Math.round(value * 100) / 100);
    });
  };
}

/**
 * How far a motion has come that starts and ends gently, as Plotly's "cubic-in-out".
 *
 * @param {number} share Of its time.
 */
export function eased(share) {
  return share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3;
}
