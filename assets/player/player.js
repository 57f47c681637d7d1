// The player: joins the clock, the stage, the panel, the pointer and the keys. It asks the server for
// nothing while playing and reports the step once it rests.

import { entry } from "../shared/component.js";
import { Painting } from "../paint/painting.js";
import { onStage } from "../paint/sketch.js";
import { boxOf, bringIntoSight, isFor, offerKeys } from "./box.js";
import { Clock, isCalmWanted } from "./clock.js";
import { Example } from "./example.js";
import { wish } from "./keyboard.js";
import { ringCell } from "./laser.js";
import { Panel } from "./panel.js";
import { Pointing } from "./pointing.js";
import { readout } from "./readout.js";
import { Report } from "./report.js";
import { roomFor, viewNow } from "./room.js";
import { skipLink } from "./skip.js";
import { Stage } from "./stage.js";
import { Voice, browserSpeech, sentence } from "./voice.js";
import { Walk } from "./walk.js";

/** @import { Component, Moment, Sent, StageData } from "../shared/types.js" */
/** @import { Goal } from "./walk.js" */

const GLIDE = 180; // ms, for one step by hand
const READABLE = 8; // steps a second; played faster, the panel under the picture
const PANEL_REST = 100; // does not follow every step, but every so many ms

class Player {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    /** @type {StageData | null} */
    this.data = null;
    this.walk = new Walk();
    this.missing = false;
    this.advancing = false; // played on, one step after the other
    this.panelAt = 0; // when the panel was written last
    /** @type {Component<Sent> | null} */
    this.server = null;
    this.report = new Report({
      step: (step) => this.server?.setStateValue("step", step),
      speed: (speed) => this.server?.setStateValue("speed", speed),
    });
    this.panel = new Panel(root, {
      act: (what) => this.act(what),
      go: (step) => this.go(step),
      hurry: (speed) => this.hurry(speed),
      point: (term) => {
        this.pointing.atTerm(term);
        this.stage.draw();
      },
    });
    this.voice = new Voice(this.panel.live, browserSpeech());
    this.panel.hush(this.voice.speech === null);
    this.skip = skipLink(this.panel.box);
    this.clock = new Clock({
      advance: (glide) => this.advance(glide),
      held: () => this.pointing.preview !== null,
      calm: isCalmWanted,
    });
    /** @type {Stage} */
    this.stage = new Stage({
      present: () => ({ now: this.now, lights: this.pointing.lights }),
      drawn: () => this.found(),
      missing: () => this.miss(),
      room: (column) => roomFor(column, this.panel.box),
      painted: (gd, layout) => this.painting.on(gd, layout),
    });
    /** @type {Pointing} */
    this.pointing = new Pointing(this.stage.chart, {
      example: () => this.example,
      offsets: () => this.stage.offsets,
      now: () => this.now,
      changed: () => this.show(),
      pinned: (step) => this.pin(step),
      holds: ({ role }) => this.painting.isOpen && role === "input",
    });
    /** @type {Painting} */
    this.painting = new Painting(this.panel.palette, {
      example: () => this.example,
      offsets: () => this.stage.offsets,
      changed: (example) => this.repaint(example),
      tell: (grid, shape, count) => {
        this.server?.setTriggerValue("painted", { grid, shape, count });
      },
      at: (cell) => {
        if (this.example) this.pointing.over(onStage(this.example, cell), true);
      },
      begun: () => this.pause(),
      open: (open) => this.panel.press("paint", open),
    });
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    // Other pictures of the same step ask for one with this event, and hear of it by the other.
    document.addEventListener("convscope:go", (event) => this.asked(event), { signal });
    document.addEventListener("convscope:act", ({ detail }) => this.act(detail.what), { signal });
    document.addEventListener("convscope:view", () => this.seen(), { signal });
    window.addEventListener("resize", () => this.stage.fit(), { signal });
    this.panel.view(viewNow());
  }

  // The page is seen in another way now: whole, on a projector.
  seen() {
    this.panel.view(viewNow());
    this.stage.fit();
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
    this.report.confirm(data.step);
    const isNew = !this.example || before?.id !== data.id;
    const isAnswer = isNew || this.painting.isAhead;
    const example =
      this.example && !isAnswer ? this.example : this.painting.meet(new Example(data), data);
    this.panel.button("paint").hidden = !data.paints;
    this.painting.name(data.labels);
    this.panel.name(data.labels, example.steps);
    this.panel.slow(this.walk.slow, example.weight !== null);
    this.skip.name(data.labels.skip);
    if (data.ask !== before?.ask) {
      this.report.speed = data.speed;
      this.setSpeed(data.speed);
    }
    if (!isNew) this.walk.example = example;
    if (isNew) {
      this.open(example, data.step, data.ask === before?.ask);
    } else if (data.ask !== before?.ask) {
      this.go(data.step); // the server itself asks for a step: history, its own buttons
    } else if (this.missing) {
      this.walk.step = data.step; // the server steps, we follow
    }
    this.panel.play(this.clock.playing);
    this.tell();
    if (data.hidden) this.stage.leave();
    else this.stage.follow(data, example);
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
    const isChosen = this.report.isOpen && this.example?.steps === example.steps;
    this.walk.example = example;
    this.pointing.clear();
    this.pause();
    if (mayKeep && isChosen) return;
    this.walk.go(step);
    this.report.forget();
  }

  end() {
    this.clock.stop();
    this.report.forget();
    this.voice.end();
    this.painting.end();
    this.panel.end();
    this.listening.abort();
    this.pointing.pointer.end();
    this.stage.end();
    this.skip.end();
  }

  /** @returns {Example | null} */
  get example() {
    return this.walk.example;
  }

  /** @returns {Moment} Every number of the step shown: the player's own, or a preview. */
  get now() {
    return this.walk.read(this.pointing.preview);
  }

  /** @param {number} [glide] */
  show(glide = 0) {
    this.stage.draw(glide);
    const { gd } = this.stage.chart;
    this.painting.place(gd);
    if (gd && viewNow()) ringCell(gd, this.pointing.place, this.stage.offsets);
    this.tell();
  }

  // Some numbers of the example are others now: it is being painted.
  /** @param {Example} example */
  repaint(example) {
    this.walk.example = example;
    this.stage.example = example;
    this.show();
  }

  // The panel and the other pictures follow.
  tell() {
    if (!this.data || !this.example) return;
    const now = this.now;
    const ends = { first: this.walk.isFirst, last: this.walk.isLast };
    if (!this.mayPanelRest()) {
      const place = this.pointing.place ?? this.pointing.held;
      const told = place ? readout(this.example, place, now, this.data.labels) : "";
      this.panel.show(this.example, now, ends, told);
      this.panelAt = performance.now();
      // What a pointer previews is said where it is pointed at; a step in the making is not one.
      const isStep = this.pointing.preview === null && this.walk.part === null;
      if (isStep) this.voice.tell(this.words, this.clock.playing);
    }
    const detail = { stage: this.data.stage, step: now.step };
    document.dispatchEvent(new CustomEvent("convscope:step", { detail }));
  }

  /** The step that is shown, in words. */
  get words() {
    const { data, example } = this;
    return data && example ? sentence(example, example.read(this.walk.step), data.labels) : "";
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
    const { data } = this;
    this.painting.place(this.stage.chart.gd);
    if (data) offerKeys(this.box, data.labels.stage, () => this.pointing.blur());
  }

  get box() {
    return boxOf(this.data?.stage);
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
    this.walk.go(step, part);
    this.show(glide);
    this.rest();
  }

  rest() {
    if (this.clock.playing) this.report.forget();
    else this.report.rest(this.walk.step, this.clock.speed);
  }

  /** @param {number} speed Steps a second. */
  setSpeed(speed) {
    this.clock.speed = speed;
    this.panel.speed.value = String(speed);
  }

  // The reader chose another speed: the server hears of it when the player rests.
  /** @param {number} speed */
  hurry(speed) {
    this.clock.speed = speed;
    this.rest();
  }

  /** @param {string} what */
  act(what) {
    if (what === "play" && !this.clock.playing) {
      this.play();
      return;
    }
    if (what === "faster" || what === "slower") {
      this.panel.hurry(what === "faster" ? 1 : -1);
      return;
    }
    if (what === "paint") {
      this.painting.toggle();
      this.show();
      return;
    }
    if (what === "speak") {
      this.panel.press("speak", this.voice.toggle(this.words));
      return;
    }
    this.pause();
    if (what === "play") this.tell(); // the panel may be some steps behind
    const glide = isCalmWanted() ? 0 : GLIDE;
    if (what === "first") this.go(0);
    if (what === "last") this.go(this.walk.last);
    if (what === "back") this.take(this.walk.behind, glide);
    if (what === "next") this.take(this.walk.ahead, glide);
    if (what === "slow") this.toggle();
  }

  // Product by product, or step by step.
  toggle() {
    this.walk.toggle();
    this.panel.slow(this.walk.slow, this.example?.weight !== null);
    this.show();
  }

  /**
   * @param {Goal | null} goal
   * @param {number} glide
   */
  take(goal, glide) {
    if (goal) this.go(goal.step, goal.glides ? glide : 0, goal.part);
  }

  play() {
    if (this.walk.isLast) this.go(0, 0, this.walk.slow ? 0 : null);
    this.report.forget();
    bringIntoSight(this.box, isCalmWanted());
    this.clock.start();
    this.panel.play(true);
  }

  pause() {
    if (!this.clock.playing) return;
    this.clock.stop();
    this.panel.play(false);
    this.rest();
  }

  /** @param {number} glide */
  advance(glide) {
    this.advancing = true;
    this.take(this.walk.ahead, glide);
    this.advancing = false;
    if (!this.walk.isLast) return;
    this.pause();
    this.tell(); // the panel may be some steps behind
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.example || this.missing) return;
    if (this.painting.key(event)) {
      event.preventDefault();
      return;
    }
    if (isFor(this.box, event) && this.pointing.key(event.key)) {
      event.preventDefault();
      return;
    }
    const what = wish(event);
    if (!what) return;
    event.preventDefault();
    this.act(what);
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
