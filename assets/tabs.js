// Tabs on which one goes by keys. While the answer to a press comes in, part by part, Streamlit
// disables them for a moment: Chromium takes the focus from such a tab, which is given it back. And
// that answer opens the tab it was made for: a key pressed meanwhile waits, or it would be undone.
// No angle bracket before a letter may stand in this file: Streamlit would throw it away.
if (!("convscopeTabs" in window)) {
  const FRAMES = 300; // that a key waits at most, should the page run for long
  const STILL = 3; // frames in which nothing happens: what has come in is drawn a little later
  const MOVES = ["ArrowLeft", "ArrowRight", "Home", "End"];
  /** @type {{ key: string, frames: number }[]} */
  const waiting = [];
  let still = 0;
  /** @param {EventTarget | null} target */
  const asTab = (target) =>
    target instanceof HTMLElement && target.role === "tab" ? target : null;
  /** @param {HTMLElement} tab */
  const isBusy = (tab) =>
    !document.querySelector("[data-test-script-state=notRunning]") ||
    tab.parentElement?.querySelector("[aria-disabled=true]");

  const next = () => {
    const tab = asTab(document.activeElement);
    if (!tab) waiting.length = 0; // the reader went on to something else
    if (!tab || !waiting.length) return;
    still = isBusy(tab) ? 0 : still + 1;
    if (still === STILL || --waiting[0].frames === 0) {
      still = 0;
      const { key } = /** @type {{ key: string }} */ (waiting.shift());
      tab.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
    if (waiting.length) requestAnimationFrame(next);
  };
  const keep = (/** @type {KeyboardEvent} */ event) => {
    const tab = asTab(event.target);
    if (!tab || !event.isTrusted || !MOVES.includes(event.key)) return;
    if (!waiting.length && !isBusy(tab)) return;
    event.preventDefault();
    event.stopPropagation();
    if (waiting.push({ key: event.key, frames: FRAMES }) === 1) requestAnimationFrame(next);
  };
  document.addEventListener("keydown", keep, { capture: true });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const tab = asTab(target);
    if (!tab || relatedTarget || tab.hasAttribute("tabindex")) return; // the reader left it
    queueMicrotask(() => {
      tab.tabIndex = -1;
      tab.focus({ preventScroll: true });
    });
  });
  Object.assign(window, { convscopeTabs: true });
}
