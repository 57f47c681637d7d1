// Other pictures of the stage's step hear where the player stands, and tell what is pointed at there.

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

/**
 * @param {{ beside: (words: string) => void }} panel What says it.
 * @param {() => string | undefined} stage Whose player it is.
 * @param {AbortSignal} signal
 */
export function hearWords(panel, stage, signal) {
  const heard = (/** @type {DocumentEventMap["convscope:point"]} */ { detail }) => {
    if (detail.stage === stage()) panel.beside(detail.words);
  };
  document.addEventListener("convscope:point", heard, { signal });
}
