// How the page is seen: whole, on a projector, or in a frame of another page. The style sheet shows and
// hides by what stands in the root's data-view; nothing is built anew, so that leaving the projector
// leads back to exactly what was left.

import { entry } from "../shared/component.js";
import { viewOf, withoutFrame, withProjector } from "./address.js";
import { Black } from "./black.js";
import { Corner } from "./corner.js";
import { asked, isToggle, TYPING } from "./keys.js";
import { Line } from "./line.js";
import { Sheet } from "./sheet.js";
import { openTake } from "./take.js";
import { Zoom } from "./zoom.js";

/** @import { Component } from "../shared/types.js" */
/** @import { Tool } from "./corner.js" */
/** @import { SheetWords } from "./sheet.js" */

/**
 * @typedef {object} ViewData
 * @property {string} page
 * @property {string[]} figures Keys of what a projector shows larger.
 * @property {string[]} others Keys of what it shows besides, at a size of its own.
 * @property {SheetWords} sheet
 * @property {Tool[]} tools
 * @property {{ text: string, title: string }} link
 * @property {string} black
 * @property {string} line Another one after each run that a broken line made necessary.
 */

const OPENER = ".st-key-projector button";
const SCROLLED = "[data-testid=stMain]";
const ACTS = ["next", "back", "faster", "slower"];

class View {
  constructor() {
    /** @type {ViewData | null} */
    this.data = null;
    /** @type {Component<ViewData> | null} */
    this.server = null;
    this.line = new Line(() => this.server?.setTriggerValue("line", true));
    this.sheet = new Sheet();
    this.black = new Black();
    this.corner = new Corner((what) => this.act(what));
    this.zoom = new Zoom();
    this.scrolled = 0;
    this.sizer = new ResizeObserver(() => this.fit());
    this.sizer.observe(document.documentElement);
    this.listening = new AbortController();
    const { signal } = this.listening;
    // Before the player hears them: a black screen takes every key.
    document.addEventListener("keydown", (event) => this.key(event), { capture: true, signal });
    document.addEventListener("click", (event) => this.click(event), { capture: true, signal });
    document.addEventListener("pointermove", (event) => this.moved(event), { signal });
  }

  /** @param {Component<ViewData>} server */
  update(server) {
    const { data } = server;
    this.server = server;
    this.data = data;
    this.line.heard(data.line);
    this.sheet.name(data.sheet);
    this.black.name(data.black);
    this.corner.name(data.tools, data.link);
    const wanted = viewOf(location.href);
    if (wanted !== this.now) this.see(this.isPossible || wanted === "embed" ? wanted : "");
    this.corner.link.href = withoutFrame(location.href);
    this.fit();
  }

  end() {
    this.listening.abort();
    this.sizer.disconnect();
    this.line.end();
    this.sheet.end();
    this.black.remove();
    this.corner.end();
    this.zoom.end();
  }

  get now() {
    return document.documentElement.dataset.view ?? "";
  }

  /** Whether the page has something to be shown alone. */
  get isPossible() {
    return Boolean(this.data && this.data.figures.length + this.data.others.length);
  }

  /** @param {string} view */
  see(view) {
    const { dataset } = document.documentElement;
    const main = document.querySelector(SCROLLED);
    if (view && !this.now && main) this.scrolled = main.scrollTop;
    if (view) dataset.view = view;
    else delete dataset.view;
    this.black.end();
    document.dispatchEvent(new Event("convscope:view"));
    this.fit();
    if (!main) return;
    const back = view ? 0 : this.scrolled;
    main.scrollTop = back;
    // What has another height now may be drawn with the next frames only.
    requestAnimationFrame(() => requestAnimationFrame(() => (main.scrollTop = back)));
  }

  toggle() {
    if (this.now === "embed" || !this.isPossible) return;
    const isOn = this.now === "projector";
    history.replaceState(history.state, "", withProjector(location.href, !isOn));
    this.see(isOn ? "" : "projector");
    if (!isOn) return;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    const opener = document.querySelector(OPENER);
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  }

  /** @param {string} what */
  act(what) {
    if (what === "leave") this.toggle();
    else if (what === "take") this.take();
    else if (what === "keys") this.sheet.open();
    else if (what === "black") this.black.start();
    else if (what === "full") this.fill();
    else if (ACTS.includes(what)) {
      document.dispatchEvent(new CustomEvent("convscope:act", { detail: { what } }));
    }
  }

  // To pictures and films of what is shown: the page is whole again, at its place in it.
  take() {
    const words = this.data?.tools.find(({ name }) => name === "take")?.words ?? "";
    this.toggle();
    // Once `see` has put the page back to where it was.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => requestAnimationFrame(() => openTake(words))),
    );
  }

  // The whole screen, where the browser allows it.
  fill() {
    const asking = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen?.();
    asking?.catch(() => {});
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (this.sheet.isOpen) return; // the dialog hears Escape by itself
    if (isToggle(event)) {
      event.preventDefault();
      this.toggle();
      return;
    }
    if (this.now !== "projector") return;
    if (this.black.isOn) {
      this.black.end();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const at = event.composedPath()[0];
    const what = asked(event, at instanceof Element && at.closest(TYPING) !== null);
    if (!what) return;
    event.preventDefault();
    event.stopPropagation();
    this.act(what);
  }

  /** @param {MouseEvent} event */
  click(event) {
    if (event.target instanceof Element && event.target.closest(OPENER)) {
      event.stopPropagation(); // the server need not hear of it
      this.toggle();
    } else if (event.target === this.corner.link) {
      this.corner.link.href = withoutFrame(location.href);
    }
  }

  /** @param {PointerEvent} event */
  moved({ pointerType }) {
    if (this.now === "projector" && pointerType !== "touch") this.corner.show();
  }

  fit() {
    const { data } = this;
    if (this.now === "projector" && data) this.zoom.fit(data.figures, data.others);
    else this.zoom.rest();
  }
}

export default entry(
  () => new View(),
  (view, /** @type {Component<ViewData>} */ server) => view.update(server),
);
