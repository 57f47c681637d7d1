// Arrays as visualizer/figures/packing.py sends them: exact values, row-major.

const READERS = { i1: Int8Array, i2: Int16Array, i4: Int32Array, f8: Float64Array };

function unpack(packed) {
  if (!packed) return null;
  const raw = atob(packed.data);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return { values: new READERS[packed.type](bytes.buffer), shape: packed.shape };
}
