// A step in the making: the products come one by one, and the sum grows with them.

/** @import { Moment, Term } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * How many parts a step has: its products, or the numbers that a pooling window compares.
 *
 * @param {Moment} now
 */
export function partsOf(now) {
  return now.terms.filter(({ counted }) => counted).length;
}

/**
 * A moment of which only the first `part` numbers are known; from all of them on it is whole.
 *
 * @param {Example} example
 * @param {Moment} now
 * @param {number} part
 * @returns {Moment}
 */
export function partial(example, now, part) {
  const counted = now.terms.filter((term) => term.counted);
  if (part >= counted.length) return now;
  const known = counted.slice(0, part);
  const newest = known.at(-1) ?? null;
  const { operation } = example.data;
  return {
    ...now,
    known,
    newest,
    activated: null,
    sums: now.sums.map((sum, index) => {
      const mine = known.filter((term) => term.index === index);
      if (mine.length === counted.filter((term) => term.index === index).length) return sum;
      return mine.length ? total(mine) : null;
    }),
    result: operation === "max" ? Math.max(...known.map(({ value }) => value)) : total(known),
    winner: operation === "max" ? winnerOf(known, now) : null,
  };
}

/** @param {Term[]} terms */
function total(terms) {
  return terms.reduce((sum, { value, weight }) => sum + value * (weight ?? 1), 0);
}

/**
 * The greatest number so far, by its place in the window; the first one wins a tie, as in torch.
 *
 * @param {Term[]} known
 * @param {Moment} now
 */
function winnerOf(known, now) {
  /** @type {Term | null} */
  let best = null;
  for (const term of known) if (!best || term.value > best.value) best = term;
  return best && best.ky * now.cols.length + best.kx;
}
