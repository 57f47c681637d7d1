// The address of a view. The server does not ask for it, so it is the browser's to write.

const NAME = "view";
const FRAME = ["embed", "embed_options"]; // Streamlit's own

/**
 * Which view an address asks for.
 *
 * @param {string} href
 */
export function viewOf(href) {
  const { searchParams } = new URL(href);
  if (searchParams.get("embed")?.toLowerCase() === "true") return "embed";
  return searchParams.get(NAME) === "projector" ? "projector" : "";
}

/**
 * The same address, with or without the projector.
 *
 * @param {string} href
 * @param {boolean} projected
 */
export function withProjector(href, projected) {
  const url = new URL(href);
  if (projected) url.searchParams.set(NAME, "projector");
  else url.searchParams.delete(NAME);
  return url.href;
}

/**
 * The whole lesson behind one that stands in a frame of another page.
 *
 * @param {string} href
 */
export function withoutFrame(href) {
  const url = new URL(href);
  for (const name of [...FRAME, NAME]) url.searchParams.delete(name);
  return url.href;
}
