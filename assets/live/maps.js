// A sheet of maps: as many side by side as there is room for, coloured by the server.

/** @import { Maps } from "./types.d.ts" */

const NARROW = 560; // px: a narrower column has half as many maps side by side
const FEWER = 8;

/**
 * How many maps stand side by side in so much room; units of a fully connected layer stay as sent.
 *
 * @param {Pick<Maps, "columns" | "tile" | "count">} maps
 * @param {number} room
 */
export function columnsIn({ columns, tile, count }, room) {
  if (tile[0] === 1 || room >= NARROW) return columns;
  return Math.min(columns, FEWER, count);
}

/**
 * The ranges of channels that sheets of a layer have: [first, last], from 0.
 *
 * @param {Pick<Maps, "step" | "channels">} maps
 * @returns {[number, number][]}
 */
export function rangesOf({ step, channels }) {
  return Array.from({ length: Math.ceil(channels / step) }, (_, i) => [
    i * step,
    Math.min((i + 1) * step, channels) - 1,
  ]);
}

export class Sheet {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    /** @type {Maps | null} */
    this.maps = null;
    this.image = new Image();
    this.columns = 1;
  }

  /** Draw other maps once their picture is read. @param {Maps} maps */
  async take(maps) {
    this.image.src = maps.picture;
    await this.image.decode();
    this.maps = maps;
    this.draw();
  }

  get rows() {
    return Math.ceil((this.maps?.count ?? 0) / this.columns);
  }

  draw() {
    const { maps, canvas, image } = this;
    const room = canvas.parentElement?.clientWidth ?? 0;
    if (!maps || !room) return;
    const [wide, high] = maps.tile;
    this.columns = columnsIn(maps, room);
    const size = { width: this.columns * wide, height: this.rows * high };
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    const pen = canvas.getContext("2d");
    if (this.columns === maps.columns) {
      pen?.drawImage(image, 0, 0);
      return;
    }
    for (let at = 0; at < maps.count; at++) {
      const [x, y] = [(at % maps.columns) * wide, Math.floor(at / maps.columns) * high];
      const [left, top] = [(at % this.columns) * wide, Math.floor(at / this.columns) * high];
      pen?.drawImage(image, x, y, wide, high, left, top, wide, high);
    }
  }

  /** The channel under the pointer, from 0; −1 where there is none. @param {MouseEvent} event */
  channelAt(event) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const col = Math.floor(((event.clientX - left) / width) * this.columns);
    const row = Math.floor(((event.clientY - top) / height) * this.rows);
    const at = row * this.columns + col;
    const inside = col >= 0 && col < this.columns && row >= 0;
    return this.maps && inside && at < this.maps.count ? this.maps.first + at : -1;
  }
}

/**
 * Offer the sheets that a layer has; returns whether there are several.
 *
 * @param {HTMLSelectElement} which
 * @param {Maps} maps
 * @param {number} first The sheet that is shown, by its first channel.
 */
export function offer(which, maps, first) {
  const ranges = rangesOf(maps);
  if (which.dataset.ranges !== String(ranges)) {
    which.dataset.ranges = String(ranges);
    const named = ranges.map(([from, to]) => new Option(`${from + 1}–${to + 1}`, String(from)));
    which.replaceChildren(...named);
  }
  which.value = String(first);
  return ranges.length > 1;
}
