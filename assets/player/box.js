// The box that a stage stands in, as an element of the page: it can be pointed at by keys.

/**
 * @param {string | undefined} stage Key of the box.
 * @returns {HTMLElement | null}
 */
export function boxOf(stage) {
  return stage === undefined ? null : document.querySelector(`.st-key-${stage}`);
}

/**
 * Let keys point at the stage: Streamlit may have built it anew.
 *
 * @param {HTMLElement | null} box
 * @param {string} name
 * @param {() => void} left The focus goes elsewhere.
 */
export function offerKeys(box, name, left) {
  if (!box) return;
  box.tabIndex = 0;
  box.setAttribute("role", "application");
  box.setAttribute("aria-label", name);
  box.onblur = left;
}

/**
 * Whether a key is for the stage itself.
 *
 * @param {HTMLElement | null} box
 * @param {KeyboardEvent} event
 */
export function isFor(box, { target, ctrlKey, metaKey, altKey }) {
  return box !== null && target === box && !ctrlKey && !metaKey && !altKey;
}

/**
 * Bring the stage into sight on a phone, where the player stays in reach while the stage may not be
 * seen: who presses play is to see the window move.
 *
 * @param {HTMLElement | null} box
 * @param {boolean} calm Whether nothing may glide.
 */
export function bringIntoSight(box, calm) {
  if (!box || !window.matchMedia("(max-width: 640px)").matches) return;
  // In a page without a server the window itself scrolls.
  const main = box.closest("[data-testid=stMain]") ?? document.documentElement;
  const top = box.getBoundingClientRect().top - main.getBoundingClientRect().top;
  const isSeen = top >= 0 && top < main.clientHeight / 4;
  if (isSeen) return;
  main.scrollTo({ top: main.scrollTop + top - HEADER, behavior: calm ? "auto" : "smooth" });
}

const HEADER = 64; // pixels that Streamlit's header covers
