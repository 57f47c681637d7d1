// One training's charts: made once, drawn again whenever there is something new.

import { writeNumber, writePrecise } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";
import { drawBars } from "./bars.js";
import { drawCurves } from "./curves.js";
import { drawMatrix } from "./matrix.js";
import { decades, topLoss } from "./scales.js";
import { insideOf } from "./store.js";
import { digitAt, drawDigits, drawTiles } from "./tiles.js";

/** @import { Fixed, FixedRun, SentRun } from "./store.js" */

const NAMES = ["loss", "accuracy", "gradients", "kernels", "dead", "maps", "confusion", "wrong"];
const OF_A_PAIR = ["loss", "accuracy", "gradients", "kernels", "dead"];
const WIDE = ["dead", "maps"];
const NOTED = ["gradients", "dead", "confusion", "wrong"];
const KERNEL = 44;
const MAP = 40;

/** @param {number | null | undefined} share Of 1; never written as all of it when it is less. */
function percent(share) {
  const said = writeNumber(100 * (share ?? 0), 1);
  return said === "100.0" ? "> 99.9" : said;
}
/** @param {number | null | undefined} value */
const written = (value) => (value === null || value === undefined ? "∞" : writePrecise(value));

export class RunView {
  /**
   * @param {boolean} alone
   * @param {(picture: number) => void} picked
   */
  constructor(alone, picked) {
    this.box = made("div", "run");
    this.title = made("p", "title");
    this.numbers = made("p", "numbers");
    this.panels = made("div", "panels");
    this.box.append(this.title, this.numbers, this.panels);
    /** @type {Record<string, Panel>} */
    this.parts = {};
    for (const name of alone ? NAMES : OF_A_PAIR) {
      this.parts[name] = new Panel(name);
      this.panels.append(this.parts[name].box);
    }
    /** @type {number[]} */
    this.wrong = [];
    const { wrong } = this.parts;
    wrong?.canvas.addEventListener("click", ({ offsetX, offsetY }) => {
      const at = digitAt(offsetX, offsetY, wrong.box.clientWidth, this.wrong.length);
      if (at >= 0) picked(this.wrong[at]);
    });
  }

  /**
   * @param {SentRun | undefined} run
   * @param {FixedRun} own
   * @param {Fixed} fixed
   * @param {number | null} at The epoch that is shown; null for the last one and what follows it.
   * @param {{ top: number, range: [number, number] }} scale
   */
  draw(run, own, fixed, at, scale) {
    this.title.textContent = own.name;
    this.title.hidden = !own.name;
    for (const [name, panel] of Object.entries(this.parts)) panel.name(name, fixed.words);
    this.curves(run, own, fixed, at, scale.top);
    const epochs = run?.epochs ?? [];
    const epoch = epochs[at === null ? epochs.length - 1 : Math.min(at, epochs.length - 1)];
    const { gradients, dead, kernels, maps, confusion, wrong } = this.parts;
    for (const panel of [gradients, dead, kernels, maps, confusion, wrong]) panel?.show(!!epoch);
    if (!run || !epoch) {
      this.numbers.textContent = "";
      return;
    }
    const values = {
      tl: written(epoch.loss[0]),
      vl: written(epoch.loss[1]),
      ta: percent(epoch.accuracy[0]),
      va: percent(epoch.accuracy[1]),
    };
    const shown = { epoch: Math.min(at ?? 0, epochs.length - 1), epochs: own.epochs };
    const when = at === null ? "" : `${filled(fixed.words.epoch, shown)} · `;
    const said = when + filled(fixed.words.numbers, values);
    this.numbers.textContent = said;
    this.parts.loss.say(said);
    this.parts.accuracy.say(said);
    const inside = insideOf(run, at === null ? null : Math.min(at, epochs.length - 1));
    drawBars(gradients.canvas, own.layers, inside.gradients, scale.range, fixed);
    const sizes = own.layers.map((name, i) => `${name} ${written(inside.gradients[i] ?? 0)}`);
    gradients.say(sizes.join(", "));
    dead.show(own.mortal.length > 0);
    dead.list(
      own.mortal.map((name, i) =>
        filled(fixed.words.dead_of, { name, dead: epoch.dead[i], units: run.units[i] }),
      ),
    );
    kernels.show(!!inside.kernels);
    if (inside.kernels) {
      drawTiles(kernels.canvas, [{ name: "", values: inside.kernels }], KERNEL, fixed);
    }
    if (maps) {
      const groups = (inside.maps ?? []).map((each, i) => ({ name: own.maps[i], values: each }));
      maps.show(groups.length > 0);
      drawTiles(maps.canvas, groups, MAP, fixed, fixed.pictures[fixed.picture]);
    }
    if (confusion) drawMatrix(confusion.canvas, epoch.confusion, fixed);
    if (wrong) this.mistakes(epoch.wrong, fixed);
  }

