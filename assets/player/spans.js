// The formula in the page: a span for each piece. Steps follow each other fast and look alike, so the
// spans stay and only what differs is written.

/** @import { Term } from "../shared/types.js" */
/** @import { Piece } from "./formula.js" */

export class Spans {
  /**
   * @param {HTMLElement} box
   * @param {(term: Term | null) => void} point Hears which term the pointer is on, or null.
   */
  constructor(box, point) {
    this.box = box;
    this.point = point;
    /** @type {HTMLElement[]} */
    this.spans = [];
    /** @type {(Term | undefined)[]} */
    this.terms = [];
    /** @type {number | null} */
    this.at = null; // the span that the pointer is on, if it stands for a term
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("pointerdown", (event) => this.away(event), { signal });
  }

  /** @param {PointerEvent} event */
  away(event) {
    if (this.at !== null && !event.composedPath().includes(this.box)) this.leave();
  }

  end() {
    this.listening.abort();
  }

  /** @param {Piece[]} pieces */
  write(pieces) {
    while (this.spans.length > pieces.length) this.spans.pop()?.remove();
    pieces.forEach((piece, i) => {
      const span = (this.spans[i] ??= this.add(i));
      const { text, kind = "", title = "" } = piece;
      const inner = span.firstChild;
      if (!(inner instanceof Text)) span.textContent = text;
      else if (inner.data !== text) inner.data = text;
      if (span.className !== kind) span.className = kind;
      if (span.title !== title) span.title = title;
    });
    this.terms = pieces.map(({ term }) => term);
    // The pointer rests on the same place, where another term stands now.
    if (this.at !== null) this.enter(this.at);
  }

  /** @param {number} i */
  add(i) {
    const span = this.box.appendChild(document.createElement("span"));
    span.onpointerenter = () => this.enter(i);
    span.onpointerleave = ({ pointerType }) => {
      // A finger leaves whatever it taps; what it tapped stays until it taps elsewhere.
      if (this.at === i && pointerType !== "touch") this.leave();
    };
    return span;
  }

  /** @param {number} i */
  enter(i) {
    const term = this.terms[i];
    if (term) {
      this.at = i;
      this.point(term);
    } else if (this.at !== null) {
      this.leave();
    }
  }

  leave() {
    this.at = null;
    this.point(null);
  }
}
