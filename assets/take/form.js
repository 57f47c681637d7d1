// The form: what the reader has chosen, and what is said of it.

import { part } from "../shared/component.js";
import { writeNumber } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";

/** @import { Shown } from "./figures.js" */

export const MOST_STEPS = 150; // of one file; visualizer/taking/moving.py takes as many
const [LEAST_WIDTH, MOST_WIDTH] = [100, 7680]; // pixels

/**
 * @typedef {object} Stage
 * @property {string} key Of its box on the page.
 * @property {string} id Names the example.
 * @property {number} step
 * @property {number} steps
 */

export class Form {
  /**
   * @param {ShadowRoot | HTMLElement} root
   * @param {(what: string) => void} act
   */
  constructor(root, act) {
    this.box = part(root, ".take", HTMLElement);
    this.moving = part(root, ".moving", HTMLFieldSetElement);
    this.limit = part(root, ".limit", HTMLElement);
    this.work = part(root, ".work", HTMLElement);
    this.bar = part(root, "progress", HTMLProgressElement);
    this.status = part(root, ".status", HTMLElement);
    this.figure = part(root, "[name=figure]", HTMLSelectElement);
    this.ground = part(root, "[name=ground]", HTMLSelectElement);
    this.titles = part(root, "[name=titles]", HTMLInputElement);
    this.from = part(root, "[name=from]", HTMLInputElement);
    this.to = part(root, "[name=to]", HTMLInputElement);
    this.width = part(root, "[name=width]", HTMLInputElement);
    /** @type {Record<string, string>} */
    this.words = {};
    /** @type {Shown[]} */
    this.shown = [];
    /** @type {Stage | null} */
    this.stage = null;
    this.isDark = false;
    this.buttons = [...root.querySelectorAll("button")];
    for (const button of this.buttons) button.onclick = () => act(button.dataset.do ?? "");
    this.figure.onchange = () => this.settle();
    this.ground.onchange = () => (this.chosen = this.ground.value);
    this.chosen = ""; // by the reader, of light and dark
  }

  /**
   * Write every word in the page's language.
   *
   * @param {Record<string, string>} words
   */
  name(words) {
    this.words = words;
    for (const node of this.box.querySelectorAll("[data-word]")) {
      node.textContent = words[node.getAttribute("data-word") ?? ""];
    }
    this.bar.setAttribute("aria-label", words.progress);
    for (const option of this.choices("speed")) {
      option.value = option.value || option.text;
      option.text = filled(words.per_second, { count: writeNumber(Number(option.value), 1) });
    }
  }

  /** @param {string} name */
  choices(name) {
    return [...part(this.box, `[name=${name}]`, HTMLSelectElement).options];
  }

  /**
   * Offer the figures there are, and the steps of the stage.
   *
   * @param {Stage | null} stage
   * @param {Shown[]} shown
   * @param {boolean} dark Whether the page is.
   */
  offer(stage, shown, dark) {
    const before = this.stage;
    this.stage = stage;
    this.isDark = dark;
    const names = [...(stage ? [this.words.stage] : []), ...shown.map(({ name }) => name)];
    const chosen = this.choice?.node;
    this.shown = shown;
    const options = [...this.figure.options].map(({ text }) => text);
    if (names.join("\n") !== options.join("\n")) {
      this.figure.replaceChildren(...names.map((name, i) => new Option(name, String(i))));
      const again = shown.findIndex(({ node }) => node === chosen);
      this.figure.selectedIndex = again < 0 ? 0 : again + (stage ? 1 : 0);
    }
    part(this.box, ".which", HTMLElement).hidden = names.length < 2;
    this.moving.hidden = !stage;
    if (stage && before?.id !== stage.id) {
      const last = String(Math.min(stage.steps, MOST_STEPS));
      Object.assign(this.from, { value: "1", max: String(stage.steps) });
      Object.assign(this.to, { value: last, max: String(stage.steps) });
    }
    const limited = stage && stage.steps > MOST_STEPS;
    this.limit.textContent = limited
      ? filled(this.words.limit, { most: writeNumber(MOST_STEPS) })
      : "";
    this.settle();
  }

  /** What a picture is to be of: a figure of the page; null for the stage. */
  get choice() {
    const at = this.figure.selectedIndex - (this.stage ? 1 : 0);
    return this.shown[at] ?? null;
  }

  // What the chosen figure allows.
  settle() {
    const { choice, words, stage } = this;
    const staged = stage !== null && !choice;
    this.ground.value = this.chosen || (this.isDark ? "dark" : "light");
    part(this.box, ".staged", HTMLElement).hidden = !staged;
    const painted = choice?.kind === "picture" || choice?.kind === "canvas";
    for (const option of this.choices("format")) {
      option.disabled = painted && option.value === "svg";
    }
    if (painted) part(this.box, "[name=format]", HTMLSelectElement).value = "png";
    const save = this.button("picture");
    save.textContent = staged
      ? filled(words.save_step, { step: writeNumber(stage.step + 1) })
      : words.save_picture;
    this.box.removeAttribute("data-waits");
    save.disabled = !staged && !choice;
  }

  /** @param {string} what */
  button(what) {
    return part(this.box, `[data-do=${what}]`, HTMLButtonElement);
  }

  /** @param {string} name */
  value(name) {
    const field = this.box.querySelector(`[name=${name}]`);
    if (field instanceof HTMLInputElement && field.type === "checkbox") return field.checked;
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement
      ? field.value
      : "";
  }

  get isSvg() {
    return this.value("format") === "svg";
  }

  /** The picture's width in pixels; null, and said, where it is none. */
  get pixels() {
    const width = Math.round(Number(this.width.value));
    if (width >= LEAST_WIDTH && width <= MOST_WIDTH) return width;
    this.say(
      filled(this.words.bad_width, {
        least: writeNumber(LEAST_WIDTH),
        most: writeNumber(MOST_WIDTH),
      }),
    );
    return null;
  }

  /** The steps of a film, from 0; null, and said, where they are none. */
  get steps() {
    const steps = stepsOf(this.from.value, this.to.value, this.stage?.steps ?? 0);
    if (steps) return steps;
    this.say(
      filled(this.words.bad_steps, {
        steps: writeNumber(this.stage?.steps ?? 0),
        most: writeNumber(MOST_STEPS),
      }),
    );
    return null;
  }

  /** @param {string} words */
  say(words) {
    this.status.textContent = words;
  }

  /**
   * Show that something is being made, and how far it is.
   *
   * @param {number | null} share Null where nothing is.
   */
  progress(share) {
    const isBusy = share !== null;
    const had = this.work.contains(this.focused);
    this.work.hidden = !isBusy;
    this.bar.value = share ?? 0;
    for (const button of this.buttons) {
      if (button.dataset.do !== "cancel") button.disabled = isBusy;
    }
    if (!isBusy) this.settle();
    // The button that was pressed is gone: the keyboard goes on from where it was begun.
    if (!isBusy && had) this.button("gif").focus();
  }

  get focused() {
    const root = this.box.getRootNode();
    return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  }
}

/**
 * The steps from one to another, both counted from 1; null if there are none, or too many.
 *
 * @param {string} from
 * @param {string} to
 * @param {number} steps How many the example has.
 */
export function stepsOf(from, to, steps) {
  const [first, last] = [Number(from), Number(to)];
  const fits = [first, last].every((step) => Number.isInteger(step) && step >= 1 && step <= steps);
  if (!fits || last < first || last - first >= MOST_STEPS) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => first - 1 + i);
}
