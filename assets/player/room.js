// What room there is for a stage: as a rule its column; the whole window but for the player where the
// two stand alone, on a projector or in a frame of another page.

/** @import { Room } from "./scaled.js" */

const EDGE = 12; // pixels around and between stage and player, as in assets/view/view.css
const TITLES = { projector: 20, embed: 12 }; // pixels

/** How the page is seen: "" for whole, else "projector" or "embed". */
export function viewNow() {
  return document.documentElement.dataset.view ?? "";
}

/**
 * @param {Element} column What the stage stands in.
 * @param {Element} player
 * @returns {Room}
 */
export function roomFor(column, player) {
  const view = viewNow();
  if (view !== "projector" && view !== "embed") {
    return { width: column.clientWidth, height: null, title: TITLES.embed, scrolls: true };
  }
  const { clientWidth, clientHeight } = document.documentElement;
  const used = player.getBoundingClientRect().height + 3 * EDGE;
  return {
    width: clientWidth - 2 * EDGE,
    height: clientHeight - used,
    title: TITLES[view],
    scrolls: view === "embed",
  };
}

/**
 * Hear when there may be another room: another window, another view, more of the player.
 *
 * @param {Element} player
 * @param {() => void} changed
 * @param {AbortSignal} signal Ends it.
 */
export function watchRoom(player, changed, signal) {
  document.addEventListener("convscope:view", changed, { signal });
  window.addEventListener("resize", changed, { signal });
  const watch = new ResizeObserver(() => {
    if (viewNow()) changed();
  });
  watch.observe(player);
  signal.addEventListener("abort", () => watch.disconnect());
}
