// The keys of a projector, as presenters' remotes send them too. Letters are told by their place on the
// keyboard: with a Korean layout the key B writes ㅠ.

/** @type {Record<string, string>} */
const BY_PLACE = {
  KeyB: "black",
  Period: "black",
  KeyF: "full",
  Equal: "faster",
  NumpadAdd: "faster",
  Minus: "slower",
  NumpadSubtract: "slower",
};
/** @type {Record<string, string>} */
const BY_NAME = {
  Escape: "leave",
  PageDown: "next",
  PageUp: "back",
  "?": "keys",
  "+": "faster",
  "-": "slower",
  ".": "black",
};
export const TYPING =
  "input:not([type=range]), textarea, select, [contenteditable=true], [role=slider], [role=combobox]";

/**
 * What a key asks of the projector; null if it is not meant for it.
 *
 * @param {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">} event
 * @param {boolean} isTyping Whether the key writes something.
 */
export function asked({ key, code, ctrlKey, metaKey, altKey }, isTyping) {
  if (ctrlKey || metaKey || altKey) return null;
  if (isTyping) return key === "Escape" ? "leave" : null;
  return BY_NAME[key] ?? BY_PLACE[code] ?? null;
}

/**
 * Whether a key opens and leaves the projector, wherever one is: Alt and P.
 *
 * @param {Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "altKey">} event
 */
export function isToggle({ code, ctrlKey, metaKey, altKey }) {
  return code === "KeyP" && altKey && !ctrlKey && !metaKey;
}
