// The reader's way to the player by keys: a link before everything else in the page, seen once it
// has the focus. The sidebar alone has forty stops.

/**
 * Put the link there; it leads to `target`.
 *
 * @param {HTMLElement} target
 */
export function skipLink(target) {
  const link = document.createElement("button");
  link.type = "button";
  link.className = "convscope-skip";
  link.onclick = () => target.focus();
  const style = document.createElement("style");
  style.textContent = `
    .convscope-skip { position: fixed; z-index: 1000001; top: 0.5rem; left: 0.5rem; padding: 0.6rem 1rem;
      font: inherit; border: 2px solid currentColor; border-radius: 0.5rem; background: Canvas; color: CanvasText; }
    .convscope-skip:not(:focus) { clip-path: inset(50%); width: 1px; height: 1px; padding: 0; overflow: hidden; }`;
  document.body.prepend(link, style);
  return {
    /** @param {string} words */
    name(words) {
      link.textContent = words;
    },
    end() {
      link.remove();
      style.remove();
    },
  };
}
