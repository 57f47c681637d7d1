// The step written out, a span for every term so that pointing at one lights its cells.

import { writeFactor, writeNumber, writePrecise, writeSum } from "../shared/numbers.js";

/** @import { Moment, Term } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * @typedef {object} Piece
 * @property {string} text
 * @property {string} [kind] How it looks: the class of its element.
 * @property {Term} [term] What pointing at it lights.
 * @property {string} [title] What a tooltip says.
 */

const MOST_TERMS = 14; // the same as in Python's formula of a step

/**
 * Terms to write: all, or the first and last when the sum is long (null stands for the dots).
 *
 * @param {Term[]} terms
 */
export function shortened(terms) {
  if (terms.length <= MOST_TERMS) return terms;
  const half = Math.floor(MOST_TERMS / 2) - 1;
  return [...terms.slice(0, half), null, ...terms.slice(-half)];
}

/**
 * The formula of a step in pieces.
 *
 * @param {Example} example
 * @param {Moment} now
 * @param {Record<string, string>} labels
 */
export function formula(example, now, labels) {
  if (now.known) return soFar(example, now, now.known);
  const { operation } = example.data;
  const max = operation === "max";
  const counted = now.terms.filter((term) => term.counted);
  // What flows back is divided where the pooling divided, and may be nothing at all.
  const back = operation === "back";
  const bare = operation === "conv" || (back && now.divisor === 1);
  /** @type {Piece[]} */
  const pieces = [];
  if (!bare) pieces.push({ text: max ? "max(" : "(" });
  if (back && !counted.length) pieces.push({ text: writeNumber(0) });
  shortened(counted).forEach((term, i) => {
    if (i) pieces.push({ text: max ? ", " : " + ", kind: "sign" });
    pieces.push(term ? { text: writeTerm(term, max), kind: look(term, now), term } : { text: "…" });
  });
  if (max) pieces.push({ text: ")" });
  if (!bare && !max) pieces.push({ text: `) / ${writeNumber(now.divisor ?? NaN)}` });
  if (now.bias !== null && example.data.hasBias) {
    pieces.push({ text: " + ", kind: "sign" });
    pieces.push({ text: writeFactor(now.bias), kind: "bias", title: labels.bias });
  }
  pieces.push({ text: " = ", kind: "sign" });
  const result = writeSum(now.result, [...counted.map(worth), now.bias ?? 0]);
  pieces.push({ text: result, kind: "result" });
  if (max && counted.filter((term) => term.value === now.result).length > 1) {
    pieces.push({ text: `   ${labels.tie}`, kind: "sign tie" });
  }
  if (now.activated !== null) {
    const written = example.data.activation ?? "{}";
    pieces.push({ text: "   →   ", kind: "sign" });
    pieces.push({ text: written.replace("{}", result) });
    pieces.push({ text: " = ", kind: "sign" });
    pieces.push({ text: writePrecise(now.activated), kind: "result" });
  }
  return pieces;
}

/**
 * A step in the making: what has been added, or compared, so far.
 *
 * @param {Example} example
 * @param {Moment} now
 * @param {Term[]} known
 */
function soFar(example, now, known) {
  const max = example.data.operation === "max";
  /** @type {Piece[]} */
  const pieces = [{ text: max ? "max(" : "" }];
  for (const term of shortened(known)) {
    const kind = term === now.newest ? "term result" : "term";
    pieces.push(term ? { text: writeTerm(term, max), kind, term } : { text: "…" });
    pieces.push({ text: max ? ", " : " + ", kind: "sign" });
  }
  pieces.push({ text: max ? "…)" : "…" });
  if (known.length) {
    pieces.push({ text: " = ", kind: "sign" });
    pieces.push({ text: writeSum(now.result, known.map(worth)), kind: "result" });
  }
  return pieces;
}

/**
 * @param {Term} term
 * @param {boolean} max
 */
function writeTerm(term, max) {
  if (term.weight !== null) return `${writeFactor(term.value)}·${writeFactor(term.weight)}`;
  return max ? writePrecise(term.value) : writeFactor(term.value);
}

/**
 * What a term adds to the sum.
 *
 * @param {Term} term
 */
function worth({ value, weight }) {
  return weight === null ? value : value * weight;
}

/**
 * @param {Term} term
 * @param {Moment} now
 */
function look(term, now) {
  if (term.weight !== null) return term.value === 0 || term.weight === 0 ? "term zero" : "term";
  return term.ky * now.cols.length + term.kx === now.winner ? "term result" : "term";
}
