// Which figures a page shows now, and each one as a picture: charts, drawings, pictures.

/** @import { Chart } from "../shared/types.js" */

const MAIN = "[data-testid=stMain]";
const LONGEST = 60; // letters of a name in a list
// Of what a drawing's own style sheet says, all that a picture of it needs.
const STYLES = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity"],
  ...["font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"],
];

/**
 * @typedef {object} Shown A figure of the page.
 * @property {string} key What it goes by in files.
 * @property {string} name What it is called in the list.
 * @property {"chart" | "drawing" | "picture" | "canvas"} kind
 * @property {Element} node
 */

/**
 * All figures in the page's main column that are seen now, but the stage.
 *
 * @param {string} stage The stage's key.
 * @returns {Shown[]}
 */
export function figuresOf(stage) {
  const main = document.querySelector(MAIN);
  if (!main) return [];
  /** @type {Shown[]} */
  const found = [];
  /**
   * @param {Iterable<Element>} nodes
   * @param {Shown["kind"]} kind
   */
  const add = (nodes, kind) => {
    for (const node of nodes) {
      const key = keyOf(node);
      if (key !== stage && isSeen(node)) found.push({ key, name: nameOf(node), kind, node });
    }
  };
  add(main.querySelectorAll(".js-plotly-plot"), "chart");
  for (const root of rootsIn(main)) {
    add(root.querySelectorAll(".diagram svg"), "drawing");
    add(root.querySelectorAll("[role=img] canvas"), "canvas");
  }
  add(main.querySelectorAll("[data-testid=stImage] img"), "picture");
  return found.map((figure) => ({ ...figure, key: figure.key || figure.kind }));
}

/**
 * @param {Element} main
 * @returns {ParentNode[]} Components keep what they draw to themselves.
 */
function rootsIn(main) {
  const all = [...main.querySelectorAll("*")];
  return [main, ...all.flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))];
}

/** @param {Element} node */
function isSeen(node) {
  const { width, height } = node.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** @param {Element} node */
function hostOf(node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : node;
}

/** @param {Element} node */
function keyOf(node) {
  const box = hostOf(node).closest('[class*="st-key-"]');
  return /st-key-([\w-]+)/.exec(box?.className ?? "")?.[1] ?? "";
}

/** @param {Element} node */
function nameOf(node) {
  const named = node.closest("[aria-label]") ?? node.querySelector("[aria-label]");
  const words = node.getAttribute("alt") ?? named?.getAttribute("aria-label") ?? keyOf(node);
  return shortened(words);
}

/**
 * The first sentence of what is said of a figure, short enough for a list.
 *
 * @param {string} words
 */
export function shortened(words) {
  const first = words.split(/[.:](?:\s|$)/)[0].trim();
  if (first.length <= LONGEST) return first;
  return `${first.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`;
}

/**
 * A chart or a drawing as an SVG.
 *
 * @param {Shown["kind"]} kind
 * @param {Element} node
 */
export function svgOf(kind, node) {
  return kind === "chart"
    ? chartSvg(/** @type {Chart} */ (node))
    : Promise.resolve(drawingSvg(/** @type {SVGElement} */ (node)));
}

/**
 * A chart as an SVG at the size it has on the page.
 *
 * @param {Chart} gd
 */
async function chartSvg(gd) {
  const { width, height } = gd._fullLayout;
  const uri = await window.Plotly?.toImage(gd, { format: "svg", width, height });
  return parsed(decodeURIComponent((uri ?? "").replace(/^data:image\/svg\+xml,/, "")));
}

/** @param {string} text */
function parsed(text) {
  const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
  const svg = document.importNode(documentElement, true);
  if (!(svg instanceof SVGElement)) throw new Error("no picture");
  return svg;
}

/**
 * A drawing as an SVG that needs no style sheet, at the size it has on the page.
 *
 * @param {SVGElement} drawn
 */
export function drawingSvg(drawn) {
  const copy = /** @type {SVGElement} */ (drawn.cloneNode(true));
  const { width, height } = drawn.getBoundingClientRect();
  const [, , wide, high] = (drawn.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const copies = copy.querySelectorAll("*");
  drawn.querySelectorAll("*").forEach((node, i) => {
    const style = getComputedStyle(node);
    const to = copies[i];
    if (!(to instanceof SVGElement)) return;
    for (const name of STYLES) to.style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute("width", String(wide || width));
  copy.setAttribute("height", String(high || height));
  return copy;
}
