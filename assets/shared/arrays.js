// Arrays as visualizer/figures/packing.py sends them.

/** @import { Grid, Packed } from "./types.js" */

const READERS = { i1: Int8Array, i2: Int16Array, i4: Int32Array, f8: Float64Array };

/**
 * Read an array that came as text; every value is exactly the engine's.
 *
 * @param {Packed} packed
 * @returns {Grid}
 */
export function unpack(packed) {
  const raw = atob(packed.data);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return { values: new READERS[packed.type](bytes.buffer), shape: packed.shape };
}
