// The player: joins the clock, the stage, the panel, the pointer and the keys. It asks the server for
// nothing while playing and reports the step once it rests.

import { entry } from "../shared/component.js";
import { Clock, isCalmWanted } from "./clock.js";
import { Example } from "./example.js";
import { wish } from "./keyboard.js";
import { Panel } from "./panel.js";
import { partial, partsOf } from "./partial.js";
import { Pointing } from "./pointing.js";
import { readout } from "./readout.js";
import { skipLink } from "./skip.js";
import { Stage } from "./stage.js";

/** @import { Component, Moment, Sent, StageData } from "../shared/types.js" */

const REPORT_AFTER = 350; // ms of rest
const GLIDE = 180; // ms, for one step by hand
const READABLE = 8; // steps a second; played faster, the panel under the picture
const PANEL_REST = 100; // does not follow every step, but every so many ms

class Player {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    /** @type {StageData | null} */
    this.data = null;
    /** @type {Example | null} */
    this.example = null;
    this.step = 0;
    this.slow = false; // product by product
    /** @type {number | null} */
    this.part = null; // how many products of the step are shown; null for all, and the result
    this.missing = false;
    this.advancing = false; // played on, one step after the other
    this.panelAt = 0; // when the panel was written last
    /** @type {Component<Sent> | null} */
    this.server = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.reporting = undefined;
    /** @type {number | null} */
    this.reported = null; // a step that the server has been told and has not confirmed yet
    this.told = 1; // the speed that the server knows of
    /** @type {number | null} */
    this.until = null; // the step that a tour plays to
    this.usual = 1; // the speed before and after that
    this.panel = new Panel(root, {
      act: (what) => this.act(what),
      go: (step) => this.go(step),
      hurry: (speed) => this.hurry(speed),
      point: (term) => {
        this.pointing.atTerm(term);
        this.stage.draw();
      },
    });
    this.skip = skipLink(this.panel.box);
    this.clock = new Clock({
      advance: (glide) => this.advance(glide),
      held: () => this.pointing.preview !== null,
      calm: isCalmWanted,
    });
    this.stage = new Stage({
      present: () => ({ now: this.now, lights: this.pointing.lights }),
      drawn: () => this.found(),
      missing: () => this.miss(),
    });
    /** @type {Pointing} */
    this.pointing = new Pointing(this.stage.chart, {
      example: () => this.example,
      offsets: () => this.stage.offsets,
      now: () => this.now,
      changed: () => this.show(),
      pinned: (step) => this.pin(step),
    });
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    // Other pictures of the same step ask for one with this event, and hear of it by the other.
    document.addEventListener("convscope:go", (event) => this.asked(event), { signal });
  }

  /**
   * New data from the server: a new example, or the same one again after a run of the page.
   *
   * @param {Component<Sent>} server
   */
  update(server) {
    const before = this.data;
    const sent = server.data;
    /** @type {StageData} */
    const data = { ...(before?.id === sent.id ? before : JSON.parse(sent.example)), ...sent };
    this.server = server;
    this.data = data;
    if (data.step === this.reported) this.reported = null;
    const example = this.example && before?.id === data.id ? this.example : new Example(data);
    this.panel.name(data.labels, example.steps);
    this.panel.slow(this.slow, example.weight !== null);
    this.skip.name(data.labels.skip);
    if (data.ask !== before?.ask) {
      this.told = data.speed;
      this.setSpeed(data.speed);
    }
    if (example !== this.example) {
      this.open(example, data.step, data.ask === before?.ask);
    } else if (data.ask !== before?.ask) {
      this.go(data.step); // the server itself asks for a step: history, its own buttons
    } else if (this.missing) {
      this.step = data.step; // the server steps, we follow
    }
    this.pointing.taught = data.tour.light ?? {};
    this.panel.play(this.clock.playing);
    this.tell();
    if (data.hidden) this.stage.leave();
    else this.stage.follow(data, example);
    if (JSON.stringify(data.tour) !== JSON.stringify(before?.tour)) this.stage.draw();
    if (before && "play" in before.tour && data.tour.play !== before.tour.play) this.teach();
  }

  // A tour's reader asks to be shown: the player moves from the step it has just been sent to.
  teach() {
    const { to, speed } = this.data?.tour ?? {};
    if (to === undefined || speed === undefined) return;
    this.box?.scrollIntoView({ block: "nearest" });
    if (isCalmWanted()) {
      this.go(to);
      return;
    }
    this.pause();
    this.usual = this.clock.speed;
    this.setSpeed(speed);
    this.play(to);
  }

  /** The box with the stage. */
  get box() {
    return this.data ? document.querySelector(`.st-key-${this.data.stage}`) : null;
  }

  /**
   * Show another example. A step that the reader chose while it was on its way still counts, unless
   * the server asks for one: what it sends may be older than the choice.
   *
   * @param {Example} example
   * @param {number} step
   * @param {boolean} mayKeep
   */
  open(example, step, mayKeep) {
    const isNewer = this.reporting !== undefined || this.reported !== null;
    const isChosen = isNewer && this.example?.steps === example.steps;
    this.example = example;
    this.pointing.clear();
    this.pause();
    if (mayKeep && isChosen) return;
    this.part = null;
    this.step = Math.min(Math.max(0, step), this.last);
    this.forgetReport();
  }

  end() {
    this.clock.stop();
    this.forgetReport();
    this.listening.abort();
    this.pointing.pointer.end();
    this.stage.end();
    this.skip.end();
  }

  /** @returns {Moment} Every number of the step shown: the player's own, or a preview. */
  get now() {
    if (!this.example) throw new Error("The player has no example yet.");
    const { preview } = this.pointing;
    const now = this.example.read(preview ?? this.step);
    if (preview !== null || this.part === null) return now;
    return partial(this.example, now, this.part);
  }

  get last() {
    return (this.example?.steps ?? 1) - 1;
  }

  /** @param {number} [glide] */
  show(glide = 0) {
    this.stage.draw(glide);
    this.tell();
  }

  // The panel and the other pictures follow.
  tell() {
    if (!this.data || !this.example) return;
    const now = this.now;
    const ends = {
      first: this.step === 0 && (!this.slow || this.part === 0),
      last: this.step === this.last && this.part === null,
    };
    if (!this.mayPanelRest()) {
      const place = this.pointing.place ?? this.pointing.held;
      const told = place ? readout(this.example, place, now, this.data.labels) : "";
      this.panel.show(this.example, now, ends, told);
      this.panelAt = performance.now();
    }
    const detail = { stage: this.data.stage, step: now.step };
    document.dispatchEvent(new CustomEvent("convscope:step", { detail }));
  }

  // Nobody reads a formula that stands for a sixtieth of a second, and it costs as much as the picture.
  mayPanelRest() {
    const isFast = this.advancing && this.clock.speed > READABLE;
    return isFast && performance.now() - this.panelAt < PANEL_REST;
  }

  found() {
    this.missing = false;
    this.panel.miss(false);
    this.pointing.pointer.resume();
    this.offerKeys();
  }

  // The stage can be pointed at by keys: Streamlit may have built it anew.
  offerKeys() {
    const { data, box } = this;
    if (!data || !(box instanceof HTMLElement)) return;
    box.tabIndex = 0;
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", data.labels.stage);
    box.onblur = () => this.pointing.blur();
  }

  // The page goes without: the server draws each step anew, and only the formula follows.
  miss() {
    this.missing = true;
    this.panel.miss(true);
    this.server?.setTriggerValue("missing", true);
  }

  /**
   * @param {number} step
   * @param {number} [glide]
   * @param {number | null} [part]
   */
  go(step, glide = 0, part = null) {
    this.pointing.preview = null;
    this.part = part;
    this.step = Math.min(Math.max(0, step), this.last);
    this.show(glide);
    this.rest();
  }

  rest() {
    this.forgetReport();
    if (this.clock.playing) return;
    this.reporting = setTimeout(() => {
      this.reporting = undefined;
      this.reported = this.step;
      this.server?.setStateValue("step", this.step);
      const { speed } = this.clock;
      if (speed !== this.told) this.server?.setStateValue("speed", (this.told = speed));
    }, REPORT_AFTER);
  }

  /** @param {number} speed Steps a second. */
  setSpeed(speed) {
    this.clock.speed = speed;
    this.panel.speed.value = String(speed);
  }

  // The reader chose another speed: the server hears of it when the player rests.
  /** @param {number} speed */
  hurry(speed) {
    this.clock.speed = this.usual = speed;
    this.rest();
  }

  forgetReport() {
    clearTimeout(this.reporting);
    this.reporting = undefined;
    this.reported = null;
  }

  /** @param {string} what */
  act(what) {
    if (what === "play" && !this.clock.playing) {
      this.play();
      return;
    }
    this.pause();
    if (what === "play") this.tell(); // the panel may be some steps behind
    const glide = isCalmWanted() ? 0 : GLIDE;
    if (what === "first") this.go(0);
    if (what === "last") this.go(this.last);
    if (what === "back") this.back(glide);
    if (what === "next") this.forward(glide);
    if (what === "slow") this.toggle();
  }

  // Product by product, or step by step; the step shown begins anew.
  toggle() {
    this.slow = !this.slow;
    this.part = this.slow ? 0 : null;
    this.panel.slow(this.slow, this.example?.weight !== null);
    this.show();
  }

  /** How many products the step shown has. */
  get parts() {
    return this.example ? partsOf(this.example.read(this.step)) : 0;
  }

  /** @param {number} glide */
  forward(glide) {
    if (this.part !== null) {
      this.go(this.step, 0, this.part + 1 < this.parts ? this.part + 1 : null);
    } else if (this.step < this.last) {
      const next = this.example?.read(this.step + 1);
      this.go(this.step + 1, glide, this.slow && next && partsOf(next) > 1 ? 1 : null);
    }
  }

  /** @param {number} glide */
  back(glide) {
    if (this.slow && this.part !== 0) {
      this.go(this.step, 0, (this.part ?? this.parts) - 1);
    } else if (this.step > 0) {
      this.go(this.step - 1, glide);
    }
  }

  /** @param {number | null} [until] The step to stop at; the last one if not said. */
  play(until = null) {
    this.until = until;
    if (this.step === this.last && this.part === null) this.go(0, 0, this.slow ? 0 : null);
    this.forgetReport();
    this.clock.start();
    this.panel.play(true);
  }

  pause() {
    if (!this.clock.playing) return;
    this.clock.stop();
    if (this.until !== null) this.setSpeed(this.usual);
    this.until = null;
    this.panel.play(false);
    this.rest();
  }

  /** @param {number} glide */
  advance(glide) {
    this.advancing = true;
    this.forward(glide);
    this.advancing = false;
    if (this.step < (this.until ?? this.last) || this.part !== null) return;
    this.pause();
    this.tell(); // the panel may be some steps behind
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.example || this.missing) return;
    if (this.isOnStage(event) && this.pointing.key(event.key)) {
      event.preventDefault();
      return;
    }
    const what = wish(event);
    if (!what) return;
    event.preventDefault();
    this.act(what);
  }

  /** @param {KeyboardEvent} event */
  isOnStage({ target, ctrlKey, metaKey, altKey }) {
    return target === this.box && !ctrlKey && !metaKey && !altKey;
  }

  /** @param {DocumentEventMap["convscope:go"]} event */
  asked(event) {
    if (event.detail.stage !== this.data?.stage) return;
    event.preventDefault(); // says that somebody has heard it
    this.pin(event.detail.step);
  }

  /** @param {number | null} step */
  pin(step) {
    this.pause();
    if (step !== null) this.go(step);
  }
}

export default entry(
  (root) => new Player(root),
  (player, /** @type {Component<Sent>} */ server) => player.update(server),
);
