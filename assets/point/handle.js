// What a finger or the keyboard takes hold of: an invisible disc on the chart's point, a slider to
// those who hear the page. Dragging itself is the chart's: the disc only keeps the page from
// scrolling away under a finger.

/** @import { Chart, Grid } from "../shared/types.js" */

const SIZE = 44; // pixels: what a finger needs
const STEPS = {
  ArrowRight: 10,
  ArrowUp: 10,
  ArrowLeft: -10,
  ArrowDown: -10,
  PageUp: 100,
  PageDown: -100,
};

export class Handle {
  /** @param {(at: number) => void} go Told the place to which a key moves the point. */
  constructor(go) {
    this.go = go;
    this.at = 0;
    this.last = 0;
    this.element = document.createElement("div");
    this.element.className = "point-handle";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "slider");
    Object.assign(this.element.style, {
      position: "absolute",
      width: `${SIZE}px`,
      height: `${SIZE}px`,
      margin: `${-SIZE / 2}px`,
      borderRadius: "50%",
      cursor: "grab",
      touchAction: "none",
      zIndex: "1",
    });
    this.element.addEventListener("keydown", (event) => this.press(event));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const ends = { Home: -this.last, End: this.last };
    const step = { ...STEPS, ...ends }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.go(Math.min(Math.max(this.at + step, 0), this.last));
  }

  /**
   * Stand on the chart where the point is.
   *
   * @param {Chart} gd
   * @param {number} x
   * @param {number} y
   */
  stand(gd, x, y) {
    const { xaxis, yaxis } = gd._fullLayout;
    if (this.element.parentElement !== gd) {
      gd.style.position = "relative";
      gd.style.touchAction = "pan-y"; // a finger that moves across drags, one that moves down scrolls
      gd.append(this.element);
    }
    const down = Math.min(Math.max(yaxis.d2p(y), 0), yaxis._length);
    this.element.style.left = `${xaxis._offset + xaxis.d2p(x)}px`;
    this.element.style.top = `${yaxis._offset + down}px`;
  }

  /**
   * Say where the point is.
   *
   * @param {string} label
   * @param {number} at Index of the place.
   * @param {Grid["values"]} places
   * @param {string} words
   */
  say(label, at, places, words) {
    this.at = at;
    this.last = places.length - 1;
    const told = {
      "aria-label": label,
      "aria-valuemin": places[0],
      "aria-valuemax": places[this.last],
      "aria-valuenow": places[at],
      "aria-valuetext": words,
    };
    for (const [name, value] of Object.entries(told)) {
      this.element.setAttribute(name, String(value));
    }
  }

  end() {
    this.element.remove();
  }
}
