// Writing into the nodes of the sheet above the chart, and only what differs. All lines of a trace are
// one path: the fewer nodes, the less a step costs. Nodes that are missing look as Plotly's would.

import { newLine, newRing } from "./marks.js";
import { axesOf } from "./nodes.js";
import { filled, ring, strokes } from "./strokes.js";

/** @import { Chart, Contents, Path } from "../shared/types.js" */
/** @import { Move } from "./glide.js" */
/** @import { TraceNodes } from "./overlay.js" */

/**
 * Show what a trace consists of now; return the strokes that are still elsewhere.
 *
 * @param {Chart} gd
 * @param {number} index
 * @param {TraceNodes} nodes
 * @param {Contents} contents
 * @returns {Move[]}
 */
export function write(gd, index, nodes, contents) {
  const { x, y } = contents;
  const { mode } = gd._fullData[index];
  if (mode.includes("text")) writeTexts(gd, index, nodes, contents);
  if (!x || !y) return [];
  if (mode.includes("markers")) writeRings(gd, index, nodes, { x, y });
  return mode.includes("lines") ? writeLines(gd, index, nodes, { x, y }) : [];
}

/**
 * @param {Chart} gd
 * @param {number} index
 * @param {TraceNodes} nodes
 * @param {Path} path
 */
function writeLines(gd, index, { lines, fills }, path) {
  const [across, down] = axesOf(gd, index);
  const all = strokes(path, across.c2p, down.c2p);
  const fill = fills.firstElementChild;
  /** @type {Move[]} */
  const moves = [];
  // What is filled ends on lines that are drawn anyway.
  if (fill) move(fill, filled(all.filter(isArea)), moves);
  const line = lines.firstElementChild ?? lines.appendChild(newLine(gd._fullData[index]));
  while (lines.childElementCount > 1) lines.lastElementChild?.remove();
  move(line, (fill ? all.filter((stroke) => !isArea(stroke)) : all).join(""), moves);
  return moves;
}

/** @param {string} stroke */
function isArea(stroke) {
  return stroke.indexOf("L") !== stroke.lastIndexOf("L");
}

/**
 * @param {Element} node
 * @param {string} to
 * @param {Move[]} moves
 */
function move(node, to, moves) {
  if (node.getAttribute("d") !== to) moves.push({ node, to });
}

/**
 * Points that move are rings.
 *
 * @param {Chart} gd
 * @param {number} index
 * @param {TraceNodes} nodes
 * @param {Path} path
 */
function writeRings(gd, index, { points }, { x, y }) {
  const [across, down] = axesOf(gd, index);
  const { marker } = gd._fullData[index];
  const radius = (marker?.size ?? 0) / 2;
  const rings = x.flatMap((value, i) => {
    const other = y[i];
    return value === null || other === null
      ? []
      : [ring(across.c2p(value), down.c2p(other), radius)];
  });
  const drawn = points.children;
  while (drawn.length > rings.length) points.lastElementChild?.remove();
  rings.forEach((to, i) => {
    const node = drawn[i] ?? points.appendChild(newRing(gd._fullData[index]));
    node.removeAttribute("transform");
    setIfNew(node, "d", to);
  });
}

/**
 * @param {Chart} gd
 * @param {number} index
 * @param {TraceNodes} nodes
 * @param {Contents} contents
 */
function writeTexts(gd, index, { texts }, { x, y, text, textfont }) {
  const [across, down] = axesOf(gd, index);
  const colors = textfont?.color;
  for (const node of texts.children) {
    const words = node.firstElementChild;
    // Plotly leaves out the nodes of empty texts, and says which point the others belong to.
    const i = /** @type {{ __data__?: { i: number } }} */ (/** @type {unknown} */ (node)).__data__
      ?.i;
    if (i === undefined || !(words instanceof SVGElement)) continue;
    if (Array.isArray(text)) writeText(words, text[i]);
    if (Array.isArray(colors)) words.style.fill = colors[i];
    const [px, py] = [x?.[i] ?? null, y?.[i] ?? null];
    if (px !== null && py !== null) {
      setIfNew(words, "x", String(across.c2p(px)));
      setIfNew(words, "y", String(down.c2p(py)));
    }
  }
}

/**
 * @param {Element} node
 * @param {string} words
 */
function writeText(node, words) {
  const inner = node.firstChild;
  if (node.childNodes.length === 1 && inner instanceof Text) {
    if (inner.data === words) return;
    inner.data = words;
  } else {
    if (node.textContent === words) return;
    node.textContent = words;
  }
  node.setAttribute("data-unformatted", words);
}

/**
 * @param {Element} node
 * @param {string} name
 * @param {string} value
 */
export function setIfNew(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
