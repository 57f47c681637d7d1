// The bar with what one paints with: a few numbers, any other, the eraser, back and forth, done.

/**
 * @typedef {object} Wishes
 * @property {(value: number) => void} take Paint with this number.
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} done
 */

const MOST = 999; // as visualizer/settings/grids.py has it
const ICONS = {
  erase: "M7 20h12M4 14l8-9 7 6-8 9H8z",
  undo: "M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3",
  redo: "M15 6l5 5-5 5M20 11H10a5 5 0 0 0 0 10h3",
};

export class Palette {
  /**
   * @param {HTMLElement} box
   * @param {Wishes} wishes
   */
  constructor(box, wishes) {
    this.box = box;
    this.wishes = wishes;
    this.value = 1;
    /** @type {HTMLButtonElement[]} */
    this.choices = [];
    this.numbers = box.appendChild(document.createElement("div"));
    this.numbers.className = "numbers";
    this.field = document.createElement("input");
    Object.assign(this.field, { type: "number", step: "any", min: -MOST, max: MOST });
    this.field.oninput = () => {
      const typed = this.field.valueAsNumber;
      if (Number.isNaN(typed)) return;
      this.take(Math.min(Math.max(typed, -MOST), MOST));
      this.beyond.textContent = Math.abs(typed) > MOST ? this.range : "";
    };
    this.range = "";
    this.beyond = document.createElement("p");
    this.beyond.className = "beyond";
    this.beyond.setAttribute("role", "status");
    this.erase = newButton(() => this.take(0), ICONS.erase);
    this.undo = newButton(() => wishes.undo(), ICONS.undo);
    this.redo = newButton(() => wishes.redo(), ICONS.redo);
    this.done = newButton(() => wishes.done());
    this.done.className = "wide";
    box.append(this.field, this.erase, this.undo, this.redo, this.done, this.beyond);
  }

  /** @param {Record<string, string>} labels */
  name(labels) {
    this.box.setAttribute("aria-label", labels.painting);
    this.field.setAttribute("aria-label", labels.paint_value);
    this.field.title = labels.paint_value;
    this.range = labels.paint_beyond;
    for (const what of /** @type {const} */ (["erase", "undo", "redo"])) {
      this[what].title = labels[`paint_${what}`];
      this[what].setAttribute("aria-label", labels[`paint_${what}`]);
    }
    this.done.textContent = labels.paint_done;
  }

  /**
   * @param {number[]} choices
   * @param {(value: number) => string} write
   */
  offer(choices, write) {
    if (choices.join() === this.choices.map(({ value }) => value).join()) return;
    this.choices = choices.map((value) => {
      const button = newButton(() => this.take(value));
      button.value = String(value);
      button.textContent = write(value);
      button.className = "wide";
      return button;
    });
    this.numbers.replaceChildren(...this.choices);
    this.take(choices.includes(this.value) ? this.value : (choices.at(-1) ?? 1));
  }

  /** @param {number} value */
  take(value) {
    this.value = value;
    this.beyond.textContent = "";
    for (const button of [...this.choices, this.erase]) {
      const own = button === this.erase ? 0 : Number(button.value);
      button.setAttribute("aria-pressed", String(own === value));
    }
    if (this.field.valueAsNumber !== value) this.field.value = String(value);
    this.wishes.take(value);
  }

  /**
   * @param {boolean} canUndo
   * @param {boolean} canRedo
   */
  allow(canUndo, canRedo) {
    this.undo.disabled = !canUndo;
    this.redo.disabled = !canRedo;
  }

  /** @param {boolean} open */
  show(open) {
    this.box.hidden = !open;
  }
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {() => void} act
 * @param {string} [icon]
 */
function newButton(act, icon) {
  const button = document.createElement("button");
  button.type = "button";
  button.onclick = act;
  if (!icon) return button;
  const drawing = button.appendChild(document.createElementNS(SVG, "svg"));
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "thin");
  drawing.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", icon);
  return button;
}
