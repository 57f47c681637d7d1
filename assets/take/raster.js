// From SVG to pixels, and from pixels to a file on the reader's disk.

import { ownSize, sizeOf, written } from "./svg.js";

/** @import { Look } from "./svg.js" */

const MOST_PIXELS = 64_000_000; // what browsers paint on one canvas

/**
 * Paint an SVG on a canvas.
 *
 * @param {HTMLCanvasElement} canvas It takes the size.
 * @param {string} svg
 * @param {{ width: number, height: number }} size Pixels.
 */
export async function paintSvg(canvas, svg, { width, height }) {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    paint(canvas, image, width, height);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasImageSource} image
 * @param {number} width
 * @param {number} height
 */
export function paint(canvas, image, width, height) {
  if (width * height > MOST_PIXELS) throw new RangeError("too many pixels");
  // A canvas that is given a size is wiped, and its stream begins anew.
  if (canvas.width !== width) Object.assign(canvas, { width });
  if (canvas.height !== height) Object.assign(canvas, { height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
}

/**
 * A picture of the page, which is made of pixels already, at another width.
 *
 * @param {HTMLImageElement | HTMLCanvasElement} node
 * @param {number} width
 */
export function enlarged(node, width) {
  const isImage = node instanceof HTMLImageElement;
  const [wide, high] = isImage
    ? [node.naturalWidth, node.naturalHeight]
    : [node.width, node.height];
  const canvas = document.createElement("canvas");
  const height = Math.max(1, Math.round((width * high) / Math.max(1, wide)));
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  // The cells of a map are to be seen as such.
  if (pen) pen.imageSmoothingEnabled = isImage;
  paint(canvas, node, width, height);
  return canvas;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
export function pngOf(canvas) {
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
  });
}

/**
 * A file's bytes as text.
 *
 * @param {Blob} blob
 * @returns {Promise<string>} In base64.
 */
export function base64Of(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

/**
 * @param {string} text Base64.
 * @param {string} type
 */
export function blobOf(text, type) {
  return new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], { type });
}

/**
 * Hand a file to the reader.
 *
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it in a moment of its own.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Hand a picture to the reader.
 *
 * @param {SVGElement} svg
 * @param {Look} look
 * @param {boolean} isSvg Whether as SVG; else it is painted.
 * @param {string} name Without its ending.
 */
export async function give(svg, look, isSvg, name) {
  const size = sizeOf(ownSize(svg), look.width);
  const text = written(svg, look);
  if (isSvg) {
    save(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);
    return;
  }
  const canvas = document.createElement("canvas");
  await paintSvg(canvas, text, size);
  save(await pngOf(canvas), `${name}.png`);
}
