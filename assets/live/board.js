// What is seen of an answer: five bars that stay where they are, and how fast answers come.

import { filled } from "../shared/sentences.js";

const CLASSES = 5;
const CALM = 500; // ms between two changes of the words about speed

/**
 * Write the words that stay.
 *
 * @param {HTMLElement} box
 * @param {Record<string, string>} words
 */
export function writeWords(box, words) {
  const { seen, sheet, best, maps_hint: hint, layer, which } = words;
  const names = { ".seen canvas": seen, ".maps canvas": sheet, ".best": best };
  for (const [place, name] of Object.entries(names)) {
    box.querySelector(place)?.setAttribute("aria-label", name);
  }
  const texts = {
    ".seen figcaption": seen,
    ".maps figcaption": hint,
    ".choice label span": layer,
    ".some span": which,
  };
  for (const [place, said] of Object.entries(texts)) {
    box.querySelector(place)?.replaceChildren(said);
  }
}

export class Board {
  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} pace
   */
  constructor(list, pace) {
    this.pace = pace;
    this.said = -Infinity;
    this.rows = Array.from({ length: CLASSES }, () => {
      const [name, share, bar] = ["span", "span", "i"].map((tag) => document.createElement(tag));
      const row = document.createElement("li");
      Object.assign(name, { className: "name" });
      Object.assign(share, { className: "share" });
      const track = document.createElement("span");
      track.className = "track";
      track.append(bar);
      row.append(name, share, track);
      list.append(row);
      return { row, name, share, bar };
    });
  }

  /** @param {[string, number, string][]} top */
  draw(top) {
    this.rows.forEach(({ row, name, share, bar }, place) => {
      const found = top[place];
      row.hidden = !found;
      if (!found) return;
      name.textContent = found[0];
      share.textContent = found[2];
      Object.assign(bar.style, { transform: `scaleX(${found[1]})` });
    });
  }

  /**
   * Say how fast answers come, seldom enough to be read.
   *
   * @param {string} words
   * @param {number} rate
   * @param {string} ms
   * @param {number} now
   */
  tell(words, rate, ms, now) {
    if (!rate || now - this.said < CALM) return;
    this.said = now;
    this.pace.textContent = filled(words, { rate: rate.toFixed(1), ms });
  }
}