  /**
   * @param {SentRun | undefined} run
   * @param {FixedRun} own
   * @param {Fixed} fixed
   * @param {number | null} at
   * @param {number} top
   */
  curves(run, own, fixed, at, top) {
    const epochs = run?.epochs ?? [];
    const of = (/** @type {"loss" | "accuracy"} */ what, /** @type {0 | 1} */ place, scale = 1) =>
      epochs.map((epoch, i) => {
        const value = epoch[what][place];
        return /** @type {const} */ ([i, value === null ? null : value * scale]);
      });
    const each = own.stride / own.stepsPerEpoch;
    const steps = (run?.points ?? []).map(
      (value, i) => /** @type {const} */ ([(i + 0.5) * each, value]),
    );
    const shared = { epochs: own.epochs, at };
    const { loss, accuracy } = this.parts;
    drawCurves(
      loss.canvas,
      { ...shared, top, steps, training: of("loss", 0), validation: of("loss", 1) },
      fixed,
    );
    drawCurves(
      accuracy.canvas,
      {
        ...shared,
        top: 100,
        steps: [],
        training: of("accuracy", 0, 100),
        validation: of("accuracy", 1, 100),
      },
      fixed,
    );
  }

  /**
   * @param {[number, number, number, number][]} mistakes
   * @param {Fixed} fixed
   */
  mistakes(mistakes, fixed) {
    const { wrong } = this.parts;
    this.wrong = mistakes.map(([picture]) => picture);
    const said = mistakes.map(([picture, truth, guess, share]) => ({
      picture: fixed.pictures[picture],
      said: `${truth} → ${guess}`,
      share: `${percent(share)}%`,
    }));
    drawDigits(wrong.canvas, said, fixed);
    wrong.say(said.map((each) => `${each.said}, ${each.share}`).join("; "));
    wrong.list(said.length ? [] : [fixed.words.wrong_none]);
  }
}

class Panel {
  /** @param {string} name */
  constructor(name) {
    this.box = made("figure", WIDE.includes(name) ? `${name} wide` : name);
    this.caption = made("figcaption", "");
    this.canvas = document.createElement("canvas");
    this.canvas.setAttribute("role", "img");
    this.lines = made("ul", "");
    this.lines.hidden = true;
    this.box.append(this.caption, ...(name === "dead" ? [] : [this.canvas]), this.lines);
    this.told = "";
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} words
   */
  name(name, words) {
    const note = NOTED.includes(name) ? words[`${name}_note`] : "";
    if (this.told === words[name] + note) return;
    this.told = words[name] + note;
    this.caption.textContent = words[name];
    if (note) {
      const small = document.createElement("small");
      small.textContent = note;
      this.caption.append(small);
    }
    this.canvas.setAttribute("aria-label", words[name]);
  }

  /** @param {boolean} shown */
  show(shown) {
    this.box.hidden = !shown;
  }

  /** @param {string} words */
  say(words) {
    const whole = words ? `${this.caption.textContent}: ${words}` : this.caption.textContent;
    this.canvas.setAttribute("aria-label", whole ?? "");
  }

  /** @param {string[]} lines */
  list(lines) {
    this.lines.hidden = !lines.length;
    if (lines.join("\n") === this.listed) return;
    this.listed = lines.join("\n");
    this.lines.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }),
    );
  }

  listed = "";
}

/**
 * One scale for all trainings, so that they can be compared.
 *
 * @param {SentRun[]} runs
 * @returns {{ top: number, range: [number, number] }}
 */
export function scaleOf(runs) {
  const all = runs.flatMap(({ epochs }) => epochs);
  const sizes = [...all, ...runs.map(({ now }) => now)].flatMap(({ gradients }) => gradients);
  return {
    top: all.length ? topLoss(all.map(({ loss }) => loss)) : 2.5,
    range: decades(sizes),
  };
}

/**
 * @param {string} tag
 * @param {string} name
 */
function made(tag, name) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}
