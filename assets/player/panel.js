// The controls under a stage, and the formula of the step.

import { part } from "../shared/component.js";
import { writeNumber } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";
import { SPEEDS } from "./clock.js";
import { formula } from "./formula.js";
import { Spans } from "./spans.js";
import { Where } from "./where.js";

/** @import { Moment, Term } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * @typedef {object} Wishes What the reader asks for.
 * @property {(what: string) => void} act A button: first, back, play, next, last, slow.
 * @property {(step: number) => void} go
 * @property {(speed: number) => void} hurry
 * @property {(term: Term | null) => void} point At a term of the formula, or no longer.
 */

const SHORT = 9; // terms of a formula that needs two lines at most in a wide window

export class Panel {
  /**
   * @param {ShadowRoot | HTMLElement} root
   * @param {Wishes} wishes
   */
  constructor(root, wishes) {
    this.wishes = wishes;
    /** @type {Record<string, string>} */
    this.labels = {};
    this.box = part(root, ".player", HTMLElement);
    this.scrub = part(root, ".scrub", HTMLInputElement);
    this.count = part(root, ".count", HTMLElement);
    this.readout = part(root, ".readout", HTMLElement);
    this.live = part(root, ".live", HTMLElement);
    this.more = part(root, ".more", HTMLElement);
    this.palette = part(root, ".palette", HTMLElement);
    /** @type {string | null} */
    this.told = null; // in this language
    this.elsewhere = ""; // what another picture of the step is pointed at
    this.where = new Where(root, (step) => wishes.go(step));
    this.formula = new Spans(part(root, ".formula", HTMLElement), (term) => wishes.point(term));
    this.notice = part(root, ".notice", HTMLElement);
    this.speed = part(root, "select", HTMLSelectElement);
    this.speedName = part(root, ".speed span", HTMLElement);
    this.buttons = [...root.querySelectorAll("button")];
    for (const button of this.buttons) {
      button.onclick = () => wishes.act(button.dataset.do ?? "");
    }
    this.button("more").onclick = () => this.unfold();
    this.count.onclick = () => {
      this.count.setAttribute("aria-expanded", String(this.where.toggle()));
    };
    this.scrub.oninput = () => wishes.go(Number(this.scrub.value));
    for (const speed of SPEEDS) {
      this.speed.add(new Option(`${speed}×`, String(speed), false, speed === 1));
    }
    this.speed.onchange = () => wishes.hurry(Number(this.speed.value));
  }

  /**
   * Write every label in the page's language.
   *
   * @param {Record<string, string>} labels
   * @param {number} steps
   */
  name(labels, steps) {
    this.labels = labels;
    this.told = null;
    this.box.setAttribute("aria-label", labels.player);
    for (const button of this.buttons) {
      const word = labels[button.dataset.do ?? ""];
      if (button === this.count) button.title = word;
      else label(button, word);
    }
    this.count.removeAttribute("aria-label"); // it says the step itself
    this.button("speak").textContent = labels.speak;
    this.where.name(labels);
    this.scrub.max = String(steps - 1);
    this.scrub.setAttribute("aria-label", labels.scrub);
    this.speedName.textContent = labels.speed;
    this.speed.setAttribute("aria-label", labels.speed_help);
    this.speed.title = labels.speed_help;
  }

  /**
   * A button of the player by what it does.
   *
   * @param {string} what
   */
  button(what) {
    return part(this.box, `[data-do=${what}]`, HTMLButtonElement);
  }

  // What is rarely wanted; on a phone most of the controls are.
  unfold() {
    this.more.hidden = !this.more.hidden;
    this.box.classList.toggle("unfolded", !this.more.hidden);
    this.button("more").setAttribute("aria-expanded", String(!this.more.hidden));
  }

  /**
   * Where the browser cannot speak, it is not offered.
   *
   * @param {boolean} hushed
   */
  hush(hushed) {
    this.button("speak").hidden = hushed;
    this.box.classList.toggle("mute", hushed); // then only a phone has more to show
  }

