// Telling the server the step on which the player rests: not each one that passes by.

const AFTER = 350; // ms of rest

export class Report {
  /** @param {(step: number) => void} tell */
  constructor(tell) {
    this.tell = tell;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    /** @type {number | null} */
    this.told = null; // a step that the server has not confirmed yet
  }

  /** Whether the reader has chosen a step that the server may not know of. */
  get isOpen() {
    return this.waiting !== undefined || this.told !== null;
  }

  /** @param {number} step */
  rest(step) {
    this.forget();
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      this.told = step;
      this.tell(step);
    }, AFTER);
  }

  /** @param {number} step That the server has sent. */
  confirm(step) {
    if (step === this.told) this.told = null;
  }

  forget() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.told = null;
  }
}
