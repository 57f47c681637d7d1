// What the browser has of the trainings, put together from messages that hold only what is new.

/** @import { Packed } from "../shared/types.js" */

/** @typedef {Packed & { limit: number }} Small Numbers in 127ths of ``limit``. */
/** @typedef {{ gradients: number[], kernels?: Small, maps?: Small[] }} Inside */
/**
 * @typedef {Inside & { loss: (number | null)[], accuracy: (number | null)[], dead: number[],
 *   confusion: number[], wrong: [number, number, number, number][] }} Epoch
 */
/**
 * @typedef {object} SentRun
 * @property {string} state
 * @property {number} step
 * @property {number[]} units
 * @property {[number, number]} from How many points and epochs are not sent again.
 * @property {(number | null)[]} points
 * @property {Epoch[]} epochs
 * @property {Inside} now
 */
/**
 * @typedef {object} FixedRun
 * @property {string} name
 * @property {number} epochs
 * @property {number} stepsPerEpoch
 * @property {number} stride How many steps a point stands for.
 * @property {string[]} layers
 * @property {string[]} mortal
 * @property {string[]} maps
 */
/**
 * @typedef {object} Fixed
 * @property {FixedRun[]} runs
 * @property {Record<string, string>} words
 * @property {string[]} pictures
 * @property {number} picture
 * @property {Record<"ink" | "faint" | "line" | "zero" | "negative" | "positive", string>} colors
 */
/**
 * @typedef {object} Message
 * @property {number} count
 * @property {string} id
 * @property {string} look
 * @property {boolean} live
 * @property {number} least Milliseconds between two questions.
 * @property {Fixed | null} fixed
 * @property {SentRun[]} runs
 */

export class Store {
  constructor() {
    this.id = "";
    this.look = "";
    this.live = false;
    this.least = 0;
    /** @type {Fixed | null} */
    this.fixed = null;
    /** @type {SentRun[]} */
    this.runs = [];
  }

  /**
   * Take a message; tells whether anything is missing, which has to be asked for.
   *
   * @param {Message} message
   */
  take(message) {
    if (message.id !== this.id || message.runs.length !== this.runs.length) {
      this.runs = message.runs.map((sent) => ({ ...sent, points: [], epochs: [] }));
    }
    this.id = message.id;
    this.live = message.live;
    this.least = message.least;
    if (message.fixed) {
      this.fixed = message.fixed;
      this.look = message.look;
    }
    const whole = message.runs.map((sent, place) => this.join(sent, place));
    return !whole.every(Boolean) || message.look !== this.look;
  }

  /**
   * @param {SentRun} sent
   * @param {number} place
   */
  join(sent, place) {
    const { points, epochs } = this.runs[place];
    const [first, firstEpoch] = sent.from;
    if (first > points.length || firstEpoch > epochs.length) return false;
    this.runs[place] = {
      ...sent,
      points: [...points.slice(0, first), ...sent.points],
      epochs: [...epochs.slice(0, firstEpoch), ...sent.epochs],
    };
    return true;
  }

  /** What to say to the server, so that it sends what is not here yet. */
  ask() {
    const have = this.runs.map(({ points, epochs }) => [points.length, epochs.length]);
    return { id: this.id, look: this.look, have };
  }

  /** The last epoch that all trainings have recorded; −1 before there is one. */
  get last() {
    const counts = this.runs.map(({ epochs }) => epochs.length);
    return counts.length ? Math.max(...counts) - 1 : -1;
  }
}

/**
 * What a network held after an epoch, or holds now: of the epoch before where weights were dropped.
 *
 * @param {SentRun} run
 * @param {number | null} at An epoch; null for now.
 * @returns {Inside}
 */
export function insideOf(run, at) {
  if (at === null) return run.now;
  const kept = run.epochs.slice(0, at + 1).findLast((epoch) => epoch.kernels ?? epoch.maps);
  const { gradients } = run.epochs[Math.min(at, run.epochs.length - 1)];
  return { gradients, kernels: kept?.kernels, maps: kept?.maps };
}
