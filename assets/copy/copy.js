// A button that copies a text, and says that it has.

import { entry, part } from "../shared/component.js";

/** @import { Component } from "../shared/types.js" */

/** @typedef {{ text: string, label: string, done: string, failed: string }} Wanted */

class Copy {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    /** @type {Wanted | null} */
    this.wanted = null;
    this.button = part(root, "button", HTMLButtonElement);
    this.status = part(root, "span", HTMLElement);
    this.button.onclick = () => this.copy();
  }

  /** @param {Wanted} wanted */
  update(wanted) {
    this.button.textContent = wanted.label;
    // What was copied is another text by now.
    if (wanted.text !== this.wanted?.text) this.status.textContent = "";
    this.wanted = wanted;
  }

  async copy() {
    const { wanted } = this;
    if (!wanted) return;
    const copied = (await copyByBrowser(wanted.text)) || this.copyBySelection(wanted.text);
    this.status.textContent = copied ? wanted.done : wanted.failed;
  }

  // Without https, as on a lecturer's own machine, a browser has no clipboard of its own. The field
  // stands beside the button: a box over the page lets the focus go nowhere else.
  /** @param {string} text */
  copyBySelection(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.cssText = "position: fixed; opacity: 0";
    this.button.after(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    this.button.focus();
    return copied;
  }

  end() {
    this.button.onclick = null;
  }
}

/** @param {string} text */
async function copyByBrowser(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export default entry(
  (root) => new Copy(root),
  (copy, /** @type {Component<Wanted>} */ { data }) => copy.update(data),
);
