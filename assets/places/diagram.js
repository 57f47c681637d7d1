// A drawing of boxes, each a place to press. It is made for several widths; the one that fits is
// shown. A run of the page that changes nothing but the chosen place replaces no element, so that a
// press is not lost.

import { entry, part } from "../shared/component.js";

/** @import { Component } from "../shared/types.js" */

/**
 * @typedef {object} Box
 * @property {string} name What a press tells; "" for a box that cannot be pressed.
 * @property {string} title
 * @property {string} label What stands below it.
 * @property {boolean} weights
 * @property {[number, number, number, number]} room Left, top, width, height of where it is pressed.
 * @property {string[]} faces The points of each face, as SVG writes them.
 * @property {[number, number]} at Where the label stands.
 *
 * @typedef {{ width: number, height: number, boxes: Box[] }} Arrangement
 * @typedef {object} DiagramData
 * @property {Arrangement[]} arrangements From narrow to wide.
 * @property {string} chosen
 * @property {string} label
 * @property {Record<string, string>} colors
 */

/**
 * The widest arrangement that there is room for, or the narrowest.
 *
 * @param {{ width: number }[]} arrangements
 * @param {number} room
 */
export function fittingArrangement(arrangements, room) {
  return Math.max(
    0,
    arrangements.findLastIndex(({ width }) => width <= room),
  );
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {Element[]} [children]
 */
function element(name, attributes, children = []) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** @param {Box} box */
function drawnBox({ name, title, label, weights, room: [x, y, width, height], faces, at }) {
  const words = element("text", { x: at[0], y: at[1] });
  words.textContent = label;
  const told = element("title", {});
  told.textContent = title;
  const shapes = faces.map((points) => element("polygon", { class: "face", points }));
  const look = weights ? "weights" : "";
  if (!name) return element("g", { class: look }, [told, ...shapes, words]);
  const room = element("rect", { class: "room", x, y, width, height, rx: 4 });
  const role = { role: "button", tabindex: 0, "aria-label": title, "data-name": name };
  return element("g", { class: `place ${look}`, ...role }, [told, room, ...shapes, words]);
}

class Diagram {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    this.box = part(root, ".diagram", HTMLElement);
    /** @type {Component<DiagramData> | null} */
    this.server = null;
    this.drawn = "";
    this.box.onclick = (event) => this.press(event);
    this.box.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.press(event);
    };
    this.watcher = new ResizeObserver(() => this.draw());
    this.watcher.observe(this.box);
  }

  /** @param {Component<DiagramData>} server */
  update(server) {
    this.server = server;
    const { colors, label } = server.data;
    for (const [name, color] of Object.entries(colors)) {
      this.box.style.setProperty(`--${name}`, color);
    }
    this.box.setAttribute("aria-label", label);
    this.draw();
  }

  end() {
    this.watcher.disconnect();
  }

  draw() {
    const data = this.server?.data;
    if (!data || !this.box.clientWidth) return;
    const fitting = data.arrangements[fittingArrangement(data.arrangements, this.box.clientWidth)];
    const written = JSON.stringify(fitting);
    if (written !== this.drawn) {
      const viewBox = `0 0 ${fitting.width} ${fitting.height}`;
      this.box.replaceChildren(element("svg", { viewBox }, fitting.boxes.map(drawnBox)));
      this.drawn = written;
    }
    for (const place of this.box.querySelectorAll(".place")) {
      const chosen = place.getAttribute("data-name") === data.chosen;
      place.classList.toggle("chosen", chosen);
      place.setAttribute("aria-pressed", String(chosen));
    }
  }

  /** @param {Event} event */
  press(event) {
    const target = event.target instanceof Element ? event.target.closest(".place") : null;
    const name = target?.getAttribute("data-name");
    if (name) this.server?.setTriggerValue("picked", name);
  }
}

export default entry(
  (root) => new Diagram(root),
  (diagram, /** @type {Component<DiagramData>} */ server) => diagram.update(server),
);
