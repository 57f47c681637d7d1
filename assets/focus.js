// Moves the keyboard's focus to what takes the place of a button that is gone. What is to have it
// may be drawn a few frames later.

if (!("convscopeFocus" in window)) {
  /**
   * @param {string} selector
   * @param {number} [frames] to wait for it
   */
  const convscopeFocus = (selector, frames = 60) => {
    /** @type {HTMLElement | null} */
    const found = document.querySelector(selector);
    // On a phone a field with the focus would bring up the keyboard over the picture.
    const opensKeyboard = found?.tagName === "INPUT" && matchMedia("(pointer: coarse)").matches;
    if (found && !opensKeyboard) found.focus({ preventScroll: true });
    else if (!found && frames > 0) {
      requestAnimationFrame(() => convscopeFocus(selector, frames - 1));
    }
  };
  Object.assign(window, { convscopeFocus });
}
