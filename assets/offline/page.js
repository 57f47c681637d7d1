// A page without a server: it draws the charts and gives each component what Streamlit would.

import { unpacked } from "./packed.js";
import { ThemeSwitch } from "./theme.js";
import { Box } from "./box.js";

/** @import { Component, Figure } from "../shared/types.js" */

/** @typedef {(component: Component<any>) => () => void} Run A component's entry. */
/** @typedef {{ run: Run, html: string, css: string }} Part */
/** @typedef {Record<string, unknown> & { stage?: string, figure?: string, tour?: Moves }} Data */
/** @typedef {{ play?: number, from?: number }} Moves What a tour does, and where that begins. */

/**
 * @typedef {object} Drawn The page in one theme: by the keys of boxes.
 * @property {Record<string, string>} figures
 * @property {Record<string, string>} components
 * @property {Record<string, Data>} data
 */

/** @typedef {{ light: Drawn, dark: Drawn, words: Record<string, string> }} Content */

class Page {
  /**
   * @param {Record<string, Part>} parts
   * @param {Content} content
   */
  constructor(parts, content) {
    this.parts = parts;
    this.content = content;
    /** @type {Map<string, Box>} */
    this.boxes = new Map();
    /** @type {Map<string, ShadowRoot>} */
    this.roots = new Map();
    // What the reader has done, as a server would remember it: it outlives a change of theme.
    /** @type {Record<string, Record<string, unknown>>} */
    this.done = {};
    this.theme = new ThemeSwitch(document.getElementById("theme"), content.words, () =>
      this.draw(),
    );
  }

  /** @returns {Drawn} */
  get drawn() {
    return this.content[this.theme.dark ? "dark" : "light"];
  }

  draw() {
    for (const element of document.querySelectorAll(".chart")) {
      if (element instanceof HTMLElement) this.chart(element);
    }
    for (const key of Object.keys(this.drawn.components)) this.update(key);
  }

  /**
   * A player puts its stage's other figures into the chart itself.
   *
   * @param {HTMLElement} element
   */
  chart(element) {
    const key = element.dataset.key ?? "";
    const moved = Object.values(this.drawn.data).find(
      ({ stage, figure }) => figure && stage === key,
    );
    const box = this.boxes.get(key);
    if (box && moved) return;
    /** @type {Figure} */
    const figure = JSON.parse(moved?.figure ?? this.drawn.figures[key]);
    if (box) box.replace(figure);
    else this.boxes.set(key, new Box(element, figure));
  }

  /** @param {string} key */
  update(key) {
    const part = this.parts[this.drawn.components[key]];
    /** @param {string} name @param {unknown} value */
    const note = (name, value) => {
      if (!KEPT.includes(name)) return;
      this.done[key] = { ...this.done[key], [name]: value };
      this.update(key); // a server would answer, and so confirm what it was told
    };
    part.run({
      data: { ...this.drawn.data[key], ...this.done[key] },
      parentElement: this.root(key, part),
      setStateValue: note,
      setTriggerValue: note,
    });
  }

  /**
   * @param {string} key
   * @param {Part} part
   */
  root(key, { html, css }) {
    const found = this.roots.get(key);
    if (found) return found;
    const place = document.querySelector(`.live[data-key="${key}"]`);
    if (!place) throw new Error(`There is no place for ${key}.`);
    const root = place.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${css}</style>${html}`;
    this.roots.set(key, root);
    return root;
  }

  // A tour's reader asks to be shown: from the step where it begins.
  show() {
    for (const [key, { tour, step }] of Object.entries(this.drawn.data)) {
      if (!tour) continue;
      const before = this.done[key] ?? {};
      const ask = Number(before.ask ?? 0) + 1;
      this.done[key] = { ...before, ask, step, tour: { ...tour, play: ask } };
      this.update(key);
    }
  }
}

const KEPT = ["step", "speed"]; // of what components tell

/** @param {string} words */
function notice(words) {
  const place = document.getElementById("notice");
  if (!place) return;
  place.textContent = words;
  place.hidden = false;
}

/** @param {Record<string, Part>} parts */
export default async function open(parts) {
  /** @type {Content} */
  const content = JSON.parse(document.getElementById("content")?.textContent ?? "");
  const packed = document.getElementById("plotly");
  if (!window.Plotly && packed) {
    try {
      const script = document.createElement("script");
      script.textContent = await unpacked(packed.textContent ?? "");
      document.head.append(script);
    } catch (error) {
      notice(content.words.too_old);
      throw error;
    }
  }
  const page = new Page(parts, content);
  page.draw();
  document.getElementById("show")?.addEventListener("click", () => page.show());
}
