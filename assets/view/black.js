// A black screen, so that all look at the lecturer; whatever comes next ends it and does nothing else.

export class Black {
  constructor() {
    this.sheet = document.createElement("div");
    this.sheet.className = "convscope-black";
    this.sheet.hidden = true;
    this.sheet.setAttribute("role", "status");
    for (const kind of ["pointerdown", "wheel"]) {
      this.sheet.addEventListener(kind, () => this.end(), { passive: true });
    }
    document.body.append(this.sheet);
  }

  /** @param {string} words For those who listen. */
  name(words) {
    this.sheet.setAttribute("aria-label", words);
  }

  get isOn() {
    return !this.sheet.hidden;
  }

  start() {
    this.sheet.hidden = false;
  }

  end() {
    this.sheet.hidden = true;
  }

  remove() {
    this.sheet.remove();
  }
}
