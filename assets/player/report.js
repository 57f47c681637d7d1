// Telling the server the step on which the player rests, and its speed: not each one that passes by.

const AFTER = 350; // ms of rest

export class Report {
  /** @param {{ step: (step: number) => void, speed: (speed: number) => void }} tell */
  constructor(tell) {
    this.tell = tell;
    this.speed = 1; // that the server knows of
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    /** @type {number | null} */
    this.told = null; // a step that the server has not confirmed yet
  }

  /** Whether the reader has chosen a step that the server may not know of. */
  get isOpen() {
    return this.waiting !== undefined || this.told !== null;
  }

  /**
   * @param {number} step
   * @param {number} speed Steps a second.
   */
  rest(step, speed) {
    this.forget();
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      this.told = step;
      this.tell.step(step);
      if (speed !== this.speed) this.tell.speed((this.speed = speed));
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
