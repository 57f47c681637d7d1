// The sheet of keys: a dialog over the page, which gives the focus back when it closes.

/** @typedef {{ title: string, close: string, keys: [string, string][] }} SheetWords */

export class Sheet {
  constructor() {
    this.dialog = document.createElement("dialog");
    this.dialog.className = "convscope-keys";
    this.title = document.createElement("h2");
    this.title.id = "convscope-keys-title";
    this.dialog.setAttribute("aria-labelledby", this.title.id);
    this.list = document.createElement("dl");
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.onclick = () => this.dialog.close();
    this.dialog.append(this.title, this.list, this.button);
    // A click beside it is on the dialog itself, one within it on what it holds.
    this.dialog.onclick = ({ target }) => {
      if (target === this.dialog) this.dialog.close();
    };
    document.body.append(this.dialog);
  }

  /** @param {SheetWords} words */
  name({ title, close, keys }) {
    this.title.textContent = title;
    this.button.textContent = close;
    this.list.replaceChildren(
      ...keys.flatMap(([key, what]) => {
        const [term, told] = [document.createElement("dt"), document.createElement("dd")];
        term.append(
          ...key.split(" ").map((one) => {
            const cap = document.createElement("kbd");
            cap.textContent = one;
            return cap;
          }),
        );
        told.textContent = what;
        return [term, told];
      }),
    );
  }

  get isOpen() {
    return this.dialog.open;
  }

  open() {
    if (!this.isOpen) this.dialog.showModal();
  }

  end() {
    this.dialog.remove();
  }
}
