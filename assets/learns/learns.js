// A kernel learns: the player's own clock, buttons and keys go through the steps of a descent, and all
// grids and the curve of the loss follow.

import { Palette } from "../paint/palette.js";
import { bringIntoSight } from "../player/box.js";
import { isCalmWanted } from "../player/clock.js";
import { Drive } from "../player/drive.js";
import { wish } from "../player/keyboard.js";
import { Panel } from "../player/panel.js";
import { watchRoom } from "../player/room.js";
import { skipLink } from "../player/skip.js";
import { Voice, browserSpeech } from "../player/voice.js";
import { entry } from "../shared/component.js";
import { writeNumber } from "../shared/numbers.js";
import { Brush } from "./brush.js";
import { Descent } from "./descent.js";
import { Sheet } from "./sheet.js";
import { formulaOf, stepSaid } from "./words.js";

/** @import { Component, Tour } from "../shared/types.js" */
/** @import { Role } from "./arrange.js" */
/** @import { DescentData } from "./descent.js" */

/**
 * @typedef {object} Message
 * @property {string} id Names the descent.
 * @property {string} descent `DescentData` as JSON.
 * @property {number} step
 * @property {number} opened
 * @property {number} ask Changes when the server itself asks for `step`.
 * @property {number} speed
 * @property {boolean} paints Whether the target can be painted.
 * @property {number} painted How many paintings the server has taken.
 * @property {Partial<Record<Role, number>>} limits
 * @property {Record<string, string>} colors
 * @property {Record<string, string>} titles
 * @property {Record<string, string>} labels
 * @property {Tour} tour
 */

const AROUND = 24; // pixels, as in assets/view/view.css

