// The way from the projector to what can be taken along: the tab, or the part that is folded away.

const PLACES = "[data-testid=stMain] :is([role=tab], summary)";

/**
 * Open what can be taken along, and bring it into sight.
 *
 * @param {string} words What the tab or the folded part is called.
 */
export function openTake(words) {
  const places = [...document.querySelectorAll(PLACES)];
  const place = places.find((node) => node.textContent?.trim().endsWith(words));
  if (!(place instanceof HTMLElement)) return;
  const isOpen =
    place.getAttribute("aria-selected") === "true" || place.closest("details")?.open === true;
  if (!isOpen) place.click();
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
}
