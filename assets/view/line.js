// After the line to the server broke: the page runs again, in what may be another server's session.

const LEAST = 100; // ms; Streamlit, which hears of the new line too, is to know it first
const PATIENCE = 2000;
const MOST = 5;

export class Line {
  /** @param {() => void} ask */
  constructor(ask) {
    this.ask = ask;
    this.answer = "";
    this.tries = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.next = undefined;
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("convscope:line", () => this.opened(), { signal });
  }

  opened() {
    this.tries = 0;
    clearTimeout(this.next);
    this.next = setTimeout(() => this.try(), LEAST);
  }

  try() {
    this.tries += 1;
    this.ask();
    if (this.tries < MOST) this.next = setTimeout(() => this.try(), PATIENCE);
  }

  /** @param {string} answer Another one than before, where the page has run. */
  heard(answer) {
    if (answer === this.answer) return;
    this.answer = answer;
    clearTimeout(this.next);
  }

  end() {
    clearTimeout(this.next);
    this.listening.abort();
  }
}
