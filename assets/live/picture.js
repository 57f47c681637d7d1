// Frames as they are sent, and as the network gets them: the middle of what was sent.

import { squareOf } from "./camera.js";

const QUALITY = 0.9;
const HEAD = "data:image/jpeg;base64,";

export class Pictures {
  /** @param {HTMLCanvasElement} shown */
  constructor(shown) {
    this.shown = shown;
    this.sheet = document.createElement("canvas");
    this.empty = true;
  }

  /**
   * Take the video's present picture; returns it as base64, empty where the browser makes no JPEG.
   *
   * @param {HTMLVideoElement} video
   * @param {number} side
   * @param {boolean} mirrored
   */
  take(video, side, mirrored) {
    if (this.sheet.width !== side) Object.assign(this.sheet, { width: side, height: side });
    const pen = this.sheet.getContext("2d", { willReadFrequently: true });
    if (!pen) return "";
    const [left, top, wide] = squareOf(video.videoWidth, video.videoHeight);
    pen.setTransform(mirrored ? -1 : 1, 0, 0, 1, mirrored ? side : 0, 0);
    Object.assign(pen, { imageSmoothingQuality: "high" });
    pen.drawImage(video, left, top, wide, wide, 0, 0, side, side);
    const made = this.sheet.toDataURL("image/jpeg", QUALITY);
    return made.startsWith(HEAD) ? made.slice(HEAD.length) : "";
  }

  /** Show the part of the picture taken that the network gets. @param {number} crop */
  show(crop) {
    const { shown, sheet } = this;
    if (shown.width !== crop) Object.assign(shown, { width: crop, height: crop });
    const edge = Math.round((sheet.width - crop) / 2);
    shown.getContext("2d")?.drawImage(sheet, edge, edge, crop, crop, 0, 0, crop, crop);
    this.empty = false;
  }
}
