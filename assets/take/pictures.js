// Pictures to take along: what the buttons do. Everything is drawn in the browser by the code that
// draws the page; the server is asked for the example in other colours, for the outlines of Korean
// letters, and to put a GIF together.

import { entry } from "../shared/component.js";
import { writeNumber } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";
import { Asking, Told } from "./asking.js";
import { Double, sidesOf } from "./double.js";
import { figuresOf, svgOf } from "./figures.js";
import { Form } from "./form.js";
import { base64Of, blobOf, enlarged, give, paintSvg, pngOf, save } from "./raster.js";
import { inOtherTheme } from "./repaint.js";
import { koreanIn, ownSize, sizeOf, written } from "./svg.js";
import { film, kindOfFilm } from "./webm.js";

/** @import { Chart, Component } from "../shared/types.js" */
/** @import { Answer } from "./asking.js" */
/** @import { Shown } from "./figures.js" */
/** @import { Stage } from "./form.js" */

/**
 * @typedef {object} PicturesData
 * @property {string} name The page's; files begin with it.
 * @property {string} prefix What begins the keys of its figures.
 * @property {string} title
 * @property {Stage | null} stage
 * @property {boolean} dark
 * @property {Record<string, string>} grounds By "light" and "dark".
 * @property {string} family The name of the Korean letters.
 * @property {Record<string, string>} labels
 * @property {Answer | null} answer
 */

const MOST_SENT = 30_000_000; // letters of a film's pictures; visualizer/taking/moving.py takes more
const NOMINAL = 940; // pixels of a stage that is not on the page

