// What a chart shows, as one SVG that stands alone: its size, its ground, its letters.

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 16; // units around a picture

/**
 * @typedef {object} Look How a picture is to look.
 * @property {number} width Pixels.
 * @property {string} ground The colour behind it.
 * @property {string} letters Style rules that hold the Korean letters; "" where none is written.
 * @property {string} family The name that those letters go by.
 * @property {string} title What it shows, for those who do not see it.
 */

/**
 * Everything that a chart consists of, in one SVG at its own size: Plotly draws on several sheets that
 * lie upon each other, and what moves lies on one of ours.
 *
 * @param {Element} gd
 * @param {number} width
 * @param {number} height
 */
export function sheetsOf(gd, width, height) {
  const whole = document.createElementNS(SVG, "svg");
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  for (const sheet of gd.querySelectorAll(".svg-container > svg")) {
    const group = whole.appendChild(document.createElementNS(SVG, "g"));
    for (const node of sheet.children) group.append(node.cloneNode(true));
  }
  return whole;
}

/**
 * The size of a picture of something, in pixels, its margin included.
 *
 * @param {{ width: number, height: number }} shown
 * @param {number} width Of the picture.
 */
export function sizeOf(shown, width) {
  const scale = width / (shown.width + 2 * MARGIN);
  return { width, height: Math.max(1, Math.round((shown.height + 2 * MARGIN) * scale)) };
}

/**
 * The size that an SVG says it has.
 *
 * @param {SVGElement} svg
 */
export function ownSize(svg) {
  const [width, height] = ["width", "height"].map(
    (side) => Number.parseFloat(svg.getAttribute(side) ?? "") || 1,
  );
  return { width, height };
}

/**
 * Write an SVG as a file: at a size, on a ground, with the letters it needs.
 *
 * @param {SVGElement} svg It is changed.
 * @param {Look} look
 */
export function written(svg, { width, ground, letters, family, title }) {
  const shown = ownSize(svg);
  const size = sizeOf(shown, width);
  const wide = shown.width + 2 * MARGIN;
  const high = shown.height + 2 * MARGIN;
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${wide} ${high}`);
  svg.setAttribute("width", String(size.width));
  svg.setAttribute("height", String(size.height));
  svg.removeAttribute("style");
  // The sides are whole pixels, so that a hair's breadth more than the box is seen.
  const [left, across, down] = [-2 * MARGIN, wide + 2 * MARGIN, high + 2 * MARGIN];
  const back = element("rect", { x: left, y: left, width: across, height: down, fill: ground });
  svg.prepend(element("title", {}, title), element("style", {}, letters), back);
  for (const node of svg.querySelectorAll("text, tspan")) {
    if (!(node instanceof SVGElement)) continue;
    const { style } = node;
    if (style.fontFamily) style.fontFamily = `${family}, ${style.fontFamily}`;
  }
  // A stroke that kept its width would be a hair in a large picture.
  return new XMLSerializer()
    .serializeToString(svg)
    .replaceAll("vector-effect: non-scaling-stroke", "vector-effect: none");
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [words]
 */
function element(name, attributes, words = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (words) made.textContent = words;
  return made;
}

/**
 * The Korean letters in a text, each once, in their order.
 *
 * @param {string} words
 */
export function koreanIn(words) {
  return [...new Set(words.match(/[\u3131-\u318e\uac00-\ud7a3]/g) ?? [])].sort().join("");
}
