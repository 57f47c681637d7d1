// Each step in words, for those who hear the page: a polite live region, and on request the browser's
// own speech. While it plays not every step can be said.

import { writePrecise } from "../shared/numbers.js";
import { filled } from "../shared/sentences.js";

/** @import { Moment } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

const REST = 300; // ms: keys held down step faster than one can listen
const PLAYING = 4000; // ms between two sentences while it plays
const MINUS = "\u2212";

/**
 * A step in words.
 *
 * @param {Example} example
 * @param {Moment} now
 * @param {Record<string, string>} labels
 */
export function sentence(example, now, labels) {
  const shown = now.activated ?? now.result;
  const values = {
    step: now.step + 1,
    steps: example.steps,
    row: now.row + 1,
    col: now.col + 1,
    map: now.filter + 1,
    result: writePrecise(shown).replace(MINUS, `${labels.minus} `),
  };
  const label = example.filters > 1 ? labels.said_map : labels.said;
  return filled(label, values);
}

/** @typedef {{ speak(words: string, lang: string): void, stop(): void, busy: boolean }} Speech */

/** The browser's speech; null where it has none. @returns {Speech | null} */
export function browserSpeech() {
  const synthesis = window.speechSynthesis;
  if (!synthesis || !window.SpeechSynthesisUtterance) return null;
  return {
    speak(words, lang) {
      const said = new SpeechSynthesisUtterance(words);
      said.lang = lang;
      synthesis.speak(said);
    },
    stop: () => synthesis.cancel(),
    get busy() {
      return synthesis.speaking || synthesis.pending;
    },
  };
}

export class Voice {
  /**
   * @param {HTMLElement} region The live region.
   * @param {Speech | null} speech
   */
  constructor(region, speech) {
    this.region = region;
    this.speech = speech;
    this.spoken = false; // aloud
    this.saidAt = -Infinity;
    this.last = ""; // what was said, or was there from the beginning
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
  }

  /**
   * The step that is shown; it is said once it rests, and now and then while it plays.
   *
   * @param {string} words
   * @param {boolean} playing
   */
  tell(words, playing) {
    clearTimeout(this.waiting);
    if (words === this.last) return;
    if (!this.last) {
      this.last = words; // a page that opens does not speak
      return;
    }
    const since = performance.now() - this.saidAt;
    if (!playing) this.waiting = setTimeout(() => this.say(words), REST);
    else if (since > PLAYING && !(this.spoken && this.speech?.busy)) this.say(words);
  }

  /** @param {string} words */
  say(words) {
    this.last = words;
    this.saidAt = performance.now();
    this.region.textContent = words;
    if (this.spoken) this.aloud(words);
  }

  /** @param {string} words */
  aloud(words) {
    this.speech?.stop();
    this.speech?.speak(words, document.documentElement.lang === "ko" ? "ko-KR" : "en-US");
  }

  /**
   * Speak from now on, or no longer.
   *
   * @param {string} words The step that is shown.
   * @returns {boolean} Whether steps are spoken now.
   */
  toggle(words) {
    this.spoken = !this.spoken;
    if (this.spoken) this.aloud(words);
    else this.speech?.stop();
    return this.spoken;
  }

  end() {
    clearTimeout(this.waiting);
    this.speech?.stop();
  }
}
