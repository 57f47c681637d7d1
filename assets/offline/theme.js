// Light or dark: as the reader's system is, until the reader chooses.

export class ThemeSwitch {
  /**
   * @param {HTMLElement | null} button
   * @param {Record<string, string>} words
   * @param {() => void} changed
   */
  constructor(button, words, changed) {
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    this.button = button;
    this.words = words;
    this.changed = changed;
    this.dark = system.matches;
    this.chosen = false;
    system.addEventListener("change", () => {
      if (!this.chosen) this.set(system.matches);
    });
    if (button) {
      button.hidden = false;
      button.onclick = () => {
        this.chosen = true;
        this.set(!this.dark);
      };
    }
    this.show();
  }

  /** @param {boolean} dark */
  set(dark) {
    this.dark = dark;
    this.show();
    this.changed();
  }

  show() {
    document.documentElement.style.colorScheme = this.dark ? "dark" : "light";
    // The button says what it does.
    if (this.button) this.button.textContent = this.words[this.dark ? "light" : "dark"];
  }
}
