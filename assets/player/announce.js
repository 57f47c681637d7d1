// Other pictures of the stage's step hear where the player stands.

/** @import { Moment, Term } from "../shared/types.js" */

/**
 * @param {string} stage Whose player it is.
 * @param {Moment} now What is shown.
 * @param {Term | null} term What the pointer is at in the formula, perhaps of an earlier reading.
 */
export function announce(stage, now, term) {
  const at = now.terms.findIndex(
    ({ index, ky, kx }) => index === term?.index && ky === term.ky && kx === term.kx,
  );
  const known = now.known && now.known.length;
  const detail = { stage, step: now.step, known, at: at < 0 ? null : at };
  document.dispatchEvent(new CustomEvent("convscope:step", { detail }));
}
