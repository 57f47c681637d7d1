// What the server is asked, and its answer, which comes with a later run of the page.

const PATIENCE = 60_000; // ms

/**
 * @typedef {object} Answer
 * @property {string} to The question's number.
 * @property {string} [error] A sentence.
 * @property {string} [example] The stage's, as JSON.
 * @property {string} [figure]
 * @property {string} [id]
 * @property {string} [letters] Style rules with the letters.
 * @property {string} [file] In base64.
 */

/** A failure whose message the reader is to see. */
export class Told extends Error {}

export class Asking {
  /** @param {(question: object) => void} send */
  constructor(send) {
    this.send = send;
    this.count = 0;
    this.begun = Math.random().toString(36).slice(2);
    /** @type {{ to: string, done: (answer: Answer) => void } | null} */
    this.open = null;
  }

  /**
   * Ask; a question that is still open is dropped.
   *
   * @param {object} question
   * @param {string} late What is said where no answer comes.
   * @returns {Promise<Answer>}
   */
  ask(question, late) {
    const to = `${this.begun}.${(this.count += 1)}`;
    return new Promise((done, failed) => {
      const waiting = setTimeout(() => failed(new Told(late)), PATIENCE);
      this.open = {
        to,
        done: (answer) => {
          clearTimeout(waiting);
          if (answer.error) failed(new Told(answer.error));
          else done(answer);
        },
      };
      this.send({ to, ...question });
    });
  }

  /** @param {Answer | null | undefined} answer What came with a run of the page. */
  hear(answer) {
    if (!answer || answer.to !== this.open?.to) return;
    const { done } = this.open;
    this.open = null;
    done(answer);
  }
}
