// Lets the rows of a list of radio buttons be put in another order: dragged by mouse or finger, or
// moved by Alt and an arrow key. The rows are Streamlit's and stay as they are; a drop is told once.

import { entry, part } from "../shared/component.js";
import { filled } from "../shared/sentences.js";
import { gapAt, placeIn, scrollAt } from "./slots.js";

/** @import { Component } from "../shared/types.js" */

/**
 * @typedef {object} OrderData
 * @property {string} box Key of the list's box.
 * @property {string[]} names
 * @property {{ how: string, moved: string }} labels
 */

/** @typedef {{ from: number, x: number, y: number, held: boolean, pointer: number }} Drag */

const HANDLE = 44; // pixels at the end of a row
const FAR = 6; // pixels that make a drag of a press
const PATIENCE = 4000; // ms until the list must have come in its new order

class Order {
  /** @param {ShadowRoot | HTMLElement} root */
  constructor(root) {
    this.line = part(root, ".line", HTMLElement);
    this.said = part(root, ".said", HTMLElement);
    /** @type {Component<OrderData> | null} */
    this.server = null;
    /** @type {Drag | null} */
    this.drag = null;
    this.y = 0;
    /** @type {{ to: number, keys: boolean } | null} */
    this.awaited = null; // a move that was told and is not drawn yet
    this.scrolling = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.late = undefined;
    this.listening = new AbortController();
    const { signal } = this.listening;
    const how = { capture: true, signal };
    document.addEventListener("pointerdown", (event) => this.down(event), how);
    document.addEventListener("pointermove", (event) => this.move(event), how);
    document.addEventListener("pointerup", (event) => this.up(event), how);
    document.addEventListener("pointercancel", () => this.drop(), how);
    document.addEventListener("keydown", (event) => this.key(event), how);
    // A finger on a handle drags; anywhere else it scrolls the list.
    document.addEventListener("touchstart", (event) => this.touch(event), {
      ...how,
      passive: false,
    });
  }

  /** @param {Component<OrderData>} server */
  update(server) {
    this.server = server;
    this.list()?.setAttribute("aria-description", server.data.labels.how);
    if (this.awaited) this.arrive(this.awaited);
  }

  end() {
    this.drop();
    clearTimeout(this.late);
    this.listening.abort();
  }

  list() {
    return document.querySelector(`.st-key-${this.server?.data.box} [role=radiogroup]`);
  }

  rows() {
    /** @type {NodeListOf<HTMLElement>} */
    const found = document.querySelectorAll(
      `.st-key-${this.server?.data.box} [data-testid=stRadioOption]`,
    );
    return [...found];
  }

  /**
   * Return the row that holds a node; −1 if none does.
   *
   * @param {EventTarget | null} target
   */
  rowOf(target) {
    if (!(target instanceof Node)) return -1;
    return this.rows().findIndex((row) => row.contains(target));
  }

  /**
   * Tell whether a place of the window is on the handle of a row.
   *
   * @param {number} place
   * @param {number} x
   */
  onHandle(place, x) {
    const box = this.rows()[place]?.getBoundingClientRect();
    return box !== undefined && x > box.right - HANDLE;
  }

  /** @param {TouchEvent} event */
  touch(event) {
    const touch = event.touches[0];
    const place = this.rowOf(event.target);
    if (place >= 0 && touch && this.onHandle(place, touch.clientX)) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (!event.isPrimary || event.button !== 0 || this.awaited) return;
    const place = this.rowOf(event.target);
    if (place < 0) return;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    if (event.pointerType === "touch" && !this.onHandle(place, x)) return;
    this.drag = { from: place, x, y, held: false, pointer };
    this.y = y;
  }

  /** @param {PointerEvent} event */
  move(event) {
    const drag = this.drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    this.y = event.clientY;
    if (!drag.held && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR) return;
    event.preventDefault();
    if (!drag.held) this.hold(drag);
    this.show();
  }

  /** @param {Drag} drag */
  hold(drag) {
    drag.held = true;
    this.rows()[drag.from]?.classList.add("convscope-held");
    document.getSelection()?.removeAllRanges();
    const step = () => {
      const box = document.querySelector(`.st-key-${this.server?.data.box}`);
      if (box) {
        box.scrollTop += scrollAt(box.getBoundingClientRect(), this.y);
        this.show();
      }
      this.scrolling = requestAnimationFrame(step);
    };
    this.scrolling = requestAnimationFrame(step);
  }

  // Show the gap that the row would go into.
  show() {
    const boxes = this.rows().map((row) => row.getBoundingClientRect());
    const first = boxes[0];
    if (!this.drag?.held || !first) return;
    const gap = gapAt(boxes, this.y);
    const above = boxes[gap - 1];
    const y = above ? (above.bottom + (boxes[gap]?.top ?? above.bottom)) / 2 : first.top;
    this.line.hidden = false;
    Object.assign(this.line.style, {
      left: `${first.left}px`,
      top: `${y - 1}px`,
      width: `${first.width}px`,
    });
  }

  /** @param {PointerEvent} event */
  up(event) {
    const drag = this.drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    const to = placeIn(drag.from, gapAt(this.boxes(), this.y));
    this.drop();
    if (!drag.held) return;
    // The click that follows would choose the row under the pointer.
    const stop = (/** @type {Event} */ click) => {
      click.preventDefault();
      click.stopImmediatePropagation();
    };
    document.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", stop, { capture: true }), 0);
    this.tell(drag.from, to, false);
  }

  boxes() {
    return this.rows().map((row) => row.getBoundingClientRect());
  }

  drop() {
    if (this.drag) this.rows()[this.drag.from]?.classList.remove("convscope-held");
    cancelAnimationFrame(this.scrolling);
    this.line.hidden = true;
    this.drag = null;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape" && this.drag?.held) {
      event.preventDefault();
      this.drop();
      return;
    }
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const place = by && event.altKey ? this.rowOf(event.target) : -1;
    if (!by || place < 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!this.awaited) this.tell(place, place + by, true);
  }

  /**
   * Tell the server of a move, once.
   *
   * @param {number} from
   * @param {number} to
   * @param {boolean} keys Whether the keyboard moved it, and is to stay on it.
   */
  tell(from, to, keys) {
    const { names = [], labels } = this.server?.data ?? {};
    if (to === from || to < 0 || to >= names.length) return;
    this.awaited = { to, keys };
    this.late = setTimeout(() => (this.awaited = null), PATIENCE);
    const values = { name: names[from] ?? "", place: to + 1, count: names.length };
    this.said.textContent = filled(labels?.moved ?? "", values);
    this.server?.setTriggerValue("move", { from, to });
  }

  /** @param {{ to: number, keys: boolean }} move */
  arrive({ to, keys }) {
    clearTimeout(this.late);
    this.awaited = null;
    if (!keys) return;
    // The rows may be drawn after this: the one that is chosen then keeps the keyboard.
    let tries = 40;
    const focus = () => {
      const input = this.rows()[to]?.querySelector("input");
      if (input?.checked) input.focus();
      else if (tries-- > 0) requestAnimationFrame(focus);
    };
    requestAnimationFrame(focus);
  }
}

export default entry(
  (root) => new Order(root),
  (order, /** @type {Component<OrderData>} */ server) => order.update(server),
);
