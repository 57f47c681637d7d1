// What becomes of the keyboard's focus, and of what is said, when a part of the page takes another's
// place: it may be drawn a few frames later than this runs.

if (!("convscopeFocus" in window)) {
  const FRAMES = 60;

  /**
   * @param {string} selector
   * @param {(found: HTMLElement) => void} act
   * @param {number} [frames] to wait for it
   */
  const once = (selector, act, frames = FRAMES) => {
    /** @type {HTMLElement | null} */
    const found = document.querySelector(selector);
    if (found) act(found);
    else if (frames > 0) requestAnimationFrame(() => once(selector, act, frames - 1));
  };

  /** @param {string} selector */
  const convscopeFocus = (selector) =>
    once(selector, (found) => {
      // On a phone a field with the focus would bring up the keyboard over the picture.
      const opensKeyboard = found.tagName === "INPUT" && matchMedia("(pointer: coarse)").matches;
      if (!opensKeyboard) found.focus({ preventScroll: true });
    });

  /** @param {string} selector */
  const convscopeShow = (selector) =>
    once(selector, (found) => found.scrollIntoView({ block: "nearest" }));

  Object.assign(window, { convscopeFocus, convscopeShow });
}
