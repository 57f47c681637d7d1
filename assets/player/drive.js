// What moves the player: the clock, the buttons, the keys; where it stands, and what the server hears.

import { Clock, isCalmWanted } from "./clock.js";
import { Report } from "./report.js";
import { Walk } from "./walk.js";

/** @import { Example } from "./example.js" */
/** @import { Goal } from "./walk.js" */

const GLIDE = 180; // ms, for one step by hand
const READABLE = 8; // steps a second; what is played faster nobody reads

/**
 * @typedef {object} Needs
 * @property {() => void} going The step is another one in a moment.
 * @property {(glide: number) => void} show It is.
 * @property {() => void} tell It has come to rest, and what follows it may be some steps behind.
 * @property {(playing: boolean) => void} playing
 * @property {() => boolean} held Whether time stands still for now.
 * @property {(speed: number) => void} speed It is another one, steps a second.
 * @property {{ step: (step: number) => void, speed: (speed: number) => void }} server
 */

export class Drive {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    this.walk = new Walk();
    this.report = new Report(needs.server);
    /** @type {number | null} */
    this.until = null; // the step that a tour plays to
    this.usual = 1; // the speed before and after that
    this.advancing = false; // played on, one step after the other
    this.clock = new Clock({
      advance: (glide) => this.advance(glide),
      held: needs.held,
      calm: isCalmWanted,
    });
  }

  get isPlaying() {
    return this.clock.playing;
  }

  /** Whether steps follow each other faster than one can read. */
  get isFast() {
    return this.advancing && this.clock.speed > READABLE;
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
    const isChosen = this.report.isOpen && this.walk.example?.steps === example.steps;
    this.walk.example = example;
    this.needs.going();
    this.pause();
    if (mayKeep && isChosen) return;
    this.walk.go(step);
    this.report.forget();
  }

  end() {
    this.clock.stop();
    this.report.forget();
  }

  /**
   * @param {number} step
   * @param {number} [glide]
   * @param {number | null} [part]
   */
  go(step, glide = 0, part = null) {
    this.needs.going();
    this.walk.go(step, part);
    this.needs.show(glide);
    this.rest();
  }

  rest() {
    if (this.clock.playing) this.report.forget();
    else this.report.rest(this.walk.step, this.clock.speed);
  }

  /** @param {number} speed Steps a second. */
  setSpeed(speed) {
    this.clock.speed = speed;
    this.needs.speed(speed);
  }

  // The reader chose another speed: the server hears of it when the player rests.
  /** @param {number} speed */
  hurry(speed) {
    this.clock.speed = this.usual = speed;
    this.rest();
  }

  /** @param {string} what */
  act(what) {
    if (what === "play" && !this.clock.playing) {
      this.play();
      return;
    }
    this.pause();
    if (what === "play") this.needs.tell();
    const glide = isCalmWanted() ? 0 : GLIDE;
    if (what === "first") this.go(0);
    if (what === "last") this.go(this.walk.last);
    if (what === "back") this.take(this.walk.behind, glide);
    if (what === "next") this.take(this.walk.ahead, glide);
  }

  /**
   * @param {Goal | null} goal
   * @param {number} glide
   */
  take(goal, glide) {
    if (goal) this.go(goal.step, goal.glides ? glide : 0, goal.part);
  }

  /**
   * Play to a step at a speed of its own, as a tour wants it; at once where nothing is to move.
   *
   * @param {number} step
   * @param {number} speed Steps a second.
   */
  lead(step, speed) {
    if (isCalmWanted()) {
      this.go(step);
      return;
    }
    this.pause();
    this.usual = this.clock.speed;
    this.setSpeed(speed);
    this.play(step);
  }

  /** @param {number | null} [until] The step to stop at; the last one if not said. */
  play(until = null) {
    this.until = until;
    if (this.walk.isLast) this.go(0, 0, this.walk.slow ? 0 : null);
    this.report.forget();
    this.clock.start();
    this.needs.playing(true);
  }

  pause() {
    if (!this.clock.playing) return;
    this.clock.stop();
    if (this.until !== null) this.setSpeed(this.usual);
    this.until = null;
    this.needs.playing(false);
    this.rest();
  }

  /** @param {number} glide */
  advance(glide) {
    this.advancing = true;
    this.take(this.walk.ahead, glide);
    this.advancing = false;
    const { step, part, last } = this.walk;
    if (step < (this.until ?? last) || part !== null) return;
    this.pause();
    this.needs.tell();
  }

  /** @param {number | null} step Null for none: only time stands still. */
  pin(step) {
    this.pause();
    if (step !== null) this.go(step);
  }
}
