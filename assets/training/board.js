// The charts of a training, or of two beside one another. They ask the server for what is new, and
// ask again when it has come: as fast as server, line and browser are, and never faster.

import { entry, part } from "../shared/component.js";
import { filled } from "../shared/sentences.js";
import { Film } from "./film.js";
import { RunView, scaleOf } from "./run.js";
import { Store } from "./store.js";

/** @import { Component } from "../shared/types.js" */
/** @import { Message } from "./store.js" */

const PATIENCE = 1500; // ms until a question counts as lost

class Board {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    this.box = part(root, ".board", HTMLElement);
    this.status = part(root, ".status", HTMLElement);
    this.place = part(root, ".runs", HTMLElement);
    this.film = new Film(part(root, ".film", HTMLElement), () => this.wish());
    this.store = new Store();
    /** @type {RunView[]} */
    this.views = [];
    /** @type {Component<Message> | null} */
    this.server = null;
    this.asked = 0;
    this.drawn = 0;
    this.frame = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.next = undefined;
    this.watcher = new ResizeObserver(() => this.wish());
    this.watcher.observe(this.box);
  }

  /** @param {Component<Message>} server */
  update(server) {
    this.server = server;
    if (this.count === server.data.count) return;
    this.count = server.data.count;
    const missing = this.store.take(server.data);
    this.wish();
    clearTimeout(this.next);
    if (missing || this.store.live) {
      this.next = setTimeout(() => this.ask(), this.asked + this.store.least - performance.now());
    }
  }

  /** @type {number | undefined} */
  count = undefined;

  ask() {
    this.asked = performance.now();
    this.server?.setTriggerValue("ask", this.store.ask());
    this.next = setTimeout(() => this.ask(), PATIENCE);
  }

  // Draw when the browser draws next, once for all that has happened until then.
  wish() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  draw() {
    const { fixed, runs, last, live } = this.store;
    if (!fixed) return;
    const { words } = fixed;
    if (this.views.length !== fixed.runs.length) this.build(fixed.runs.length);
    this.box.setAttribute("aria-label", words.group);
    const planned = Math.max(...fixed.runs.map(({ epochs }) => epochs));
    this.film.update(last, planned, live, words);
    const scale = scaleOf(runs);
    this.views.forEach((view, i) => {
      view.draw(runs[i], fixed.runs[i], fixed, this.film.at, scale);
    });
    this.status.textContent = runs.map((run, i) => this.say(run, i)).join(" · ");
    this.drawn += 1;
    this.box.dataset.drawn = String(this.drawn);
    this.box.dataset.epochs = String(last + 1);
  }

  /**
   * @param {import("./store.js").SentRun} run
   * @param {number} place
   */
  say(run, place) {
    const fixed = this.store.fixed;
    if (!fixed) return "";
    const own = fixed.runs[place];
    const values = { epoch: run.epochs.length - 1, epochs: own.epochs, step: run.step };
    const said = run.epochs.length ? filled(fixed.words.status, values) : "";
    const state = fixed.words[run.state] ?? "";
    return [own.name, state, said].filter(Boolean).join(", ");
  }

  /** @param {number} count */
  build(count) {
    const picked = (/** @type {number} */ picture) =>
      this.server?.setTriggerValue("picked", picture);
    this.views = Array.from({ length: count }, () => new RunView(count === 1, picked));
    this.place.replaceChildren(...this.views.map(({ box }) => box));
    this.box.classList.toggle("single", count === 1);
    this.box.classList.toggle("pair", count > 1);
  }

  end() {
    clearTimeout(this.next);
    cancelAnimationFrame(this.frame);
    this.film.stop();
    this.watcher.disconnect();
  }
}

export default entry(
  (root) => new Board(root),
  (board, /** @type {Component<Message>} */ server) => board.update(server),
);
