// The player: joins the clock, the stage, the panel, the pointer and the keys. It asks the server for
// nothing while playing and reports the step once it rests.

import { entry } from "../shared/component.js";
import { Pointer } from "../shared/pointer.js";
import { Clock, isCalmWanted } from "./clock.js";
import { Example } from "./example.js";
import { wish } from "./keyboard.js";
import { lightsFor, lightsForTerm, placeOf, stepOf, stepToPin } from "./lights.js";
import { Panel } from "./panel.js";
import { Stage } from "./stage.js";

/** @import { Component, Hit, Lights, StageData, Term } from "../shared/types.js" */

const REPORT_AFTER = 350; // ms of rest
const GLIDE = 180; // ms, for one step by hand

class Player {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    /** @type {StageData | null} */
    this.data = null;
    /** @type {Example | null} */
    this.example = null;
    this.step = 0;
    /** @type {number | null} */
    this.preview = null; // step shown while the pointer rests on its output cell
    /** @type {Lights} */
    this.lights = {};
    this.missing = false;
    /** @type {Component<StageData> | null} */
    this.server = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.reporting = undefined;
    this.panel = new Panel(root, {
      act: (what) => this.act(what),
      go: (step) => this.go(step),
      hurry: (speed) => (this.clock.speed = speed),
      point: (term) => this.pointAtTerm(term),
    });
    this.clock = new Clock({
      advance: (glide) => this.advance(glide),
      held: () => this.preview !== null,
      calm: isCalmWanted,
    });
    this.stage = new Stage({
      present: () => ({ now: this.now, lights: this.lights }),
      drawn: () => this.found(),
      missing: () => this.miss(),
    });
    this.pointer = new Pointer(this.stage.chart, {
      wanted: (name) => name.startsWith("numbers:"),
      over: (hit) => this.over(hit),
      left: () => this.left(),
      chosen: (hit) => this.pin(hit),
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
   * @param {Component<StageData>} server
   */
  update(server) {
    const data = server.data;
    const before = this.data;
    this.server = server;
    this.data = data;
    if (before?.id === data.id && this.example) {
      this.panel.name(data.labels, this.example.steps);
      this.panel.play(this.clock.playing);
      // The same example: only a step the server itself asks for moves it (history, its buttons).
      if (data.ask !== before.ask) this.go(data.step);
      else if (this.missing) this.step = data.step;
      this.show();
    } else {
      this.open(data, before === null);
    }
    if (this.example) this.stage.follow(data, this.example);
  }

  /**
   * @param {StageData} data
   * @param {boolean} first
   */
  open(data, first) {
    this.example = new Example(data);
    this.lights = {};
    this.preview = null;
    this.pointer.forget();
    this.panel.name(data.labels, this.example.steps);
    this.pause();
    const step = Math.min(Math.max(0, data.step), this.example.steps - 1);
    if (!first && step === this.step) clearTimeout(this.reporting);
    this.step = step;
    this.show();
  }

  end() {
    this.clock.stop();
    clearTimeout(this.reporting);
    this.listening.abort();
    this.pointer.end();
    this.stage.end();
  }

  /** Every number of the step shown: the player's own, or a preview. */
  get now() {
    if (!this.example) throw new Error("The player has no example yet.");
    return this.example.read(this.preview ?? this.step);
  }

  /** @param {number} [glide] */
  show(glide = 0) {
    if (!this.data || !this.example) return;
    this.stage.draw(glide);
    const now = this.now;
    this.panel.show(this.example, now, this.step);
    const detail = { stage: this.data.stage, step: now.step };
    document.dispatchEvent(new CustomEvent("convscope:step", { detail }));
  }

  found() {
    this.missing = false;
    this.panel.miss(false);
    this.pointer.resume();
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
   */
  go(step, glide = 0) {
    if (!this.example) return;
    this.preview = null;
    this.step = Math.min(Math.max(0, step), this.example.steps - 1);
    this.show(glide);
    this.rest();
  }

  rest() {
    clearTimeout(this.reporting);
    if (this.clock.playing) return;
    const report = () => this.server?.setStateValue("step", this.step);
    this.reporting = setTimeout(report, REPORT_AFTER);
  }

  get last() {
    return (this.example?.steps ?? 1) - 1;
  }

  /** @param {string} what */
  act(what) {
    if (what === "play") {
      if (this.clock.playing) this.pause();
      else this.play();
      return;
    }
    this.pause();
    const glide = isCalmWanted() ? 0 : GLIDE;
    if (what === "first") this.go(0);
    if (what === "last") this.go(this.last);
    if (what === "back" && this.step > 0) this.go(this.step - 1, glide);
    if (what === "next" && this.step < this.last) this.go(this.step + 1, glide);
  }

  play() {
    if (this.step === this.last) this.go(0);
    clearTimeout(this.reporting);
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
    this.go(this.step + 1, glide);
    if (this.step === this.last) this.pause();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const what = this.example && !this.missing && wish(event);
    if (!what) return;
    event.preventDefault();
    this.act(what);
  }

  /** @param {DocumentEventMap["convscope:go"]} event */
  asked(event) {
    if (event.detail.stage !== this.data?.stage) return;
    event.preventDefault(); // says that somebody has heard it
    this.pause();
    this.go(event.detail.step);
  }

  /** @param {Hit} hit */
  over(hit) {
    const example = this.example;
    const place = example && placeOf(example, hit, this.stage.offsets);
    if (!place) return;
    this.preview = stepOf(example, place);
    this.lights = {};
    if (this.preview === null) this.lights = lightsFor(example, place, this.now);
    this.show();
  }

  left() {
    this.lights = {};
    this.preview = null;
    this.show();
  }

  /** @param {Term | null} term */
  pointAtTerm(term) {
    this.lights = term ? lightsForTerm(term) : {};
    this.stage.draw();
  }

  /** @param {Hit} hit */
  pin(hit) {
    const example = this.example;
    const place = example && placeOf(example, hit, this.stage.offsets);
    if (!place) return;
    const step = stepToPin(example, place, example.read(this.step));
    if (step === null && place.role !== "input") return;
    this.pause();
    if (step !== null) this.go(step);
  }
}

export default entry(
  (root) => new Player(root),
  (player, /** @type {Component<StageData>} */ server) => player.update(server),
);
