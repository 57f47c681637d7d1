// The corner of a projector for those who have a mouse alone: out of sight until the mouse moves. In a
// frame of another page it is a link to the whole lesson.

const SEEN = 2500; // ms after the mouse has moved

/** @typedef {{ name: string, words: string, icon: string }} Tool */

export class Corner {
  /** @param {(what: string) => void} act */
  constructor(act) {
    this.act = act;
    this.box = document.createElement("div");
    this.box.className = "convscope-corner";
    this.link = document.createElement("a");
    this.link.className = "convscope-whole";
    this.link.target = "_blank";
    this.link.rel = "noopener";
    // A landmark, for it stands outside the page's own.
    this.place = document.createElement("aside");
    this.place.append(this.box, this.link);
    document.body.append(this.place);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.hiding = undefined;
  }

  /**
   * @param {Tool[]} tools
   * @param {{ text: string, title: string }} link
   */
  name(tools, link) {
    this.place.ariaLabel = link.text;
    this.link.textContent = link.text;
    this.link.title = link.title;
    tools.forEach(({ name, words, icon }, i) => {
      const button = this.box.children[i] ?? this.box.appendChild(newButton());
      if (!(button instanceof HTMLButtonElement)) return;
      button.onclick = () => this.act(name);
      button.textContent = icon;
      button.title = words;
      button.setAttribute("aria-label", words);
    });
  }

  /** The mouse has moved. */
  show() {
    this.box.classList.add("seen");
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => this.box.classList.remove("seen"), SEEN);
  }

  end() {
    clearTimeout(this.hiding);
    this.place.remove();
  }
}

function newButton() {
  const button = document.createElement("button");
  button.type = "button";
  return button;
}
