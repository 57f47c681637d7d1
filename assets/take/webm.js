// A film in WebM, recorded from a canvas by the browser itself, which does so at the film's own speed.

const KINDS = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"];
const BITS = 4_000_000; // a second: drawings with letters that must stay sharp

/** The kind of film that this browser can record; undefined for none. */
export function kindOfFilm() {
  if (!window.MediaRecorder || !("captureStream" in HTMLCanvasElement.prototype)) return undefined;
  return KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
}

/**
 * Record a film.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} kind
 * @param {number} count Of pictures.
 * @param {number} seconds That each is seen.
 * @param {(at: number) => Promise<void>} painted Paints one on the canvas; what it throws ends the film.
 */
export async function film(canvas, kind, count, seconds, painted) {
  await painted(0);
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks();
  const recorder = new MediaRecorder(stream, { mimeType: kind, videoBitsPerSecond: BITS });
  /** @type {Blob[]} */
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((done) => (recorder.onstop = done));
  recorder.start();
  const start = performance.now();
  try {
    for (let at = 0; at < count; at++) {
      if (at) await painted(at);
      show(track);
      await until(start + (at + 1) * seconds * 1000);
    }
    show(track); // the last picture lasts until it is shown again
  } finally {
    recorder.stop();
    await stopped;
    track.stop();
  }
  const recorded = new Uint8Array(await new Blob(parts).arrayBuffer());
  const bytes = withDuration(recorded, count * seconds * 1000);
  return new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: "video/webm" });
}

/** @param {MediaStreamTrack} track */
function show(track) {
  const canvas = /** @type {CanvasCaptureMediaStreamTrack} */ (track);
  canvas.requestFrame();
}

/** @param {number} time */
function until(time) {
  return new Promise((done) => setTimeout(done, Math.max(0, time - performance.now())));
}

const INFO = [0x15, 0x49, 0xa9, 0x66];
const DURATION = [0x44, 0x89];
const SCALE = [0x2a, 0xd7, 0xb1]; // nanoseconds of a tick; browsers write a million

/**
 * Write into a film how long it is: browsers record it without, and players then cannot wind it. The
 * film is of unknown length as a whole, so that its parts may grow; any other is left as it is.
 *
 * @param {Uint8Array} bytes
 * @param {number} duration Milliseconds.
 */
export function withDuration(bytes, duration) {
  const at = find(bytes, INFO, 0, Math.min(bytes.length, 4096));
  if (at < 0 || !isOpenEnded(bytes, at)) return bytes;
  const { length, value } = vint(bytes, at + INFO.length);
  const body = at + INFO.length + length;
  const known = bytes.subarray(body, body + value);
  if (find(known, DURATION, 0, value) >= 0 || find(known, SCALE, 0, value) < 0) return bytes;
  const entry = new Uint8Array(11);
  entry.set([...DURATION, 0x88]);
  new DataView(entry.buffer).setFloat64(3, duration);
  const size = new Uint8Array(8);
  new DataView(size.buffer).setBigUint64(0, BigInt(value + entry.length) | (1n << 56n));
  const parts = [
    bytes.subarray(0, at + INFO.length),
    size,
    known,
    entry,
    bytes.subarray(body + value),
  ];
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((place, part) => {
    made.set(part, place);
    return place + part.length;
  }, 0);
  return made;
}

const SEGMENT = [0x18, 0x53, 0x80, 0x67];

/**
 * @param {Uint8Array} bytes
 * @param {number} before
 */
function isOpenEnded(bytes, before) {
  const at = find(bytes, SEGMENT, 0, before);
  if (at < 0) return false;
  const { length } = vint(bytes, at + SEGMENT.length);
  const size = bytes.subarray(at + SEGMENT.length, at + SEGMENT.length + length);
  // All its bits are ones but those that say how many bytes it has.
  return size[0] === 2 ** (9 - length) - 1 && size.subarray(1).every((byte) => byte === 0xff);
}

/**
 * A number as EBML writes it: its length stands in the leading zeros of its first byte.
 *
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function vint(bytes, at) {
  const length = Math.clz32(bytes[at]) - 23;
  let value = bytes[at] & ((1 << (8 - length)) - 1);
  for (let i = 1; i < length; i++) value = value * 256 + bytes[at + i];
  return { length, value };
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} wanted
 * @param {number} from
 * @param {number} to
 */
function find(bytes, wanted, from, to) {
  for (let at = from; at + wanted.length <= to; at++) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}
