// Lines and rings that look as Plotly's do.

/** @import { FullTrace } from "../shared/types.js" */

const SVG = "http://www.w3.org/2000/svg";

/** @param {FullTrace} full */
export function newLine(full) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("class", "js-line");
  styleLine(node, full);
  return node;
}

/**
 * @param {SVGElement} node
 * @param {FullTrace} full
 */
export function styleLine({ style }, { line }) {
  const width = line?.width ?? 0;
  const dot = Math.max(width, 3);
  style.vectorEffect = "non-scaling-stroke";
  style.fill = "none";
  style.stroke = line?.color ?? "";
  style.strokeWidth = `${width}px`;
  style.strokeDasharray = line?.dash === "dot" ? `${dot}px, ${dot}px` : "";
  style.opacity = "1";
}

/** @param {FullTrace} full */
export function newRing({ marker }) {
  const node = document.createElementNS(SVG, "path");
  node.setAttribute("class", "point");
  const { style } = node;
  style.opacity = "1";
  style.strokeWidth = `${marker?.line?.width ?? 1}px`;
  style.stroke = marker?.color ?? "";
  style.fill = "none";
  return node;
}
