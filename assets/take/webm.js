// A film in WebM, recorded from a canvas by the browser itself, which does so at the film's own speed.

const KINDS = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"];
const TAIL = 100; // ms until the last picture has been taken
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
    await until(performance.now() + TAIL);
  } finally {
    recorder.stop();
    await stopped;
    track.stop();
  }
  return new Blob(parts, { type: "video/webm" });
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
