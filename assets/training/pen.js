// A canvas that is as sharp as the screen, and what all drawings share.

/**
 * Make a canvas so high, as wide as its place, and return its pen and width; null while hidden.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(width: number) => number} heightOf
 * @returns {{ pen: CanvasRenderingContext2D, width: number, height: number } | null}
 */
export function penOf(canvas, heightOf) {
  const width = canvas.parentElement?.clientWidth ?? 0;
  const pen = canvas.getContext("2d");
  if (!width || !pen) return null;
  const height = heightOf(width);
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    Object.assign(canvas, { width: wide, height: high });
    canvas.style.height = `${height}px`;
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = `12px ${getComputedStyle(canvas).fontFamily}`;
  pen.textBaseline = "middle";
  return { pen, width, height };
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {CanvasTextAlign} [align]
 */
export function write(pen, words, x, y, align = "left") {
  Object.assign(pen, { textAlign: align });
  pen.fillText(words, x, y);
}
