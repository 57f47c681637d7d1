// The keys of the player, wherever the reader is in the page, except where a key means something.

/** @type {Record<string, string>} */
const KEYS = { ArrowLeft: "back", ArrowRight: "next", Home: "first", End: "last", " ": "play" };

const ROLES = "slider radio tab option combobox listbox gridcell grid".split(" ");
const TYPING = ["input", "textarea", "select", "[contenteditable=true]"]
  .concat(ROLES.map((role) => `[role=${role}]`))
  .join(", ");
const PRESSED_BY_SPACE = "button, a, summary, [role=button]";

/**
 * Return what a key asks the player to do, null if it is not meant for it.
 *
 * @param {KeyboardEvent} event
 */
export function wish(event) {
  const what = KEYS[event.key];
  if (!what || event.ctrlKey || event.metaKey || event.altKey) return null;
  const at = event.composedPath()[0];
  if (!(at instanceof Element)) return what;
  if (at.closest(TYPING)) return null;
  return what === "play" && at.closest(PRESSED_BY_SPACE) ? null : what;
}
