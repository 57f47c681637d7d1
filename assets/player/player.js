// The player: joins the clock, the stage, the panel, the pointer and the keys. It asks the server for
// nothing while playing and reports the step once it rests.

import { entry } from "../shared/component.js";
import { Painting } from "../paint/painting.js";
import { onStage } from "../paint/sketch.js";
import { announce, hearWords } from "./announce.js";
import { boxOf, bringIntoSight, isFor, offerKeys } from "./box.js";
import { isCalmWanted } from "./clock.js";
import { Drive } from "./drive.js";
import { Example } from "./example.js";
import { wish } from "./keyboard.js";
import { ringCell } from "./laser.js";
import { Panel } from "./panel.js";
import { Pointing } from "./pointing.js";
import { readout } from "./readout.js";
import { roomFor, viewNow, watchRoom } from "./room.js";
import { skipLink } from "./skip.js";
import { Stage } from "./stage.js";
import { Voice, browserSpeech, sentence } from "./voice.js";

/** @import { Component, Moment, Sent, StageData } from "../shared/types.js" */

const PANEL_REST = 100; // ms: played fast, the panel does not follow every step

class Player {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    /** @type {StageData | null} */
    this.data = null;
    this.missing = false;
    this.panelAt = 0; // when the panel was written last
    /** @type {Component<Sent> | null} */
    this.server = null;
    this.drive = new Drive({
      going: () => (this.pointing.preview = null),
      show: (glide) => this.show(glide),
      tell: () => this.tell(),
      playing: (playing) => this.played(playing),
      held: () => this.pointing.preview !== null,
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
      point: (term) => {
        this.pointing.atTerm(term);
        this.stage.draw();
        if (this.data) announce(this.data.stage, this.now, term);
      },
    });
    this.voice = new Voice(this.panel.live, browserSpeech());
    this.panel.hush(this.voice.speech === null);
    this.skip = skipLink(this.panel.box);
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
      pinned: (step) => this.drive.pin(step),
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
      begun: () => this.drive.pause(),
      open: (open) => this.panel.press("paint", open),
    });
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    // Other pictures of the same step ask for one with this event, and hear of it by the other.
    document.addEventListener("convscope:go", (event) => this.asked(event), { signal });
    document.addEventListener("convscope:act", ({ detail }) => this.act(detail.what), { signal });
    hearWords(this.panel, () => this.data?.stage, signal);
    watchRoom(this.panel.box, () => this.seen(), signal);
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
    this.drive.report.confirm(data.step);
    const isNew = !this.example || before?.id !== data.id;
    const isAnswer = isNew || this.painting.isAhead;
    const example =
      this.example && !isAnswer ? this.example : this.painting.meet(new Example(data), data);
    this.panel.button("paint").hidden = !data.paints;
    this.painting.name(data.labels);
    this.panel.name(data.labels, example.steps);
    this.panel.slow(this.drive.walk.slow, example.weight !== null);
    this.skip.name(data.labels.skip);
    if (data.ask !== before?.ask) {
      this.drive.report.speed = data.speed;
      this.drive.setSpeed(data.speed);
    }
    if (isNew) {
      this.pointing.clear();
      this.drive.open(example, data.step, data.ask === before?.ask);
    } else {
      this.drive.walk.example = example;
      if (data.ask !== before?.ask) {
        this.drive.go(data.step); // the server itself asks for a step: history, its own buttons
      } else if (this.missing) {
        this.drive.walk.step = data.step; // the server steps, we follow
      }
    }
    this.pointing.taught = data.tour.light ?? {};
    this.panel.play(this.drive.isPlaying);
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
    this.drive.lead(to, speed);
  }

  end() {
    this.drive.end();
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
    return this.drive.walk.example;
  }

  /** @returns {Moment} Every number of the step shown: the player's own, or a preview. */
  get now() {
    return this.drive.walk.read(this.pointing.preview);
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
    this.drive.walk.example = example;
    this.stage.example = example;
    this.show();
  }

  // The panel and the other pictures follow.
  tell() {
    if (!this.data || !this.example) return;
    const { now, drive } = this;
    const ends = { first: drive.walk.isFirst, last: drive.walk.isLast };
    // Nobody reads a formula that stands for a sixtieth of a second, and it costs as much as the
    // picture.
    if (!drive.isFast || performance.now() - this.panelAt >= PANEL_REST) {
      const place = this.pointing.place ?? this.pointing.held;
      const told = place ? readout(this.example, place, now, this.data.labels) : "";
      this.panel.show(this.example, now, ends, told);
      this.panelAt = performance.now();
      // What a pointer previews is said where it is pointed at; a step in the making is not one.
      const isStep = this.pointing.preview === null && drive.walk.part === null;
      if (isStep) this.voice.tell(this.words, drive.isPlaying);
    }
    announce(this.data.stage, now, this.pointing.term);
  }

  /** The step that is shown, in words. */
  get words() {
    const { data, example } = this;
    return data && example
      ? sentence(example, example.read(this.drive.walk.step), data.labels)
      : "";
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

  // On a phone the stage may be out of sight.
  /** @param {boolean} playing */
  played(playing) {
    if (playing) bringIntoSight(this.box, isCalmWanted());
    this.panel.play(playing);
  }

  /** @param {string} what */
  act(what) {
    const { walk } = this.drive;
    if (what === "faster") this.panel.hurry(1);
    else if (what === "slower") this.panel.hurry(-1);
    else if (what === "speak") this.panel.press("speak", this.voice.toggle(this.words));
    else if (what === "paint") {
      this.painting.toggle();
      this.show();
    } else if (what === "slow") {
      this.drive.pause();
      walk.toggle();
      this.panel.slow(walk.slow, this.example?.weight !== null);
      this.show();
    } else this.drive.act(what);
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
    this.drive.pin(event.detail.step);
  }
}

export default entry(
  (root) => new Player(root),
  (player, /** @type {Component<Sent>} */ server) => player.update(server),
);