class Pictures {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    /** @type {Component<PicturesData> | null} */
    this.server = null;
    this.asking = new Asking((question) => this.server?.setTriggerValue("asked", question));
    this.form = new Form(root, (what) => this.act(what));
    /** @type {{ cancelled: boolean } | null} */
    this.running = null;
    /** @type {Map<string, Answer>} */
    this.answers = new Map(); // the same question need not be asked twice
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("convscope:step", (event) => this.stepped(event), { signal });
    // Other figures may have come onto the page by the time the list is opened.
    for (const event of ["pointerdown", "focus"]) {
      this.form.figure.addEventListener(event, () => this.offer(), { signal });
    }
  }

  /** @param {Component<PicturesData>} server */
  update(server) {
    this.server = server;
    this.form.name(server.data.labels);
    this.offer();
    this.asking.hear(server.data.answer);
  }

  end() {
    if (this.running) this.running.cancelled = true;
    this.listening.abort();
  }

  get data() {
    if (!this.server) throw new Error("not told anything yet");
    return this.server.data;
  }

  offer() {
    if (this.running) return;
    const { stage, dark } = this.data;
    this.form.offer(stage, figuresOf(stage?.key ?? ""), dark);
  }

  /** @param {DocumentEventMap["convscope:step"]} event */
  stepped({ detail }) {
    const { stage } = this.form;
    if (!stage || detail.stage !== stage.key || this.running) return;
    stage.step = detail.step;
    this.form.settle();
  }

  /** @param {string} what */
  act(what) {
    const { form } = this;
    if (what === "cancel" && this.running) this.running.cancelled = true;
    else if (what === "picture") {
      const width = form.pixels;
      if (width) this.make(() => this.picture(width));
    } else if (what === "gif" || what === "webm") {
      const kind = kindOfFilm();
      const { steps } = form;
      if (what === "webm" && !kind) form.say(form.words.no_webm);
      else if (steps) this.make(() => this.moving(steps, what === "webm" ? (kind ?? "") : ""));
    }
  }

  /**
   * Make a file, and say how it went.
   *
   * @param {() => Promise<void>} making
   */
  async make(making) {
    if (this.running) return;
    const { form } = this;
    this.running = { cancelled: false };
    form.progress(0);
    form.say(form.words.working);
    try {
      await making();
      form.say(form.words.done);
    } catch (error) {
      if (error instanceof Told) form.say(error.message);
      else {
        console.warn(error);
        form.say(form.words.failed);
      }
    }
    this.running = null;
    form.progress(null);
    this.offer();
  }

  /** Stop here if the reader has asked for it. */
  mayGoOn() {
    if (this.running?.cancelled) throw new Told(this.form.words.cancelled);
  }

  /**
   * @param {object} question
   * @returns {Promise<Answer>}
   */
  async asked(question) {
    const { labels, stage } = this.data;
    const key = JSON.stringify([question, stage?.id]);
    const known = this.answers.get(key);
    if (known) return known;
    const answer = await this.asking.ask(question, labels.late);
    this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  /**
   * A double of the stage in the colours that were chosen, and how pictures of it look.
   *
   * @param {number} width Of the picture.
   */
  async double(width) {
    const { data, form } = this;
    const ground = String(form.value("ground"));
    const answer = await this.asked({ kind: "stage", dark: ground === "dark" });
    const { id = "", example = "", figure = "", letters = "" } = answer;
    const double = new Double({ id, example, figure });
    await double.draw({ room: this.room, width }, Boolean(form.value("titles")));
    return { double, look: { width, letters, ground: data.grounds[ground], family: data.family } };
  }

  /** What a layout of the stage may take: as on the page, if it is there. */
  get room() {
    /** @type {Chart | null} */
    const gd = document.querySelector(`.st-key-${this.data.stage?.key} .js-plotly-plot`);
    return Math.max(gd?._fullLayout?.width ?? 0, NOMINAL);
  }

  /** @param {number} width */
  async picture(width) {
    const { form } = this;
    const { choice, stage } = form;
    if (choice) await this.figure(choice, width);
    else if (stage) {
      const { double, look } = await this.double(width);
      try {
        double.show(stage.step);
        const name = `${this.data.name}_${sidesOf(double.example)}_step${stage.step + 1}`;
        await give(double.svg, { ...look, title: this.titleOf(stage.step) }, form.isSvg, name);
      } finally {
        double.end();
      }
    }
  }

  /** @param {number} step */
  titleOf(step) {
    const { title, labels } = this.data;
    return `${title}, ${filled(labels.step, { step: writeNumber(step + 1) })}`;
  }

  /**
   * @param {Shown} shown
   * @param {number} width
   */
  async figure(shown, width) {
    const { data } = this;
    const dark = this.form.value("ground") === "dark";
    const file = `${data.name}_${shown.key.replace(`${data.prefix}_`, "")}`;
    /** @type {(now: Shown) => Promise<Blob | SVGElement>} */
    const take = async ({ kind, node }) =>
      node instanceof HTMLImageElement || node instanceof HTMLCanvasElement
        ? pngOf(enlarged(node, width))
        : svgOf(kind, node);
    const find = () => figuresOf(data.stage?.key ?? "").find(({ key }) => key === shown.key);
    const turn = (/** @type {boolean} */ other) =>
      this.asking.ask({ kind: "page", dark: other ? dark : null }, data.labels.late);
    const taken = await (dark === data.dark ? take(shown) : inOtherTheme(shown, find, turn, take));
    if (taken instanceof Blob) {
      save(taken, `${file}.png`);
      return;
    }
    const korean = koreanIn(taken.textContent ?? "");
    const { letters = "" } = korean ? await this.asked({ kind: "letters", letters: korean }) : {};
    const look = { width, letters, ground: data.grounds[dark ? "dark" : "light"] };
    const named = { ...look, family: data.family, title: shown.name };
    await give(taken, named, this.form.isSvg, file);
  }

  /**
   * Make a film of some steps.
   *
   * @param {number[]} steps
   * @param {string} kind What the browser records; "" for a GIF.
   */
  async moving(steps, kind) {
    const { form } = this;
    const width = Number(form.value("size"));
    const seconds = 1 / Number(form.value("speed"));
    const { double, look } = await this.double(width);
    const canvas = document.createElement("canvas");
    // Videos have an even number of pixels either way.
    const size = sizeOf(ownSize(double.svg), width);
    if (kind) size.height += size.height % 2;
    const painted = async (/** @type {number} */ at) => {
      this.mayGoOn();
      double.show(steps[at]);
      await paintSvg(canvas, written(double.svg, { ...look, title: "" }), size);
      form.progress((at + 1) / (steps.length + 1));
    };
    const name = `${this.data.name}_${sidesOf(double.example)}`;
    try {
      if (kind) save(await film(canvas, kind, steps.length, seconds, painted), `${name}.webm`);
      else save(await this.gif(canvas, steps.length, seconds, painted), `${name}.gif`);
    } finally {
      double.end();
    }
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {number} count
   * @param {number} seconds
   * @param {(at: number) => Promise<void>} painted
   */
  async gif(canvas, count, seconds, painted) {
    const { form } = this;
    /** @type {Promise<string>[]} */
    const making = [];
    let sent = 0;
    for (let at = 0; at < count; at++) {
      await painted(at);
      // What is on the canvas now is written while the next picture is drawn.
      const frame = pngOf(canvas).then(base64Of);
      making.push(frame);
      frame.then(({ length }) => (sent += length));
      if (sent > MOST_SENT) throw new Told(form.words.too_large);
    }
    const frames = await Promise.all(making);
    if (sent > MOST_SENT) throw new Told(form.words.too_large);
    this.mayGoOn();
    const question = { kind: "gif", frames, seconds, loop: form.value("loop") };
    const answer = await this.asking.ask(question, form.words.late);
    this.mayGoOn();
    return blobOf(answer.file ?? "", "image/gif");
  }
}

export default entry(
  (root) => new Pictures(root),
  (pictures, /** @type {Component<PicturesData>} */ server) => pictures.update(server),
);