  /**
   * @param {string} what
   * @param {boolean} pressed
   */
  press(what, pressed) {
    this.button(what).setAttribute("aria-pressed", String(pressed));
  }

  /**
   * Play faster or slower, by a step of the list.
   *
   * @param {number} by
   */
  hurry(by) {
    const last = this.speed.options.length - 1;
    this.speed.selectedIndex = Math.min(Math.max(this.speed.selectedIndex + by, 0), last);
    this.wishes.hurry(Number(this.speed.value));
  }

  end() {
    this.formula.end();
  }

  /**
   * How the page is seen: a projector shows larger letters.
   *
   * @param {string} view
   */
  view(view) {
    this.box.dataset.view = view;
  }

  /**
   * Show a moment; `ends` says whether the player, which a preview does not move, stands at one.
   *
   * @param {Example} example
   * @param {Moment} now
   * @param {{ first: boolean, last: boolean }} ends
   * @param {string} told What is pointed at, in words; empty for nothing.
   */
  show(example, now, ends, told) {
    const count = filled(this.labels.count, {
      step: writeNumber(now.step + 1),
      steps: writeNumber(example.steps),
    });
    this.at(now.step, count, ends);
    this.tell(told);
    this.where.show(example, now);
    this.box.classList.toggle("long", now.terms.length > SHORT);
    this.formula.write(formula(example, now, this.labels));
  }

  /**
   * Show where the player stands.
   *
   * @param {number} step
   * @param {string} count The step in words.
   * @param {{ first: boolean, last: boolean }} ends
   */
  at(step, count, ends) {
    this.scrub.value = String(step);
    if (this.count.textContent !== count) {
      this.count.textContent = count;
      this.scrub.setAttribute("aria-valuetext", count);
    }
    for (const button of this.buttons) {
      const what = button.dataset.do ?? "";
      if (what === "first" || what === "back") button.disabled = ends.first;
      if (what === "next" || what === "last") button.disabled = ends.last;
    }
  }

  /**
   * Say what is pointed at. Nothing is written anew that is there already: this runs at every frame.
   *
   * @param {string} told
   */
  tell(told) {
    const words = told || this.elsewhere;
    if (this.told === words) return;
    this.told = words;
    this.readout.classList.toggle("hint", !words);
    if (words) this.readout.textContent = words;
    else this.hint();
  }

  /**
   * Say what another picture of the step is pointed at.
   *
   * @param {string} words "" for nothing.
   */
  beside(words) {
    this.elsewhere = words;
    this.tell("");
  }

  // How to point and which keys there are; a finger is told of neither hovering nor keys.
  hint() {
    const parts = ["point", "touch", "keys"].map((kind) => {
      const span = document.createElement("span");
      span.className = kind;
      span.textContent = `${this.labels[`hint_${kind}`]} `;
      return span;
    });
    this.readout.replaceChildren(...parts);
  }

  /**
   * Say whether a step is taken product by product.
   *
   * @param {boolean} slow
   * @param {boolean} products Whether there are any: pooling compares numbers.
   */
  slow(slow, products) {
    const button = this.button("slow");
    this.press("slow", slow);
    const sign = products ? "a·b" : "a, b";
    const word = this.labels[products ? "slow" : "slow_numbers"];
    button.textContent = sign;
    button.title = word;
    // Who speaks to the browser says what is seen on the button.
    button.setAttribute("aria-label", `${sign}: ${word}`);
  }

  /** @param {boolean} playing */
  play(playing) {
    this.box.classList.toggle("playing", playing);
    label(this.button("play"), this.labels[playing ? "pause" : "play"]);
  }

  /**
   * Say that the stage cannot be moved from here, or that it can after all.
   *
   * @param {boolean} missing
   */
  miss(missing) {
    this.box.classList.toggle("missing", missing);
    this.notice.textContent = missing ? this.labels.missing : "";
    this.notice.hidden = !missing;
  }
}

/**
 * @param {HTMLElement} button
 * @param {string} word
 */
function label(button, word) {
  button.title = word;
  button.setAttribute("aria-label", word);
}
