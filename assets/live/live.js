// The camera, live: a frame goes to the server when the last one's answer is drawn. The picture
// shown is always the one that the bars and the maps are of.

import { entry, part } from "../shared/component.js";
import { filled } from "../shared/sentences.js";
import { Board, writeWords } from "./board.js";
import { Camera, reasonOf } from "./camera.js";
import { Sheet, offer } from "./maps.js";
import { Pace } from "./pace.js";
import { Pictures } from "./picture.js";

/** @import { Component } from "../shared/types.js" */
/** @import { Answer, Live as Sent } from "./types.d.ts" */
/** @typedef {"off" | "asking" | "on" | "paused"} State */

const SOON = 50; // ms until a camera that has no picture yet is looked at again

class Live {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    const button = (/** @type {string} */ name) => part(root, `.${name}`, HTMLButtonElement);
    const element = (/** @type {string} */ name) => part(root, name, HTMLElement);
    this.box = element(".live");
    this.status = element(".status");
    this.trouble = element(".trouble");
    this.shown = element(".shown");
    this.privacy = element(".privacy");
    this.some = element(".some");
    this.buttons = {
      main: button("main"),
      stop: button("stop"),
      keep: button("keep"),
      flip: button("flip"),
      other: button("other"),
    };
    this.layer = part(root, ".layer", HTMLSelectElement);
    this.which = part(root, ".which", HTMLSelectElement);
    this.video = part(root, "video", HTMLVideoElement);
    this.camera = new Camera(this.video, () => this.stop("ended"));
    this.pictures = new Pictures(part(root, ".seen canvas", HTMLCanvasElement));
    this.sheet = new Sheet(part(root, ".maps canvas", HTMLCanvasElement));
    this.board = new Board(element(".best"), element(".pace"));
    this.pace = new Pace();
    /** @type {State} */
    this.state = "off";
    /** @type {Component<Sent> | null} */
    this.server = null;
    this.taken = ""; // the frame that is under way
    this.picture = ""; // the one that is shown, and its answer
    /** @type {Answer | null} */
    this.answer = null;
    this.mirrored = true;
    this.first = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.next = undefined;
    this.watcher = new ResizeObserver(() => this.sheet.draw());
    this.listen();
  }

  // Nobody looks: the camera is given back, and only a press takes it again.
  away = (/** @type {Event} */ { type }) => {
    if (document.hidden || type === "pagehide") this.stop("hidden");
  };

  listen() {
    const { main, stop, keep, flip, other } = this.buttons;
    main.onclick = () => (this.state === "on" ? this.pause() : this.go());
    stop.onclick = () => this.stop("off");
    keep.onclick = () => this.keep(null);
    flip.onclick = () => {
      this.mirrored = !this.mirrored;
      flip.setAttribute("aria-pressed", String(this.mirrored));
    };
    other.onclick = () => this.turn();
    this.layer.onchange = () => (this.first = 0);
    this.which.onchange = () => (this.first = Number(this.which.value));
    const { canvas } = this.sheet;
    canvas.onclick = (event) => {
      const channel = this.sheet.channelAt(event);
      if (channel >= 0) this.keep(channel);
    };
    canvas.onpointermove = (event) => {
      const channel = this.sheet.channelAt(event);
      const { words } = this;
      const single = this.sheet.maps?.tile[0] === 1;
      const said = filled(single ? words.unit : words.map, { channel: channel + 1 });
      canvas.title = channel < 0 ? "" : said;
    };
    document.addEventListener("visibilitychange", this.away);
    window.addEventListener("pagehide", this.away);
    this.watcher.observe(this.box);
  }

  get words() {
    return this.server?.data.words ?? {};
  }

  /** @param {Component<Sent>} server */
  update(server) {
    this.server = server;
    const { data } = server;
    const fixed = JSON.stringify([data.words, data.layers, data.bar]);
    if (fixed !== this.fixed) this.label(data);
    this.fixed = fixed;
    if (this.state !== "on" || !this.pace.expects(data.answered)) return;
    if (data.trouble) this.stop("off", data.trouble);
    else if (data.answer) this.draw(data.answered, data.answer, data.least ?? 0);
  }

  /** Write what stays: names of buttons, of layers. @param {Sent} data */
  label({ words, layers, layer, bar }) {
    const { stop, keep, flip, other } = this.buttons;
    Object.entries({ stop, keep, flip, other }).forEach(([name, each]) => {
      each.textContent = words[name];
    });
    this.box.setAttribute("aria-label", words.group);
    this.box.style.setProperty("--bar", bar);
    this.privacy.textContent = words.privacy;
    writeWords(this.box, words);
    const chosen = this.layer.value || layer;
    this.layer.replaceChildren(...layers.map((each) => new Option(each)));
    this.layer.value = layers.includes(chosen) ? chosen : layer;
    this.show(this.said);
  }

  fixed = ""; // what was written by `label`
  said = ""; // key of what the status says

  /** Show the buttons that there are in this state, and say it. @param {string} said */
  show(said) {
    const { main, stop, keep, flip, other } = this.buttons;
    const { words, state } = this;
    const open = state === "on" || state === "paused";
    this.said = said;
    this.box.dataset.state = state;
    main.textContent = { off: words.start, asking: words.start, on: words.pause, paused: words.go_on }[state]; // prettier-ignore
    main.disabled = state === "asking";
    stop.hidden = state === "off";
    flip.hidden = !open;
    keep.hidden = !this.answer;
    other.hidden = !open || this.camera.count < 2;
    this.privacy.hidden = open;
    this.status.textContent = said ? words[said] : "";
    this.shown.hidden = this.pictures.empty;
  }

  async go() {
    this.complain("");
    this.pace.begin();
    if (this.camera.stream) {
      this.state = "on";
      this.show("");
      this.tick();
      return;
    }
    this.state = "asking";
    this.show("asking");
    try {
      if (!(await this.camera.open())) return;
    } catch (error) {
      this.stop("", reasonOf(error, window.isSecureContext));
      return;
    }
    this.mirrored = !this.camera.away;
    this.buttons.flip.setAttribute("aria-pressed", String(this.mirrored));
    this.state = "on";
    this.show("first");
    this.tick();
  }

  async turn() {
    try {
      await this.camera.turn();
    } catch {
      // Then the same camera is opened again.
    }
    this.rest();
    this.camera.close();
    await this.go();
  }

  pause() {
    this.rest();
    this.state = "paused";
    this.show("paused");
    this.server?.setTriggerValue("rest", true);
  }

  /**
   * Give the camera back.
   *
   * @param {string} said
   * @param {string} [trouble] Why, where something is wrong.
   */
  stop(said, trouble = "") {
    const before = this.state;
    this.rest();
    this.camera.close();
    if (before === "off" && !trouble) return;
    this.state = "off";
    this.show(said);
    this.complain(trouble);
    if (before === "on") this.server?.setTriggerValue("rest", true);
  }

  /** @param {string} trouble */
  complain(trouble) {
    this.trouble.hidden = !trouble;
    this.trouble.textContent = trouble ? (this.words[trouble] ?? this.words.other_error) : "";
  }

  rest() {
    clearTimeout(this.next);
    this.pace.begin();
  }

  // Send a frame if it may go, else look again when it may.
  tick() {
    clearTimeout(this.next);
    if (this.state !== "on") return;
    const wait = this.camera.ready ? this.pace.wait(performance.now()) : SOON;
    if (wait > 0) {
      this.next = setTimeout(() => this.tick(), wait);
      return;
    }
    this.send();
    if (this.pace.late) this.show("slow");
    this.next = setTimeout(() => this.tick(), this.pace.wait(performance.now()));
  }

  send() {
    const data = this.server?.data;
    if (!data) return;
    this.taken = this.pictures.take(this.video, data.side, this.mirrored);
    if (!this.taken) {
      this.stop("off", "other_error");
      return;
    }
    if (this.pictures.empty) this.pictures.show(data.crop);
    this.server?.setTriggerValue("frame", {
      number: this.pace.send(performance.now()),
      picture: this.taken,
      layer: this.layer.value,
      first: this.first,
    });
  }

  /**
   * Draw picture, bars and maps of one frame at once; then the next one may go.
   *
   * @param {number} number
   * @param {Answer} answer
   * @param {number} least
   */
  async draw(number, answer, least) {
    const { server } = this;
    await this.sheet.take(answer.maps);
    const now = performance.now();
    if (!server || !this.pace.answer(number, least, now)) return;
    this.pictures.show(server.data.crop);
    this.picture = this.taken;
    this.answer = answer;
    this.board.draw(answer.top);
    this.board.tell(this.words.pace, this.pace.rate, answer.ms, now);
    this.some.hidden = !offer(this.which, answer.maps, this.first);
    this.box.dataset.answered = String(number);
    if (this.said !== "" || this.buttons.keep.hidden) this.show("");
    this.tick();
  }

  /** Make the frame shown the page's photo. @param {number | null} channel */
  keep(channel) {
    const { answer } = this;
    if (!answer) return;
    this.rest();
    if (this.state === "on") this.state = "paused";
    this.show("kept");
    this.server?.setTriggerValue("keep", {
      number: Math.max(1, this.pace.number),
      picture: this.picture,
      layer: answer.layer,
      first: answer.maps.first,
      channel,
    });
  }

  end() {
    clearTimeout(this.next);
    this.camera.close();
    this.watcher.disconnect();
    document.removeEventListener("visibilitychange", this.away);
    window.removeEventListener("pagehide", this.away);
  }
}

export default entry(
  (root) => new Live(root),
  (live, /** @type {Component<Sent>} */ server) => live.update(server),
);
