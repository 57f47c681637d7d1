// The recorded epochs: a slider, and a button that plays them.

import { part } from "../shared/component.js";
import { filled } from "../shared/sentences.js";

const EACH = 300; // ms for an epoch
const PLAY = "M7 4v16l13-8z";
const PAUSE = "M6 4h4v16H6zM14 4h4v16h-4z";

export class Film {
  /**
   * @param {HTMLElement} box
   * @param {() => void} moved
   */
  constructor(box, moved) {
    this.box = box;
    this.moved = moved;
    this.button = part(box, ".play", HTMLButtonElement);
    this.name = part(box, ".name", HTMLElement);
    this.sign = part(box, ".sign", SVGPathElement);
    this.slider = part(box, "input", HTMLInputElement);
    this.said = part(box, ".at", HTMLOutputElement);
    /** @type {number | null} The epoch that is shown; null for the last one and what follows it. */
    this.at = null;
    this.last = -1;
    /** @type {Record<string, string>} */
    this.words = {};
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.clock = undefined;
    this.button.onclick = () => (this.clock ? this.stop() : this.play());
    this.slider.oninput = () => {
      const wanted = Number(this.slider.value); // stopping writes where it stands
      this.stop();
      this.show(wanted);
    };
    box.onkeydown = (event) => {
      if (event.key !== " " || event.target !== this.slider) return;
      event.preventDefault();
      this.button.click();
    };
  }

  /**
   * @param {number} last The last recorded epoch.
   * @param {number} planned
   * @param {boolean} live Whether more are being recorded.
   * @param {Record<string, string>} words
   */
  update(last, planned, live, words) {
    if (last < this.last || (live && !this.live)) {
      this.stop();
      this.at = null;
    }
    this.live = live;
    this.last = last;
    this.planned = planned;
    this.words = words;
    this.box.hidden = last < 1;
    this.slider.max = String(Math.max(0, last));
    this.slider.setAttribute("aria-label", words.scrub);
    this.write();
  }

  live = false;
  planned = 0;

  write() {
    const epoch = this.at ?? this.last;
    this.slider.value = String(epoch);
    const said = filled(this.words.epoch ?? "", { epoch, epochs: this.planned });
    this.said.textContent = said;
    this.slider.setAttribute("aria-valuetext", said);
    const name = (this.clock ? this.words.pause : this.words.play) ?? "";
    this.name.textContent = name;
    this.button.setAttribute("aria-label", name);
    this.sign.setAttribute("d", this.clock ? PAUSE : PLAY);
  }

  /** @param {number} epoch */
  show(epoch) {
    this.at = epoch >= this.last ? null : epoch;
    this.write();
    this.moved();
  }

  // Go on where it stands; from the last epoch, begin anew.
  play() {
    this.show(this.at === null ? 0 : this.at);
    this.clock = setInterval(() => {
      this.show((this.at ?? this.last) + 1);
      if (this.at === null) this.stop();
    }, EACH);
    this.write();
  }

  stop() {
    clearInterval(this.clock);
    this.clock = undefined;
    this.write();
  }
}