class Learns {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    /** @type {Message | null} */
    this.data = null;
    /** @type {Descent | null} */
    this.descent = null;
    /** @type {Component<Message> | null} */
    this.server = null;
    this.opened = 0;
    this.pointed = ""; // in words
    this.frame = 0;
    this.drive = new Drive({
      going: () => {},
      show: () => this.wish(),
      tell: () => this.wish(),
      playing: (playing) => this.played(playing),
      held: () => false,
      speed: (speed) => (this.panel.speed.value = String(speed)),
      server: {
        step: (step) => this.server?.setTriggerValue("step", step),
        speed: (speed) => this.server?.setTriggerValue("speed", speed),
      },
    });
    this.panel = new Panel(root, {
      act: (what) => this.act(what),
      go: (step) => this.drive.go(step),
      hurry: (speed) => this.drive.hurry(speed),
      point: () => {},
    });
    this.voice = new Voice(this.panel.live, browserSpeech());
    this.panel.hush(this.voice.speech === null);
    this.skip = skipLink(this.panel.box);
    // There is no window whose products could be taken one by one, and no cell to go to.
    this.panel.button("slow").hidden = true;
    this.panel.count.setAttribute("disabled", "");
    this.panel.count.style.opacity = "1";
    this.brush = new Brush({
      sent: (grid, shape, count) => {
        this.server?.setTriggerValue("painted", { grid, shape, count });
      },
      changed: () => {
        this.wish();
        this.palette.allow(this.brush.strokes.canUndo, this.brush.strokes.canRedo);
      },
    });
    /** @type {Sheet} */
    this.sheet = new Sheet({
      shown: () =>
        this.data && this.descent && { ...this.data, descent: this.descent, step: this.step },
      brush: this.brush,
      open: (which) => this.open(which),
      point: (words) => this.pointAt(words),
      room: () => this.room,
      begun: () => this.drive.pause(),
      opened: () => this.opened,
    });
    this.panel.box.prepend(this.sheet.frame);
    this.palette = new Palette(this.panel.palette, {
      take: (value) => (this.brush.value = value),
      undo: () => this.brush.again("undo"),
      redo: () => this.brush.again("redo"),
      done: () => this.act("paint"),
    });
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    document.addEventListener("convscope:act", ({ detail }) => this.act(detail.what), { signal });
    watchRoom(this.panel.box, () => this.wish(), signal);
    this.watcher = new ResizeObserver(() => this.wish());
    this.watcher.observe(this.panel.box);
  }

  /** @param {Component<Message>} server */
  update(server) {
    const before = this.data;
    const data = server.data;
    this.server = server;
    this.data = data;
    this.drive.report.confirm(data.step);
    if (before?.id !== data.id) {
      /** @type {DescentData} */
      const sent = JSON.parse(data.descent);
      this.descent = new Descent(sent);
      this.sheet.clear();
      this.brush.meet(this.descent, data.painted);
      this.palette.offer(this.brush.choices, writeNumber);
    }
    if (!this.descent) return;
    this.panel.name(data.labels, this.descent.steps);
    this.palette.name(data.labels);
    this.skip.name(data.labels.skip);
    this.sheet.name(data.labels.stage);
    this.panel.button("paint").hidden = !data.paints;
    if (!data.paints && this.brush.isOpen) this.act("paint");
    if (data.opened !== before?.opened) this.opened = data.opened;
    const isAsked = data.ask !== before?.ask;
    if (isAsked) {
      this.drive.report.speed = data.speed;
      this.drive.setSpeed(data.speed);
    }
    if (before?.id !== data.id) this.drive.open(this.descent, data.step, !isAsked);
    else if (isAsked) this.drive.go(data.step);
    this.panel.play(this.drive.isPlaying);
    this.wish();
    const { play, to, speed } = data.tour;
    if (before && play !== undefined && play !== before.tour.play && to !== undefined) {
      this.drive.lead(to, speed ?? data.speed);
    }
  }

  // Draw when the browser draws next, once for all that has happened until then.
  wish() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  /** @returns {number} What the window has for the picture: all but the player's own controls. */
  get room() {
    const { box } = this.panel;
    const own =
      box.getBoundingClientRect().height - this.sheet.frame.getBoundingClientRect().height;
    return document.documentElement.clientHeight - own - AROUND;
  }

  get step() {
    return this.drive.walk.step;
  }

  draw() {
    const { data, descent, step, opened } = this;
    if (!data || !descent) return;
    this.sheet.draw(this.panel.box.clientWidth, { ...data, descent, step, opened });
    this.say();
  }

  say() {
    const { data, descent, step } = this;
    if (!data || !descent) return;
    const said = stepSaid(descent, step, data.labels);
    this.panel.at(step, stepSaid(descent, step, data.labels, "count"), {
      first: this.drive.walk.isFirst,
      last: this.drive.walk.isLast,
    });
    this.panel.tell(this.pointed || said);
    this.panel.formula.write(formulaOf(descent, step, this.opened, data.labels));
    this.sheet.say(step, said);
    this.voice.tell(said, this.drive.isPlaying);
  }

  /** @param {string} words */
  pointAt(words) {
    if (this.pointed === words) return;
    this.pointed = words;
    this.say();
  }

  /** @param {number} which A weight. */
  open(which) {
    if (which === this.opened) return;
    this.opened = which;
    this.wish();
    this.server?.setTriggerValue("opened", which);
  }

  /** @param {boolean} playing */
  played(playing) {
    if (playing) bringIntoSight(this.panel.box, isCalmWanted());
    this.panel.play(playing);
  }

  /** @param {string} what */
  act(what) {
    if (what === "faster") this.panel.hurry(1);
    else if (what === "slower") this.panel.hurry(-1);
    else if (what === "paint") this.paint();
    else if (what === "speak") {
      const { data, descent } = this;
      const said = data && descent ? stepSaid(descent, this.step, data.labels) : "";
      this.panel.press("speak", this.voice.toggle(said));
    } else this.drive.act(what);
  }

  // Begin to paint the target, or be done. A finger that paints does not scroll the page.
  paint() {
    const open = this.brush.toggle();
    this.palette.show(open);
    this.panel.press("paint", open);
    this.sheet.forPaint(open);
    if (open) this.drive.pause();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.descent || this.brush.key(event)) return;
    const what = wish(event);
    if (!what) return;
    event.preventDefault();
    this.act(what);
  }

  end() {
    this.drive.end();
    this.voice.end();
    this.panel.end();
    this.skip.end();
    this.brush.end();
    this.listening.abort();
    this.watcher.disconnect();
    cancelAnimationFrame(this.frame);
  }
}

export default entry(
  (root) => new Learns(root),
  (learns, /** @type {Component<Message>} */ server) => learns.update(server),
);
