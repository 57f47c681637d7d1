// The reader's camera: asked for after a press, given back whenever nothing is to be seen of it.

/** @typedef {"insecure" | "refused" | "none" | "busy" | "other_error"} Reason */

const WANTED = { width: { ideal: 640 }, height: { ideal: 480 } };
/** @type {Record<string, Reason>} */
const REASONS = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/**
 * Why a camera cannot be had.
 *
 * @param {unknown} error What asking for it ended with.
 * @param {boolean} secure Whether the page came over https, or from this machine.
 * @returns {Reason}
 */
export function reasonOf(error, secure) {
  if (!secure) return "insecure";
  const name = error && typeof error === "object" && "name" in error ? String(error.name) : "";
  return REASONS[name] ?? "other_error";
}

/**
 * The middle square of a picture: [left, top, side].
 *
 * @param {number} width
 * @param {number} height
 * @returns {[number, number, number]}
 */
export function squareOf(width, height) {
  const side = Math.min(width, height);
  return [(width - side) / 2, (height - side) / 2, side];
}

/**
 * What to ask for to get another camera than the one in use: the other side of a phone, the next one
 * of a desk.
 *
 * @param {{ facingMode?: string, deviceId?: string }} used
 * @param {string[]} ids Of all cameras.
 * @returns {MediaTrackConstraints}
 */
export function otherThan({ facingMode, deviceId }, ids) {
  if (facingMode === "user") return { facingMode: { ideal: "environment" } };
  if (facingMode === "environment") return { facingMode: { ideal: "user" } };
  const next = ids[(ids.indexOf(deviceId ?? "") + 1) % ids.length];
  return next ? { deviceId: { exact: next } } : {};
}

export class Camera {
  /**
   * @param {HTMLVideoElement} video
   * @param {() => void} ended Told when the camera goes by itself: unplugged, or forbidden.
   */
  constructor(video, ended) {
    this.video = video;
    this.ended = ended;
    this.asked = 0;
    /** @type {MediaStream | null} */
    this.stream = null;
    /** @type {MediaTrackConstraints} */
    this.wanted = { facingMode: { ideal: "user" } };
    this.count = 0; // cameras there are, as far as the browser says
  }

  /** Ask for the camera; false if it was closed in the meantime. Throws what the browser throws. */
  async open() {
    this.close();
    const mine = this.asked;
    const { mediaDevices } = navigator;
    const asked = { video: { ...WANTED, ...this.wanted }, audio: false };
    const stream = await mediaDevices.getUserMedia(asked);
    if (mine !== this.asked) {
      release(stream);
      return false;
    }
    this.stream = stream;
    stream.getVideoTracks()[0].onended = () => this.ended();
    this.video.srcObject = stream;
    await this.video.play();
    this.count = (await this.all()).length;
    return mine === this.asked;
  }

  /** Choose the camera that is opened next. */
  async turn() {
    this.wanted = otherThan(this.settings, await this.all());
  }

  async all() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind }) => kind === "videoinput").map(({ deviceId }) => deviceId);
  }

  get settings() {
    return this.stream?.getVideoTracks()[0]?.getSettings() ?? {};
  }

  /** Whether it looks at what is before the reader, and not at the reader. */
  get away() {
    return this.settings.facingMode === "environment";
  }

  /** Whether there is a picture to take. */
  get ready() {
    return Boolean(this.stream) && this.video.readyState >= 2 && this.video.videoWidth > 0;
  }

  close() {
    this.asked += 1;
    if (this.stream) release(this.stream);
    this.stream = null;
    this.video.srcObject = null;
  }
}

/** @param {MediaStream} stream */
function release(stream) {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}
